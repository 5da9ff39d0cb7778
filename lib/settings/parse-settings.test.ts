import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSettings } from './parse-settings.ts';
import {
  MAX_NOTE_CHARACTERS,
  MAX_SITES,
  SETTINGS_VERSION,
} from './settings.ts';

test('only data with a higher version are newer, and are read as far as known', () => {
  for (const version of [undefined, 0, SETTINGS_VERSION, 'x', null, Number.NaN])
    expect(parseSettings({ version, enabled: true })).toEqual({
      settings: { enabled: true },
      problem: null,
      isNewer: false,
    });
  expect(
    parseSettings({ version: SETTINGS_VERSION + 1, enabled: true, later: 1 }),
  ).toEqual({
    settings: { enabled: true },
    problem: null,
    isNewer: true,
  });
});

test('suppressions of the first version are read', () => {
  const place = { host: 'a.example', code: '1', by: 'label', words: 'x' };
  const { settings } = parseSettings({
    version: 1,
    silenced: [place],
    enabled: true,
  });
  expect(settings).toEqual({ suppressions: [place], enabled: true });
});

test('drops only the invalid part: a value, else its item, else its field', () => {
  const place = { host: 'a.example', code: '1', by: 'label', words: 'x' };
  const { settings, problem } = parseSettings({
    enabled: 'yes',
    pausedHosts: ['a.example', 7, '<b>'],
    bySite: { 'a.example': { hover: 'gaze', sensitivity: 'more' }, b: 1 },
    suppressions: [{ ...place, by: 'sound' }, place, { host: 'a.example' }],
    notes: 'none',
    providerByHost: { my_host: 'meta', '[::1]': 'meta' },
  });
  expect(settings).toEqual({
    pausedHosts: ['a.example'],
    bySite: { 'a.example': { sensitivity: 'more' } },
    suppressions: [place],
    providerByHost: { my_host: 'meta', '[::1]': 'meta' },
  });
  expect(problem).toBeNull();
});

test('refuses what must not lose a part: any for a file, a long list for sync', () => {
  const tooMany = Array.from(
    { length: MAX_SITES + 1 },
    (_, at) => `${at}.example`,
  );
  const long = { pausedHosts: tooMany };
  const invalid = { notes: { 131047: 'x'.repeat(MAX_NOTE_CHARACTERS + 1) } };
  const problems = [long, invalid, { enabled: true }].map((given) =>
    (['never', 'long-list', 'any'] as const).map(
      (refusal) => parseSettings(given, refusal).problem?.path ?? null,
    ),
  );

  expect(problems).toEqual([
    [null, 'pausedHosts', 'pausedHosts'],
    [null, null, 'notes.131047'],
    [null, null, null],
  ]);
  expect(parseSettings(long).settings.pausedHosts).toEqual(tooMany.slice(1));
});

test('settings of any shape are parsed without an error, and the result is valid', () => {
  const fields = [
    'pausedHosts',
    'bySite',
    'suppressions',
    'notes',
    'recent',
    'language',
    'version',
  ];
  const near = fc.dictionary(fc.constantFrom(...fields), fc.anything());
  fc.assert(
    fc.property(fc.oneof(fc.anything(), near), (given) => {
      const { settings } = parseSettings(given);
      expect(
        parseSettings({ ...settings, version: SETTINGS_VERSION }, 'any'),
      ).toEqual({ settings, problem: null, isNewer: false });
    }),
  );
});

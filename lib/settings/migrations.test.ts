import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrateSettings, SETTINGS_VERSION } from './migrations.ts';
import { parseSettings } from './parse-settings.ts';

test.each<[number, string, object, object]>([
  [
    0,
    'the history of lookups in storage',
    { enabled: false, recent: { on: true, list: ['cloud/131047'] } },
    { enabled: false, rememberLookups: true, recentLookups: ['cloud/131047'] },
  ],
  [
    0,
    'the history of lookups in a file',
    { openPinned: true, rememberLookUps: false },
    { openPinned: true, rememberLookups: false },
  ],
  [0, 'settings without a history', { notes: { 1: 'x' } }, { notes: { 1: 'x' } }],
])('version %i: %s', (version, _, old, today) => {
  expect(MIGRATIONS[version]?.(old as never)).toEqual(today);
  expect(parseSettings({ ...old, ...(version > 0 && { version }) })).toEqual({
    settings: today,
    issues: [],
    isNewer: false,
  });
});

test('each migration has old data in the test above, and data of today or of a newer version are not migrated', () => {
  expect(SETTINGS_VERSION).toBe(1);
  for (const version of [SETTINGS_VERSION, SETTINGS_VERSION + 1])
    expect(migrateSettings({ version, recent: 1 })).toEqual({ version, fields: { recent: 1 } });
});

test('data whose version is no number or negative is migrated like the oldest, without empty fields', () => {
  for (const version of [undefined, '1', -1, Number.NaN])
    expect(migrateSettings({ version, recent: { on: true } }).fields).toStrictEqual({
      rememberLookups: true,
    });
  expect(migrateSettings({ enabled: true }).fields).toStrictEqual({ enabled: true });
});

test('drops only the invalid part: a value, else its item, else its field', () => {
  const place = { host: 'a.example', code: '1', by: 'label', words: 'x' };
  const { settings, issues } = parseSettings({
    enabled: 'yes',
    pausedHosts: ['a.example', 7, '<b>'],
    bySite: { 'a.example': { hover: 'gaze', sensitivity: 'more' }, b: 1 },
    silenced: [{ ...place, by: 'sound' }, place, { host: 'a.example' }],
    notes: 'none',
    providerByHost: { my_host: 'meta', '[::1]': 'meta' },
  });
  expect(settings).toEqual({
    pausedHosts: ['a.example'],
    bySite: { 'a.example': { sensitivity: 'more' } },
    silenced: [place],
    providerByHost: { my_host: 'meta', '[::1]': 'meta' },
  });
  expect(issues.length).toBeGreaterThan(5);
});

test('settings of any shape are parsed without an error, and the result is valid', () => {
  const fields = ['pausedHosts', 'bySite', 'silenced', 'notes', 'recent', 'language', 'version'];
  const near = fc.dictionary(fc.constantFrom(...fields), fc.anything());
  fc.assert(
    fc.property(fc.oneof(fc.anything(), near), (given) => {
      const { settings } = parseSettings(given);
      expect(parseSettings({ ...settings, version: SETTINGS_VERSION })).toEqual({
        settings,
        issues: [],
        isNewer: false,
      });
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  SETTINGS_VERSION,
  type Settings,
} from '../../lib/settings/settings.ts';
import { testOwnCode } from '../../tests/fixtures/own-codes.ts';
import {
  applySettingsFile,
  compareNotes,
  describeSettingChanges,
  parseSettingsFile,
  serializeFile,
  serializeSettings,
} from './settings-file.ts';

const note = 'Ask billing';
const createFile = (settings: object, version: unknown = SETTINGS_VERSION) =>
  JSON.stringify({ form: 'errata-settings', version, settings });

describe('a settings file', () => {
  it('contains all that was chosen, without defaults and what only this browser has', () => {
    const kept = { openPinned: false, notes: { a: note } };
    const text = serializeSettings({
      ...kept,
      recentLookups: ['x'],
      sync: true,
      autoTranslate: true,
    });
    expect(JSON.parse(text)).toEqual({
      form: 'errata-settings',
      version: SETTINGS_VERSION,
      settings: kept,
    });
    expect(text).toMatch(/^\{\n {2}"form".*\}\n$/s);
    expect(parseSettingsFile(text)).toEqual({ settings: kept });
  });

  it('may contain a part of them, and never changes those of this browser', () => {
    expect(
      parseSettingsFile(createFile({ notes: { 'meta/cloud/131047': note } })),
    ).toEqual({
      settings: { notes: { 'meta/cloud/131047': note } },
    });
    const foreign = createFile({
      openPinned: true,
      recentLookups: ['x'],
      sync: true,
      autoTranslate: true,
    });
    expect(parseSettingsFile(foreign)).toEqual({
      settings: { openPinned: true },
    });
  });

  it.each([
    ['is cut off', '{"form":"errata-settings"', /isn’t valid JSON/],
    [
      'is another JSON',
      '{"form":"other","settings":{}}',
      /isn’t an Errata settings file/,
    ],
    [
      'has no settings',
      '{"form":"errata-settings"}',
      /isn’t an Errata settings file/,
    ],
    ['is too large', `${createFile({})}${' '.repeat(1_000_000)}`, /too large/],
    ['is newer', createFile({}, SETTINGS_VERSION + 1), /newer version/],
    [
      'has an error',
      createFile({ openPinned: 'yes' }),
      /error at “openPinned”: ./,
    ],
    [
      'has a bad code',
      createFile({ ownCodes: [{ ...testOwnCode, code: 'E1' }] }),
      /“ownCodes\.0\.code”: must be a number of at most 7/,
    ],
  ])('that %s says so', (_, text, problem) => {
    expect(parseSettingsFile(text)).toEqual({
      problem: expect.stringMatching(problem),
    });
  });

  it('of exactly the maximum length is read', () => {
    expect(parseSettingsFile(serializeFile({}).padEnd(1_000_000))).toEqual({
      settings: {},
    });
  });

  it('of any text never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => 'problem' in parseSettingsFile(text),
      ),
    );
    fc.assert(
      fc.property(fc.json(), (text) => 'problem' in parseSettingsFile(text)),
    );
    const anyKey = fc.oneof(
      fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)),
      fc.string(),
    );
    const settings = fc.dictionary(anyKey, fc.jsonValue());
    fc.assert(
      fc.property(
        settings,
        (given) =>
          Object.keys(parseSettingsFile(createFile(given))).length === 1,
      ),
    );
  });
});

describe('the change that a file makes', () => {
  it('adds codes to the existing ones, and replaces those with the same name', () => {
    const mine = [
      { ...testOwnCode, code: 'E4712' },
      { ...testOwnCode, title: 'Old' },
    ];
    const { ownCodes } = applySettingsFile({ ownCodes: [testOwnCode] })({
      ...DEFAULT_SETTINGS,
      ownCodes: mine,
    });
    expect(ownCodes).toEqual([mine[0], testOwnCode]);
  });

  it('leaves notes and everything that is not in the file', () => {
    const file = { openPinned: true, notes: { a: note } };
    expect(applySettingsFile(file)(DEFAULT_SETTINGS)).toEqual({
      openPinned: true,
    });
  });

  it.each([
    [false, []],
    [true, ['131047']],
  ])(
    'to remember lookups (%s) forgets them if they are off',
    (rememberLookups, lookups) => {
      const before = {
        ...DEFAULT_SETTINGS,
        rememberLookups: true,
        recentLookups: ['131047'],
      };
      const change = applySettingsFile({ rememberLookups })(before);
      expect(change.rememberLookups).toBe(rememberLookups);
      expect(change.recentLookups).toEqual(lookups);
    },
  );
});

it('notes of a file are new, different or the same', () => {
  const other = 'Ask sales';
  expect(
    compareNotes(
      { a: note, b: note, mine: note },
      { a: note, b: other, c: other },
    ),
  ).toEqual({
    added: ['c'],
    differing: ['b'],
  });
  expect(compareNotes({ a: note })).toEqual({ added: [], differing: [] });
});

it.each<[string, Partial<Settings>, readonly string[]]>([
  ['nothing', {}, []],
  ['lookups, which no file has', { recentLookups: ['131047'] }, []],
  ['a switch', { enabled: false }, ['Explain codes on consoles: off']],
  ['no delay', { hoverDelayMs: 0 }, ['Delay before the card opens: no delay']],
  ['a delay', { hoverDelayMs: 300 }, ['Delay before the card opens: 300 ms']],
  ['a choice', { hover: 'off' }, ['When cards open: Keyboard only']],
  ['a language', { language: 'es' }, ['Language: Español']],
  [
    'several settings of sites',
    { pausedHosts: ['a.example'], bySite: { 'b.example': { hover: 'off' } } },
    ['All your site settings are replaced with those in the file.'],
  ],
  [
    'the codes that are new, with the host of their link',
    {
      ownCodes: [
        { ...testOwnCode, code: 'E2', link: undefined },
        testOwnCode,
        { ...testOwnCode, code: 'E3' },
      ],
    },
    ['Your team’s codes: E2, E3 (wiki.example.com)'],
  ],
])('the change of %s is described', (_, change, lines) => {
  const before = {
    ...DEFAULT_SETTINGS,
    ownCodes: change.ownCodes ? [testOwnCode] : [],
  };
  expect(describeSettingChanges(before, { ...before, ...change })).toEqual(
    lines,
  );
});

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { testOwnCode } from '../../tests/fixtures/own-codes.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import {
  getOwnKey,
  type OwnCode,
  withOwnCodes,
} from '../catalogue/own-codes.ts';
import { createCodeIndexData } from '../detect/code-index.ts';
import { createEngine } from '../extension/engine/engine.ts';
import { applyPolicy } from './apply-policy.ts';
import { setOwnCodes } from './changes.ts';
import { parseSettings } from './parse-settings.ts';
import { checkPolicy } from './policy-schema.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { describeIssue, ownCodeSchema } from './settings-schema.ts';
import { applyRemoteChanges, diffItems, toSyncItems } from './sync-items.ts';

describe('an own code of a file', () => {
  test.each<[string, unknown, string]>([
    ['code', 'E42', 'must be a number of at most 7 digits'],
    ['code', '12345678', 'must be a number'],
    ['code', 'a/b.4711', 'must be a number'],
    ['code', '4711-4712', 'must be a number'],
    ['provider', '—', 'must contain a letter or a digit'],
    ['title', '  ', 'must not be empty'],
    ['title', undefined, 'required'],
    ['meaning', 'x'.repeat(501), '501 characters; the maximum is 500'],
    ['turn', 'me', '"me" isn’t a valid value'],
    ['wordings', ['out'], 'must have at least 4 characters'],
    ['wordings', ['4711'], 'including a letter'],
    ['wordings', Array(6).fill('quota used up'), '6 items; the maximum is 5'],
    ['link', 'http://wiki.example.com', 'must be an address such as https://'],
    ['link', 'javascript:alert(1)', 'must be an address such as https://'],
    ['link', 'https://wiki example.com', 'must be an address such as https://'],
    [
      'link',
      'https://business.facebook.com@b.example/',
      'must be an address such as https://',
    ],
    ['link', 'https://a:b@b.example', 'must be an address such as https://'],
    ['link', 'https://x.example:99999/', 'must be an address such as https://'],
    ['link', 'https://%00/', 'must be an address such as https://'],
    ['link', 'https://good.example\uff0fevil', 'must be an address such as'],
    ['link', 'https://[::1/', 'must be an address such as https://'],
    [
      'link',
      'https://a.example\\@b.example',
      'must be an address such as https://',
    ],
  ])('with an invalid %s is refused: %s', (field, value, why) => {
    const { issues = [] } = v.safeParse(ownCodeSchema, {
      ...testOwnCode,
      [field]: value,
    });
    expect(issues.map(describeIssue).join(' ')).toContain(why);
  });

  test.each(['4711', '0', 'E4711', 'GW-QUOTA_2', 'حد-4711', 'कोटा_1'])(
    'may be %s',
    (code) => {
      expect(v.is(ownCodeSchema, { ...testOwnCode, code })).toBe(true);
    },
  );

  test('is stored with single blanks', () => {
    const { ownCodes } = parseSettings({
      ownCodes: [{ ...testOwnCode, title: ' Used\n up ' }],
    }).settings;
    expect(ownCodes).toEqual([{ ...testOwnCode, title: 'Used up' }]);
  });

  test('may have @ in the path of its link', () =>
    expect(
      v.is(ownCodeSchema, {
        ...testOwnCode,
        link: 'https://a.example/@team?x=a@b',
      }),
    ).toBe(true));

  test('a link or text that looks like another is not stored, nor such a note', () => {
    const strange = 'Us\u202eed\u0000 \u2066u\u200fp\u0085';
    const { ownCodes, notes } = parseSettings({
      ownCodes: [
        { ...testOwnCode, title: strange, link: 'https://a.example@b.example' },
      ],
      notes: { 1: `${strange}\n\u061cnow`, 2: '\u202e' },
    }).settings;
    expect(ownCodes).toEqual([
      { ...testOwnCode, title: 'Used up', link: undefined },
    ]);
    expect(notes).toEqual({ 1: 'Used up\nnow' });
    const { policy } = checkPolicy(
      { notes: { 4711: strange } },
      () => testCatalogue,
    );
    expect(policy.notes).toEqual({ 4711: 'Used up' });
  });

  test('loses an invalid link, and is dropped if it has no title', () => {
    const { title: _, ...untitled } = testOwnCode;
    const { link: __, ...unlinked } = testOwnCode;
    const { settings } = parseSettings({
      ownCodes: [{ ...testOwnCode, link: 'ftp://x' }, untitled, testOwnCode],
    });
    expect(settings.ownCodes).toEqual([unlinked, testOwnCode]);
  });
});

test('whatever a file or a policy contains, engine and catalogue open, and find the codes that it defines', () => {
  const codes = JSON.stringify(createCodeIndexData(testCatalogue));
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  const near = fc.record({
    code: fc.oneof(text, fc.stringMatching(/^[A-Za-z]\w{3,10}$/)),
    wordings: fc.array(text, { maxLength: 3 }),
    provider: fc.oneof(
      text,
      fc.constantFrom('meta', 'Our gateway', '__proto__', 'constructor'),
    ),
    title: fc.constant('x'),
    meaning: text,
    turn: fc.constantFrom('you', 'nobody', 'me'),
    retry: fc.constantFrom('no', 'later'),
    next: fc.constant('y'),
    link: fc.constantFrom('https://a.example/b', 'data:text/html,x'),
  });
  fc.assert(
    fc.property(
      fc.array(fc.oneof(near, fc.anything()), { maxLength: 4 }),
      (given) => {
        const { ownCodes = [] } = parseSettings({ ownCodes: given }).settings;
        const { policy } = checkPolicy(
          { ownCodes: given },
          () => testCatalogue,
        );
        for (const list of [ownCodes, policy.ownCodes ?? []]) {
          const catalogue = createCatalogue(withOwnCodes(testCatalogue, list));
          const { detect } = createEngine(codes, list);
          for (const one of list) {
            expect(catalogue.byKey.get(getOwnKey(one))).toMatchObject({
              own: {},
            });
            expect(one.link ?? 'https:').toMatch(/^https:/);
            if (!/\D/.test(one.code)) continue;
            expect(
              detect(`Sent. ${one.code}`, {}).some(
                ({ code }) => code.toLowerCase() === one.code.toLowerCase(),
              ),
            ).toBe(true);
          }
        }
      },
    ),
  );
});

test('a policy’s own codes come before the user’s, and its notes and sites may refer to them', () => {
  const managed = checkPolicy(
    {
      ownCodes: [testOwnCode, { code: 'E1' }],
      notes: {
        'our-gateway/own/E4711': 'Call Ana',
        'our-gateway/own/E4712': 'Nobody',
      },
      providerByHost: { 'crm.example': 'our-gateway' },
    },
    () => testCatalogue,
  );
  expect(managed.policy).toMatchObject({
    ownCodes: [testOwnCode],
    notes: { 'our-gateway/own/E4711': 'Call Ana' },
    providerByHost: { 'crm.example': 'our-gateway' },
  });
  expect(managed.problems.join('\n')).toMatch(
    /“ownCodes\.1\.code”.*\n(?:.*\n)*.*“notes\.our-gateway\/own\/E4712”/,
  );
  const mine = [{ ...testOwnCode, title: 'Mine' }];
  expect(applyPolicy({ ownCodes: mine }, managed).ownCodes).toEqual([
    testOwnCode,
    ...mine,
  ]);
  expect(applyPolicy({ ownCodes: 'x' }, managed).ownCodes).toEqual([
    testOwnCode,
  ]);
});

describe('a change of own codes', () => {
  const other: OwnCode = { ...testOwnCode, code: 'E4712' };
  const settings = { ...DEFAULT_SETTINGS, ownCodes: [testOwnCode, other] };
  const [key, edited] = [
    getOwnKey(testOwnCode),
    { ...testOwnCode, title: 'Edited' },
  ];

  test('edits a code in its place, renames one, and removes one', () => {
    expect(setOwnCodes([edited], key)(settings).ownCodes).toEqual([
      edited,
      other,
    ]);
    const renamed = { ...testOwnCode, code: 'E4713' };
    expect(setOwnCodes([renamed], key)(settings).ownCodes).toEqual([
      other,
      renamed,
    ]);
    expect(setOwnCodes([], key)(settings).ownCodes).toEqual([other]);
  });

  test('is refused if there would be too many', () => {
    const many = Array.from({ length: 99 }, (_, at) => ({
      ...testOwnCode,
      code: `GW-${at + 100}`,
    }));
    expect(() => setOwnCodes(many)(settings)).toThrow('At most 100');
    expect(setOwnCodes(many.slice(1))(settings).ownCodes).toHaveLength(100);
  });

  test('syncs code by code, and an item that is no code changes nothing', () => {
    const before = toSyncItems(settings);
    const after = toSyncItems({ ...settings, ownCodes: [edited] });
    const apply = (changes: ReturnType<typeof diffItems>) =>
      applyRemoteChanges(changes)(settings).ownCodes;
    expect(apply(diffItems(before, after))).toEqual([edited]);
    expect(apply(new Map([[`code ${key}`, '{"code":"<b>"}']]))).toBeUndefined();
  });
});

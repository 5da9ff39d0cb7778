import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { applyPolicy } from './apply-policy.ts';
import { checkPolicy as check } from './policy-schema.ts';

const checkPolicy = (given: unknown) => check(given, () => testCatalogue);

const GOOD = {
  enabled: true,
  hoverDelayMs: 500,
  openPinned: true,
  markStyle: 'tint',
  markStrength: 'bold',
  pausedHosts: ['mail.example', 'apps.example/crm/desk'],
  providerByHost: { 'crm.example': 'gupshup' },
  notes: { 'meta/cloud/131047': 'Use template X' },
  sites: ['https://crm.example/*', 'http://*.desk.example/*'],
};

describe('a policy', () => {
  test('is applied completely if it is valid', () =>
    expect(checkPolicy(GOOD)).toEqual({ policy: GOOD, problems: [] }));

  test.each([
    ['hoverDelayMs', 9999, '“hoverDelayMs”: 9999 isn’t a valid value'],
    ['enabled', 'yes', '“enabled”: "yes" isn’t a valid value'],
    [
      'pausedHosts',
      'a.example',
      '“pausedHosts”: "a.example" isn’t a valid value',
    ],
    ['notes', null, '“notes”: null isn’t a valid value'],
    ['darkMode', true, '“darkMode”: not a known setting'],
    ['toString', true, '“toString”: not a known setting'],
  ])('with an invalid %s loses only that', (field, value, problem) => {
    const { [field as 'enabled']: _, ...others } = GOOD;
    expect(checkPolicy({ ...GOOD, [field]: value })).toEqual({
      policy: others,
      problems: [problem],
    });
  });

  test('with too long a list keeps its last items', () =>
    expect(
      checkPolicy({
        pausedHosts: ['b.example', ...Array(500).fill('a.example')],
      }),
    ).toEqual({
      policy: { pausedHosts: Array(500).fill('a.example') },
      problems: ['“pausedHosts”: 501 items; the maximum is 500'],
    }));

  test('loses only an invalid item', () => {
    const { policy, problems } = checkPolicy({
      pausedHosts: ['<b>', 'a.example', 7],
      notes: {
        'meta/cloud/131047': 7,
        '987654': ' ok ',
        'meta/cloud/131026': '',
      },
      sites: ['*://*/*', 'https://crm.example/*', 'https://crm.example'],
    });
    expect(policy).toEqual({
      pausedHosts: ['a.example'],
      notes: { '987654': 'ok' },
      sites: ['https://crm.example/*'],
    });
    expect(problems).toEqual([
      '“pausedHosts.0”: must be a host such as business.facebook.com',
      '“pausedHosts.2”: 7 isn’t a valid value',
      '“notes.meta/cloud/131047”: 7 isn’t a valid value',
      '“notes.meta/cloud/131026”: must not be empty',
      expect.stringContaining('“sites.0”: must be a pattern'),
      expect.stringContaining('“sites.2”'),
    ]);
  });

  test('loses unknown names, which would have no effect', () => {
    const { policy, problems } = checkPolicy({
      providerByHost: { 'desk.example': 'nosuch', 'crm.example': 'gupshup' },
      notes: {
        nonsense: 'x',
        'meta/cloud/9999999': 'x',
        '131047': 'x',
        '987654': 'Ours',
        OUR_OWN: 'Ours',
      },
    });
    expect(policy).toEqual({
      providerByHost: { 'crm.example': 'gupshup' },
      notes: { '987654': 'Ours', OUR_OWN: 'Ours' },
    });
    expect([...problems].sort()).toEqual([
      '“notes.131047”: no code has this key, so the note would never appear',
      '“notes.meta/cloud/9999999”: no code has this key, so the note would never appear',
      '“notes.nonsense”: no code has this key, so the note would never appear',
      '“providerByHost.desk.example”: “nosuch” isn’t a known provider',
    ]);
  });

  test('reports a note that is too long in plain words', () =>
    expect(
      checkPolicy({ notes: { '987654': 'x'.repeat(400) } }).problems,
    ).toEqual(['“notes.987654”: 400 characters; the maximum is 300']));

  test('opens the catalogue only to check a name', () => {
    const open = vi.fn(() => testCatalogue);
    check({ openPinned: true, pausedHosts: ['a.example'] }, open);
    expect(open).not.toHaveBeenCalled();
  });

  test('of any shape never throws, and the rest is valid', () => {
    const near = fc.record(
      Object.fromEntries(
        Object.entries(GOOD).map(([field, good]) => [
          field,
          fc.oneof(fc.constant(good), fc.anything()),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), near), (given) => {
        const { policy } = checkPolicy(given);
        expect(checkPolicy(policy)).toEqual({ policy, problems: [] });
      }),
    );
  });
});

test("the policy overrides the user's settings for each host, even invalid ones", () => {
  const managed = checkPolicy(GOOD);
  const own = {
    pausedHosts: ['mail.example', 'a.example'],
    providerByHost: { 'b.example': 'meta', 'crm.example': 'x' },
  };
  expect(
    applyPolicy({ ...own, enabled: false, later: 1 }, managed),
  ).toMatchObject({
    enabled: true,
    later: 1,
    pausedHosts: ['mail.example', 'a.example', ...GOOD.pausedHosts],
    providerByHost: { 'b.example': 'meta', 'crm.example': 'gupshup' },
  });
  for (const broken of [
    null,
    'x',
    { pausedHosts: [1], providerByHost: { a: 1 } },
  ])
    expect(applyPolicy(broken, managed)).toMatchObject({
      pausedHosts: GOOD.pausedHosts,
      providerByHost: GOOD.providerByHost,
    });
  expect(applyPolicy(own, undefined)).toEqual(own);
});

test('a setting of the policy for all sites has no exceptions', () => {
  const own = {
    bySite: { 'a.example': { hover: 'off', sensitivity: 'more' } },
  };
  expect(applyPolicy(own, { policy: { hover: 'key' } })).toEqual({
    hover: 'key',
    bySite: { 'a.example': { hover: 'key', sensitivity: 'more' } },
  });
  expect(applyPolicy(own, { policy: { openPinned: true } })).toMatchObject(own);
});

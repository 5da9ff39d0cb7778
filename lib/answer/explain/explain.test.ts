import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import type { Entry } from '../../../data/schema.ts';
import {
  testCatalogue,
  testCatalogueData,
} from '../../../tests/fixtures/catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { packReport, unpackReport } from '../paste/packed-report.ts';
import { planFailures } from '../plan/plan-failures.ts';
import { decideRow } from './decide-row.ts';
import { type CodeQuestion, explain, explainUndecided } from './explain.ts';

const getExplainedKey = (question: CodeQuestion) =>
  explain(question, testCatalogue).entry?.key ?? null;

describe('explanation of a code', () => {
  it('returns the only meaning of a code', () => {
    expect(explain({ code: '131047' }, testCatalogue)).toMatchObject({
      code: '131047',
      subcode: null,
      entry: { key: 'meta/cloud/131047' },
      others: [],
      ambiguous: false,
      undecided: null,
      detail: null,
      family: null,
    });
  });

  it('describes an unknown code by its range, without a meaning', () => {
    expect(explain({ code: '131999' }, testCatalogue)).toMatchObject({
      entry: null,
      others: [],
      ambiguous: false,
      family:
        "Not in the catalogue. Six-digit codes beginning with 131 are Meta's Cloud API codes about sending messages.",
    });
  });

  it('finds the range that holds a code', () =>
    expect(getExplainedKey({ code: '230' })).toBe('meta/cloud/200-299'));
});

describe('the steps of a Meta code', () => {
  const steps = [
    {
      do: 'Open WhatsApp Manager, Message templates.',
      who: 'operator' as const,
    },
  ];
  const places = [
    {
      meta: 'WhatsApp Manager',
      here: 'Gupshup console',
      url: 'https://gupshup.example',
      seen: '2026-11',
    },
  ];
  const catalogue = createCatalogue({
    ...testCatalogueData,
    entries: testCatalogueData.entries.map((entry) =>
      entry.key === 'meta/cloud/131047' ? { ...entry, steps } : entry,
    ),
    providers: testCatalogueData.providers.map((one) =>
      one.id === 'gupshup' ? { ...one, places } : one,
    ),
  });

  it.each([
    [
      'its console',
      { host: 'www.gupshup.io' },
      'Open Gupshup console, Message templates.',
    ],
    [
      'a place that is set to it',
      { host: 'a.example', provider: 'gupshup' },
      'Open Gupshup console, Message templates.',
    ],
    [
      'Meta’s own',
      { host: 'business.facebook.com' },
      'Open WhatsApp Manager, Message templates.',
    ],
    ['nowhere', {}, 'Open WhatsApp Manager, Message templates.'],
    [
      'another site',
      { host: 'a.example' },
      'Open WhatsApp Manager, Message templates.',
    ],
    [
      'an unknown provider',
      { provider: 'nobody' },
      'Open WhatsApp Manager, Message templates.',
    ],
  ])('name the screens of the provider for %s', (_, place, text) => {
    expect(
      explain({ code: '131047', ...place }, catalogue).entry?.steps?.[0]?.do,
    ).toBe(text);
  });
});

it('the steps of a translated entry name the screens of the provider in both languages', () => {
  const places = [
    {
      meta: 'WhatsApp Manager',
      here: 'Gupshup console',
      url: 'https://a.example',
      seen: '2026-11',
    },
  ];
  const providers = testCatalogueData.providers.map((one) => ({
    ...one,
    places,
  }));
  const entries = testCatalogueData.entries.map((entry) => {
    const steps = [{ do: 'Abra WhatsApp Manager.', who: 'operator' as const }];
    const english = {
      ...entry,
      steps: [{ do: 'Open WhatsApp Manager.', who: 'operator' as const }],
    };
    return entry.key === 'meta/cloud/131047'
      ? { ...entry, steps, english }
      : entry;
  });
  const catalogue = createCatalogue({
    ...testCatalogueData,
    providers,
    entries,
  });
  const read = (provider?: string) => {
    const { entry } = explain({ code: '131047', provider }, catalogue);
    return [entry?.steps, entry?.english?.steps].map((steps) => steps?.[0]?.do);
  };
  expect(read('gupshup')).toEqual([
    'Abra Gupshup console.',
    'Open Gupshup console.',
  ]);
  expect(read()).toEqual(['Abra WhatsApp Manager.', 'Open WhatsApp Manager.']);
});

it('an entry without steps has none in the console of a provider either', () => {
  const places = [
    {
      meta: 'WhatsApp Manager',
      here: 'Twilio',
      url: 'https://a.example',
      seen: '2026-11',
    },
  ];
  const providers = testCatalogueData.providers.map((one) => ({
    ...one,
    places,
  }));
  const catalogue = createCatalogue({ ...testCatalogueData, providers });
  const { entry } = explain({ code: '131026', provider: 'gupshup' }, catalogue);
  expect([entry?.code, entry?.steps]).toEqual(['131026', undefined]);
});

describe('meanings of several providers', () => {
  it.each([
    [{ code: '1003', host: 'www.gupshup.io' }, 'gupshup/api/1003'],
    [{ code: '1003', host: 'business.facebook.com' }, 'meta/onprem/1003'],
    [{ code: '1003', provider: 'gupshup' }, 'gupshup/api/1003'],
    [
      { code: '1003', host: 'business.facebook.com', provider: 'gupshup' },
      'gupshup/api/1003',
    ],
    [{ code: '30003', provider: 'exotel' }, 'exotel/api/30003'],
    [{ code: '30003', host: 'console.twilio.com' }, 'twilio/api/30003'],
  ])('depends on the page: %o', (question, expected) => {
    const explanation = explain(question, testCatalogue);
    expect(explanation.entry?.key).toBe(expected);
    expect(explanation.ambiguous).toBe(false);
    expect(explanation.others).toHaveLength(1);
  });

  it('is ambiguous if nothing decides', () => {
    expect(explain({ code: '1003' }, testCatalogue)).toMatchObject({
      ambiguous: true,
      undecided: 'provider',
    });
  });

  it('depends on nearby words if the page does not decide', () => {
    const explanation = explain(
      { code: '1003', nearby: '1003: Wallet balance low' },
      testCatalogue,
    );
    expect(explanation).toMatchObject({
      entry: { key: 'gupshup/api/1003' },
      ambiguous: false,
    });
  });

  it('keeps the order of the engine, which knows more of the page', () => {
    const meanings = [
      { key: 'gupshup/api/1003', score: 5 },
      { key: 'meta/onprem/1003', score: 1 },
    ];
    expect(getExplainedKey({ code: '1003', meanings })).toBe(
      'gupshup/api/1003',
    );
  });
});

describe('the time window of a code', () => {
  const line = '2026-11-20T10:33:00Z error 131047\n';
  const sentMs = Date.UTC(2026, 10, 20, 10, 33);
  const findStart = (
    nearby: string,
    more: Partial<NonNullable<Entry['window']>> = {},
    question: Partial<CodeQuestion> = {},
  ) => {
    const window = {
      as: 'ends',
      lasts: '1 h',
      from: 'failure',
      confidence: 'stated',
      ...more,
    } as const;
    const entries = testCatalogueData.entries.map((entry) => ({
      ...entry,
      window,
    }));
    const catalogue = createCatalogue({ ...testCatalogueData, entries });
    return (
      explain({ code: '131047', nearby, ...question }, catalogue).when
        ?.fromMs ?? null
    );
  };

  it('begins at the time of the failure, if all its places agree and it is no list', () => {
    expect(findStart(line)).toBe(sentMs);
    expect(findStart(`131047 ${line}`)).toBe(sentMs);
    expect(findStart(line.repeat(8))).toBe(sentMs);
    expect(findStart(line.repeat(9))).toBeNull();
    expect(findStart(line + line.replace('10:33', '10:34'))).toBeNull();
    expect(findStart('no code')).toBeNull();
  });

  it('begins with the last message of the customer anywhere on the page', () => {
    const text = 'Last customer message: 2026-11-20T10:33:00Z';
    const labelled = { text, isRow: true };
    expect(
      findStart('error 131047', { from: 'customer-message' }, { labelled }),
    ).toBe(sentMs);
    expect(
      findStart(`error 131047. ${text}`, { from: 'customer-message' }),
    ).toBe(sentMs);
    expect(findStart('error 131047', { from: 'customer-message' })).toBeNull();
  });
});

it('has the time of the failure only if the window of the code begins with the customer’s message', () => {
  const nearby = '2026-11-20T10:33:00Z error 131047 131026';
  const catalogue = createCatalogue(readCatalogue());
  const findTime = (code: string) =>
    explain({ code, nearby }, catalogue).failedAtMs;
  expect(['131047', '131026', '999999'].map(findTime)).toEqual([
    Date.UTC(2026, 10, 20, 10, 33),
    null,
    null,
  ]);
});

describe('the scores of the engine', () => {
  const findUndecided = (
    scores: readonly [number, number],
    place: Partial<CodeQuestion> = {},
  ) =>
    explain(
      {
        code: '1003',
        meanings: [
          { key: 'gupshup/api/1003', score: scores[0] },
          { key: 'meta/onprem/1003', score: scores[1] },
        ],
        ...place,
      },
      testCatalogue,
    ).undecided;

  it('decide from a distance on', () => {
    expect(findUndecided([2.5, 1])).toBe('provider');
    expect(findUndecided([2.6, 1])).toBeNull();
  });

  it('do not matter in the console of the first, or if its provider is set', () => {
    expect(findUndecided([1, 1], { host: 'www.gupshup.io' })).toBeNull();
    expect(findUndecided([1, 1], { provider: 'gupshup' })).toBeNull();
    expect(findUndecided([1, 1], { provider: 'twilio' })).toBe('provider');
    expect(findUndecided([1, 1], { host: 'console.twilio.com' })).toBe(
      'provider',
    );
    expect(findUndecided([1, 1], { host: 'a.desk.example' })).toBe('provider');
  });

  it('leave a question to a listed code, or none', () => {
    const listed = {
      code: '1003',
      key: 'gupshup/api/1003',
      meanings: [
        { key: 'gupshup/api/1003', score: 1 },
        { key: 'meta/onprem/1003', score: 1 },
      ],
    };
    expect(explainUndecided(listed, testCatalogue, {})).toMatchObject({
      code: '1003',
      undecided: 'provider',
    });
    expect(
      explainUndecided(listed, testCatalogue, { provider: 'gupshup' }),
    ).toBeNull();
    expect(
      explainUndecided(
        { code: '1003', key: 'gupshup/api/1003' },
        testCatalogue,
        {},
      ),
    ).toBeNull();
    expect(
      explainUndecided(
        { code: '9', key: null, meanings: [] },
        testCatalogue,
        {},
      ),
    ).toBeNull();
    const token = {
      code: '190',
      key: 'meta/graph/190.463',
      meanings: [{ key: 'meta/graph/190.463', score: 1 }],
    };
    expect(explainUndecided(token, testCatalogue, {})).toBeNull();
  });
});

describe('a provider that is named', () => {
  const catalogue = createCatalogue(readCatalogue());
  const explainAt = (
    provider: string,
    code: string,
    nearby = '',
    more: Partial<CodeQuestion> = {},
  ) => explain({ code, provider, nearby, ...more }, catalogue);

  it.each([
    ['meta', '999999', 'Alibaba Cloud ChatApp'],
    ['meta', '21211', 'Twilio'],
    ['twilio', '1340', 'Vonage Messages API'],
    ['infobip', '63016', 'Twilio'],
    ['twilio', '470', 'Meta on-premises API'],
  ])('has no meaning of others: %s %s', (provider, code, user) => {
    const found = explainAt(provider, code);
    expect(found).toMatchObject({ entry: null, ambiguous: false, inner: null });
    expect(found.family).toMatch(
      /^Not in the catalogue as a code of this provider\. .*Check it by hand/,
    );
    expect(found.family).toContain(user);
    expect(found.others.map(catalogue.apiName)).toContain(user);
  });

  it.each([
    ['360dialog', '470', 'meta/onprem/470'],
    ['360dialog', '80007', 'meta/cloud/80007'],
    ['gupshup', '1026', 'meta/onprem/1026'],
    ['gallabox', '131047', 'meta/cloud/131047'],
    ['gupshup', '1003', 'gupshup/api/1003'],
  ])(
    'counts the codes that it passes on as its own: %s %s',
    (provider, code, key) => {
      expect(explainAt(provider, code).entry?.key).toBe(key);
    },
  );

  it.each([
    [
      'twilio',
      '131049',
      '{"code":63049,"message":"(#131049) not delivered"}',
      'meta/cloud/131049',
    ],
    [
      'twilio',
      '131049',
      '{"error":{"code":131049,"fbtrace_id":"A"}}',
      'meta/cloud/131049',
    ],
  ])(
    'gives way where the text names another: %s %s',
    (provider, code, nearby, key) => {
      expect(explainAt(provider, code, nearby).entry?.key).toBe(key);
      const found = decodePaste(nearby, catalogue, { provider });
      expect([
        found[0]?.entry?.key,
        found[0]?.inner?.key,
        found[1]?.entry?.key,
      ]).toContain(key);
    },
  );

  it('gives way to a name in a text', () => {
    const [found] = decodePaste('Twilio error 63016', catalogue, {
      provider: 'meta',
    });
    expect(found?.entry?.key).toBe('twilio/api/63016');
  });

  it('leaves a name of several words to its own list', () => {
    expect(
      explainAt('meta', 'REJECTED_NOT_ENOUGH_CREDITS').entry?.provider,
    ).toBe('infobip');
    expect(explainAt('meta', 'undeliverable').entry).toBeNull();
  });

  it('binds by its console, but an inbox for several providers does not', () => {
    const explainOn = (host: string) =>
      explain({ code: '999999', host }, catalogue).entry?.key;
    expect(explainOn('business.facebook.com')).toBeUndefined();
    expect(explainOn('app.chatwoot.com')).toBe('alibaba/api/999999');
    expect(explainOn('app.respond.io')).toBe('alibaba/api/999999');
  });

  it('is known to the engine, which found no meaning in its list', () => {
    const found = explain({ code: '999999', meanings: [] }, catalogue);
    expect(found.entry).toBeNull();
    expect(found.others.map(({ key }) => key)).toEqual(['alibaba/api/999999']);
    // A subcode without its code has no meaning elsewhere.
    expect(explain({ code: '492', meanings: [] }, catalogue).others).toEqual(
      [],
    );
  });

  it('has no subcodes of others', () => {
    expect(explainAt('twilio', '190', '', { subcode: '463' }).entry).toBeNull();
    expect(explainAt('gupshup', '190', '', { subcode: '463' }).entry?.key).toBe(
      'meta/graph/190.463',
    );
  });

  it('that no list belongs to does not bind', () => {
    expect(explainAt('chatwoot', '63016').entry?.key).toBe('twilio/api/63016');
  });

  it.each(['131047', '999999'])('also counts in a payload: %s', (code) => {
    const [found] = decodePaste(`{"errors":[{"code":${code}}]}`, catalogue, {
      provider: 'meta',
    });
    expect(found?.entry?.key).toBe(
      code === '131047' ? 'meta/cloud/131047' : undefined,
    );
    expect(found?.code).toBe(code);
  });
});

it.each([
  ['130429', '2494055'],
  ['131030', '2655007'],
  ['132001', '2494073'],
])(
  'a retired subcode has the verdict of its code: %s with %s',
  (code, subcode) => {
    const catalogue = createCatalogue(readCatalogue());
    const [found] = decodePaste(
      `{"error":{"message":"(#${code}) x","code":${code},"error_subcode":${subcode}}}`,
      catalogue,
    );
    const plain = explain({ code, provider: 'meta' }, catalogue).entry;
    expect(found).toMatchObject({
      subcode,
      subcodeFamily: null,
      entry: { key: `meta/cloud/${code}` },
    });
    expect(found?.entry?.verdict).toEqual(plain?.verdict);
  },
);

describe('variants of one code', () => {
  it.each([
    ['"title":"Timeout"', 'timeout'],
    ['Unknown error: biz_link_error', 'biz-link-error'],
    ['(403) biz_link_error', 'biz-link-error'],
    ['Error verifying the number', 'locked'],
    ['the REGISTRATION LOCKED', 'locked'],
  ])('%s is told apart by its text', (nearby, variant) => {
    const explanation = explain(
      { code: '1005', provider: '360dialog', nearby },
      testCatalogue,
    );
    expect(explanation).toMatchObject({
      entry: { key: `360dialog/registration/1005~${variant}` },
      ambiguous: false,
    });
  });

  it('is ambiguous without such text', () => {
    expect(
      explain({ code: '1005', provider: '360dialog' }, testCatalogue),
    ).toMatchObject({
      undecided: 'variant',
    });
  });
});

describe('code and subcode', () => {
  it('returns the entry of both, and the entry of the code alone', () => {
    expect(
      explain({ code: '190', subcode: '463' }, testCatalogue),
    ).toMatchObject({
      subcode: '463',
      entry: { key: 'meta/graph/190.463' },
      others: [{ key: 'meta/graph/190' }],
      subcodeFamily: null,
    });
  });

  it('prefers the code alone to the meaning of another subcode', () => {
    const meanings = [
      { key: 'meta/graph/190.463', score: 2 },
      { key: 'meta/graph/190', score: 1 },
    ];
    const explanation = explain(
      { code: '190', subcode: '2494999', meanings },
      testCatalogue,
    );
    expect(explanation).toMatchObject({
      entry: { key: 'meta/graph/190' },
      others: [],
    });
    expect(
      explain({ code: '190', subcode: '190' }, testCatalogue).subcode,
    ).toBeNull();
  });

  it('finds a subcode that is listed without its code', () => {
    expect(getExplainedKey({ code: '200', subcode: '2388040' })).toBe(
      'meta/management/2388040',
    );
  });

  it('shows an unknown subcode with its range and without a meaning', () => {
    expect(
      explain({ code: '190', subcode: '2494999' }, testCatalogue),
    ).toMatchObject({
      subcode: '2494999',
      entry: { key: 'meta/graph/190' },
      subcodeFamily: expect.stringMatching(
        /^Subcode 2494999 is not in the catalogue\. .*2494/,
      ),
    });
    expect(
      explain({ code: '131047', subcode: '463' }, testCatalogue).entry?.key,
    ).toBe('meta/cloud/131047');
  });

  it('names the code that a misplaced subcode belongs to', () => {
    expect(
      explain({ code: '131047', subcode: '463' }, testCatalogue).subcodeFamily,
    ).toMatch(
      /^Subcode 463 is not in the catalogue with 131047; with 190 it is “.*”\.$/,
    );
    expect(
      explain({ code: '131047', subcode: '1003' }, testCatalogue).subcodeFamily,
    ).toBe('Subcode 1003 is not in the catalogue.');
    expect(
      explain({ code: '131047', subcode: '492' }, testCatalogue).subcodeFamily,
    ).toBe('Subcode 492 is not in the catalogue.');
  });
});

describe('detail texts', () => {
  it('refines the meaning by adjacent text', () => {
    const nearby =
      'Message failed: recipient is Not Capable of receiving this message';
    expect(explain({ code: '131026', nearby }, testCatalogue).detail).toEqual({
      text: 'Not Capable of receiving',
      meaning: 'The app of the recipient is too old for this kind of message.',
      next: 'Ask the person to update WhatsApp.',
    });
    expect(
      explain({ code: '131026', nearby: 'something else' }, testCatalogue)
        .detail,
    ).toBeNull();
  });

  it('ignores an adjacent payload', () => {
    const said = '"details":"recipient is not capable of receiving it"';
    const getDetail = (nearby: string) =>
      explain({ code: '131026', nearby }, testCatalogue).detail;
    expect(
      getDetail(`{"code":131042,${said}}\n{"code":131026,"title":"x"}`),
    ).toBeNull();
    expect(
      getDetail(`{"code":131042}\n{"error":{"code":131026},${said}}`),
    ).not.toBeNull();
  });
});

describe('a recipient whose country never gets the message', () => {
  const catalogue = createCatalogue(readCatalogue());
  const createWebhook = (code: string, to: string) =>
    `{"statuses":[{"status":"failed","recipient_id":"${to}","errors":[{"code":${code},"title":"x"}]}]}`;

  it.each([
    ['131049', 'meta'],
    ['63049', 'twilio'],
    ['7032', 'infobip'],
  ])('is not sent %s of %s again, as its plan says', (code, provider) => {
    const explainTo = (to: string) => {
      const found = explain(
        { code, provider, nearby: createWebhook(code, to) },
        catalogue,
      );
      return {
        ...found,
        planned: planFailures(
          [{ entry: found.entry, recipient: to }],
          catalogue,
          0,
        )[0]?.plan,
      };
    };
    const excluded = explainTo('12025550143');
    expect(excluded.entry).toMatchObject({
      verdict: { turn: 'nobody', retry: 'no' },
      next: expect.stringMatching(/^Use SMS/),
    });
    expect(excluded).toMatchObject({ planned: 'never', when: null });
    expect(
      excluded.entry?.steps?.filter((step) => /^Wait\b/.test(step.do)),
    ).toEqual([]);
    const { entry } = explain({ code, provider }, catalogue);
    for (const other of ['14165550123', '5511987654321', '2025550143'])
      expect(explainTo(other).entry?.verdict).toEqual(entry?.verdict);
    const texts = JSON.stringify(explainTo('5511987654321').entry?.steps);
    if (provider === 'meta') expect(texts).not.toMatch(/United States|\bUS\b/);
  });

  it.each([
    ['131049', 'meta'],
    ['63049', 'twilio'],
    ['7032', 'infobip'],
  ])(
    'is not told to wait for %s of %s, if the limit does not apply there',
    (code, provider) => {
      for (const to of ['4915123456789', '33612345678', '819012345678']) {
        const found = explain(
          { code, provider, nearby: createWebhook(code, to) },
          catalogue,
        );
        expect(found.entry).toMatchObject({
          verdict: { turn: 'you', retry: 'after-fix' },
          next: expect.stringMatching(/^Check the template/),
        });
        expect(found.entry?.verdict.wait).toBeUndefined();
        expect(found).toMatchObject({
          when: null,
          entry: { meaning: expect.stringMatching(/another cause/) },
        });
        expect(
          found.entry?.steps?.filter((step) =>
            /\bwait at least\b/i.test(step.do),
          ),
        ).toEqual([]);
      }
    },
  );

  it('has no time, unless its number is masked', () => {
    const nearby = '2026-11-20T10:33:00Z 131049';
    const findTime = (to: string | null) =>
      explain({ code: '131049', nearby, recipient: () => to }, catalogue).when
        ?.as ?? null;
    expect(
      ['+1 415 555 2671', '17875550123', '+1******2042'].map(findTime),
    ).toEqual([null, null, 'retry-from']);
    expect(
      ['whatsapp:+14165550123', '18765550123', null].map(findTime),
    ).toEqual(Array(3).fill('retry-from'));
  });

  it('is open if a code has rules of countries and its recipient is unreadable', () => {
    const isOpen = (code: string, to: string | null) =>
      decideRow(
        explain({ code, recipient: () => to, moment: () => 1 }, catalogue),
        catalogue,
        { nowMs: 1e9 },
      ).planned?.reason === 'unknown-country';
    expect(isOpen('131049', null)).toBe(true);
    expect([isOpen('131049', '12025550143'), isOpen('131026', null)]).toEqual([
      false,
      false,
    ]);
  });

  it('has the next step of its rule, without a text of the page', () => {
    const nearby = createWebhook('131049', '12025550143');
    const { detail, entry } = explain({ code: '131049', nearby }, catalogue);
    expect(detail).toBeNull();
    expect(entry?.next).toMatch(/^Use SMS/);
  });

  it.each([
    [
      '131049\n+1 202 555 0143\tfailed\t131049',
      'Recipient: +1 202 555 0143\nStatus: failed\nError: 131049',
    ],
    ['131049\n12025550143\tfailed\t131049', undefined],
  ])('is read from the row of the code: %j', (nearby, text) => {
    const labelled = text === undefined ? undefined : { text, isRow: true };
    const found = explain({ code: '131049', nearby, labelled }, catalogue);
    expect(found.entry?.verdict).toMatchObject({ turn: 'nobody', retry: 'no' });
  });

  it('is found where the code is also part of its number', () => {
    const nearby = '8x8 error 25 to +12125551234, 131049';
    expect(
      explain({ code: '131049', nearby }, catalogue).entry?.verdict.retry,
    ).toBe('no');
    expect(
      explain(
        { code: '25', provider: '8x8', nearby: '8x8 error 25 to +12125551234' },
        catalogue,
      ).entry?.verdict.retry,
    ).toBe('no');
  });

  it('is not that of another message with the code', () => {
    const nearby =
      'failed to +12025550143: 131049\nfailed to +5511987654321: 131049';
    expect(
      explain({ code: '131049', nearby }, catalogue).entry?.verdict.retry,
    ).toBe('later');
  });

  it('is a finding of its own, also for the page of a worker', () => {
    const numbers = ['12025550143', '5511987654321', '12025550144'];
    const text = numbers.map((to) => createWebhook('131049', to)).join('\n');
    const findings = decodePaste(text, catalogue);
    const retries = findings.map(({ count, entry }) => [
      count,
      entry?.verdict.retry,
    ]);
    expect(retries).toEqual([
      [2, 'no'],
      [1, 'later'],
    ]);
    const report = { findings, syntaxError: null, droppedCount: 0 };
    expect(
      unpackReport(structuredClone(packReport(report)), catalogue),
    ).toEqual(report);
  });
});

describe('explanation of any text', () => {
  it('never gives a code that the catalogue does not know a meaning', () => {
    const code = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 9_999_999 }).map(String),
    );
    fc.assert(
      fc.property(
        code,
        fc.option(code),
        fc.string({ unit: 'binary' }),
        (code, subcode, nearby) => {
          const { entry, family } = explain(
            { code, subcode, nearby },
            testCatalogue,
          );
          const isKnown = testCatalogue.meaningsOf(code).length > 0;
          expect(entry !== null).toBe(
            isKnown || (subcode !== null && entry?.code === subcode),
          );
          expect(family === null).toBe(entry !== null);
        },
      ),
    );
  });
});

it('a pause that the sender states decides when the message may go', () => {
  const catalogue = createCatalogue(readCatalogue());
  const failedAt = '2026-11-20T10:00:00Z';
  const nearby = `{"timestamp":"${failedAt}","code":130429,"Retry-After":"10800"}`;
  const labelled = { text: `Sent at: ${failedAt}\nCode: 130429`, isRow: true };
  const told = explain({ code: '130429', nearby, labelled }, catalogue);
  const nowMs = Date.parse('2026-11-20T11:00:00Z');
  expect(decideRow(told, catalogue, { nowMs }).planned).toMatchObject({
    plan: 'wait',
    sendAfterMs: Date.parse('2026-11-20T13:00:00Z'),
  });
  const stated = nearby.replace('10800', '60');
  const short = explain(
    { code: '130429', nearby: stated, labelled },
    catalogue,
  );
  expect(decideRow(short, catalogue, { nowMs }).planned?.plan).toBe('slowly');
});

describe('the other failures of a recipient', () => {
  const catalogue = createCatalogue(readCatalogue());
  const nowMs = Date.parse('2026-11-20T11:00:00Z');
  const writeRow = (code: string, hour: number) =>
    `Sent at: 2026-11-20T0${hour}:00:00Z\nTo: +5511987654321\nCode: ${code}`;

  function plan(code: string, other: string, isBefore: boolean) {
    const labelled = { text: writeRow(code, 5), isRow: true };
    const told = explain({ code, labelled }, catalogue);
    const others = [
      {
        code: other,
        entry: catalogue.byKey.get(`meta/cloud/${other}`) ?? null,
        text: writeRow(other, isBefore ? 4 : 6),
        isBefore,
      },
    ];
    const row = told.row ? { ...told.row, others } : null;

    return decideRow({ ...told, row }, catalogue, { nowMs }).planned;
  }

  it.each([
    ['131000', '131000', false, 'check', 'repeated'],
    ['131000', '131050', true, 'check', 'stop-list'],
    ['131000', '131026', true, 'now', null],
  ] as const)(
    'decide %s beside %s',
    (code, other, isBefore, expected, reason) => {
      expect(plan(code, other, isBefore)).toMatchObject({
        plan: expected,
        reason,
      });
    },
  );
});

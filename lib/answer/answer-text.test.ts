import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { answerArguments } from '../../cli/explain/answer-arguments.ts';
import { toAnswerJson } from '../../cli/explain/answer-json.ts';
import { takeNthByDay } from '../../tests/by-day.ts';
import { decodePaste } from '../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { createSearch, type Search } from '../catalogue/search/search.ts';
import {
  type AnswerSetting,
  isFound,
  mergeAnswers,
  NO_ANSWER,
} from './answer.ts';
import { answerText } from './answer-text.ts';

/** Runs against the shipped catalogue, not the small fixture of the unit tests. */
let setting: AnswerSetting;
let search: Search;

beforeAll(() => {
  const catalogue = createCatalogue(readCatalogue());
  setting = { catalogue };
  search = createSearch(catalogue);
});

describe('a query of a database', () => {
  const QUERY =
    'SELECT recipient, code FROM messages WHERE code IN (131026, 131047)';

  it('has no failure, but the codes that it looks for are explained', () => {
    const { findings, entries } = answerText(QUERY, setting);

    expect(findings).toEqual([]);
    expect(entries.slice(0, 2).map(({ code }) => code)).toEqual([
      '131026',
      '131047',
    ]);
  });

  it('does not count beside the rows that it found', () =>
    expect(
      answerText(
        `${QUERY};\n recipient | code\n-----------+--------\n 4915550100123 | 131026\n(1 row)`,
        setting,
      ).findings,
    ).toMatchObject([{ code: '131026', count: 1 }]));
});

describe('the shipped catalogue', () => {
  it.each([
    ['outside window', 'meta/cloud/131047'],
    ['window closed', 'meta/cloud/131047'],
    ['reengagment', 'meta/cloud/131047'],
    ['fora da janela', 'meta/cloud/131047'],
    ['number not on whatsapp', 'meta/cloud/131026'],
    ['no whatsapp', 'meta/cloud/131026'],
    ['template paused', 'meta/cloud/132015'],
    ['plantilla pausada', 'meta/cloud/132015'],
    ['billing', 'meta/cloud/131042'],
    ['payment', 'meta/cloud/131042'],
    ['token expired', 'meta/cloud/190'],
    ['131047', 'meta/cloud/131047'],
    ['470', 'meta/onprem/470'],
    ['131 047', 'meta/cloud/131047'],
    ['#131.047', 'meta/cloud/131047'],
    ['100/2494179', 'meta/management/2494179'],
    ['100 2494179', 'meta/management/2494179'],
  ])('answers "%s" with %s first', (query, key) =>
    expect(search.find(query)[0]?.entry.key).toBe(key),
  );

  it('no record number of a list is a code, however long the list', () => {
    const records = Array.from({ length: 600 }, (_, id) => ({
      id,
      status: 'failed',
      recipient_id: `5511${900_000_000 + id * 7_919}`,
      errors: [{ code: 131047, title: 'Re-engagement message' }],
    }));
    const countCodes = (text: string) =>
      decodePaste(text, setting.catalogue).map(
        ({ code, count }) => `${code} × ${count}`,
      );
    expect(countCodes(JSON.stringify(records))).toEqual(['131047 × 600']);
    expect(
      countCodes(records.map((record) => JSON.stringify(record)).join('\n')),
    ).toEqual(['131047 × 600']);
  });

  it.each([
    ['131 047', 'meta/cloud/131047'],
    ['131,047', 'meta/cloud/131047'],
    ['100/2494179', 'meta/management/2494179'],
    ['errors[0].code = 131047', 'meta/cloud/131047'],
    ['statuses[0]?.errors[0].code: 131047', 'meta/cloud/131047'],
    ['error[190]', 'meta/cloud/190'],
    [
      'Reason: 470 Message failed to send because more than 24 hours have passed',
      'meta/onprem/470',
    ],
    [
      'Stream Errored (restart required) statusCode: 515',
      'whatsapp-web/connection/515',
    ],
  ])('answers "%s" on the command line with %s', (query, key) =>
    expect(
      answerText(query, setting).entries.map((entry) => entry.key)[0],
    ).toBe(key),
  );

  it('answers a question of several lines by its words, a log without codes by nothing', () => {
    const lines = 'Message stuck on one tick for 3 days.\nWhat do I do?';
    expect(answerText(lines, setting).entries[0]?.key).toBe(
      'meta/guides/sent-not-delivered',
    );
    const log =
      '10:14:07 INFO template paused check\n10:14:08 GET /template?id=1';
    expect(answerText(log, setting).entries).toEqual([]);
  });

  it.each([
    ['131 999', ['131999']],
    ['131.999', ['131999']],
    ['qwertzuiop', []],
    ['pedido 1234 entregue', []],
    ['+55 11 98765-4321', []],
  ])('finds no meaning in "%s"', (query, unknown) => {
    const all = answerText(query, setting);
    expect([all.entries, all.unknown]).toEqual([[], unknown]);
  });

  it.each([
    [['131047', '470', '63016'], ['131047', '470', '63016'], []],
    [['131047', '99999999', '131999'], ['131047'], ['99999999', '131999']],
    [['{"error":{"code":190}}', 'meta/cloud/131047'], ['190', '131047'], []],
  ])('answers each of several arguments: %j', (texts, codes, unknown) => {
    const all = mergeAnswers(answerArguments(texts, setting));
    const found = all.entries.map(({ code }) => code);
    expect(codes.filter((code) => !found.includes(code))).toEqual([]);
    expect(all.unknown).toEqual(unknown);
  });

  it.each([
    [['100', '2494179'], 'meta/management/2494179'],
    [['131', '047'], 'meta/cloud/131047'],
    [['template', 'paused'], 'meta/cloud/132015'],
  ])('takes arguments that belong together for one text: %j', (texts, key) => {
    const [first, ...more] = answerArguments(texts, setting);
    expect([first?.entries[0]?.key, more]).toEqual([key, []]);
  });

  it.each([
    'printer does not work',
    'server room temperature alarm',
    'i want to buy pizza',
  ])(
    'lists at most the two nearest entries if nothing matches well: %s',
    (words) =>
      expect(answerText(words, setting).entries.length).toBeLessThanOrEqual(2),
  );

  it.each(['outside window', 'rate limit hit', 'number not on whatsapp'])(
    'lists more where they match: %s',
    (words) =>
      expect(answerText(words, setting).entries.length).toBeGreaterThan(2),
  );

  it('an approximate match by words counts as not found, also for scripts', () => {
    const [near, sure] = ['window closed', '131047'].map((text) =>
      answerText(text, setting),
    );
    if (!near || !sure) throw new Error('expected two answers');
    expect([
      isFound(near),
      isFound(sure),
      isFound(mergeAnswers([near, sure])),
    ]).toEqual([false, true, true]);
    expect(toAnswerJson(near, setting.catalogue).guessed).toBe('none');
    expect(toAnswerJson(sure, setting.catalogue)).toMatchObject({
      unknown: [],
      guessed: null,
    });
  });

  it('gives scripts the day on which each source was read', () => {
    const { found, sources } = toAnswerJson(
      answerText('131047', setting),
      setting.catalogue,
    );
    const named = new Set(
      found.flatMap(({ claims }) => claims.map(({ source }) => source)),
    );
    expect(new Set(sources.map(({ id }) => id))).toEqual(named);
    expect(sources.every(({ seen }) => /^\d{4}-\d{2}/.test(seen))).toBe(true);
  });

  it('an array index in a path is no code, also next to an unknown code', () => {
    expect(answerText('errors[0].code = 139998', setting)).toMatchObject({
      entries: [],
      unknown: ['139998'],
    });
  });

  it('finds every entry by its own code', () => {
    const missing = takeNthByDay(5, setting.catalogue.entries).filter(
      ({ key, code }) =>
        !search
          .find(code, {}, 200)
          .some(({ entry, kind }) => entry.key === key && kind === 'exact'),
    );
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it('finds every title among the first ten', () => {
    const entries = takeNthByDay(5, setting.catalogue.entries).filter(
      ({ title }) => title.split(' ').length > 3,
    );
    const missing = entries.filter(
      ({ key, title, provider }) =>
        !search
          .find(title, { provider }, 10)
          .some(({ entry }) => entry.key === key),
    );
    expect(missing.map(({ key, title }) => `${key} ${title}`)).toEqual([]);
  });

  it.each([
    [
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number',
      '131047',
    ],
    [
      '(#131047) Message failed to send because more than 24 hours have passed',
      '131047',
    ],
    [
      '{"errors":[{"code":1005,"title":"Unknown error: biz_link_error"}]}',
      '1005',
    ],
    ['code=TOO_MANY_REQUESTS whatsappCode=131056', '131056'],
    ['{"code":470}', '470'],
  ])('answers %s with %s', (text, code) =>
    expect(answerText(text, setting).entries[0]?.code).toBe(code),
  );

  it.each([
    ['"statuses":[{"id":"wamid.X","errors":[{"code":1310', '1310'],
    ['"errors":[{"code":13', '13'],
    ['{"errors":[{"code":470', '470'],
  ])('gives no meaning to the number that %s is cut in', (text, code) => {
    const { entries, unknown, suggestions, findings } = answerText(
      text,
      setting,
    );
    expect([entries, unknown, suggestions]).toEqual([[], [code], []]);
    expect(findings[0]?.family).toContain('cut off');
  });

  it.each([
    ['31042', '131042'],
    ['131-047', '131047'],
    ['132-001', '132001'],
    ['13 1047', '131047'],
  ])(
    'offers for the slip %s first %s, and gives no meaning to it',
    (text, code) => {
      const { entries, suggestions } = answerText(text, setting);
      expect([entries.length, suggestions[0]?.code]).toEqual([0, code]);
    },
  );

  it.each([
    ['edna 7001', ['infobip/error-chat/7001', 'webex-connect/api/7001']],
    ['CEQUENS 63016', ['twilio/api/63016']],
  ])(
    '%s: gives the provider no meaning of others, and offers theirs',
    (text, keys) => {
      const { entries, unknown, suggestions } = answerText(text, setting);
      expect([entries, unknown]).toEqual([[], [text.split(' ')[1]]]);
      expect(suggestions.map(({ key }) => key)).toEqual(keys);
    },
  );

  it.each([
    ['13201 template name does not exist', '132001'],
    ['13142 payment issue', '131042'],
    ['1310477 re-engagement message', '131047'],
  ])('guesses for %s, whose words are of %s, that first', (text, code) => {
    const { entries, guessed, unknown } = answerText(text, setting);
    expect([entries[0]?.code, guessed, unknown]).toEqual([
      code,
      'unsure',
      [text.split(' ', 1)[0]],
    ]);
  });

  it('is unsure of a small number beside a name that no provider has', () => {
    const { entries, findings, guessed } = answerText('Acme 2', setting);
    expect([findings, guessed]).toEqual([[], 'unsure']);
    expect(entries.map(({ provider }) => provider)).not.toContain('geniq');
  });

  it("reads a provider's line of fields, if the provider is known", () => {
    const read = (text: string, provider?: string) =>
      answerText(text, { ...setting, provider }).findings.map(
        ({ entry }) => entry?.key,
      );
    const key = 'route-mobile/sms-submission/1025';
    expect(read('1025|919800000000', 'route-mobile')).toEqual([key]);
    expect(
      read('1706|919800000000\n1025|919800000001', 'route-mobile'),
    ).toContain(key);
    expect(read('Route Mobile answered "1025|919800000000"')).toEqual([key]);
    expect(read('1025|919800000000')).not.toContain(key);
  });

  it('recognizes a Gupshup payload by its structure', () => {
    const createEvent = (code: number, reason: string) =>
      JSON.stringify({
        app: 'DemoApp',
        timestamp: 1,
        version: 2,
        type: 'message-event',
        payload: { type: 'failed', id: 'x', payload: { code, reason } },
      });
    for (const code of [1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 4003]) {
      const { entries } = answerText(createEvent(code, 'x'), setting);
      expect(entries.map(({ key }) => key)).toEqual([`gupshup/api/${code}`]);
    }
    const [low] = answerText(
      createEvent(1003, 'Insufficient balance'),
      setting,
    ).findings;
    expect(low?.detail?.meaning).toContain('wallet');
    expect(answerText(createEvent(131047, 'x'), setting).entries[0]?.key).toBe(
      'meta/cloud/131047',
    );
  });

  it('the number and the name of one error are one finding', () => {
    const result = {
      to: '447',
      status: {
        groupId: 5,
        groupName: 'REJECTED',
        id: 12,
        name: 'REJECTED_NOT_ENOUGH_CREDITS',
      },
      error: {
        groupId: 1,
        groupName: 'USER_ERRORS',
        id: 7010,
        name: 'EC_NO_SESSION',
      },
    };
    const found = (results: unknown[]) =>
      answerText(JSON.stringify({ results }), setting).findings.map(
        ({ code, count }) => [code, count],
      );
    expect(found([result])).toEqual([
      ['7010', 1],
      ['12', 1],
    ]);
    expect(found([result, result])).toEqual([
      ['7010', 2],
      ['12', 2],
    ]);
  });

  it('distinguishes the four 1005 of 360dialog by their text', () => {
    for (const variant of [
      'timeout',
      'biz-link-error',
      'active-account',
      'locked',
    ]) {
      const entry = setting.catalogue.byKey.get(
        `360dialog/registration/1005~${variant}`,
      );
      const text = `{"error":{"code":1005,"title":"${entry?.title}"}}`;
      expect(
        answerText(text, { ...setting, provider: '360dialog' }).entries[0]?.key,
      ).toBe(entry?.key);
    }
  });

  it('identifies a message ID', () => {
    const id = 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjQ0QjA5QkY2MjRFNUFDQTgyAA==';
    expect(answerText(`"${id}",`, setting)).toEqual({
      ...NO_ANSWER,
      messageId: id,
    });
  });

  it.each([
    [
      '368',
      'meta/cloud/368',
      'infobip/error-general/EC_INVALID_SOURCE_ADDRESS',
    ],
    ['488', undefined, 'infobip/error-general/EC_TF_NUMBER_NOT_VERIFIED'],
  ])(
    'knows that %s is of Infobip only where Infobip is named',
    (text, alone, named) => {
      expect(answerText(text, setting).entries.map(({ key }) => key)).toEqual(
        alone ? [alone] : [],
      );
      expect(
        answerText(text, { ...setting, provider: 'infobip' }).entries[0]?.key,
      ).toBe(named);
    },
  );

  it.each([
    ['provider:gupshup 1003', ['gupshup/api/1003']],
    ['1003 provider:meta', ['meta/onprem/1003']],
    ['provider:gupshup wallet', ['gupshup/api/1003']],
  ])('keeps within the limits of "%s"', (query, keys) => {
    const { entries } = answerText(query, setting);
    expect(entries.slice(0, keys.length).map(({ key }) => key)).toEqual(keys);
    const [provider] = keys[0]?.split('/') ?? [];
    expect(entries.filter((entry) => entry.provider !== provider)).toEqual([]);
  });

  it('lists the possible limits if a message names none', () => {
    const { entries, filters } = answerText('provider:nobody window', setting);
    expect(entries).toEqual([]);
    expect(filters?.problems[0]).toMatch(
      /Unknown value “nobody” for “provider:”.*twilio/,
    );
  });

  it('uses the title below a message status', () => {
    const { entries, findings, guessed } = answerText(
      'Failed\nMessage undeliverable\n',
      setting,
    );
    expect([entries[0]?.key, findings, guessed]).toEqual([
      'meta/cloud/131026',
      [],
      'none',
    ]);
  });

  it.each([
    'hello\nhello\n',
    'template message sent\r\ntemplate message read\r\n',
  ])('takes lines without a code for a log, and guesses nothing: %j', (log) =>
    expect(answerText(log, setting)).toMatchObject({
      entries: [],
      unknown: [],
      suggestions: [],
    }),
  );
});

it('detects each word that is a code if its provider is named', () => {
  const { catalogue } = setting;
  const guessed = catalogue.entries.flatMap(
    ({ code, symbols = [], provider }) =>
      [code, ...symbols].filter((word) => {
        if (/^-?\d+$/.test(word)) return false;
        const given = answerText(word, { catalogue, provider });
        const isThere = given.entries.some(
          (one) => one.code === code && one.provider === provider,
        );
        return given.guessed || !isThere;
      }),
  );
  expect(guessed).toEqual([]);
});

it('detects each number behind the name of its provider', () => {
  const { catalogue } = setting;
  const nameOf = new Map(catalogue.providers.map(({ id, name }) => [id, name]));
  const entries = takeNthByDay(4, catalogue.entries);

  const missed = entries.filter(({ code, provider, subcode }) => {
    // The library's name ends in "(unofficial)".
    if (
      provider === 'meta' ||
      provider === 'whatsapp-web' ||
      subcode ||
      !/^\d{3,}$/.test(code)
    )
      return false;
    const given = answerText(`${nameOf.get(provider)} ${code}`, setting);
    return given.guessed || given.entries[0]?.provider !== provider;
  });
  expect(missed.map(({ key }) => key)).toEqual([]);
});

it('takes a provider in the text before that of the site', () =>
  expect(
    answerText('gupshup 500', { ...setting, provider: 'twilio' }).entries[0]
      ?.key,
  ).toBe('gupshup/api/500'));

it.each(['131026 and 131042', '131026 y 131042', '131026, 131042?'])(
  '%s are two codes',
  (text) =>
    expect(answerText(text, setting).findings.map(({ code }) => code)).toEqual([
      '131026',
      '131042',
    ]),
);

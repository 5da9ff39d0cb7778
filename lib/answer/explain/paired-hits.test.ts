import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import type { Hit } from '../../detect/hit.ts';
import { pairOutcomesWithReasons } from './paired-hits.ts';

const catalogue = createCatalogue(readCatalogue());
const findCodesAndCauses = (text: string) =>
  decodePaste(text, catalogue).map(({ code, cause }) => [code, cause] as const);

const createCallback = (
  whatsapp: object,
  uuid = 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
) => ({
  message_uuid: uuid,
  to: '447700900000',
  timestamp: '2026-11-20T14:00:00.000Z',
  status: 'rejected',
  error: {
    type: 'https://developer.vonage.com/api-errors/messages#1340',
    title: 1340,
    detail: 'Outside of the allowed window',
    instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
  },
  channel: 'whatsapp',
  whatsapp,
});

describe("Vonage's error next to WhatsApp's", () => {
  it.each([
    ['on one line', JSON.stringify(createCallback({ error_code: 131047 }))],
    [
      'over lines',
      JSON.stringify(createCallback({ error_code: '131047' }), null, 2),
    ],
  ])('are one failure, %s', (_, text) => {
    expect(findCodesAndCauses(text)).toEqual([
      ['131047', null],
      ['1340', '131047'],
    ]);
  });

  it('are two failures in two messages', () => {
    const text = JSON.stringify([
      createCallback({}),
      { code: 131047, title: 'Re-engagement message' },
    ]);
    expect(findCodesAndCauses(text).map(([, cause]) => cause)).toEqual([
      null,
      null,
    ]);
  });
});

describe("an event of Meta's webhook", () => {
  it.each([
    [
      'ACCOUNT_VIOLATION',
      { violation_info: { violation_type: 'ALCOHOL' } },
      'ALCOHOL',
    ],
    [
      'ACCOUNT_RESTRICTION',
      {
        restriction_info: [
          { restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' },
        ],
      },
      'RESTRICTED_ADD_PHONE_NUMBER_ACTION',
    ],
  ])(
    '%s is one failure with the policy or the restriction that it names, which is first',
    (event, info, code) => {
      expect(
        findCodesAndCauses(
          JSON.stringify({
            field: 'account_update',
            value: { event, ...info },
          }),
        ),
      ).toEqual([
        [code, null],
        [event, code],
      ]);
    },
  );
});

describe("Vonage's code in the address that explains it", () => {
  const problem = 'https://developer.vonage.com/api-errors/messages#1420';

  it.each([
    [
      {
        type: problem,
        title: 'Invalid sender',
        detail: 'The from parameter is invalid',
        instance: 'bf0ca',
      },
    ],
    [{ type: problem }],
    [{ error: { type: problem, title: 1420 } }],
  ])('is found, once: %j', (payload) => {
    expect(findCodesAndCauses(JSON.stringify(payload))).toEqual([
      ['1420', null],
    ]);
  });

  it('is not found in a sentence or elsewhere', () => {
    expect(findCodesAndCauses(`see ${problem} for details`)).toEqual([]);
    expect(
      findCodesAndCauses('{"type":"https://example.com/errors/payments#1420"}'),
    ).toEqual([]);
  });
});

describe("Infobip's status and error", () => {
  const status =
    '"status":{"groupId":5,"id":12,"name":"REJECTED_NOT_ENOUGH_CREDITS"}';
  const none = '"error":{"groupId":0,"id":0,"name":"NO_ERROR"}';

  it.each([
    `{"results":[{${status},${none}}]}`,
    `{"results":[{${none},${status}}]}`,
    `{"results":[{\n${status},\n${none}\n}]}`,
  ])('are one failure without an error: %s', (text) =>
    expect(findCodesAndCauses(text)).toEqual([['12', null]]),
  );
});

describe('an HTTP status next to a name', () => {
  it.each([
    [
      'HTTP status code 401 INVALID_ACCESS_TOKEN cequens',
      ['INVALID_ACCESS_TOKEN'],
    ],
    [
      '{"errorCode":401,"error":{"code":"INVALID_ACCESS_TOKEN"}}',
      ['INVALID_ACCESS_TOKEN'],
    ],
    [
      'cequens {"code":"INVALID_ACCESS_TOKEN"} error code 401',
      ['INVALID_ACCESS_TOKEN', '401'],
    ],
  ])('is one failure with it in one line or object: %s', (text, codes) =>
    expect(findCodesAndCauses(text).map(([code]) => code)).toEqual(codes),
  );
});

describe('an outcome and its reason', () => {
  const createHit = (text: string, code: string, key: string) => {
    const start = text.indexOf(code);
    return {
      code,
      start,
      end: start + code.length,
      subcode: null,
      meanings: [{ key }],
    } as unknown as Hit;
  };
  const findPairs = (text: string) => {
    const hits = [
      createHit(text, 'OUT', 'vonage/api/1'),
      createHit(text, 'IN', 'meta/cloud/1'),
      createHit(text, 'END', 'vonage/api/2'),
    ].filter(({ start }) => start >= 0);
    const { reasons } = pairOutcomesWithReasons(hits, text, new Map());
    return [...reasons].map(([outcome, reason]) => [outcome.code, reason.code]);
  };

  it.each([
    '{"error":{"code":OUT},"whatsapp":{"code":IN}}',
    '{"error":{"code":OUT},\n"whatsapp":{"code":IN}}',
    'vonage OUT for whatsapp IN',
    'vonage OUT for whatsapp IN and END',
    `vonage OUT ${'x'.repeat(590)} IN`,
  ])('are fields of one line or members of one object: %s', (text) =>
    expect(findPairs(text)).toEqual([['OUT', 'IN']]),
  );

  it.each([
    '[OUT, IN]',
    'OUT failed\nIN failed',
    '[{"a":OUT},{"b":IN}]',
    '[{"a":OUT} , {"b":IN}]',
    '{"a":OUT}\n{"b":IN}',
    '{"a":OUT,"b":{"c":IN}}',
    '{"a":{"b":OUT},"c":IN}',
    `vonage OUT ${'x'.repeat(600)} IN`,
  ])('are none in a list, on two lines or far apart: %s', (text) =>
    expect(findPairs(text)).toEqual([]),
  );
});

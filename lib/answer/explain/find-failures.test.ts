import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { expectLinearCost } from '../../../tests/growth.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { getCodeIndex } from '../../catalogue/get-code-index.ts';
import { rankEntries } from '../../catalogue/rank-entries.ts';
import { detect, isConfident } from '../../detect/detect.ts';
import type { Hit } from '../../detect/hit.ts';
import { findFailures } from './find-failures.ts';

const catalogue = createCatalogue(readCatalogue());
const decodeText = (text: string) => decodePaste(text, catalogue);
const getKeys = (text: string) =>
  decodeText(text).map(({ entry }) => entry?.key);

describe('failures of a text', () => {
  it.each([
    '{"failure":{"code":15005,"source":{"name":"sms-messagebird","code":"1"}}}',
    '{"failure":{"code":15005,"description":"unknown subscriber","source":{"code":1,"name":"sms-messagebird"}},"status":"failed"}',
  ])('exclude a success: %s', (text) => {
    expect(getKeys(text)).toEqual(['bird/channels/15005']);
  });

  it('include a success elsewhere', () => {
    const text =
      '{"provider":"messagebird","results":[{"errors":[{"code":1,"description":"Success"}]}]}';
    expect(getKeys(text)).toEqual(['messagebird/rest/1']);
  });
});

describe('a code and its subcode', () => {
  it.each([
    'error code 190, subcode 460\nerror code 190, subcode 463',
    'code: 190\nsubcode: 460\n\ncode: 190\nsubcode: 463',
    '(#190) subcode 460\n(#190) subcode 463',
    'error 190 (sub-code 460)\nerror 190 (sub-code 463)',
    'Error 190 / Error subcode 460\nError 190 / Error subcode 463',
    '{"code":190,"error_subcode":460}\n{"code":190,"error_subcode":463}',
  ])('are one failure: %j', (text) =>
    expect(
      decodeText(text).map(({ entry, count }) => [entry?.key, count]),
    ).toEqual([
      ['meta/graph/190.460', 1],
      ['meta/graph/190.463', 1],
    ]),
  );
});

describe('an HTTP status next to its reason phrase', () => {
  it.each([
    [
      '{"replyCode":401,"replyMessage":"INVALID_ACCESS_TOKEN"}',
      'INVALID_ACCESS_TOKEN',
    ],
    [
      '{"error":{"code":401,"message":"INVALID_ACCESS_TOKEN"}}',
      'INVALID_ACCESS_TOKEN',
    ],
    [
      '{"errorCode":401,"error":"MISSING_TOKEN","message":"Request missing CEQUENS token."}',
      'MISSING_TOKEN',
    ],
  ])('is dropped: %s', (text, name) => {
    expect(decodeText(text)).toMatchObject([
      { code: name, cause: null, entry: { key: `cequens/api/${name}` } },
    ]);
  });

  it.each([
    '{"error":{"code":403,"message":"INVALID_ACCESS_TOKEN"}}',
    '{"error":{"code":401,"message":"no INVALID_ACCESS_TOKEN here"}}',
    '[{"error":{"code":401}},{"message":"INVALID_ACCESS_TOKEN"}]',
  ])('is kept if it is another one: %s', (text) => {
    expect(decodeText(text).map(({ code }) => code)).not.toContain(
      'INVALID_ACCESS_TOKEN',
    );
  });
});

describe('401', () => {
  it.each([
    '{"error":{"code":401,"message":"Unauthorized"}}',
    '{"errors":[{"code":401,"title":"Authentication failed"}]}',
  ])('is no group of the on-premises client first: %s', (text) => {
    const [one] = decodeText(text);
    expect(one?.entry?.provider).not.toBe('meta');
    expect(one?.others.at(-1)?.key).toBe('meta/onprem/401');
  });

  it('belongs to it if the words say so, and ranks last without words', () => {
    const [one] = decodeText(
      '{"errors":[{"code":401,"title":"Group does not exist"}]}',
    );
    expect(
      [one?.entry, ...(one?.others.slice(0, 1) ?? [])].map(
        (entry) => entry?.title,
      ),
    ).toEqual(Array(2).fill('Group does not exist'));
    expect(rankEntries('401', catalogue).at(-1)?.entry.key).toBe(
      'meta/onprem/401',
    );
    expect(catalogue.byKey.get('meta/onprem/401')?.confidence).toBe(
      'single-source',
    );
  });
});

describe('the name of an object', () => {
  it.each([
    [
      '{"error":{"code":1,"message":"An unknown error occurred"}}',
      'meta/cloud/1',
    ],
    [
      '{"error":{"message":"An unknown error occurred","type":"OAuthException","code":1,"fbtrace_id":"A"}}',
      'meta/cloud/1',
    ],
    ['{"error":{"code":2}}', 'meta/cloud/2'],
    [
      '{"errors":[{"code":9,"description":"no (correct) recipients found","parameter":"recipients"}]}',
      'messagebird/rest/9',
    ],
    [
      '{"errors":[{"parameter":null,"description":"Not enough balance","code":25}]}',
      'messagebird/rest/25',
    ],
    [
      '{"error":{"code":1,"description":"Invalid or missing integration API Key"}}',
      'clickatell/one-api-error/1',
    ],
  ])('does not identify a vendor: %s is %s', (text, key) => {
    expect(getKeys(text)).toEqual([key]);
  });

  it('is ambiguous on its own', () => {
    expect(
      decodeText('{"errors":[{"code":9,"title":"x"}]}')[0]?.undecided,
    ).toBe('provider');
  });

  it('distinguishes the lists of one vendor', () => {
    const text = (name: string) => `{"clickatell":{"${name}":{"code":25}}}`;
    expect(['error', 'status'].map(text).flatMap(getKeys)).toEqual([
      'clickatell/one-api-error/25',
      'clickatell/one-api-status/25',
    ]);
  });
});

describe('two codes of a text', () => {
  const findAll = (text: string) =>
    decodeText(text).map(({ code, subcode, count, cause }) => [
      code,
      subcode,
      count,
      cause,
    ]);

  it.each([
    [
      'the number and the name of an error',
      '{"status":{"groupId":5,"id":12,"name":"REJECTED_NOT_ENOUGH_CREDITS"}}',
      '12',
      null,
    ],
    [
      'its name and its number',
      '{"status":{"groupId":5,"name":"REJECTED_NOT_ENOUGH_CREDITS","id":12}}',
      '12',
      null,
    ],
    [
      'a message and its code',
      '{"error":{"message":"(#190) expired","code":190,"error_subcode":463}}',
      '190',
      '463',
    ],
    [
      'a code with its subcode and a message',
      '{"error":{"code":190,"error_subcode":463,"message":"(#190) expired"}}',
      '190',
      '463',
    ],
    [
      'a subcode and its code',
      '{"error":{"error_subcode":463,"code":190}}',
      '190',
      '463',
    ],
  ])('are one failure: %s', (_, text, code, subcode) =>
    expect(findAll(text)).toEqual([[code, subcode, 1, null]]),
  );

  it.each([
    [
      'after the same words',
      'm1 failed: error 131047, m2 failed: error 131047, m3 failed: error 131047',
      3,
    ],
    [
      'after the same words with a number',
      'attempt 9 failed, error 131047 attempt 10 failed, error 131047',
      2,
    ],
    ['in a list', 'failed with error codes 131047, 131047', 2],
    [
      'in a log in a string',
      '{"log":"send failed: error 131047\\nsend failed: error 131047"}',
      2,
    ],
  ])('are several failures: %s', (_, text, count) =>
    expect(findAll(text)).toEqual([['131047', null, count, null]]),
  );

  it.each([
    '{"error":{"status":429,"message":"(#131056) pair rate limit hit","code":"TOO_MANY_REQUESTS","whatsappApiError":{"code":"131056"}}}',
    '{"error":{"whatsappApiError":{"code":"131056"},"status":429,"code":"TOO_MANY_REQUESTS"}}',
  ])('are a wrapper and its cause in any order: %s', (text) =>
    expect(findAll(text)).toEqual([
      ['131056', null, 1, null],
      ['TOO_MANY_REQUESTS', null, 1, '131056'],
    ]),
  );

  it('of Meta are no wrapper and cause, nor is a code that is the subcode of another failure', () => {
    expect(
      findAll('{"error":{"code":190,"inner":{"code":131047}}}').map(
        ([, , , cause]) => cause,
      ),
    ).toEqual([null, null]);
    expect(
      findAll(
        '{"error":{"code":131000,"error_subcode":131047}}\n{"error":{"code":131047}}',
      ),
    ).toHaveLength(2);
  });

  it('are a wrapper and its cause on one line, if the catalogue knows it', () => {
    const write = (code: number, inner = 131047) =>
      `Twilio error code ${code}: message failed, WhatsApp error code ${inner}`;
    expect(findAll(write(63016))).toEqual([
      ['131047', null, 1, null],
      ['63016', null, 1, '131047'],
    ]);
    expect(
      findAll(write(63015)).map(([code, , , cause]) => [code, cause]),
    ).toEqual([
      ['63015', null],
      ['131047', null],
    ]);
    expect(findAll(write(63016, 131026)).map(([, , , cause]) => cause)).toEqual(
      [null, null],
    );
  });
});

describe('the own text of a failure', () => {
  const findOwnTexts = (text: string) => {
    const hits = detect(text, getCodeIndex(catalogue)).filter(isConfident);
    return findFailures(hits, text, catalogue).map(
      ({ before, after, findOwnText }) => {
        const { start, end } = findOwnText();
        return [before?.code, after?.code, text.slice(start, end)];
      },
    );
  };

  it.each([
    [
      'lines',
      'error 131047 failed at 10\nerror 131026 failed at 11\nerror 131049 failed at 12',
      '\nerror 131026 failed at 11\nerror ',
    ],
    [
      'one line',
      'error 131047 failed for A, error 131026 failed for B, error 131049 failed for C',
      ' failed for A, error 131026 failed for B, error ',
    ],
    [
      'payloads with lines',
      '{"error":{"code":131047}} to A\n{"error":{"code":131026}} to B\n{"error":{"code":131049}}',
      '\n{"error":{"code":131026}} to B\n{"error":{"code":',
    ],
    [
      'payloads on one line',
      '{"error":{"code":131047}}, {"error":{"code":131026}}, {"error":{"code":131049}}',
      ', {"error":{"code":131026}}, {"error":{"code":',
    ],
  ])('on %s lies between the others', (_, text, own) =>
    expect(findOwnTexts(text)).toEqual([
      [undefined, '131026', text.slice(0, text.indexOf('131026'))],
      ['131047', '131049', own],
      ['131026', undefined, expect.stringMatching(/131049/)],
    ]),
  );

  it.each([
    'Twilio error code 63016: message failed, WhatsApp error code 131047',
    'WhatsApp error code 131047: message failed, Twilio error code 63016',
    'failed with error codes 131047, 131026',
  ])('is the same for all its codes: %s', (text) =>
    expect(findOwnTexts(text).map(([, , own]) => own)).toEqual([text, text]),
  );

  it.each([
    ['failures of their own', "  array (\n    'code' => 131047,\n  ),\n"],
    ['codes of one failure', '131047 '],
  ])('is found in linear time among many %s', (_, unit) => {
    expectLinearCost(8_000, (count) => {
      const text = unit.repeat(count);
      const failures = findFailures(findHits(text), text, catalogue);

      return () => failures.map(({ findOwnText }) => findOwnText());
    });
  });
});

/** Returns a hit for each code, whatever the model says. */
const findHits = (text: string): Hit[] =>
  [...text.matchAll(/131047/g)].map(({ 0: code, index: start }) => ({
    start,
    end: start + code.length,
    code,
    subcode: null,
    meanings: [],
    confidence: 1,
    evidence: [],
  }));

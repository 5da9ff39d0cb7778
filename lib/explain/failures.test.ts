import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { rankEntries } from '../catalogue/rank-entries.ts';
import { decodePaste } from '../paste/decode-paste.ts';

const catalogue = createCatalogue(readCatalogue());
const decodeText = (text: string) => decodePaste(text, catalogue);
const getKeys = (text: string) => decodeText(text).map(({ entry }) => entry?.key);

describe('what failed', () => {
  it.each([
    '{"failure":{"code":15005,"source":{"name":"sms-messagebird","code":"1"}}}',
    '{"failure":{"code":15005,"description":"unknown subscriber","source":{"code":1,"name":"sms-messagebird"}},"status":"failed"}',
  ])('holds no success: %s', (text) => {
    expect(getKeys(text)).toEqual(['bird/channels/15005']);
  });

  it('leaves a success that stands elsewhere', () => {
    const text = '{"provider":"messagebird","results":[{"errors":[{"code":1,"description":"Success"}]}]}';
    expect(getKeys(text)).toEqual(['messagebird/rest/1']);
  });
});

describe('an HTTP status beside the name that it comes with', () => {
  it.each([
    ['{"replyCode":401,"replyMessage":"INVALID_ACCESS_TOKEN"}', 'INVALID_ACCESS_TOKEN'],
    ['{"error":{"code":401,"message":"INVALID_ACCESS_TOKEN"}}', 'INVALID_ACCESS_TOKEN'],
    ['{"errorCode":401,"error":"MISSING_TOKEN","message":"Request missing CEQUENS token."}', 'MISSING_TOKEN'],
  ])('gives way to it: %s', (text, name) => {
    expect(decodeText(text)).toMatchObject([
      { code: name, cause: null, entry: { key: `cequens/api/${name}` } },
    ]);
  });

  it.each([
    '{"error":{"code":403,"message":"INVALID_ACCESS_TOKEN"}}',
    '{"error":{"code":401,"message":"no INVALID_ACCESS_TOKEN here"}}',
    '[{"error":{"code":401}},{"message":"INVALID_ACCESS_TOKEN"}]',
  ])('stays where it is not that one: %s', (text) => {
    expect(decodeText(text).map(({ code }) => code)).not.toContain('INVALID_ACCESS_TOKEN');
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

  it('is that where the words say so, and last where there are none', () => {
    const [one] = decodeText('{"errors":[{"code":401,"title":"Group does not exist"}]}');
    expect([one?.entry, ...(one?.others.slice(0, 1) ?? [])].map((entry) => entry?.title)).toEqual(
      Array(2).fill('Group does not exist'),
    );
    expect(rankEntries('401', catalogue).at(-1)?.entry.key).toBe('meta/onprem/401');
    expect(catalogue.byKey.get('meta/onprem/401')?.confidence).toBe('single-source');
  });
});

describe('the name of an object', () => {
  it.each([
    ['{"error":{"code":1,"message":"An unknown error occurred"}}', 'meta/cloud/1'],
    [
      '{"error":{"message":"An unknown error occurred","type":"OAuthException","code":1,"fbtrace_id":"A"}}',
      'meta/cloud/1',
    ],
    ['{"error":{"code":2}}', 'meta/cloud/2'],
    [
      '{"errors":[{"code":9,"description":"no (correct) recipients found","parameter":"recipients"}]}',
      'messagebird/rest/9',
    ],
    ['{"errors":[{"parameter":null,"description":"Not enough balance","code":25}]}', 'messagebird/rest/25'],
    [
      '{"error":{"code":1,"description":"Invalid or missing integration API Key"}}',
      'clickatell/one-api-error/1',
    ],
  ])('tells no vendor: %s is %s', (text, key) => {
    expect(getKeys(text)).toEqual([key]);
  });

  it('asks where that is all there is', () => {
    expect(decodeText('{"errors":[{"code":9,"title":"x"}]}')[0]?.undecided).toBe('provider');
  });

  it('tells the lists of one vendor apart', () => {
    const text = (name: string) => `{"clickatell":{"${name}":{"code":25}}}`;
    expect(['error', 'status'].map(text).flatMap(getKeys)).toEqual([
      'clickatell/one-api-error/25',
      'clickatell/one-api-status/25',
    ]);
  });
});

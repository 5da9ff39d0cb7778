import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { type CodeQuestion, explain } from './explain.ts';

const catalogue = createCatalogue(readCatalogue());
const explainCode = (question: Partial<CodeQuestion>) =>
  explain({ code: '1003', ...question }, catalogue);

describe('a number of both a retired API and a current provider', () => {
  it.each(['app.chatwoot.com', 'app.respond.io'])(
    'is asked about on %s, which prints codes of many',
    (host) => {
      const { undecided, entry, others } = explainCode({ host });
      const keys = [entry, ...others].map((each) => each?.key);
      expect(undecided).toBe('provider');
      expect(keys).toEqual(
        expect.arrayContaining(['meta/onprem/1003', 'gupshup/api/1003']),
      );
    },
  );

  it.each<[string, Partial<CodeQuestion>, string]>([
    ['the reader', { provider: 'gupshup' }, 'gupshup/api/1003'],
    [
      'the reader, who named the retired one',
      { provider: 'meta' },
      'meta/onprem/1003',
    ],
    [
      'the words beside it',
      { nearby: '1003: Not a group participant' },
      'meta/onprem/1003',
    ],
    [
      'the console of one that prints codes',
      { host: 'business.facebook.com' },
      'meta/onprem/1003',
    ],
  ])('is decided by %s', (_, question, key) => {
    const found = explainCode({ host: 'app.chatwoot.com', ...question });
    expect([found.entry?.key, found.undecided]).toEqual([key, null]);
  });

  it('depends on the meanings that the engine found', () => {
    const meanings = [
      { key: 'meta/onprem/1003', score: 8.6 },
      { key: 'gupshup/api/1003', score: 0 },
    ];
    expect(
      explainCode({ host: 'app.chatwoot.com', meanings }).undecided,
    ).toBeNull();
  });
});

describe('a number in two lists of one provider', () => {
  it.each([
    ['infobip', '12', 'infobip/status/12', 'infobip/error-general/12'],
    ['infobip', '7', 'infobip/status/7', 'infobip/error-general/7'],
    [
      'clickatell',
      '25',
      'clickatell/one-api-error/25',
      'clickatell/one-api-status/25',
    ],
    ['geniq', '6', 'geniq/api/6', 'geniq/reason/6'],
    ['360dialog', '403', '360dialog/registration/403', '360dialog/api/403'],
    ['meta', '408', 'meta/onprem/408', 'meta/calling/408'],
  ])('is ambiguous: %s %s', (provider, code, ...keys) => {
    const { undecided, entry, others } = explainCode({ code, provider });
    expect(undecided).toBe('registry');
    expect(entry?.provider).toBe(provider);
    expect([entry, ...others].map((each) => each?.key)).toEqual(
      expect.arrayContaining(keys),
    );
  });

  it('prefers the most common entry', () => {
    expect(explainCode({ code: '12', provider: 'infobip' }).entry?.key).toBe(
      'infobip/status/12',
    );
  });

  it.each([
    ['{"status":{"groupId":5,"id":12}}', 'infobip/status/12'],
    ['{"error":{"groupId":5,"id":12}}', 'infobip/error-general/12'],
    ['infobip status.id: 12', 'infobip/status/12'],
    ['infobip error.id: 12', 'infobip/error-general/12'],
    ['clickatell {"statusCode":25}', 'clickatell/one-api-status/25'],
    ['clickatell {"errorCode":25}', 'clickatell/one-api-error/25'],
    ['360dialog 403 Permission denied for partner', '360dialog/partner/403'],
  ])('depends on the field or on adjacent words: %s', (text, key) => {
    const [found] = decodePaste(text, catalogue, {
      host: /^\{/.test(text) ? 'portal.infobip.com' : '',
    });
    expect([found?.entry?.key, found?.undecided]).toEqual([key, null]);
  });

  it('depends on words that only one list has', () => {
    const found = explainCode({
      code: '403',
      provider: '360dialog',
      nearby: '403 This URL is blocked',
    });
    expect([found.entry?.key, found.undecided]).toEqual([
      '360dialog/api/403',
      null,
    ]);
  });

  it.each(['100', '131009', '131055', 'SCAM'])(
    'is not asked about where habit or one title decides: %s',
    (code) => {
      expect(explainCode({ code, provider: 'meta' }).undecided).toBeNull();
    },
  );
});

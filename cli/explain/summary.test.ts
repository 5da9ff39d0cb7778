import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { explain } from '../../lib/answer/explain/explain.ts';
import type { Finding } from '../../lib/answer/paste/finding.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { decodePaste } from '../../tests/fixtures/decode-paste.ts';
import { formatSummary } from './format-summary.ts';
import { summarize } from './summary.ts';
import { createTerminalLayout } from './terminal-layout.ts';

const catalogue = createCatalogue(readCatalogue());
const summarizeText = (text: string, provider?: string) =>
  summarize(decodePaste(text, catalogue, provider ? { provider } : {}));
const createPayload = (code: number | string, more = '') =>
  `{"errors":[{"code":${code}${more}}]}\n`;
const sumValues = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((a, b) => a + b, 0);
const plain = createTerminalLayout({ colour: false, width: 80 });

/** Ten known errors and one that is not in any catalogue. */
const LOG =
  createPayload(131047).repeat(5) +
  createPayload(131049).repeat(3) +
  createPayload(131056).repeat(2);
function createMixedFindings(): readonly Finding[] {
  const findings = decodePaste(LOG, catalogue);
  const strange = findings.map((one) => ({
    ...one,
    ...explain({ code: '131999' }, catalogue),
    count: 1,
  }));
  return [...strange.slice(0, 1), ...findings];
}

describe('summarize', () => {
  it('counts by code, most frequent first', () => {
    const { codes } = summarize(createMixedFindings());
    expect(codes.map(({ count, code, key }) => [count, code, key])).toEqual([
      [5, '131047', 'meta/cloud/131047'],
      [3, '131049', 'meta/cloud/131049'],
      [2, '131056', 'meta/cloud/131056'],
      [1, '131999', null],
    ]);
  });

  it('the counts by turn, retry and provider add up', () => {
    const { total, known, unknown, turns, retries, providers } = summarize(
      createMixedFindings(),
    );
    expect([total, known, unknown]).toEqual([11, 10, 1]);
    expect([
      sumValues(turns),
      sumValues(retries),
      sumValues(providers),
    ]).toEqual([10, 10, 10]);
    expect(Object.keys(turns)).toEqual([
      'you',
      'recipient',
      'meta',
      'provider',
      'nobody',
    ]);
    expect(retries).toMatchObject({ 'after-fix': 5, later: 3, backoff: 2 });
    expect(providers).toEqual({ meta: 10 });
  });

  it('counts a failure once if a provider passes on Meta’s code', () => {
    const wrapped =
      '{"error":{"status":429,"code":"TOO_MANY_REQUESTS","message":"(#131056) limit","whatsappApiError":{"code":"131056"}}}\n';
    const { total, codes } = summarizeText(wrapped);
    expect(codes).toContainEqual(
      expect.objectContaining({ code: 'TOO_MANY_REQUESTS', cause: '131056' }),
    );
    expect(total).toBe(codes.find(({ code }) => code === '131056')?.count);
  });

  describe('of Infobip, which tells in two fields what became of a message and why', () => {
    const status =
      '"status":{"groupId":2,"id":9,"name":"UNDELIVERABLE_NOT_DELIVERED"}';
    const error = '"error":{"groupId":1,"id":7010,"name":"EC_NO_SESSION"}';
    const none =
      '"error":{"groupId":0,"groupName":"OK","id":0,"name":"NO_ERROR"}';
    const createReport = (...messages: string[]) =>
      `{"results":[${messages.map((fields) => `{"messageId":"a",${fields}}`).join(',')}]}`;

    it.each([
      ['status first', createReport(`${status},${error}`)],
      ['error first', createReport(`${error},"to":"385",${status}`)],
      [
        'in a log',
        '2026-11-20 infobip status=UNDELIVERABLE_NOT_DELIVERED error=EC_NO_SESSION',
      ],
    ])('counts one failure and shows both: %s', (_, text) => {
      const { total, codes } = summarizeText(text);
      expect(total).toBe(1);
      expect(codes.map(({ key, cause }) => [key, cause !== null])).toEqual([
        ['infobip/error-chat/7010', false],
        ['infobip/status/9', true],
      ]);
    });

    it('counts each message', () => {
      expect(
        summarizeText(createReport(`${status},${error}`, `${status},${error}`))
          .total,
      ).toBe(2);
      // The error of one message does not belong to the next.
      expect(summarizeText(createReport(status, error)).total).toBe(2);
    });

    it('shows only the status if there is no error', () => {
      expect(
        summarizeText(createReport(`${status},${none}`)).codes,
      ).toMatchObject([{ key: 'infobip/status/9', cause: null }]);
    });
  });

  it('counts by the verdict of the text next to the code', () => {
    const createOnPremError = (details: string) =>
      `{"errors":[{"code":1005,"title":"Access denied","details":"${details}"}]}\n`;
    const { turns, codes } = summarizeText(
      createOnPremError('Invalid credentials.') + createOnPremError('Timeout'),
      'meta',
    );
    expect(turns).toMatchObject({ you: 1, meta: 1, provider: 0 });
    expect(
      formatSummary(
        summarizeText(createOnPremError('Timeout'), 'meta'),
        catalogue,
        plain,
      ),
    ).toContain("Meta's turn");
    expect(codes).toHaveLength(2);
  });

  it('names the other meanings of an ambiguous code, and none if the provider is given', () => {
    const log = createPayload(1003);
    expect(summarizeText(log).codes[0]?.others.length).toBeGreaterThan(0);
    expect(summarizeText(log, 'gupshup').codes).toMatchObject([
      { key: 'gupshup/api/1003', count: 1, others: [] },
    ]);
  });

  it('gives an undecided code the title and verdict of none of its meanings', () => {
    const text = formatSummary(
      summarizeText('Error code 1003'),
      catalogue,
      plain,
    );
    expect(text).toMatch(
      /1003 +\w+ meanings\n.*meta\/onprem\/1003.*\n?.*Use\s+--provider/,
    );
    expect(text).not.toContain(catalogue.byKey.get('meta/onprem/1003')?.title);
  });

  it('is empty for a text without codes', () => {
    expect(summarizeText('nothing of note')).toMatchObject({
      total: 0,
      known: 0,
      unknown: 0,
      codes: [],
    });
  });
});

describe('formatSummary', () => {
  it('says whose turn it is before the codes, within 80 columns', () => {
    const text = formatSummary(
      summarize(
        createMixedFindings().map((one) => ({
          ...one,
          count: one.count * 1_000,
        })),
      ),
      catalogue,
      plain,
    );
    expect(text).toMatch(
      /^11,000 errors, 1,000 of them not in the catalogue\n\nWhose turn\n/,
    );
    expect(text).toMatch(
      / 5,000 {2}131047 Re-engagement message \(Meta Cloud API\)\n {8}Your turn · Fix first\n/,
    );
    expect(text).toContain('131999 not in the catalogue');
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('counts a state of a template or a number apart from the errors', () => {
    const [failure] = decodePaste(createPayload(131047), catalogue);
    const states = ['PAUSED', 'YELLOW'].map((code) => ({
      ...failure,
      ...explain({ code }, catalogue),
    }));
    const write = (findings: unknown[]) =>
      formatSummary(summarize(findings as Finding[]), catalogue, plain);
    expect(write([failure, ...states])).toMatch(/^1 error; 2 states\n/);
    expect(write(states.slice(0, 1))).toMatch(/^1 state\n/);
  });

  it('counts failures that only need time as "wait", not as nobody’s turn', () => {
    const text = formatSummary(
      summarizeText(createPayload(131049)),
      catalogue,
      plain,
    );
    expect(text).toMatch(/Whose turn\n1 {2}Wait\n/);
    expect(text).not.toContain('Nobody');
  });

  it('leaves out tables that would be empty', () => {
    const text = formatSummary(
      summarize(createMixedFindings().slice(0, 1)),
      catalogue,
      plain,
    );
    expect(text).toMatch(/^1 error, 1 of them/);
    expect(text).not.toContain('Whose turn');
    expect(formatSummary(summarizeText(''), catalogue, plain)).toBe(
      'No error code found.\n',
    );
  });

  it('prints no control characters', () => {
    const [finding] = decodePaste(createPayload(131047), catalogue);
    if (!finding) throw new Error('no finding');
    const summary = summarize([
      { ...finding, entry: null, code: 'A\u001b[2J' },
    ]);
    expect(formatSummary(summary, catalogue, plain)).not.toContain('\u001b');
  });
});

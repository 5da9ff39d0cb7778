import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { openCatalogue } from '../../lib/catalogue/catalogue.ts';
import { decode } from '../../lib/explain/decode.ts';
import { explain } from '../../lib/explain/explain.ts';
import type { Finding } from '../../lib/explain/finding.ts';
import { createLayout } from './layout.ts';
import { printSummary } from './print-summary.ts';
import { summarise } from './summary.ts';

const catalogue = openCatalogue(readCatalogue());
const summaryOf = (text: string, provider?: string) =>
  summarise(decode(text, catalogue, provider ? { provider } : {}));
const payload = (code: number | string, more = '') => `{"errors":[{"code":${code}${more}}]}\n`;
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
const plain = createLayout({ colour: false, width: 80 });

/** Ten known errors, and one that no catalogue has. */
const LOG = payload(131047).repeat(5) + payload(131049).repeat(3) + payload(131056).repeat(2);
function mixed(): readonly Finding[] {
  const findings = decode(LOG, catalogue);
  const strange = findings.map((one) => ({ ...one, ...explain({ code: '131999' }, catalogue), count: 1 }));
  return [...strange.slice(0, 1), ...findings];
}

describe('summarise', () => {
  it('counts by code, most frequent first', () => {
    const { codes } = summarise(mixed());
    expect(codes.map(({ count, code, key }) => [count, code, key])).toEqual([
      [5, '131047', 'meta/cloud/131047'],
      [3, '131049', 'meta/cloud/131049'],
      [2, '131056', 'meta/cloud/131056'],
      [1, '131999', null],
    ]);
  });

  it('counts by whose turn, retry and provider, which add up', () => {
    const { total, known, unknown, turns, retries, providers } = summarise(mixed());
    expect([total, known, unknown]).toEqual([11, 10, 1]);
    expect([sum(turns), sum(retries), sum(providers)]).toEqual([10, 10, 10]);
    expect(Object.keys(turns)).toEqual(['you', 'recipient', 'meta', 'provider', 'nobody']);
    expect(retries).toMatchObject({ 'after-fix': 5, later: 3, backoff: 2 });
    expect(providers).toEqual({ meta: 10 });
  });

  it('counts a failure once where a provider passes on the code of Meta', () => {
    const wrapped =
      '{"error":{"status":429,"code":"TOO_MANY_REQUESTS","message":"(#131056) limit","whatsappApiError":{"code":"131056"}}}\n';
    const { total, codes } = summaryOf(wrapped);
    expect(codes).toContainEqual(expect.objectContaining({ code: 'TOO_MANY_REQUESTS', cause: '131056' }));
    expect(total).toBe(codes.find(({ code }) => code === '131056')?.count);
  });

  it('names the other meanings where nothing decides, and none where the provider is given', () => {
    const log = payload(1003);
    expect(summaryOf(log).codes[0]?.others.length).toBeGreaterThan(0);
    expect(summaryOf(log, 'gupshup').codes).toMatchObject([
      { key: 'gupshup/api/1003', count: 1, others: [] },
    ]);
  });

  it('is empty for a text without codes', () => {
    expect(summaryOf('nothing of note')).toMatchObject({ total: 0, known: 0, unknown: 0, codes: [] });
  });
});

describe('printSummary', () => {
  it('says whose turn it is before the codes, within 80 columns', () => {
    const text = printSummary(
      summarise(mixed().map((one) => ({ ...one, count: one.count * 1_000 }))),
      catalogue,
      plain,
    );
    expect(text).toMatch(/^11,000 errors, 1,000 of them not in the catalogue\n\nWhose turn\n/);
    expect(text).toMatch(/ 5,000 {2}131047 Re-engagement message \(Meta Cloud API\)\n {8}Your turn · resend/);
    expect(text).toContain('131999 not in the catalogue');
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('leaves out tables that would be empty', () => {
    const text = printSummary(summarise(mixed().slice(0, 1)), catalogue, plain);
    expect(text).toMatch(/^1 error, 1 of them/);
    expect(text).not.toContain('Whose turn');
    expect(printSummary(summaryOf(''), catalogue, plain)).toBe('No error code found.\n');
  });

  it('passes no control character on', () => {
    const [finding] = decode(payload(131047), catalogue);
    if (!finding) throw new Error('no finding');
    const summary = summarise([{ ...finding, entry: null, code: 'A\u001b[2J' }]);
    expect(printSummary(summary, catalogue, plain)).not.toContain('\u001b');
  });
});

import { expect, test } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { type PasteReport, readPaste } from './decode-paste.ts';
import { packReport, unpackReport } from './packed-report.ts';

const catalogue = createCatalogue(readCatalogue());

function readReport(text: string): PasteReport {
  const [last] = [...readPaste(text, catalogue, {})].slice(-1);
  return last?.report() as PasteReport;
}

test.each([
  ['a code', '2026-11-27 ERROR (#131026) undeliverable\n'],
  ['an unknown code', '2026-11-27 ERROR (#131999) undeliverable\n'],
  ['states', '{"quality_rating":"GREEN","status":"BANNED"}'],
  [
    'a state of a template',
    '{"id":"1","name":"promo","language":"en","status":"PAUSED"}',
  ],
])('a page has the entries of %s that its worker found', (_, text) => {
  const report = readReport(text);
  const getEntries = ({ findings }: PasteReport) =>
    findings.map(({ code, entry }) => [code, entry?.key, entry?.verdict]);
  const received = unpackReport(structuredClone(packReport(report)), catalogue);

  expect(report.findings.length).toBeGreaterThan(0);
  expect(getEntries(received)).toEqual(getEntries(report));
});

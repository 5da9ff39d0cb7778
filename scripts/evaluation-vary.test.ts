import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { indexData, openIndex } from '../lib/detect/code-index.ts';
import { type CorpusLine, parseCorpus } from './corpus.ts';
import { edited } from './corpus-edit.ts';
import { vary, varyReport } from './evaluation-vary.ts';

const index = openIndex(indexData(readCatalogue()));
const heldout = parseCorpus(readFileSync('tests/corpus/heldout.jsonl', 'utf8'));

const LINE: CorpusLine = {
  id: 'x1',
  kind: 'prose',
  text: 'error 131047, then 131026',
  codes: [
    { code: '131047', start: 6, end: 12 },
    { code: '131026', start: 19, end: 25 },
  ],
};
const codesOf = (line: CorpusLine | undefined) =>
  line?.codes.map(({ start, end }) => line.text.slice(start, end));

describe('a snippet that is edited', () => {
  it('has its labels where they are then', () => {
    const other = edited(LINE, [
      { start: 0, end: 0, text: '"' },
      { start: 6, end: 6, text: '`' },
      { start: 12, end: 12, text: '`' },
      { start: 13, end: 18, text: '' },
    ]);
    expect(other?.line.text).toBe('"error `131047`, 131026');
    expect(codesOf(other?.line)).toEqual(['131047', '131026']);
  });

  it('has the new code where a label was replaced, and lacks one that went', () => {
    const other = edited(LINE, [
      { start: 0, end: 6, text: '' },
      { start: 6, end: 12, text: '80007' },
      { start: 18, end: 25, text: '' },
    ]);
    expect(other?.line).toMatchObject({ text: '80007, then', codes: [{ code: '80007', start: 0, end: 5 }] });
    expect(other?.of).toEqual([0]);
  });
});

describe('a corpus in other shapes', () => {
  const varied = new Map(vary(heldout, index).map((one) => [one.variation, one]));

  it.each([
    'lines end in CR LF',
    'set in by four',
    'no-break spaces',
    'escaped for HTML',
    'escaped for JSON',
  ])('loses nothing when %s', (variation) => {
    const one = varied.get(variation);
    expect(one?.codes).toBeGreaterThan(0);
    expect(one).toMatchObject({ lost: [], alarms: [] });
  });
});

it('reports what is lost by name where that is asked for', () => {
  const varied = { variation: 'cut', snippets: 2, codes: 3, lost: ['x1 131047'], alarms: ['x2 190'] };
  expect(varyReport([varied])).toMatch(/^cut +2 snippets, 3 codes: 1 lost, 1 false alarms more$/);
  expect(varyReport([varied], true).split('\n')).toEqual([
    expect.any(String),
    '  lost: x1 131047',
    '  false alarm: x2 190',
  ]);
});

import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { answerText } from './answer.ts';
import { answerStream } from './answer-stream.ts';
import { isColumn } from './code-column.ts';
import { summarize } from './summary.ts';

const catalogue = createCatalogue(readCatalogue());
const countCodes = (text: string) =>
  answerText(text, { catalogue }).findings.map(({ code, subcode, count }) => [code, subcode, count]);

describe('a column of codes', () => {
  it('is counted without further proof', () => {
    expect(countCodes('131047\n131026\r\n131047\n\n')).toEqual([
      ['131047', null, 2],
      ['131026', null, 1],
    ]);
    expect(countCodes(`${'131047\n'.repeat(400)}131026\n`)).toEqual([
      ['131047', null, 400],
      ['131026', null, 1],
    ]);
  });

  it('keeps the counts of the input', () => {
    const { total, codes } = summarize(answerText('   812 131047\n     3 190/463\n', { catalogue }).findings);
    expect([total, codes.map(({ key, count }) => [key, count])]).toEqual([
      815,
      [
        ['meta/cloud/131047', 812],
        ['meta/graph/190.463', 3],
      ],
    ]);
  });

  it('an unknown code among known ones has no meaning', () => {
    const { entries, unknown } = answerText('131047\n131049\n131999\n', { catalogue });
    expect([entries.map(({ code }) => code), unknown]).toEqual([['131047', '131049'], ['131999']]);
  });

  it('is counted to its end in a stream', async () => {
    async function* generateColumn() {
      for (let at = 0; at < 40; at++) yield '131047\n131026\nMISSING_TOKEN\n'.repeat(1_000).slice(at ? 0 : 7);
    }
    const { findings } = await answerStream(generateColumn(), { catalogue });
    expect(findings.map(({ code, count }) => [code, count])).toEqual([
      ['131026', 40_000],
      ['MISSING_TOKEN', 40_000],
      ['131047', 39_999],
    ]);
  });

  it.each([
    ['one number', '131047'],
    ['other numbers', '12\n48\n9955\n771\n5120\n'],
    ['a line of words among codes', '131047\n131026\nall is well\n'],
    ['a log', 'error 131047\nerror 131026\n'],
  ])('is not %s', (_, text) => expect(isColumn(text, catalogue)).toBe(false));
});

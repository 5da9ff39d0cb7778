import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/schema.ts';
import { createSentenceIndex } from './sentence-patterns.ts';

const createEntry = (code: string, ...match: string[]) =>
  ({ code, details: [{ match, meaning: '' }] }) as unknown as Entry;

const find = createSentenceIndex([
  createEntry('1', "Field '{name:word}' has to be a {kind:word} value"),
  createEntry('2', "Field '{name:word}' has to be a {kind:word} value"),
  createEntry('3', 'At most {max:number} rows fit into a table'),
  createEntry('4', 'At most {max:number} rows fit into a table of {name:word}'),
  createEntry('5', 'Bad {name:word} here'),
  createEntry('6', 'no gaps in this sentence of mine'),
]);

const list = (text: string) =>
  find(text).map(({ start, end, pattern }) => [
    text.slice(start, end),
    pattern.entries.map(({ code }) => code).join(),
  ]);

describe('sentences with gaps', () => {
  it.each([
    [
      "x: Field 'size' has to be a short value.",
      [["Field 'size' has to be a short value", '1,2']],
    ],
    [
      'FIELD ‘size’ has to be a short value',
      [['FIELD ‘size’ has to be a short value', '1,2']],
    ],
    ["Field 'size' has to be\na short value", []],
    ["Field 'size' has to be short", []],
    ['has to be a', []],
    ['Bad luck here', []],
    ['no gaps in this sentence of mine', []],
    ['', []],
  ])('in %j', (text, found) => expect(list(text)).toEqual(found));

  it('the one with the most words wins', () => {
    const text = 'At most 3 rows fit into a table of prices';
    expect(list(text)).toEqual([[text, '4']]);
    expect(list('At most 3 rows fit into a table, sir')).toEqual([
      ['At most 3 rows fit into a table', '3'],
    ]);
  });

  it('keeps matches apart and in order, in any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('At most 3 rows fit into a table', ' of a', "Field 'a'"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ');
        let done = 0;

        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeLessThanOrEqual(text.length);
          done = end;
        }
      }),
    );
  });
});

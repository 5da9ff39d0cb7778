import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTokenAt, splitTokens } from '../core/tokens.ts';
import { findLineSlots } from './line-slots.ts';

/** Returns the values of each slot of the number between ‹ ›, largest slot first. */
function readSlots(marked: string, around: string | null = null): string[][] {
  const start = marked.indexOf('‹');
  const tokens = splitTokens(marked.replace(/[‹›]/g, ''));
  const slots = findLineSlots(
    tokens,
    around === null ? null : splitTokens(around),
  );
  return slots
    .slotsOf(findTokenAt(tokens, start))
    .map(({ values }) => [...values])
    .sort((a, b) => b.length - a.length);
}

const CODES = ['131026', '131047', '131049'];
const fill = (line: string) =>
  CODES.map((code, at) =>
    line.replace('CODE', at === 0 ? `‹${code}›` : code),
  ).join('\n');

describe('the numbers of one slot', () => {
  it.each([
    [
      'the end of a log line',
      '2026-11-28 10:14:07 send failed to +5511987650000: CODE',
    ],
    [
      'a field between pipes',
      'Ana Souza | 5511987650000 | CODE | order_update',
    ],
    ['a cell of CSV', '2026-11-28 10:15:32,5511987654321,failed,CODE,a1b2c3'],
    ['the start of a counted line', 'CODE: 214 messages'],
    ['a line of its own', 'CODE'],
    ['a value of a key', 'level=error to=5511987650000 code=CODE'],
    ['a number in brackets', '[10:14] order_update (CODE)'],
  ])('are %s', (_, line) => expect(readSlots(fill(line))[0]).toEqual(CODES));

  it('are those of lines with other names and of another length', () =>
    expect(
      readSlots(
        '10:14 Ana Souza rejected: ‹131026›\n10:15 Joe failed: 131047\n9:01 Maria do Carmo undelivered: 131049',
      )[0],
    ).toEqual(CODES));

  it('are those of a list within a line', () =>
    expect(readSlots('2026-11-28: ‹131026›, 131047, 131049')[0]).toEqual(
      CODES,
    ));

  it('include those of the lines around a text', () =>
    expect(
      readSlots(
        'to Ana: ‹131026›',
        'to Ana: 131026\nto Joe: 131047\nto Li: 131049',
      )[0]?.toSorted(),
    ).toEqual(CODES));

  it('are not mixed with the numbers of other lines', () => {
    const log =
      'sent to Ana in 214 ms\nfailed for Joe: ‹131026›\nsent to Li in 90 ms\nfailed for Kim: 131047';
    expect(readSlots(log)[0]).toEqual(['131026', '131047']);
  });
});

describe('a number has no slot', () => {
  it.each([
    ['in a date', '‹2026›-11-28'],
    ['in a time', '10:‹14›:07'],
    ['in a fraction of a second', '10:14:07,‹123› ERROR'],
    ['in a phone number', '+55 ‹11› 98765-0000'],
    ['in an amount', 'R$ ‹470›'],
    ['in an address', '10.‹0›.0.1'],
    ['in a name', 'order_update_‹2›'],
    ['in an id', 'wamid.HBg‹5511›abc'],
  ])('%s', (_, line) =>
    expect(readSlots(`${line}\n${line.replace(/[‹›]/g, '')}`)).toEqual([]),
  );
});

describe('numbers that stand alone beside a number', () => {
  it.each([
    ['2026-11-28 10:14:07 failed to +55 11 98765-0000: ‹131026›', 0],
    ['order 4711 failed: ‹131026›', 1],
    ['failed: ‹131026› attempt=3 "took": "214"', 0],
    ['12 x ‹131026›', 1],
  ])('%s', (marked, count) => {
    const tokens = splitTokens(marked.replace(/[‹›]/g, ''));
    const token = findTokenAt(tokens, marked.indexOf('‹'));
    expect(findLineSlots(tokens, null).countLoneNumbersBeside(token)).toBe(
      count,
    );
  });
});

it('reads any text', () => {
  const line = fc.string({
    unit: fc.constantFrom(...'a1 2:-.,+|(#\n"=_٣é'),
    maxLength: 80,
  });
  fc.assert(
    fc.property(line, (text) => {
      const tokens = splitTokens(text);
      const { slotsOf, countLoneNumbersBeside } = findLineSlots(tokens, null);
      for (let token = 0; token < tokens.count; token++) {
        expect(countLoneNumbersBeside(token)).toBeGreaterThanOrEqual(0);
        const own = text.slice(tokens.start[token], tokens.end[token]);
        for (const { values, lines } of slotsOf(token)) {
          expect(values.has(own)).toBe(true);
          expect(lines).toBeGreaterThanOrEqual(values.size);
        }
      }
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  getRangeSignature,
  isSuppressed,
  type Suppression,
} from './suppression.ts';

/** Parses a line in which ‹ › enclose the code. */
function parseMarked(marked: string) {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace(/[‹›]/g, '');
  return { text, start, end, code: text.slice(start, end) };
}

function createSuppression(marked: string, context = {}): Suppression {
  const { text, start, end, code } = parseMarked(marked);
  return {
    host: 'a.example',
    code,
    ...getRangeSignature(text, start, end, context),
  };
}

describe('similar places', () => {
  test.each([
    [
      'by the words around the code',
      'Order #‹131047› was sent',
      'order #‹› was',
    ],
    [
      'whatever the numbers around it are',
      'Batch 12 of 40: ‹131047› left',
      'of 0: ‹› left',
    ],
    ['by a key', '{"id":7,"total":‹131047›,"left":3}', '"total":‹›'],
    ['within the line', 'Error\nOrder ‹131047›\nError', 'order ‹›'],
    ['within the cell', 'failed\torder ‹131047›\tlate', 'order ‹›'],
    ['in other scripts', 'طلب ‹١٣١٠٤٧› تم ارساله', 'طلب ‹› تم'],
  ])('%s', (_, marked, words) => {
    const { text, start, end } = parseMarked(marked);
    expect(getRangeSignature(text, start, end, { header: 'Details' })).toEqual({
      by: 'shape',
      words,
    });
  });

  test('have the same column header or label', () => {
    expect(
      createSuppression('(‹131047›)', {
        header: ' Messages  2026 ',
        label: 'To',
      }),
    ).toMatchObject({
      by: 'column',
      words: 'messages 0',
    });
    expect(
      createSuppression('failed\t‹131047›\tlate', { label: 'Total' }),
    ).toMatchObject({
      by: 'label',
      words: 'total',
    });
    expect(createSuppression('‹131047›')).toMatchObject({
      by: 'shape',
      words: '‹›',
    });
  });
});

describe('the scope of a suppression', () => {
  const inColumn = createSuppression('‹131047›', { header: 'Messages' });
  const inWords = createSuppression('Order #‹131047› was sent to Ana');
  test.each([
    [true, 'the same column', '‹131047›', { header: 'messages' }],
    [false, 'another column', '‹131047›', { header: 'Error code' }],
    [false, 'another code', '‹131026›', { header: 'Messages' }],
    [true, 'the same words', 'On Monday order #‹131047› was late', {}],
    [false, 'other words', 'Error ‹131047›', {}],
    [false, 'words in the column', 'Error ‹131047›', { header: 'Messages' }],
  ])('%s: %s', (expected, _, marked, context) => {
    const { text, start, end, code } = parseMarked(marked);
    expect(
      isSuppressed({ code, start, end }, text, context, [inColumn, inWords]),
    ).toBe(expected);
  });
});

test('a place is similar to itself, and its signature is short', () => {
  const words = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(words, words, words, (before, after, header) => {
      const text = `${before}131047${after}`;
      const hit = {
        code: '131047',
        start: before.length,
        end: before.length + 6,
      };
      const alike = getRangeSignature(text, hit.start, hit.end, { header });
      expect(alike.words.length).toBeLessThanOrEqual(90);
      expect(
        isSuppressed(hit, text, { header }, [
          { host: 'a.example', code: '131047', ...alike },
        ]),
      ).toBe(true);
    }),
  );
});

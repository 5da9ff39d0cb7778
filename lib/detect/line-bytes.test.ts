import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineBytes, words } from './line-bytes.ts';

/** What is known of each line of a text; null where its bytes do not tell it. */
function readAll(lines: readonly string[]): (string | null)[] {
  const bytes = new LineBytes(lines.join('\n'));
  let start = 0;
  return lines.map((line) => {
    const from = start;
    start += line.length + 1;
    if (!bytes.read(from, from + line.length)) return null;
    return `${bytes.length} ${bytes.hash} ${words.slice(0, (bytes.length + 3) >> 2).join(' ')}`;
  });
}

const folded = (line: string) => line.replace(/\d/g, '0');
const unit = fc.oneof(
  fc.constantFrom(
    '0',
    '9',
    '/',
    ':',
    'P',
    '°',
    '\u0001',
    '¹',
    '٣',
    'é',
    '错',
    '😀',
    '\ud83d',
    '\udc00',
    '\ufffd',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const line = fc.array(unit, { maxLength: 12 }).map((units) => units.join('').replaceAll('\n', ''));

test('lines have the same bytes where they differ in ASCII digits only', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.stringMatching(/^[0-9]{0,9}$/)), { minLength: 1 }), (lines) => {
      const told = readAll(lines);
      for (const [at, one] of lines.entries()) {
        expect(told[at] === null).toBe(!one.isWellFormed());
        for (const [other, two] of lines.entries())
          if (told[at] !== null && told[other] !== null)
            expect(told[at] === told[other]).toBe(folded(one) === folded(two));
      }
    }),
    { numRuns: 1000 },
  );
});

test('a text may be longer than what is held at once', () => {
  for (const mark of ['', 'é']) {
    const lines = Array.from(
      { length: 3000 },
      (_, at) => `${mark}line ${at % 10} of ${'many '.repeat(at % 90)}`,
    );
    const alone = new Map<string, string | null | undefined>();
    for (const one of new Set(lines)) alone.set(one, readAll([one])[0]);
    expect(readAll(lines)).toEqual(lines.map((one) => alone.get(one)));
  }
});

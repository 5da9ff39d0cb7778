import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { createRowReader } from './read-row.ts';

const MESSAGES: readonly ((code: string, other: number) => string)[] = [
  (code, other) => `order ${other} failed with code=${code}`,
  (code, other) => `(#${code}) send failed after ${other} ms`,
  (code, other) => `send failed: error ${code}, attempt ${other}`,
  (code, other) => `code ${code} subcode ${other}`,
  (code, other) => `delivered ${code} in ${other} ms`,
];

const CODES = ['131047', '131026', '131,049', '190', '999999', '0'];

const cells = fc
  .tuple(
    fc.constantFrom(...MESSAGES),
    fc.constantFrom(...CODES),
    fc.integer({ min: 1, max: 200_000 }),
  )
  .map(([create, code, other]) => create(code, other));

const createReader = () => {
  const { readRow } = createRowReader(testCatalogue);

  return (text: string) => {
    const read = readRow({
      cells: [{ text, header: 'error', isNamed: true }],
      subcode: '',
      provider: undefined,
      details: [],
    });

    return read && { code: read.code, subcode: read.subcode };
  };
};

it('a cell has the code that it has alone, whatever stood in others of its kind', () =>
  fc.assert(
    fc.property(fc.array(cells, { minLength: 2, maxLength: 20 }), (texts) => {
      const read = createReader();

      for (const text of texts)
        expect(read(text)).toEqual(createReader()(text));
    }),
  ));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { getBundledCatalogue } from '../catalogue/bundled-catalogue.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { packRecords, unpackRecords } from './pack-records.ts';

const name = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('x', 'y', '', 'z');
const leaf = fc.oneof(
  text,
  fc.boolean(),
  fc.integer({ min: 1 }),
  fc.constant(null),
  fc.array(text),
);
const rows = fc.letrec((tie) => ({
  row: fc.dictionary(
    name,
    fc.oneof(leaf, tie('row'), fc.array(tie('row'), { maxLength: 3 })),
    {
      maxKeys: 3,
      noNullPrototype: true,
    },
  ),
})).row;

test('records are the same once they are unpacked', () => {
  fc.assert(
    fc.property(fc.array(rows), (records) => {
      const packed = JSON.parse(
        JSON.stringify(packRecords(records as Record<string, unknown>[])),
      );
      expect(unpackRecords(packed, records.length)).toEqual(records);
    }),
  );
});

test('a value that stands for a missing one is refused', () => {
  expect(() => packRecords([{ a: 0 }])).toThrow(TypeError);
});

test('the catalogue of the build is that of the files, but for what only maintainers read', () => {
  const { entries } = createCatalogue(readCatalogue());
  expect(getBundledCatalogue().entries).toEqual(
    entries.map(({ checked: _, ...entry }) => entry),
  );
});

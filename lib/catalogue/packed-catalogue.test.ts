import { expect, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { packCatalogue, unpackCatalogue } from './packed-catalogue.ts';

test('the packed catalogue equals the data', () => {
  const data = readCatalogue();
  expect(unpackCatalogue(JSON.parse(JSON.stringify(packCatalogue(data))))).toEqual(data);
});

import { expect, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { pack, unpack } from './packed-catalogue.ts';

test('the catalogue that is packed into the build is the one of data/', () => {
  const data = readCatalogue();
  expect(unpack(JSON.parse(JSON.stringify(pack(data))))).toEqual(data);
});

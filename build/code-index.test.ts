import codes from 'virtual:codes';
import { expect, it } from 'vitest';
import {
  createCodeIndex,
  createCodeIndexData,
} from '../lib/detect/code-index.ts';
import { readCatalogue } from './read-catalogue.ts';

const catalogue = readCatalogue();
const made = createCodeIndex(createCodeIndexData(catalogue));

it('is the same in the build as from the files', () => {
  const built = createCodeIndex(JSON.parse(JSON.stringify(codes)));
  expect(built.symbols).toEqual(made.symbols);
  expect(built.consoles).toEqual(made.consoles);
  expect(built.words).toEqual(made.words);
  for (const { code } of catalogue.entries)
    expect(built.meaningsOf(code)).toEqual(made.meaningsOf(code));
});

it('finds every entry by its code, its subcode and its symbols', () => {
  for (const { key, code, subcode, symbols = [] } of catalogue.entries) {
    for (const word of [code, ...(subcode ? [subcode] : []), ...symbols]) {
      expect(made.meaningsOf(word).map((meaning) => meaning.key)).toContain(
        key,
      );
    }
  }
});

it('finds the range that contains a number', () => {
  expect(made.meaningsOf('230').map(({ code }) => code)).toContain('200-299');
  expect(made.meaningsOf('131999')).toEqual([]);
});

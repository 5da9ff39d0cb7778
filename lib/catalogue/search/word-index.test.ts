import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { createWordIndexData, openWordIndex } from './word-index.ts';

const BOOSTS = [4, 1, 0.5];
const toTerms = (word: string) => (word === 'a' ? ['a', 'aa'] : [word]);
const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'ü'),
  minLength: 1,
  maxLength: 7,
});
const document = fc.tuple(
  ...BOOSTS.map(() => fc.array(word, { maxLength: 6 })),
);

/** Searches with the library whose ranking the index has. */
function searchByReference(
  documents: readonly (readonly string[])[][],
  asked: string,
  { prefix, maxTypos }: { prefix: boolean; maxTypos: number },
) {
  const fields = BOOSTS.map((_, at) => `${at}`);
  const index = new MiniSearch<{ id: number }>({
    fields,
    extractField: (one, field) =>
      field === 'id'
        ? `${one.id}`
        : (documents[one.id]?.[Number(field)]?.join(' ') ?? ''),
    tokenize: (text) => text.split(' ').filter(Boolean),
    processTerm: toTerms,
    searchOptions: {
      boost: Object.fromEntries(BOOSTS.entries()),
      tokenize: (text) => [text],
      processTerm: (term) => term,
    },
  });

  index.addAll(documents.map((_, id) => ({ id })));

  return index
    .search(asked, { prefix, fuzzy: maxTypos })
    .map(({ id, score, match }) => ({
      document: Number(id),
      score,
      isPrefix: Object.keys(match).some((term) => term.startsWith(asked)),
    }));
}

const byDocument = (
  one: { document: number },
  other: { document: number },
): number => one.document - other.document;

test('finds and ranks as the reference does, in one part or in two', () => {
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 1, maxLength: 12 }),
      fc.nat(12),
      word,
      fc.boolean(),
      fc.nat(2),
      (documents, cut, asked, prefix, maxTypos) => {
        const options = { prefix, maxTypos };
        const open = (...parts: (typeof documents)[]) =>
          openWordIndex(
            parts.map((part) =>
              JSON.parse(JSON.stringify(createWordIndexData(part, toTerms))),
            ),
            BOOSTS,
          );
        const expected = searchByReference(documents, asked, options)
          .sort(byDocument)
          .map((one) => ({ ...one, score: expect.closeTo(one.score, 8) }));

        for (const index of [
          open(documents),
          open(documents.slice(0, cut), documents.slice(cut)),
        ])
          expect(index.search(asked, options).sort(byDocument)).toEqual(
            expected,
          );
      },
    ),
  );
});

test('finds nothing in an empty index', () => {
  expect(
    openWordIndex([], BOOSTS).search('a', { prefix: true, maxTypos: 1 }),
  ).toEqual([]);
});

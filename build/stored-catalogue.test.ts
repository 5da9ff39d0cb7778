import { expect, test, vi } from 'vitest';
import { createSearch } from '../lib/catalogue/search/search.ts';
import { readCatalogue } from './read-catalogue.ts';
import { openStoredCatalogue } from './stored-catalogue.ts';

test('reads and checks the data only if a file has changed', async () => {
  const read = vi.fn(async () => readCatalogue());
  const first = await openStoredCatalogue(read);
  read.mockClear();
  const second = await openStoredCatalogue(read);
  expect(read).not.toHaveBeenCalled();
  expect(second.entries).toEqual(first.entries);
  expect(second.version).toBe(readCatalogue().version);
});

test('the stored index finds what a new one finds', async () => {
  const stored = await openStoredCatalogue(async () => readCatalogue());
  const made = { ...stored, readTextIndex: undefined };
  for (const query of ['window closed', 'template pausd', 'número bloqueado']) {
    const [one, other] = [stored, made].map((catalogue) =>
      createSearch(catalogue)
        .find(query)
        .map(({ entry }) => entry.key),
    );
    expect(one?.length).toBeGreaterThan(0);
    expect(one).toEqual(other);
  }
});

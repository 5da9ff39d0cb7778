import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { readSoftwareOutput } from './read-software-output.ts';
import recorded from './recorded.json' with { type: 'json' };

const FOLDER = join(import.meta.dirname, 'recorded');
const catalogue = createCatalogue(readCatalogue());

/** Null where the output has no count: some number of failures. */
type Counts = Readonly<Record<string, number | null>>;

const outputs = Object.entries(recorded).map(
  ([file, { program, codes }]) => [program, file, codes as Counts] as const,
);

it.each(outputs)('reads what %s printed in %s', async (_, file, codes) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const counts = await readSoftwareOutput(text, catalogue);

  const expected = Object.entries(codes).map(([code, count]) => [
    code,
    count ?? expect.any(Number),
  ]);

  expect(counts).toEqual(Object.fromEntries(expected));
});

it('every recorded output is read', () =>
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(recorded).sort()));

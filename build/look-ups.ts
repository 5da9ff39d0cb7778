import { type Entry, LOOKED_UP } from '../data/schema.ts';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { table } from './report-words.ts';

const FOUND = {
  publisher: 'Another publisher says so',
  edition: 'Another text of the same publisher',
  name: 'Its name only',
  nothing: 'Nothing',
} as const;

/** Generates the part of `docs/catalogue.md` that counts the look-ups for a second source, by API. */
export function lookUps({ entries, apiName }: Catalogue): string {
  const again = entries.filter(({ checked }) => checked);
  const days = again.flatMap(({ checked }) => checked?.on ?? []).sort();
  const row = (name: string, own: readonly Entry[]) => [
    name,
    ...LOOKED_UP.map((found) => own.filter(({ checked }) => checked?.found === found).length),
  ];
  const open = entries.filter(({ confidence, checked }) => confidence === 'single-source' && !checked).length;
  const counts = table(
    ['Registry', ...LOOKED_UP.map((found) => FOUND[found])],
    [...[...Map.groupBy(again, apiName)].map(([name, own]) => row(name, own)), row('All', again)],
  );
  return `${again.length} entries that had rested on one publisher were looked up again in public documentation, code and threads, the last on ${days.at(-1) ?? ''};
${open} were not. A list counts as looked up when its rarest words were: where nobody else prints those, its other rows are taken to
be found nowhere either. Finding nothing proves little, since the index that was searched answers with ten files for a number.

${counts}`;
}

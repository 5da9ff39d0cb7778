import { type Entry, LOOKUP_RESULTS } from '../data/schema.ts';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { formatMarkdownTable } from './report-markdown.ts';

const RESULT_TEXTS = {
  publisher: 'Another publisher says so',
  edition: 'Another text of the same publisher',
  name: 'Its name only',
  nothing: 'Nothing',
} as const;

/** Generates the part of `docs/catalogue.md` that counts the look-ups for a second source, by API. */
export function formatSecondSourceStats({ entries, apiName }: Catalogue): string {
  const again = entries.filter(({ checked }) => checked);
  const days = again.flatMap(({ checked }) => checked?.on ?? []).sort();
  const formatRow = (name: string, own: readonly Entry[]) => [
    name,
    ...LOOKUP_RESULTS.map((found) => own.filter(({ checked }) => checked?.found === found).length),
  ];
  const open = entries.filter(({ confidence, checked }) => confidence === 'single-source' && !checked).length;
  const counts = formatMarkdownTable(
    ['Registry', ...LOOKUP_RESULTS.map((found) => RESULT_TEXTS[found])],
    [...[...Map.groupBy(again, apiName)].map(([name, own]) => formatRow(name, own)), formatRow('All', again)],
  );
  return `${again.length} entries that had rested on one publisher were looked up again in public documentation, code and threads, the last on ${days.at(-1) ?? ''};
${open} were not. A list counts as looked up when its rarest words were: where nobody else prints those, its other rows are taken to
be found nowhere either. Finding nothing proves little, since the index that was searched answers with ten files for a number.

${counts}`;
}

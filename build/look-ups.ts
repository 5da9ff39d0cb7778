import { LOOKED_UP } from '../data/schema.ts';
import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { table } from './report-words.ts';

const FOUND = {
  publisher: 'Another publisher says so',
  edition: 'Another text of the same publisher',
  name: 'Its name only',
  nothing: 'Nothing',
} as const;

/** The part of `docs/catalogue.md` that counts what was looked up for a second source, registry by registry. */
export function lookUps({ entries, apiName }: Catalogue): string {
  const rows = new Map<string, number[]>();
  const total: number[] = LOOKED_UP.map(() => 0);
  let last = '';
  for (const { provider, api, checked } of entries) {
    if (!checked) continue;
    const name = apiName({ provider, api });
    const row = rows.get(name) ?? LOOKED_UP.map(() => 0);
    const at = LOOKED_UP.indexOf(checked.found);
    row[at] = (row[at] ?? 0) + 1;
    total[at] = (total[at] ?? 0) + 1;
    rows.set(name, row);
    if (checked.on > last) last = checked.on;
  }
  const sum = total.reduce((all, count) => all + count, 0);
  const open = entries.filter(({ confidence, checked }) => confidence === 'single-source' && !checked).length;
  const counts = table(
    ['Registry', ...LOOKED_UP.map((found) => FOUND[found])],
    [...[...rows].map(([name, row]) => [name, ...row]), ['All', ...total]],
  );
  return `${sum} entries that had rested on one publisher were looked up again in public documentation, code and threads, the last on ${last};
${open} were not. A list counts as looked up when its rarest words were: where nobody else prints those, its other rows are taken to
be found nowhere either. Finding nothing proves little, since the index that was searched answers with ten files for a number.

${counts}`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openCatalogue } from '../lib/catalogue/catalogue.ts';
import { openSearch } from '../lib/catalogue/search.ts';
import { catalogueOrExit } from './catalogue-or-exit.ts';

interface AskedQuery {
  query: string;
  first: readonly string[];
  set: string;
}

/** Prints how often the first result is right, and what a keystroke costs: `npm run measure:search`. */
function main() {
  const queries = parse(
    readFileSync(join(import.meta.dirname, '../tests/search-queries.yaml'), 'utf8'),
  ) as AskedQuery[];
  const search = openSearch(openCatalogue(catalogueOrExit()));
  const costs: number[] = [];
  for (const { query } of queries)
    for (let length = 1; length <= query.length; length++) {
      const started = performance.now();
      search.find(query.slice(0, length));
      costs.push(performance.now() - started);
    }
  costs.sort((a, b) => a - b);
  const at = (share: number) => (costs[Math.floor((costs.length - 1) * share)] ?? 0).toFixed(2);
  print(`${costs.length} keystrokes, ms at p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}`);

  const wrong = queries.filter(({ query, first }) => !first.includes(search.find(query)[0]?.entry.key ?? ''));
  for (const { query, first } of wrong) {
    const shown = search
      .find(query)
      .slice(0, 3)
      .map(({ entry }) => entry.key);
    print(`  wrong: ${query}: ${shown.join(', ') || 'nothing'} instead of ${first.join(' or ')}`);
  }
  for (const set of new Set(queries.map((one) => one.set))) {
    const size = queries.filter((one) => one.set === set).length;
    const missed = wrong.filter((one) => one.set === set).length;
    print(`first result right, ${set}: ${size - missed} of ${size}`);
  }
  print(`first result right, all: ${queries.length - wrong.length} of ${queries.length}`);
}

const print = (line: string) => process.stdout.write(`${line}\n`);

main();

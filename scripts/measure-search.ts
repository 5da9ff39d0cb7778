import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Catalogue, openCatalogue } from '../lib/catalogue/catalogue.ts';
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
  const catalogue = openCatalogue(catalogueOrExit());
  const search = openSearch(catalogue);
  search.prepare();
  search.find('once, for the compiler');
  print(`indexes made in ${indexed(catalogue).toFixed(0)} ms`);

  // The processor's own clock ticks too coarsely for one keystroke, and another process may have had the processor: the least of three
  // rounds, each with indexes of its own, and the processor's time for all of them together.
  const costs: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = openSearch(catalogue);
    fresh.prepare();
    let at = 0;
    for (const { query } of queries) {
      for (let length = 1; length <= query.length; length++, at++) {
        const started = performance.now();
        fresh.find(query.slice(0, length));
        costs[at] = Math.min(costs[at] ?? Number.POSITIVE_INFINITY, performance.now() - started);
      }
    }
  }
  const { user, system } = process.cpuUsage(before);
  costs.sort((a, b) => a - b);
  const at = (share: number) => (costs[Math.floor((costs.length - 1) * share)] ?? 0).toFixed(2);
  print(
    `${costs.length} keystrokes, ms at p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}; ` +
      `${((user + system) / 1000 / ROUNDS / costs.length).toFixed(2)} ms of one core each`,
  );

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

const ROUNDS = 3;

function indexed(catalogue: Catalogue): number {
  const search = openSearch(catalogue);
  const { user, system } = process.cpuUsage();
  search.prepare();
  search.find('words of a question');
  const now = process.cpuUsage();
  return (now.user + now.system - user - system) / 1000;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

main();

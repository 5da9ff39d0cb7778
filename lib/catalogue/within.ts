import type { Entry } from '../../data/schema.ts';
import { rangeOf } from './by-code.ts';
import type { Catalogue } from './catalogue.ts';
import { type Place, rankedMeanings } from './ranked.ts';

/** Of a range such as `1005-1006`: for each number in it that is a code, the entry that fits the place best; in the order of the numbers. */
export function entriesWithin(code: string, place: Place, catalogue: Catalogue): Entry[] {
  const range = rangeOf(code);
  if (!range) return [];
  const inRange = (number: number) => number >= range.from && number <= range.to;
  const numbers = new Set(
    catalogue.entries.map((entry) => (/^\d+$/.test(entry.code) ? Number(entry.code) : Number.NaN)),
  );
  return [...numbers]
    .filter(inRange)
    .sort((a, b) => a - b)
    .flatMap((number) => rankedMeanings(String(number), catalogue, place)[0]?.entry ?? []);
}

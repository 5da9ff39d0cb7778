import type { Entry } from '../../data/schema.ts';
import { getRegistryId } from '../core/entry-key.ts';
import { groupBy } from '../core/group-by.ts';
import type { Catalogue } from './catalogue.ts';

const MAX_NEAREST = 6;
/** After all codes that are one edit away: first those of the list with most codes of the range. */
const RANGE_RANK = 4;
const OTHER_LIST_RANK = 5;

/**
 * Returns at most 6 codes to look at for an unknown number: first those one edit away, common ones before others,
 * then the nearest of its range. Empty for symbols and for less than three digits, to which everything is close.
 */
export function findNearestCodes(
  code: string,
  { entries, mostCommon }: Catalogue,
): readonly Entry[] {
  if (!/^(?:\d{3,7}|\d{2,3}-\d{3})$/.test(code)) return [];

  const met = new Set(mostCommon.map(({ key }) => key));
  const start = code.slice(0, Math.ceil(code.length / 2));

  const inRange = entries.filter(
    ({ code: other, subcode }) =>
      !subcode && other.length === code.length && other.startsWith(start),
  );

  const [main] = [...groupBy(inRange, getRegistryId)].sort(
    ([, a], [, b]) => b.length - a.length,
  );

  const rankInRange = (entry: Entry) =>
    getRegistryId(entry) === main?.[0] ? RANGE_RANK : OTHER_LIST_RANK;

  const found = entries.flatMap((entry) => {
    const { code: other, subcode, key } = entry;
    if (other === code || subcode || !/^\d+$/.test(other)) return [];

    const distance = Math.abs(Number(other) - Number.parseInt(code, 10));

    // Common codes first; an added or missing digit is a rarer mistake than a changed one.
    const rank =
      (met.has(key) ? 0 : 2) + (code.length === other.length ? 0 : 1);

    if (code.length >= 4 && isWithinOneEdit(code, other))
      return [{ entry, rank, distance }];

    return other.length === code.length && other.startsWith(start)
      ? [{ entry, rank: rankInRange(entry), distance }]
      : [];
  });

  found.sort((a, b) => a.rank - b.rank || a.distance - b.distance);

  return found
    .map(({ entry }) => entry)
    .filter(
      ({ code: other }, at, all) =>
        all.findIndex((one) => one.code === other) === at,
    )
    .slice(0, MAX_NEAREST);
}

const MAX_SIMILAR = 5;
/** Share of the words that two symbols of the same meaning have in common: `RATE_LIMIT_HIT` and `RATE_LIMIT_EXCEEDED`. */
const MIN_SHARED_WORDS = 0.5;

/**
 * Returns at most 5 codes that an unknown one may be a slip of, best first: one edit away, or a symbol with most of
 * its words. Never the meaning of the code.
 */
export function findSimilarCodes(
  code: string,
  catalogue: Catalogue,
): readonly Entry[] {
  if (/^\d+$/.test(code))
    return findNearestCodes(code, catalogue).filter((entry) =>
      isWithinOneEdit(code, entry.code),
    );

  const words = splitSymbol(code);
  if (words.size < 2) return [];

  const scored = catalogue.entries.flatMap((entry) => {
    if (entry.code === code || /^[\d-]+$/.test(entry.code)) return [];

    const others = splitSymbol(entry.code);
    const shared = words.intersection(others).size / words.union(others).size;

    const score = isWithinOneEdit(code.toUpperCase(), entry.code.toUpperCase())
      ? 1
      : shared;

    return score >= MIN_SHARED_WORDS ? [{ entry, score }] : [];
  });

  return scored
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
    .slice(0, MAX_SIMILAR);
}

const splitSymbol = (symbol: string): ReadonlySet<string> =>
  new Set(
    symbol
      .split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)
      .flatMap((word) => word.toLowerCase() || []),
  );

/** Returns true if one digit was changed, left out, added or swapped with the next (edit distance 1 with transpositions). */
export function isWithinOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;

  let start = 0;

  while (start < a.length && a[start] === b[start]) start++;

  let end = 0;

  while (
    end < Math.min(a.length, b.length) - start &&
    a.at(-1 - end) === b.at(-1 - end)
  )
    end++;

  const [restA, restB] = [
    a.slice(start, a.length - end),
    b.slice(start, b.length - end),
  ];

  if (restA.length <= 1 && restB.length <= 1) return true;

  return (
    restA.length === 2 &&
    restB.length === 2 &&
    restA[0] === restB[1] &&
    restA[1] === restB[0]
  );
}

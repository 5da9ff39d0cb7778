import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';

/** A code other than the one typed, which a typing or reading error may have meant. */
export interface Neighbour {
  entry: Entry;
  /** `digit`: one digit changed, swapped, missing or added. `near`: a close number in the same API. */
  by: 'digit' | 'near';
}

const MAX_NUMBER_DISTANCE = 10;
const MAX_NEAR_NUMBERS = 3;

/**
 * Returns suggestions for a number that the catalogue may not know. A suggestion is never the meaning of the number.
 *
 * @returns Codes within one edit first (common codes first, then by distance), then up to 3 numerically close ones. At
 *   most `limit`. Empty for symbols and for numbers of fewer than three digits, to which everything is close.
 */
export function findNeighbours(code: string, catalogue: Catalogue, limit = 6): readonly Neighbour[] {
  if (!/^\d{3,7}$/.test(code)) return [];
  const number = Number(code);
  const met = new Set(catalogue.mostCommon.map(({ key }) => key));
  const found: (Neighbour & { rank: number; distance: number })[] = [];
  for (const entry of catalogue.entries) {
    if (entry.code === code || entry.subcode || !/^\d+$/.test(entry.code)) continue;
    const distance = Math.abs(Number(entry.code) - number);
    if (code.length >= 4 && isWithinOneEdit(code, entry.code))
      found.push({ entry, by: 'digit', rank: getTypoRank(code, entry, met.has(entry.key)), distance });
    else if (entry.code.length === code.length && distance <= MAX_NUMBER_DISTANCE && distance > 0)
      found.push({ entry, by: 'near', rank: 0, distance });
  }
  found.sort((a, b) => a.rank - b.rank || a.distance - b.distance);
  const near = found.filter(({ by }) => by === 'near').slice(0, MAX_NEAR_NUMBERS);
  return [...found.filter(({ by }) => by === 'digit'), ...near]
    .slice(0, limit)
    .map(({ entry, by }) => ({ entry, by }));
}

const MAX_NEAREST = 6;

/**
 * Returns codes with the same number of digits and the same first half, nearest first: codes of one range are likely to be related. Empty
 * for words and for a range without codes.
 */
export function findNearestNumbers(code: string, { entries }: Catalogue): readonly Entry[] {
  if (!/^\d{3,7}$/.test(code)) return [];
  const start = code.slice(0, Math.ceil(code.length / 2));
  const getDistance = (entry: Entry) => Math.abs(Number(entry.code) - Number(code));
  return entries
    .filter(
      (entry) =>
        !entry.subcode &&
        entry.code.length === code.length &&
        entry.code.startsWith(start) &&
        /^\d+$/.test(entry.code),
    )
    .sort((a, b) => getDistance(a) - getDistance(b))
    .slice(0, MAX_NEAREST);
}

/** Returns known codes to look at for an unknown one: those that a typing error may have meant, then the nearest of its range. */
export function findNearestCodes(code: string, catalogue: Catalogue): readonly Entry[] {
  const all = [
    ...findNeighbours(code, catalogue).map(({ entry }) => entry),
    ...findNearestNumbers(code, catalogue),
  ];
  return all
    .filter(({ code: found }, at) => all.findIndex((one) => one.code === found) === at)
    .slice(0, MAX_NEAREST);
}

/** Ranks common codes first. An added or missing digit is a rarer mistake than a changed one. */
function getTypoRank(code: string, { code: meant }: Entry, isMet: boolean): number {
  return (code.length === meant.length ? 0 : 2) + (isMet ? 0 : 1);
}

/** Returns true if one digit was changed, left out, added or swapped with the next (edit distance 1 with transpositions). */
export function isWithinOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

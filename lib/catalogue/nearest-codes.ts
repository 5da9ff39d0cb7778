import type { Entry } from '../../data/schema.ts';
import { getRegistryId } from '../core/entry-key.ts';
import { groupBy } from '../core/group-by.ts';
import type { Catalogue } from './catalogue.ts';
import { isWithinOneEdit } from './search/typos.ts';

const MAX_NEAREST = 6;
/** Everything is close to a shorter number. */
const MIN_SLIP_DIGITS = 4;

/**
 * Returns at most 6 codes that an unknown number may be a slip of: one digit was changed, left out, added or swapped. Common
 * ones first, of the lists that have numbers of this form. Empty for symbols, for short numbers, and for a number without such codes: what only begins alike is
 * about something else.
 */
export function findNearestCodes(
  code: string,
  { entries, mostCommon }: Catalogue,
): readonly Entry[] {
  if (!/^(?:\d{4,7}|\d{2,3}-\d{3})$/.test(code)) return [];

  const met = new Set(mostCommon.map(({ key }) => key));
  const lists = findListsOfRange(code, entries);

  const found = entries.flatMap((entry) => {
    const { code: other, subcode, key } = entry;
    if (subcode || !/^\d+$/.test(other)) return [];
    if (other.length < MIN_SLIP_DIGITS || !isWithinOneEdit(code, other))
      return [];

    const isSameLength = other.length === code.length;
    const isOfRange =
      lists.length === 0 || lists.includes(getRegistryId(entry));
    if (isSameLength && !isOfRange) return [];

    return [
      {
        entry,
        isRare: !met.has(key),
        // An added or missing digit is a rarer mistake than a changed one.
        isOtherLength: !isSameLength,
        distance: Math.abs(Number(other) - Number.parseInt(code, 10)),
      },
    ];
  });

  found.sort(
    (a, b) =>
      Number(a.isRare) - Number(b.isRare) ||
      Number(a.isOtherLength) - Number(b.isOtherLength) ||
      a.distance - b.distance,
  );

  return found
    .map(({ entry }) => entry)
    .filter(
      ({ code: other }, at, all) =>
        all.findIndex((one) => one.code === other) === at,
    )
    .slice(0, MAX_NEAREST);
}

const isInRange = (code: string, { code: other, subcode }: Entry): boolean =>
  !subcode &&
  other.length === code.length &&
  other.startsWith(code.slice(0, Math.ceil(code.length / 2)));

/** Returns the lists that have codes of as many digits which begin like this one, with most of them first. */
const findListsOfRange = (
  code: string,
  entries: readonly Entry[],
): readonly string[] =>
  [
    ...groupBy(
      entries.filter((entry) => isInRange(code, entry)),
      getRegistryId,
    ),
  ]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([list]) => list);

/** Returns an entry of the list that an unknown number is probably of, because most codes which begin so are. Undefined for another form. */
export function findNeighbour(
  code: string,
  { entries }: Pick<Catalogue, 'entries'>,
): Entry | undefined {
  if (!/^\d{3,7}$/.test(code)) return undefined;

  const [list] = findListsOfRange(code, entries);

  return entries.find(
    (entry) => isInRange(code, entry) && getRegistryId(entry) === list,
  );
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
  if (/^\d+$/.test(code)) return findNearestCodes(code, catalogue);

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

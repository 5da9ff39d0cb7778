import { groupBy } from './group-by.ts';

/** Matches nothing. */
const NOTHING = '(?!)';

/**
 * Returns a pattern of words that shares their beginnings and ends: `1[03]1|rejected` for `101`, `131` and `rejected`. The words have only
 * letters, digits, blanks and `_`, and none is empty.
 */
export function createTriePattern(words: readonly string[]): string {
  if (words.length === 0) return NOTHING;

  const tails = groupBy(words, (word) => word.charAt(0));
  const firsts = new Map<string, string[]>();

  for (const [first, own] of tails) {
    if (first === '') continue;

    const tail = createTriePattern(own.map((word) => word.slice(1)));

    firsts.set(tail, [...(firsts.get(tail) ?? []), first]);
  }

  const branches = [...firsts].map(
    ([tail, own]) => createCharacterClass(own) + tail,
  );
  const [only = ''] = branches;

  if (!tails.has(''))
    return branches.length > 1 ? `(?:${branches.join('|')})` : only;

  if (branches.length === 0) return '';

  const isOneUnit = branches.length === 1 && firsts.has('');

  return isOneUnit ? `${only}?` : `(?:${branches.join('|')})?`;
}

function createCharacterClass(characters: readonly string[]): string {
  const [first = ''] = characters;
  if (characters.length === 1) return first;

  const sorted = [...characters].sort().join('');
  if (sorted === '0123456789') return '\\d';

  return `[${sorted}]`;
}

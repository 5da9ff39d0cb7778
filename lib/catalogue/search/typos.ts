/** How a search forgives typos: in which words, how many, and which words are that near. */

/** Shorter words need an exact or prefix match: `flow` must not match `slow`. */
export const MIN_FUZZY_LETTERS = 6;
/** From this length on, the number of typos depends on it. */
const MIN_LONG_WORD_LETTERS = 6;
const MAX_TYPO_SHARE = 0.25;
const MAX_TYPOS = 6;

/** Returns how many letters of a word may differ. Numbers must match exactly, because one wrong digit is another code. */
export function getMaxTypos(stem: string): number {
  if (/\d/.test(stem) || stem.length < 4) return 0;

  return stem.length < MIN_LONG_WORD_LETTERS
    ? 1
    : Math.min(MAX_TYPOS, Math.round(stem.length * MAX_TYPO_SHARE));
}

/** Returns the spellings with two letters swapped (`tempalte`), which count as two edits in fuzzy search. */
export function findLetterSwaps(stem: string): string[] {
  if (/\d/.test(stem) || stem.length < 4) return [];

  return Array.from({ length: stem.length - 1 }, (_, at) => {
    const [before, one, other, after] = [
      stem.slice(0, at),
      stem[at],
      stem[at + 1],
      stem.slice(at + 2),
    ];

    return `${before}${other}${one}${after}`;
    // Few people misplace the first letter, and short names resemble words: `Acme`, `came`.
  }).slice(stem.length < 5 ? 1 : 0);
}

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

/**
 * Creates a function that returns how many letters of a term differ from those of a
 * word (the Levenshtein distance), or any higher number than `max`.
 */
export function createDistance(
  word: string,
  max: number,
): (term: string) => number {
  /** The distances of the beginnings of the word from that of a term. */
  let own = new Uint16Array(word.length + 1);
  /** Those from the beginning of the term that is one letter shorter. */
  let above = new Uint16Array(word.length + 1);

  /** Fills a row, for the beginning of a term that ends with a unit. Returns its smallest distance. */
  function fillRow(row: number, unit: number): number {
    let least = row;
    own[0] = row;

    for (let column = 1; column <= word.length; column++) {
      const replaced =
        (above[column - 1] as number) +
        Number(word.charCodeAt(column - 1) !== unit);
      const shorter = (above[column] as number) + 1;
      const longer = (own[column - 1] as number) + 1;
      const distance = Math.min(replaced, shorter, longer);

      own[column] = distance;
      if (distance < least) least = distance;
    }

    return least;
  }

  return (term) => {
    if (Math.abs(word.length - term.length) > max) return max + 1;

    for (let at = 0; at <= word.length; at++) above[at] = at;

    for (let row = 1; row <= term.length; row++) {
      if (fillRow(row, term.charCodeAt(row - 1)) > max) return max + 1;

      [above, own] = [own, above];
    }

    return above[word.length] ?? max + 1;
  };
}

/** Endings that change the kind of a word, not what it is about; longest first. */
const ENDINGS = /(?:ions?|ables?|ings?|als?|ed|es|e|s|y|ies|ied)$/;
/** Letters that must be left of a word. */
const LEAST = 4;

/**
 * What `violates`, `violated` and `violation` have in common: `violat`. Coarse on purpose: both sides of a look-up go through it, and
 * a wrong pair costs less than a missed one. Words with digits or underscores, and short ones, stay.
 */
export function stemOf(word: string): string {
  if (word.length <= LEAST || /[\d_]/.test(word)) return word;
  const stem = word.replace(ENDINGS, '');
  return stem.length >= LEAST ? undoubled(stem) : word.replace(/(?<=[^s])s$/, '');
}

/** `stopped` and `stop`, `cancelled` and `cancel`. */
const undoubled = (stem: string) => (/([bdglmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem);

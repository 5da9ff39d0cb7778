import questionWords from '../../data/question-words.json' with { type: 'json' };

const LETTERS = /[\p{L}\p{N}_]+(?:[-'’][\p{L}\p{N}_]+)*/gu;

/** What French and Italian shorten before a vowel: `l’opérateur`, `dell’utente`. */
const ELIDED = /^(?:[cdjlmnst]|qu|dell|nell|all|un)['’](?=.{3})/;

/** Letters that have no accent to take away. */
const BARE: Readonly<Record<string, string>> = { ı: 'i', ß: 'ss', ø: 'o', ł: 'l' };

/** Lower case, without accents, so that `não` finds `nao`. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[ıßøł]/g, (letter) => BARE[letter] ?? letter);
}

/**
 * The words to index of a text. A hyphenated word counts joined as well (`re-engagement`: `reengagement`, `re`,
 * `engagement`), and a symbol by its parts (`MISSING_TOKEN`: `missing_token`, `missingtoken`, `missing`, `token`).
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [match] of plain(text).matchAll(LETTERS)) {
    const whole = match.replace(/[-'’]/g, '');
    words.push(whole);
    if (whole.includes('_')) words.push(whole.replaceAll('_', ''));
    const parts = match.split(/[-'’_]+/).filter((part) => part !== '' && part !== whole);
    if (parts.length > 1) words.push(...parts);
  }
  return words;
}

/** Compounds that are one word: `re-engagement`, `opt-out`. Of `two-factor`, both are. */
const ONE_WORD = /^(?:re|un|de|e|opt|pre|sub|non|on|co|multi|anti)-/;

/** The words of a query: as `wordsOf`, each once. */
export function queryWords(query: string): string[] {
  return [...plain(query).matchAll(LETTERS)].flatMap(([match]) => {
    const word = match.replace(ELIDED, '').replace(/['’]/g, '');
    return ONE_WORD.test(word) ? [word.replaceAll('-', '')] : word.split('-');
  });
}

/** The words of a list of `data/question-words.json`, which says what each is for. */
export const listed = (name: keyof typeof questionWords): readonly string[] =>
  questionWords[name].words.flatMap((line) => line.split(' '));

/** The same of a list of pairs: `sent=send`. */
export const paired = (name: keyof typeof questionWords): ReadonlyMap<string, string> =>
  new Map(listed(name).map((pair) => pair.split('=') as [string, string]));

const STOP = new Set(listed('stop'));

/** The words that carry the question: without `the`, `error`, `code`. May be none. */
export function tellingWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => !STOP.has(word));
}

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

/** `tempalte`, `pasued`: two letters in the wrong order are two wrong ones to a fuzzy search. */
export function swapsOf(stem: string): string[] {
  if (/\d/.test(stem) || stem.length < 4) return [];
  return Array.from({ length: stem.length - 1 }, (_, at) => {
    const [before, one, other, after] = [stem.slice(0, at), stem[at], stem[at + 1], stem.slice(at + 2)];
    return `${before}${other}${one}${after}`;
  });
}

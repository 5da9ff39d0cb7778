import questionWords from '../../../data/question-words.json' with {
  type: 'json',
};

const WORD_PATTERN = /[\p{L}\p{N}_]+(?:[-'’][\p{L}\p{N}_]+)*/gu;

const WORD_JOINER = /[-'’_]/;

/** Elided articles and prepositions of French and Italian: `l’opérateur`, `dell’utente`. */
const ELIDED_PREFIX = /^(?:[cdjlmnst]|qu|dell|nell|all|un)['’](?=.{3})/;

/** Letters that NFD does not decompose. */
const ASCII_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
};

const NON_ASCII = /[\u0080-\uffff]/;

/** Normalizes to lower case without diacritics, so that `não` matches `nao`. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower;

  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[ıßøł]/g, (letter) => ASCII_LETTERS[letter] ?? letter);
}

/** The boundary between the words of `NoCredit`, but not of WhatsApp. */
export const CAMEL_CASE = /(?=\p{Lu}\p{Ll})(?<=\p{Ll})(?<!Whats)/gu;

/**
 * Tokenizes a text for the index. A hyphenated word is also indexed joined (`re-engagement`: `reengagement`, `re`,
 * `engagement`), and a symbol by its parts (`MISSING_TOKEN`: `missing_token`, `missingtoken`, `missing`, `token`), as is
 * a name in camel case.
 */
export function tokenize(text: string): string[] {
  const words: string[] = [];

  for (const match of foldText(text.replace(CAMEL_CASE, '-')).match(
    WORD_PATTERN,
  ) ?? []) {
    if (!WORD_JOINER.test(match)) {
      words.push(match);
      continue;
    }

    const whole = match.replace(/[-'’]/g, '');

    words.push(whole);
    if (whole.includes('_')) words.push(whole.replaceAll('_', ''));

    const parts = match
      .split(/[-'’_]+/)
      .filter((part) => part !== '' && part !== whole);

    if (parts.length > 1) words.push(...parts);
  }

  return words;
}

/** Prefixes of compounds that are one word: `re-engagement`, `opt-out`. `two-factor` becomes two words. */
const JOINED_PREFIX = /^(?:re|un|de|e|opt|pre|sub|non|on|co|multi|anti)-/;

/** Of these prefixes, those that are no word of their own: `re engagement`. */
const LOOSE_PREFIX = /(?<![\p{L}\d])(re|opt) (?=\p{L})/gu;

/** Tokenizes a query. Each word appears once, without the joined forms and parts that `tokenize` adds. */
export function tokenizeQuery(query: string): string[] {
  const words =
    foldText(query).replace(LOOSE_PREFIX, '$1-').match(WORD_PATTERN) ?? [];

  return words.flatMap((match) => {
    if (!WORD_JOINER.test(match)) return match;

    const word = match.replace(ELIDED_PREFIX, '').replace(/['’]/g, '');
    return JOINED_PREFIX.test(word)
      ? [word.replaceAll('-', '')]
      : word.split('-');
  });
}

/** Returns the words of a list in `data/question-words.json`, which describes each list. */
export const getWordList = (
  name: keyof typeof questionWords,
): readonly string[] =>
  questionWords[name].words.flatMap((line) => line.split(' '));

/** Returns a list of `word=replacement` pairs, such as `sent=send`, as a map. */
export const getWordPairs = (
  name: keyof typeof questionWords,
): ReadonlyMap<string, string> =>
  new Map(getWordList(name).map((pair) => pair.split('=') as [string, string]));

const STOP_WORDS = new Set(getWordList('stop'));

/** Returns the significant words, without stop words such as `the`, `error` and `code`. Can be empty. */
export function selectSignificantWords(
  words: readonly string[],
): readonly string[] {
  return words.filter((word) => !STOP_WORDS.has(word));
}

/** Inflectional endings, longest first. */
const ENDINGS = /(?:ions?|ables?|ings?|als?|ed|es|e|s|y|ies|ied)$/;
const MIN_STEM_LETTERS = 4;

/**
 * Stems a word: `violates` and `violation` become `violat`. Coarse, because a false match costs less than a missed
 * one. Words with digits or underscores, and short words, stay.
 */
export function stemWord(word: string): string {
  if (word.length <= MIN_STEM_LETTERS || /[\d_]/.test(word)) return word;

  const stem = word.replace(ENDINGS, '');

  return stem.length >= MIN_STEM_LETTERS
    ? undoubleLetter(stem)
    : word.replace(/(?<=[^s])s$/, '');
}

/** Removes a doubled final consonant: `stopped` matches `stop`, `cancelled` matches `cancel`. */
const undoubleLetter = (stem: string) =>
  /([bdglmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;

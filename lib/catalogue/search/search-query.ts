import { applyRules, type Rule } from '../../core/apply-rules.ts';
import { toAsciiDigits } from '../../core/digits.ts';
import { memoize } from '../../core/get-or-insert.ts';
import { splitTokens } from '../../core/tokens.ts';
import { WORD_CLASSES, WordClasses } from '../../detect/word-classes.ts';
import type { Catalogue } from '../catalogue.ts';
import { foldText, selectSignificantWords, tokenizeQuery } from './tokenize.ts';

export interface ParsedQuery {
  /** Codes and subcodes, in the catalogue's spelling if it knows them. */
  codes: readonly string[];
  /** Numbers with letters attached or in place of digits: 131048 in `131048x`, 131047 in `131O47`. */
  near: readonly string[];
  words: string;
  /** The provider that the query names, if it also contains something else. */
  provider: string | null;
  text: string;
  /** The query had the HTTP status of an answer, which is no code. */
  hasHttp: boolean;
}

export type QueryVocabulary = ReturnType<typeof getQueryVocabulary>;

const MAX_QUERY_LENGTH = 300;
/** From this number of significant words on, a number of three or four digits is not treated as a code. */
const MIN_SENTENCE_WORDS = 4;
const MIN_DIGITS = 3;
const MIN_DIGITS_IN_SENTENCE = 5;
const RANGE_OR_PAIR = /^(\d{1,7})([-./])(\d{1,7})$/;
/** Token separators. An apostrophe inside a word does not separate: `can't`, `l'opérateur`. */
const SEPARATORS = /(?:[\s,;:()[\]{}<>"“”«»`=|—…]|(?<!\p{L})'|'(?!\p{L}))+/u;
const CODE_NAME = '(?:error|err)?[-_]?(?:sub)?code|error|err|status';
const CODE_NAME_ELSEWHERE = 'c[oó]digo|erro|fehlercode|kode|kod|hata|код|رمز';
const ERROR_WORD = new RegExp(
  `^(?:${CODE_NAME}|${CODE_NAME_ELSEWHERE})[-_]?$`,
  'i',
);
/** A number with letters attached: `131047x`, `err1026`. */
const GLUED_NUMBER = /^([\p{L}_-]*)(\d{3,7})[\p{L}_-]*$/u;
const LOOK_ALIKE_NUMBER = /^(?=(?:\D?\d){3})[\dOoIl]{4,7}$/;
/** A code at the start, before its title: `1340: Outside of allowed window`. */
const CODE_BEFORE_TITLE = /^[\s#([]*\d{2,7}[\])]?\s*[:|–—-]\s*\p{L}/u;
const META_CODE = /^13\d{4}$/;
/** Numbers with thousands separators: `131 047`, `131.047`, `131’047`. */
const GROUPED_NUMBER =
  /(?<![\d.])\d{1,3}(?:(?:[\s.,'’]\d{3})+|(?:,\d\d){1,2},\d{3})(?!\d)/g;
const HTTP_STATUS = /(?<![\w#.,-])(?:20[01]|50[023])(?![\w.,-]{0,9}\d)/g;
/** `status code`, `internal server error`, or `API` with its verb. */
const HTTP_CALL =
  "(?:api|post|server|webhook|antwort)(?:['’]\\p{L}{1,9})?(?: \\p{L}+)?";
const HTTP_NAME = 'http(?: code)?|status ?(?:code)?|server error';
const HTTP_WORDS = new RegExp(
  `(?<!\\p{L})(?:${HTTP_NAME}|${HTTP_CALL}) $`,
  'iu',
);
/** `500 Internal Server Error`, or the verb of a Turkish sentence, unless an error is named: `hata 200 alıyorum`. */
const NAMED_ERROR = '(?:hata|err|fehl|kod)\\p{L}{0,9} ';
const HTTP_TEXT =
  'ok(?!\\p{L})|\\p{L}{1,12}yor|zurück|(?:internal )?server error';
const HTTP_AFTER = new RegExp(
  `(?<!${NAMED_ERROR})\\d{3} (?:${HTTP_TEXT})`,
  'iuy',
);

export const getQueryVocabulary = memoize((catalogue: Catalogue) => {
  /** By normalized spelling: `missing_token`. */
  const symbols = new Map<string, string[]>();

  for (const { code, symbols: more = [] } of catalogue.entries) {
    for (const word of [code, ...more]) {
      if (/^\d/.test(word)) continue;
      const known = symbols.get(foldText(word)) ?? [];
      if (!known.includes(word)) symbols.set(foldText(word), [...known, word]);
    }
  }

  // Meta's words are no names: anyone writes "WhatsApp".
  const others = catalogue.providers
    .filter(({ id }) => id !== 'meta')
    .sort((a, b) => b.name.split(' ').length - a.name.split(' ').length);

  return {
    symbols,
    has: (code: string) => catalogue.meaningsOf(code).length > 0,
    /** Normalized names of providers, a longer one first (`gupshup enterprise`), then the other words that name one. */
    providers: [
      ...others.flatMap(({ id, name }) =>
        [...new Set([foldText(name), id])].map((word) => ({
          word,
          id,
          isName: true,
        })),
      ),
      ...others.flatMap(({ id, words = [] }) =>
        words.map((word) => ({ word: foldText(word), id, isName: false })),
      ),
      { word: 'meta', id: 'meta', isName: false },
    ],
  };
});

/**
 * Parses a query. A number is a code if it has three or more digits (five in a sentence), is the whole query, or
 * follows `#` or `code`. A symbol is a code if it is the whole query or contains an underscore, because `expired` and
 * `token` are also everyday words.
 */
export function parseQuery(
  text: string,
  vocabulary: QueryVocabulary,
): ParsedQuery {
  const plain = joinDigitGroups(stripMarkup(text), vocabulary);
  const query = removeHttpStatuses(plain, vocabulary);
  const hasHttp = query !== plain;
  const whole = findSymbols(query, vocabulary);

  // Search the words too: `blocked` is a symbol and an everyday word.
  if (whole.length > 0)
    return {
      codes: whole,
      near: [],
      words: query.includes('_') ? '' : query,
      provider: null,
      text: query,
      hasHttp,
    };

  const { codes, others, near, isNumbers } = readTokens(query, vocabulary);
  const asked = extractProvider(others.join(' '), codes.length > 0, vocabulary);
  const split = isNumbers ? joinSplitCode(codes, vocabulary) : null;

  const hasWords =
    codes.length === 0 ||
    selectSignificantWords(tokenizeQuery(asked.words)).length > 0;

  return {
    codes: split ? [] : [...new Set(codes)],
    near: split ? [split] : near,
    words: hasWords ? asked.words : '',
    provider: asked.provider,
    text: query,
    hasHttp,
  };
}

/** A token of a query, and the test of whether a number is a code. */
interface QueryToken {
  /** Without punctuation. */
  bare: string;
  /** `#131047`, `code 131047`, `131047: Re-engagement message` */
  isMarked: boolean;
  /** The query has no words but for codes. */
  isNumbers: boolean;
  /** Shorter numbers without a mark are no codes. */
  minDigits: number;
  vocabulary: QueryVocabulary;
}

/** Each rule returns the codes of a token, or passes. */
const CODE_RULES: readonly Rule<QueryToken, readonly string[]>[] = [
  readNumber,
  readNumberWithDash,
  readPair,
  readSymbol,
  readGluedNumber,
];

function readNumber({ bare, isMarked, isNumbers, minDigits }: QueryToken) {
  if (!/^\d{1,7}$/.test(bare)) return undefined;
  return isNumbers || isMarked || bare.length >= minDigits ? [bare] : undefined;
}

/** `-1` as the whole query, `200-299` */
function readNumberWithDash({ bare, isNumbers, vocabulary }: QueryToken) {
  if (!/^\d*-\d+$/.test(bare)) return undefined;

  const isNegative = isNumbers && bare.startsWith('-');

  return isNegative || vocabulary.has(bare) ? [bare] : undefined;
}

/** `190.463`, a code with its subcode */
function readPair({ bare, vocabulary }: QueryToken) {
  const [, code = '', sign = '-', subcode = ''] =
    RANGE_OR_PAIR.exec(bare) ?? [];

  return sign !== '-' && vocabulary.has(code) ? [code, subcode] : undefined;
}

function readSymbol({ bare, vocabulary }: QueryToken) {
  const symbols = bare.includes('_') ? findSymbols(bare, vocabulary) : [];
  return symbols.length > 0 ? symbols : undefined;
}

/** `err1026` */
function readGluedNumber({ bare }: QueryToken) {
  const [, before = '', digits = ''] = GLUED_NUMBER.exec(bare) ?? [];
  return digits !== '' && ERROR_WORD.test(before) ? [digits] : undefined;
}

/** Returns the number that a word may stand for: `131048x`, `131O47`. */
function findNearNumber(bare: string): string | null {
  const digits = GLUED_NUMBER.exec(bare)?.[2] ?? '';
  if (digits.length >= MIN_DIGITS_IN_SENTENCE) return digits;
  if (!LOOK_ALIKE_NUMBER.test(bare)) return null;

  return bare.replace(/o/gi, '0').replace(/[Il]/g, '1');
}

const areNumbers = (words: readonly string[]) =>
  words.every((word) => /^\d+$/.test(word));

/** Splits a query into codes, other tokens, and numbers that these may stand for. */
function readTokens(query: string, vocabulary: QueryVocabulary) {
  const tokens = query.split(SEPARATORS).filter((token) => token !== '');
  const telling = selectSignificantWords(tokenizeQuery(query));
  const isNumbers = areNumbers(telling);

  const unnamed = selectSignificantWords(
    tokenizeQuery(extractProvider(query, false, vocabulary).words),
  );

  const isSentence =
    telling.length >= MIN_SENTENCE_WORDS && !areNumbers(unnamed);

  const minDigits = isSentence ? MIN_DIGITS_IN_SENTENCE : MIN_DIGITS;

  const codes: string[] = [];
  const others: string[] = [];
  const near: string[] = [];

  for (const [at, token] of tokens.entries()) {
    const bare = stripPunctuation(token);

    const isMarked =
      token.startsWith('#') ||
      ERROR_WORD.test(tokens[at - 1] ?? '') ||
      (at === 0 && CODE_BEFORE_TITLE.test(query));

    const read = applyRules(CODE_RULES, {
      bare,
      isMarked,
      isNumbers,
      minDigits,
      vocabulary,
    });

    if (read) {
      codes.push(...read);
      continue;
    }

    const number = findNearNumber(bare);
    others.push(token);
    if (number) near.push(number);
  }

  return {
    codes,
    others,
    near,
    isNumbers,
  };
}

/** Returns a code with a space in it, or null: `13 1047`, `6 3016`. */
function joinSplitCode(
  codes: readonly string[],
  vocabulary: QueryVocabulary,
): string | null {
  const joined = codes.join('');

  const hasForm =
    META_CODE.test(joined) || (joined.length === 5 && codes[0]?.length === 1);

  return codes.length > 1 && hasForm && vocabulary.has(joined) ? joined : null;
}

/** Returns the number of a query with only markup or a label, such as `code: 131047`, or null. */
export function findSoleNumber(text: string): string | null {
  const tokens = stripMarkup(text)
    .split(SEPARATORS)
    .map(stripPunctuation)
    .filter((token) => token !== '' && !ERROR_WORD.test(token));

  const [token, ...more] = tokens;
  if (!token || more.length > 0) return null;

  return /^-?\d+$/.test(token) ? token : null;
}

/** Array indexes in a JSON path: `errors[0].code`. */
const ARRAY_INDEX = /(?<=[\p{L}\d_$\])])\[\d{1,4}\](?=\??[.[]|->)/gu;

/** Removes the HTTP statuses of a question of words: `the API returns 200 but nothing arrives`, not `error 200`. */
export function removeHttpStatuses(
  text: string,
  vocabulary: QueryVocabulary,
): string {
  const rest = text.replace(HTTP_STATUS, (status, at: number) => {
    const before = text.slice(0, at).replace(/ (?!err)\p{L}{1,3} $/iu, ' ');
    const tokens = splitTokens(before);

    const isShown =
      new WordClasses(tokens).upTo(tokens.count - 1) & WORD_CLASSES.shown;

    const isCount =
      new WordClasses(splitTokens(text.slice(at + 3))).from(0) &
      WORD_CLASSES.unitBehind;

    HTTP_AFTER.lastIndex = at;

    return (isShown || HTTP_WORDS.test(before) || HTTP_AFTER.test(text)) &&
      !isCount
      ? ''
      : status;
  });

  const isWords =
    selectSignificantWords(tokenizeQuery(rest)).length > 1 &&
    !/\d{3}|[\n_{[=<|#]/.test(rest);

  return isWords &&
    (extractProvider(text, true, vocabulary).provider ?? 'meta') === 'meta'
    ? rest
    : text;
}

/** Removes tags, entities and array indexes, parts an address from its fragment, and normalizes digits and dashes to ASCII. */
function stripMarkup(text: string): string {
  return toAsciiDigits(text.slice(0, MAX_QUERY_LENGTH))
    .replace(/<\/?[a-z][^<>]*>|&[a-z]{2,8};/gi, ' ')
    .replace(ARRAY_INDEX, '')
    .replace(/(?<=\w)#(?=\d)/g, ' #')
    .replace(/[–−]/g, '-')
    .trim();
}

/**
 * Joins the groups of a number with thousands separators if that gives a known code of six digits or more: `470 471` is
 * two codes, `10,000` is an amount. If nothing else is in the query, five digits are enough, and six that begin with 13
 * are always joined, because that is Meta's range.
 */
function joinDigitGroups(text: string, vocabulary: QueryVocabulary): string {
  return text.replace(GROUPED_NUMBER, (run) => {
    const groups = run.split(/[\s.,'’]/);
    const whole = groups.join('');
    const beside = text.replace(run, '').replace(/[#:]/g, '').trim();

    const isCode =
      META_CODE.test(whole) ||
      (/^\d\d(?!000)\d{3}$/.test(whole) && vocabulary.has(whole));

    if (isCode && (beside === '' || ERROR_WORD.test(beside))) return whole;

    const read: string[] = [];

    for (let at = 0; at < groups.length; ) {
      const maxGroups = Math.min(3, groups.length - at);

      const joined = [maxGroups, maxGroups - 1]
        .map((count) => groups.slice(at, at + count))
        .find(
          (some) =>
            some.length > 1 &&
            some.join('').length >= 6 &&
            vocabulary.has(some.join('')),
        );

      if (!joined) return run;
      read.push(joined.join(''));
      at += joined.length;
    }

    return read.join(' ');
  });
}

/** Trims punctuation, symbols and zero-width characters around a token. */
function stripPunctuation(token: string): string {
  return token.replace(/^[^\p{L}\p{N}-]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
}

function findSymbols(
  text: string,
  { symbols }: QueryVocabulary,
): readonly string[] {
  const known = symbols.get(foldText(text)) ?? [];
  return known.includes(text)
    ? [text, ...known.filter((other) => other !== text)]
    : known;
}

/**
 * Takes a provider's name out of the words, if others are left. Keeps "Meta", which is also a cause (`blocked by
 * Meta`), and words such as `ContentSid`.
 */
function extractProvider(
  words: string,
  beside: boolean,
  { providers }: QueryVocabulary,
) {
  const padded = ` ${foldText(words)} `;

  for (const { word, id, isName } of providers) {
    const at = padded.indexOf(` ${word} `);
    if (at < 0) continue;

    const rest =
      `${padded.slice(0, at)} ${padded.slice(at + word.length + 2)}`.trim();

    if (beside || rest !== '')
      return { words: isName ? rest : words.trim(), provider: id };
  }

  return { words: words.trim(), provider: null };
}

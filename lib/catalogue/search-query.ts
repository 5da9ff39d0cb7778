import { asciiDigits } from '../detect/digits.ts';
import type { Catalogue } from './catalogue.ts';
import { plain, queryWords, tellingWords } from './words-of.ts';

/** A query, taken apart. */
export interface ParsedQuery {
  /** Codes and subcodes, in the catalogue's spelling where it has them. */
  codes: readonly string[];
  /** Numbers with something stuck to them, or with letters that look like digits, which are codes only perhaps: 131048 of `131048x`, 131047 of `131O47`. */
  near: readonly string[];
  /** The other words. */
  words: string;
  /** Provider that the query names beside something else. */
  provider: string | null;
  /** The query without the markup it was copied with. */
  text: string;
}

/** What `readQuery` needs of a catalogue; made once. */
export interface Vocabulary {
  /** Symbols by their plain spelling: `missing_token`. */
  symbols: ReadonlyMap<string, readonly string[]>;
  has(code: string): boolean;
  /** Provider ids by their plain name. */
  providers: readonly (readonly [name: string, id: string])[];
}

const MOST = 300;
/** From so many telling words on, a number of three or four digits is one of them. */
const SENTENCE = 4;
const RANGE_OR_PAIR = /^(\d{1,7})([-./])(\d{1,7})$/;
/** An apostrophe within a word is part of it: `can't`, `l'opérateur`. */
const BETWEEN = /(?:[\s,;:()[\]{}<>"“”«»`=|—…]|(?<!\p{L})'|'(?!\p{L}))+/u;
const CUE =
  /^(?:(?:error|err)?[-_]?(?:sub)?code|error|err|status|c[oó]digo|erro|fehlercode|kode|kod|hata|код|رمز)[-_]?$/i;
/** A number with letters stuck to it: `131047x`, `err1026`. */
const STUCK = /^([\p{L}_-]*)(\d{3,7})[\p{L}_-]*$/u;
/** A number in which letters took the place of digits: `131O47`. */
const ALIKE = /^(?=(?:\D?\d){3})[\dOoIl]{4,7}$/;
/** `1340: Outside of allowed window`. */
const HEADED = /^[\s#([]*\d{2,7}[\])]?\s*[:|–—-]\s*\p{L}/u;
/** Numbers set in thousands: `131 047`, `131.047`, `131’047`. */
const GROUPED = /(?<![\d.])\d{1,3}(?:[\s.,'’]\d{3})+(?!\d)/g;

export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  const symbols = new Map<string, string[]>();
  for (const { code, symbols: more = [] } of catalogue.entries) {
    for (const word of [code, ...more]) {
      if (/^\d/.test(word)) continue;
      const known = symbols.get(plain(word)) ?? [];
      if (!known.includes(word)) symbols.set(plain(word), [...known, word]);
    }
  }
  return {
    symbols,
    has: (code) => catalogue.meaningsOf(code).length > 0,
    providers: catalogue.providers.flatMap(({ id, name }) =>
      [...new Set([plain(name), id])].map((word) => [word, id] as const),
    ),
  };
}

/**
 * Takes a query apart. A number is a code where it has three digits or more (five in a sentence), stands alone, or follows `#`
 * or `code`; a symbol where it is the whole query or has an underscore, since `expired` and `token` are everyday words.
 */
export function readQuery(text: string, vocabulary: Vocabulary): ParsedQuery {
  const query = ungrouped(withoutMarkup(text), vocabulary);
  const near: string[] = [];
  const whole = symbolsAs(query, vocabulary);
  // `blocked` is a code, and a word that people look for.
  if (whole.length > 0)
    return { codes: whole, near, words: query.includes('_') ? '' : query, provider: null, text: query };

  const codes: string[] = [];
  const others: string[] = [];
  const tokens = query.split(BETWEEN).filter((token) => token !== '');
  const telling = tellingWords(queryWords(query));
  const alone = telling.every((word) => /^\d+$/.test(word));
  const least = telling.length < SENTENCE ? 3 : 5;
  tokens.forEach((token, at) => {
    const marked =
      token.startsWith('#') || CUE.test(tokens[at - 1] ?? '') || (at === 0 && HEADED.test(query));
    const bare = bareOf(token);
    const [, before = '', digits = ''] = STUCK.exec(bare) ?? [];
    const pair = RANGE_OR_PAIR.exec(bare);
    if (/^\d{1,7}$/.test(bare) && (alone || marked || bare.length >= least)) codes.push(bare);
    else if (/^\d*-\d+$/.test(bare) && (vocabulary.has(bare) || (alone && bare[0] === '-'))) codes.push(bare);
    else if (pair?.[1] && pair[3] && pair[2] !== '-' && vocabulary.has(pair[1])) codes.push(pair[1], pair[3]);
    else if (bare.includes('_') && symbolsAs(bare, vocabulary).length > 0)
      codes.push(...symbolsAs(bare, vocabulary));
    else if (digits !== '' && CUE.test(before)) codes.push(digits);
    else {
      others.push(token);
      if (digits.length >= 5) near.push(digits);
      else if (ALIKE.test(bare)) near.push(bare.replace(/o/gi, '0').replace(/[Il]/g, '1'));
    }
  });
  const asked = withoutProvider(others.join(' '), codes.length > 0, vocabulary);
  const only = codes.length > 0 && tellingWords(queryWords(asked.words)).length === 0;
  return {
    codes: [...new Set(codes)],
    near,
    words: only ? '' : asked.words,
    provider: asked.provider,
    text: query,
  };
}

/** The number that a query is, whatever it was copied with: `131047` of `(#131047)`, `<b>131047</b>` and `code: 131047`. */
export function soleNumber(text: string): string | null {
  const tokens = withoutMarkup(text)
    .split(BETWEEN)
    .map(bareOf)
    .filter((token) => token !== '' && !CUE.test(token));
  const [token, ...more] = tokens;
  if (!token || more.length > 0) return null;
  return /^-?\d+$/.test(token) ? token : null;
}

/** `errors[0].code`: the place of a list within a path. */
const STEP = /(?<=[\p{L}\d_$\])])\[\d{1,4}\](?=\??[.[]|->)/gu;

/** Without tags and entities and the steps of a path, digits and dashes as on a keyboard. */
function withoutMarkup(text: string): string {
  return asciiDigits(text.slice(0, MOST))
    .replace(/<\/?[a-z][^<>]*>|&[a-z]{2,8};/gi, ' ')
    .replace(STEP, '')
    .replace(/[–−]/g, '-')
    .trim();
}

/**
 * Numbers set in thousands as one, where that is a known code of six digits or more: `470 471` are two, `10,000` is an amount. Six
 * digits beginning with 13 are Meta's, known or not: what asks for `131 999` alone does not ask for 131.
 */
function ungrouped(text: string, vocabulary: Vocabulary): string {
  return text.replace(GROUPED, (run) => {
    const groups = run.split(/[\s.,'’]/);
    const whole = groups.join('');
    const beside = text.replace(run, '').replace(/[#:]/g, '').trim();
    if (/^13\d{4}$/.test(whole) && (beside === '' || CUE.test(beside))) return whole;
    const read: string[] = [];
    for (let at = 0; at < groups.length; ) {
      const most = Math.min(3, groups.length - at);
      const joined = [most, most - 1]
        .map((count) => groups.slice(at, at + count))
        .find((some) => some.length > 1 && some.join('').length >= 6 && vocabulary.has(some.join('')));
      if (!joined) return run;
      read.push(joined.join(''));
      at += joined.length;
    }
    return read.join(' ');
  });
}

/** Without what stands around a word: `#`, full stops, asterisks, characters of no width. */
function bareOf(token: string): string {
  return token.replace(/^[^\p{L}\p{N}-]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
}

function symbolsAs(text: string, { symbols }: Vocabulary): readonly string[] {
  const known = symbols.get(plain(text)) ?? [];
  return known.includes(text) ? [text, ...known.filter((other) => other !== text)] : known;
}

/** The name of a provider says whose meaning is asked for; it is a word to look up only where nothing else is asked. */
function withoutProvider(
  words: string,
  beside: boolean,
  { providers }: Vocabulary,
): Pick<ParsedQuery, 'words' | 'provider'> {
  const padded = ` ${plain(words)} `;
  for (const [name, id] of providers) {
    const at = padded.indexOf(` ${name} `);
    if (at < 0) continue;
    const rest = `${padded.slice(0, at)} ${padded.slice(at + name.length + 2)}`.trim();
    if (beside || rest !== '') return { words: rest, provider: id };
  }
  return { words: words.trim(), provider: null };
}

import people from '../../data/people.json' with { type: 'json' };
import type { Span } from '../detect/hit.ts';

const [NAME_WORDS, WHOSE, PEOPLE] = [people.names, people.whose, people.people].map(({ words }) =>
  words.join('|'),
);

/** Matches a key whose value is always a person's name. */
export const NAME_KEY = `(?:${[
  `(?:${WHOSE})[ _.-]?name`,
  'pushname',
  `(?:${NAME_WORDS})(?: (?:complet[oae]?|completo|lengkap|الكامل))?`,
  String.raw`profile["'\\\]]{0,4}[.:]\s{0,4}\{?\s{0,4}["'\\]{0,4}name`,
].join('|')})`;
/** Matches a key for a person. A name may follow, or something that they did. */
export const PERSON_KEY = `(?:${PEOPLE})`;

/** Matches the separator between a key and its value in JSON, dicts, `print_r`, Markdown and logs. */
export const IS = String.raw`["'\x60\]\\*]{0,6}\s{0,4}(?:=>|[:=])[\s*]{0,6}`;
/** The same, or a dash between spaces. */
export const IS_OR_DASH = String.raw`(?:${IS}|[ \t]-[ \t])`;

const QUOTE = /(\\{0,4})(["'`“«])/y;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’.-]+[\p{L}\p{M}]+)*\.?/uy;
const BETWEEN = /[ +]{1,2}/y;
const PARTICLE =
  /^(?:de|del|da|do|dos|das|di|du|la|le|el|al|bin|ibn|bint|van|von|der|den|ter|ten|zu|y|e|abu)$/i;
const MOST_WORDS = 5;
const MOST_LETTERS = 80;
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»' };

/** Returns the quoted text at this offset, at most `MOST_LETTERS` long. Returns null if there is no opening quote. */
function quoted(text: string, at: number): Span | null {
  QUOTE.lastIndex = at;
  const match = QUOTE.exec(text);
  if (!match) return null;
  const [whole, slashes = '', quote = ''] = match;
  const start = at + whole.length;
  const line = text.slice(start, start + MOST_LETTERS);
  const end = line.indexOf(`${slashes}${CLOSING[quote] ?? quote}`);
  const stop = line.search(/[\n\r]/);
  const length = end >= 0 ? end : stop >= 0 ? stop : line.length;
  return { start, end: start + length };
}

/**
 * Finds the name after a key. Returns null if there is none.
 *
 * @param isSure The key is for names. Otherwise, only a quoted or capitalized value counts.
 * @param isPlain The key is `name`, which templates also have: `order_update` is a template.
 */
export function nameAfter(text: string, at: number, isSure: boolean, isPlain: boolean): Span | null {
  const own = quoted(text, at);
  if (own) {
    const value = text.slice(own.start, own.end);
    if (!/\p{L}/u.test(value) || /^[[{]/.test(value)) return null;
    if (!isSure && (value.split(' ').length > MOST_WORDS || /[.!?]$/.test(value))) return null;
    return isPlain && isIdentifier(value) ? null : own;
  }
  let end = at;
  let first = '';
  for (let words = 0; words < MOST_WORDS; words++) {
    const from = words === 0 ? at : skip(BETWEEN, text, end);
    if (from < 0) break;
    const next = skip(WORD, text, from);
    if (next < 0) break;
    const word = text.slice(from, next);
    if (words === 0) {
      if (!isSure && /^\p{Ll}/u.test(word)) return null;
      if (/[_\d]/.test(text.charAt(next)) || (isPlain && isIdentifier(word))) return null;
      first = word;
    } else if (/^\p{Ll}/u.test(word) && !/^\p{Ll}/u.test(first) && !PARTICLE.test(word)) break;
    end = next;
    if (word.endsWith('.') && word.length > 4) break;
  }
  return end > at ? { start: at, end: text.charAt(end - 1) === '.' ? end - 1 : end } : null;
}

/** Returns true for identifiers: `order_update`, `REJECTED_DESTINATION`. */
const isIdentifier = (value: string) => /^(?:[a-z\d_.:-]+|[A-Z\d]+(?:_[A-Z\d]+)+)$/.test(value);

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const SECRET = /[^\s"'`\\,;<>(){}[\]&|]{1,4096}/y;
const SCHEME =
  /(?:bearer|basic|app|apikey|accesskey|token|key|digest|oauth|ibsso|[a-z][a-z-]{1,20})[ \t]{1,4}(?=[^\s:=])/iy;
/** Words that describe a secret instead of being one. */
const SAID = new RegExp(
  `^(?:${[
    'required|missing|invalid|expired|incorrect|wrong|null|none|true|false|undefined|not|is|has|was|must|cannot|could',
    'should|error|failed|denied|unknown|empty|the|an?|your|for|and|or|bearer|basic|token|header|masked|redacted',
  ].join('|')})$`,
  'i',
);

/** Finds the secret after a key, or after the scheme. @param hasScheme `Authorization: App …`. */
export function secretAfter(text: string, at: number, hasScheme: boolean, least: number): Span | null {
  const own = quoted(text, at);
  let start = own?.start ?? at;
  if (hasScheme) {
    const after = skip(SCHEME, text, start);
    if (after >= 0) start = after;
  }
  const end = skip(SECRET, text, start);
  const value = text.slice(start, end);
  if (end < 0 || value.length < least || SAID.test(value) || /^[*•x.]+$/i.test(value)) return null;
  return { start, end };
}

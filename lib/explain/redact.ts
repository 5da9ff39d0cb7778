import people from '../../data/people.json' with { type: 'json' };
import type { Span } from '../detect/hit.ts';
import { phoneNumbers } from './digit-groups.ts';
import type { Masked, Part, Redaction } from './masked.ts';
import { namesInColumns } from './name-columns.ts';
import { IS, IS_OR_DASH, NAME_KEY, nameAfter, PERSON_KEY, secretAfter } from './named-values.ts';
import { plainText } from './plain-text.ts';

interface Found extends Span {
  masked: Masked | null;
}

/** What a match is: to be masked or to stay as a whole, or the key of a value. Null where it is nothing. */
type Read = Masked | 'keep' | ((text: string, start: number, end: number) => Found | null);

const START = String.raw`(?<![\p{L}\p{N}])`;
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`;
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?`;

/** Keys of services that stand beside a chat (a new prefix goes there), and what a secret is called. */
const [SERVICE_KEYS, SECRET_NAMES] = [people.keys, people.secrets].map(({ words }) => words.join('|'));

const valueAfter =
  (masked: Masked, find: (text: string, at: number) => Span | null) =>
  (text: string, _: number, end: number): Found | null => {
    const value = find(text, end);
    return value && { ...value, masked };
  };

const secret = (hasScheme: boolean, least: number) =>
  valueAfter('token', (text, at) => secretAfter(text, at, hasScheme, least));
const name = (isSure: boolean) => valueAfter('name', (text, at) => nameAfter(text, at, isSure, false));

/** `name` alone is a template's, too: a person's where the text says so, or where it is written as one. */
function plainName(text: string, start: number, end: number): Found | null {
  const before = text.slice(Math.max(0, start - 60), start);
  const isPersons = new RegExp(
    `(?:profile|${PERSON_KEY})s?["'\\\\]{0,6}\\]?\\s{0,4}(?:=>|[:=.])[^}]{0,40}$`,
    'iu',
  ).test(before);
  const value = nameAfter(text, end, true, !isPersons);
  return value && { ...value, masked: 'name' };
}

/** All of them, up to the end of the line. */
function cookies(text: string, at: number): Span | null {
  const length = text.slice(at, at + 4_096).search(/["'\n\r]|$/);
  return length < 6 ? null : { start: at, end: at + length };
}

/** A message id without its prefix, or anything else whose Base64 holds a number: as text, or two digits a byte. */
function encoded(text: string, start: number, end: number): Found | null {
  const word = text.slice(start, end);
  let bytes: string;
  try {
    bytes = atob(word.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
  } catch {
    return null;
  }
  const isOld = bytes.charCodeAt(0) === 0x80;
  const hex = isOld
    ? Array.from(bytes.slice(1, 10), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
    : '';
  return /\d{7}/.test(bytes) || /^\d{8}/.test(hex) ? { start, end, masked: 'message' } : null;
}

/** What stays: a trace id is what support asks for, and a time is no phone number. */
const KEPT = [
  String.raw`\bfbtrace_id["'\\*]{0,6}\s{0,4}[:=]\s{0,4}["'\\\x60*]{0,6}[\w-]{1,64}`,
  String.raw`(?<![\d][-/.]|\d)(?:19|20)\d{2}(?<ymd>[-/._])${MONTH}\k<ymd>${DAY}(?!\d)(?:[T _]${CLOCK}(?:Z| ?[+-]\d{2}:?\d{2})?)?`,
  String.raw`(?<![\d][-/.]|\d)${DAY}(?<dmy>[-/.])${MONTH}\k<dmy>(?:(?:19|20)\d{2}|(?<!\d[) ]{1,2}.{5,8})\d{2})(?![-/.]?\d)(?:,? ${CLOCK})?`,
  String.raw`(?<!\d)${CLOCK}(?: ?[+-]\d{2}:?\d{2}\b)?`,
  String.raw`\b20\d{6}T\d{4,6}(?:\.\d{1,6})?Z?`,
  String.raw`\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b`,
  String.raw`\btimestamp${IS}["'\\]{0,6}\d{1,19}`,
  String.raw`(?:\bv|\b(?:chrome|firefox|safari|edg|mozilla|applewebkit|version|whatsapp|okhttp|curl|node|python|axios)/)\d{1,5}(?:\.\d{1,5}){1,4}(?!\.?\d)`,
];
/** What goes by its form, or by what stands right before it. */
const FORMS: Readonly<Partial<Record<Masked, readonly string[]>>> = {
  id: [
    String.raw`(?<=\b(?:phone_?number|waba|business|app|account|page|user|customer|whatsapp_?business_?account)_?id${IS}["'\\]{0,6})\d{5,20}`,
    // An account's in `entry[]`, and the number's or account's in a path of Graph.
    String.raw`(?<=(?<![\w-])id${IS}["'\\]{0,6})\d{9,20}(?![\p{N}\w])`,
    String.raw`(?<=(?:/v\d{1,2}\.\d|graph\.facebook\.com)/)\d{9,20}(?![\p{N}\w])`,
  ],
  message: [String.raw`\bwamid\.[\w+/=-]{1,512}`],
  token: [
    String.raw`\beyJ[\w-]{6,4096}(?:\.[\w-]{2,4096}){1,4}`,
    String.raw`\bEAA[A-Za-z0-9]{8,1024}`,
    `${START}(?:${SERVICE_KEYS})`,
    String.raw`(?<=\bAC[\da-f]{32}:)[^\s"'\x60,;@]{6,128}`,
    String.raw`(?<=://[^\s/:@"']{1,64}:)[^\s/@"']{3,256}(?=@)`,
    String.raw`(?<=(?<![\w-])(?:-u|--user)[ =]["']?[^\s:"']{1,64}:)[^\s"']{3,256}`,
  ],
  mail: [
    String.raw`[\p{L}\p{M}\p{N}_.+%'-]{1,64}@[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63}){1,4}`,
  ],
};

/**
 * What a copy for others must not hold, and what looks like it but must stay. One pass over the text, first match wins; every part is
 * bounded, so that time grows with the length alone. Numbers of people are looked for in what is left.
 */
const PARTS: readonly (readonly [read: Read, pattern: string])[] = [
  ...KEPT.map((pattern) => ['keep', pattern] as const),
  ...Object.entries(FORMS).flatMap(([kind, all]) => all.map((pattern) => [kind as Masked, pattern] as const)),
  [
    secret(true, 6),
    String.raw`${START}(?:proxy-)?authorization["'\x60\]\\*]{0,6}\s{0,4}(?:=>|[:=,])[\s*]{0,6}`,
  ],
  // A word of prose is none.
  [
    secret(false, 6),
    String.raw`${START}(?:bearer|basic|accesskey)[ \t]{1,4}(?=[\w~+/=|-]{0,64}(?:\d|[._~+/=]\w)|\w{20})`,
  ],
  [valueAfter('token', cookies), String.raw`${START}(?:set-)?cookie${IS}`],
  // `MISSING_TOKEN: …` is a code with its title.
  [secret(true, 6), String.raw`(?<!(?:MISSING|INVALID|EXPIRED)_(?:ACCESS_)?)(?:${SECRET_NAMES})${IS}`],
  [
    secret(false, 4),
    String.raw`${START}(?:pin|otp|passcode|two_step_pin|verification_code)${IS}(?=["'\\]{0,6}\d{4,10}(?!\d))`,
  ],
  [name(true), String.raw`${START}(?!name\b)${NAME_KEY}${IS_OR_DASH}`],
  [plainName, String.raw`(?<![\p{L}\p{N}])name${IS_OR_DASH}`],
  [name(false), String.raw`(?<![\p{L}\p{N}_])${PERSON_KEY}${IS_OR_DASH}`],
  [encoded, String.raw`(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,1024}={0,2}`],
];

const ANY = new RegExp(PARTS.map(([, pattern], at) => `(?<p${at}>${pattern})`).join('|'), 'giu');

/**
 * Takes a text apart: phone numbers, access tokens, e-mail addresses, names, ids of accounts and message ids (a `wamid` holds
 * the customer's number) are to be masked. Codes, trace ids and times stay.
 */
export const redaction: Redaction = { partsOf };

function partsOf(original: string): readonly Part[] {
  const plain = plainText(original);
  const parts: Part[] = [];
  let done = 0;
  for (const { start, end, masked } of foundIn(plain.text)) {
    const [from, to] = plain.placeOf(start, end);
    if (!masked || to <= done) continue;
    const begin = Math.max(from, done);
    if (begin > done) parts.push({ text: original.slice(done, begin), masked: null });
    parts.push({ text: original.slice(begin, to), masked });
    done = to;
  }
  if (done < original.length) parts.push({ text: original.slice(done), masked: null });
  return parts;
}

/** In order, none within another. */
function foundIn(text: string): Found[] {
  const named = inOrder([...patterned(text), ...columned(text)]);
  return inOrder([...named, ...phoneNumbers(blanked(text, named))]);
}

function* columned(text: string): Generator<Found> {
  for (const value of namesInColumns(text)) yield { ...value, masked: 'name' };
}

function* patterned(text: string): Generator<Found> {
  ANY.lastIndex = 0;
  for (let match = ANY.exec(text); match; match = ANY.exec(text)) {
    const { 0: whole, index, groups = {} } = match;
    const read = PARTS.find((_, at) => groups[`p${at}`] !== undefined)?.[0] ?? 'keep';
    const end = index + whole.length;
    const found =
      typeof read === 'function'
        ? read(text, index, end)
        : { start: index, end, masked: read === 'keep' ? null : read };
    if (found) yield found;
    ANY.lastIndex = Math.max(found?.end ?? end, index + 1);
  }
}

function inOrder(all: readonly Found[]): Found[] {
  let done = 0;
  return [...all]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < done) return false;
      done = end;
      return true;
    });
}

/** The text with nothing where something was found. */
function blanked(text: string, found: readonly Found[]): string {
  let done = 0;
  let left = '';
  for (const { start, end } of found) {
    left += text.slice(done, start) + '\0'.repeat(end - start);
    done = end;
  }
  return left + text.slice(done);
}

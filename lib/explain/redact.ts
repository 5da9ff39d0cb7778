/** Between a key and its value. */
const IS = String.raw`["'\\]{0,6}\s{0,4}[:=]\s{0,4}["'\\]{0,6}`;

/**
 * What a copy for others must not hold, and what looks like it but must stay. One pass over the text, first match wins;
 * every part is bounded, so that time grows with the length alone.
 */
const PARTS: readonly (readonly [name: string, pattern: string])[] = [
  // Stay: a trace id is what support asks for, and a time is no phone number.
  ['keep', String.raw`\bfbtrace_id["'\\]{0,6}\s{0,4}[:=]\s{0,4}["'\\\x60]{0,6}[\w-]{1,64}`],
  [
    'keep',
    String.raw`\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z| ?[+-]\d{2}:?\d{2})?)?`,
  ],
  ['keep', String.raw`\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)(?:,? \d{1,2}:\d{2}(?::\d{2})?)?`],
  ['keep', String.raw`\b\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?`],
  ['keep', String.raw`\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b`],
  ['keep', String.raw`(?<=\btimestamp${IS})\d{1,19}`],
  // Go.
  [
    'id',
    String.raw`(?<=\b(?:phone_?number|waba|business|app|account|page|user|customer|whatsapp_?business_?account)_?id${IS})\d{5,20}`,
  ],
  // An account's in `entry[]`, and the number's or account's in a path of Graph.
  ['id', String.raw`(?<=(?<![\w-])id${IS})\d{9,20}(?![\p{N}\w])`],
  ['id', String.raw`(?<=(?:/v\d{1,2}\.\d|graph\.facebook\.com)/)\d{9,20}(?![\p{N}\w])`],
  [
    'name',
    String.raw`(?<=\b(?:(?:profile|first|last|full|customer|contact|sender|recipient|verified|display|push)[ _]?name|name)${IS})` +
      String.raw`\p{L}(?:[\p{L}\p{M}.’-]|'(?=\p{L})){1,40}(?: \p{L}(?:[\p{L}\p{M}.’-]|'(?=\p{L})){0,40}){0,4}`,
  ],
  ['message', String.raw`\bwamid\.[\w+/=-]{1,512}`],
  ['token', String.raw`\bEAA[A-Za-z0-9]{8,1024}`],
  ['token', String.raw`(?<=\b(?:Bearer|Basic)[ \t]{1,4})(?!token\b)[\w.~+/=|-]{6,2048}`],
  [
    'token',
    // `MISSING_TOKEN: …` is a code with its title.
    String.raw`(?<!\b(?:MISSING|INVALID|EXPIRED)_(?:ACCESS_)?TOKEN:? )` +
      String.raw`(?<=(?:token|secret|password|passwd|api[-_]?key|appsecret_proof)${IS})(?!Bearer\b|Basic\b|Token\b)[\w.~+/=|%-]{6,2048}`,
  ],
  ['mail', String.raw`[\w.+%-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}`],
  ['phone', String.raw`(?<![\p{N}\w])(?:\+|00)[ ]?\p{Nd}(?:[ .()/-]{0,3}\p{Nd}){5,16}(?![\p{N}\w])`],
  ['phone', String.raw`(?<![\p{N}\w.])\(?0\p{Nd}{1,4}\)?(?:[ ./-]{1,2}\p{Nd}{2,8}){1,4}(?![\p{N}\w])`],
  ['phone', String.raw`(?<![\p{N}\w.])\(\p{Nd}{2,4}\) ?\p{Nd}{3,5}[ .-]?\p{Nd}{3,5}(?![\p{N}\w])`],
  ['phone', String.raw`(?<![\p{N}\w.-])\p{Nd}{1,5}(?:-\p{Nd}{3,5}){2,3}(?![\p{N}\w-])`],
  ['phone', String.raw`(?<![\p{N}\w.-])(?!63[01])[6-9]\p{Nd}{4}[ -]\p{Nd}{5}(?![\p{N}\w-])`],
  // `212.555.0123`, `1 202 555 0143`, `55 11 91234-5678`; three codes in a row have blanks and no 1 before them.
  ['phone', String.raw`(?<![\p{N}\w.-])(?:1[ .])?\p{Nd}{3}\.\p{Nd}{3}\.\p{Nd}{4}(?![\p{N}\w.-])`],
  ['phone', String.raw`(?<![\p{N}\w.-])1 \p{Nd}{3} \p{Nd}{3}[ -]\p{Nd}{4}(?![\p{N}\w-])`],
  ['phone', String.raw`(?<![\p{N}\w.-])(?:\p{Nd}{1,3} )?\p{Nd}{2,3} \p{Nd}{4,5}-\p{Nd}{4}(?![\p{N}\w-])`],
  ['digits', String.raw`(?<![\p{N}\w.])\p{Nd}{9,15}(?![\p{N}\w])`],
  ['id', String.raw`(?<![\p{N}\w.])\p{Nd}{16,20}(?![\p{N}\w])`],
];

const ANY = new RegExp(PARTS.map(([, pattern]) => `(${pattern})`).join('|'), 'giu');

const MASK = {
  message: 'wamid.[masked]',
  token: '[token]',
  mail: '[e-mail]',
  phone: '[phone]',
  id: '[id]',
  name: '[name]',
} as const;

export type Masked = keyof typeof MASK;

/** A piece of a text: as it is, or to be masked. Together they are the text. */
export interface Part {
  text: string;
  masked: Masked | null;
}

/** What stands in place of a part. */
export const maskOf = (kind: Masked): string => MASK[kind];

/** Milliseconds since 1970 of the years 2014 to 2033: no country has numbers like that. */
const UNIX_MS = /^1[4-9]\d{11}$/;
/** Seconds, which are like numbers of Bangladesh: a time only where the text says so. */
const UNIX_SECONDS = /^1[4-9]\d{8}$/;
const TIME =
  /(?:time|stamp|date|epoch|\bts|\bt|\bat|_at|At|\bi?at|\bexp\w{0,12}|since|until|created|updated)["'\\`]{0,6}\s{0,4}[:= ]\s{0,4}["'\\`]{0,6}$/;
/** Keys whose value is a person's number, even where it looks like a time. */
const PERSON =
  /(?:\bto|from|recipient(?:_id)?|wa_?id|phone|mobile|msisdn|destination|source|number)["'\\]{0,6}\s{0,4}[:=]\s{0,4}["'\\`]{0,6}$/i;

/**
 * Takes a text apart: phone numbers, access tokens, e-mail addresses, names, ids of accounts and message ids (a `wamid` holds
 * the customer's number) are to be masked. Codes, trace ids and times stay. Runs of 9 to 15 digits count as phone numbers unless
 * they are times, and look like nothing else or stand where times do.
 */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(ANY)) {
    const name = PARTS[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'keep';
    const masked = kindOf(name, match[0], text.slice(Math.max(0, match.index - 40), match.index));
    if (!masked) continue;
    if (match.index > done) parts.push({ text: text.slice(done, match.index), masked: null });
    parts.push({ text: match[0], masked });
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ text: text.slice(done), masked: null });
  return parts;
}

/** The text with every part masked that others must not read. */
export function redact(text: string): string {
  return redactWith(text, maskOf);
}

/** The same with other masks. @param mask Gives what stands in the place of a part. */
export function redactWith(text: string, mask: (kind: Masked, match: string) => string): string {
  return partsOf(text)
    .map(({ text: part, masked }) => (masked ? mask(masked, part) : part))
    .join('');
}

function kindOf(name: string, match: string, before: string): Masked | null {
  if (name === 'digits') return isTime(match, before) ? null : 'phone';
  if (name === 'name') return isName(match, before) ? 'name' : null;
  return name in MASK ? (name as Masked) : null;
}

const isTime = (match: string, before: string) =>
  UNIX_MS.test(match) ? !PERSON.test(before) : UNIX_SECONDS.test(match) && TIME.test(before);

/** `"name":"order_update"` is a template: a person begins with a capital, or writes in letters that have none. */
function isName(match: string, before: string): boolean {
  if (match.startsWith('[')) return false;
  return (
    /(?:profile|first|last|full|customer|contact|sender|recipient|verified|display|push)[ _]?name["'\\]{0,6}\s{0,4}[:=]/i.test(
      before,
    ) || !/^\p{Ll}/u.test(match)
  );
}

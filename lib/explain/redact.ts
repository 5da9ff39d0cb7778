/**
 * What a copy for others must not hold, and what looks like it but must stay. One pass over the text, first match wins;
 * every part is bounded, so that time grows with the length alone.
 */
const PARTS: readonly (readonly [name: string, pattern: string])[] = [
  // Stay: a trace id is what support asks for, and a time is no phone number.
  ['keep', String.raw`\bfbtrace_id["'\\]{0,6}\s{0,4}[:=]\s{0,4}["'\\]{0,6}[\w-]{1,64}`],
  [
    'keep',
    String.raw`\b(?:phone_number_id|waba_id|business_id|app_id|account_id)["'\\]{0,6}\s{0,4}[:=]\s{0,4}["'\\]{0,6}\d{1,20}`,
  ],
  [
    'keep',
    String.raw`\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z| ?[+-]\d{2}:?\d{2})?)?`,
  ],
  ['keep', String.raw`\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)(?:,? \d{1,2}:\d{2}(?::\d{2})?)?`],
  ['keep', String.raw`\b\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?`],
  ['keep', String.raw`\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b`],
  ['keep', String.raw`(?<=\btimestamp["'\\]{0,6}\s{0,4}[:=]\s{0,4}["'\\]{0,6})\d{1,19}`],
  // Go.
  ['id', String.raw`\bwamid\.[\w+/=-]{1,512}`],
  ['token', String.raw`\bEAA[A-Za-z0-9]{8,1024}`],
  ['token', String.raw`(?<=\b(?:Bearer|Basic)[ \t]{1,4})[\w.~+/=|-]{6,2048}`],
  [
    'token',
    String.raw`(?<=(?:token|secret|password|passwd|api[-_]?key|appsecret_proof)["'\\]{0,6}\s{0,4}[:=]\s{0,4}["'\\]{0,6})(?!Bearer\b|Basic\b)[\w.~+/=|%-]{6,2048}`,
  ],
  ['mail', String.raw`[\w.+%-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}`],
  ['phone', String.raw`(?<![\p{N}\w])(?:\+|00)[ ]?\p{Nd}(?:[ .()/-]{0,3}\p{Nd}){5,16}(?![\p{N}\w])`],
  ['phone', String.raw`(?<![\p{N}\w.])\(?0\p{Nd}{1,4}\)?(?:[ ./-]{1,2}\p{Nd}{2,5}){1,4}(?![\p{N}\w])`],
  ['phone', String.raw`(?<![\p{N}\w.])\(\p{Nd}{2,4}\) ?\p{Nd}{3,5}[ .-]?\p{Nd}{3,5}(?![\p{N}\w])`],
  ['phone', String.raw`(?<![\p{N}\w.-])\p{Nd}{1,5}(?:-\p{Nd}{3,5}){2,3}(?![\p{N}\w-])`],
  ['phone', String.raw`(?<![\p{N}\w.-])(?!63[01])[6-9]\p{Nd}{4}[ -]\p{Nd}{5}(?![\p{N}\w-])`],
  ['digits', String.raw`(?<![\p{N}\w.])\p{Nd}{9,15}(?![\p{N}\w])`],
];

const ANY = new RegExp(PARTS.map(([, pattern]) => `(${pattern})`).join('|'), 'giu');

const MASK: Readonly<Record<string, string>> = {
  id: 'wamid.[masked]',
  token: '[token]',
  mail: '[e-mail]',
  phone: '[phone]',
};

/** Seconds and milliseconds since 1970 of the years 2014 to 2036, as every webhook carries them. */
const UNIX_TIME = /^(1[4-9]|20)\d{8}(\d{3})?$/;
/** Keys whose value is a person's number, even where it looks like a time. */
const PERSON =
  /(?:\bto|from|recipient(?:_id)?|wa_?id|phone|mobile|msisdn|destination|source|number)["'\\]{0,6}\s{0,4}[:=]\s{0,4}["'\\]{0,6}$/i;

/**
 * Masks phone numbers, access tokens, e-mail addresses and message ids (a `wamid` holds the customer's number) in text that
 * is to be passed on. Codes, trace ids and times stay. Runs of 9 to 15 digits count as phone numbers unless they are times.
 */
export function redact(text: string): string {
  return redactWith(text, (name, match) => MASK[name] ?? match);
}

/** The same with other masks. @param mask Gives what stands in the place of a match: an `id`, `token`, `mail` or `phone`. */
export function redactWith(text: string, mask: (name: string, match: string) => string): string {
  return text.replace(ANY, (match, ...rest) => {
    const name = PARTS[rest.slice(0, PARTS.length).findIndex((group) => group !== undefined)]?.[0] ?? 'keep';
    if (name === 'keep') return match;
    if (name !== 'digits') return mask(name, match);
    const at = rest[PARTS.length] as number;
    const isTime = UNIX_TIME.test(match) && !PERSON.test(text.slice(Math.max(0, at - 40), at));
    return isTime ? match : mask('phone', match);
  });
}

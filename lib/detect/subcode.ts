import type { Meaning } from './code-index.ts';
import type { ReadCandidate } from './reading.ts';

const SUBCODE = /sub_?code\\{0,3}["'`]?\s{0,3}(?::|=>?)\s{0,3}\\{0,3}["'`]?(\d{1,7})(?!\d)/i;
/** A further code, whose the subcode is then: `code=131030`, and in the next line `code=190 subcode=463`. */
const FURTHER = /(?<!\w)(?:error_?)?code["'`\\]{0,4}\s{0,3}[:=]/i;
const BEFORE = 200;
const BEHIND = 500;

/** `error_subcode` of the object that a code is a value of; null where there is none. */
export function subcodeOf({ slots, start, end, code, reading: { text } }: ReadCandidate): string | null {
  const key = slots.find(({ kind }) => kind === 'key' || kind === 'label');
  if (!key || /sub/i.test(key.name)) return null;
  const after = text.slice(end, end + BEHIND).split(/[}\]]\s*[,}\]]?\s*[{[]/, 1)[0] ?? '';
  const behind = ownIn(after);
  if (behind && behind !== code) return behind;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  return ownIn(before.split('{').at(-1) ?? '');
}

function ownIn(text: string): string | null {
  const found = SUBCODE.exec(text);
  return found && !FURTHER.test(text.slice(0, found.index)) ? (found[1] ?? null) : null;
}

/** What a text has that speaks of a subcode: the word, its code, or what most of them are about. */
const SUBCODES =
  /sub[_\s-]?c|sous-?code|sotto-?codic|unter-?code|подкод|OAuth|token|session|(?<!\d)(?:10|100|190|200|368)(?!\d)/i;
/** Subcodes of seven digits are nobody else's. */
const LONGEST_LONE = 3;

/** `error 463` with nothing of a subcode around is another's number: WhatsApp's own servers send it to clients that are none of Meta's. */
export function isLoneSubcode({ key }: Meaning, one: ReadCandidate): boolean {
  const { code, reading } = one;
  if (code.length > LONGEST_LONE || !key.endsWith(`.${code}`) || reading.context.asked) return false;
  return !speaksOfSubcodes(one);
}

/** The text around a code has something that speaks of a subcode. */
export function speaksOfSubcodes({ start, end, slots, reading }: ReadCandidate): boolean {
  const around = reading.text.slice(Math.max(0, start - BEHIND), end + BEHIND);
  return SUBCODES.test(`${slots.map(({ name }) => name).join(' | ')} | ${around}`);
}

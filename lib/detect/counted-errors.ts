import type { Scene } from './scene.ts';
import { ERRORS, FAILED_ONES } from './words/error.ts';
import { COUNTED } from './words/other.ts';
import { cue } from './words/pattern.ts';

const PLURAL = cue(ERRORS, { after: /^["'*]{0,2}\s{0,2}[:=–-]?\s{0,3}$/ });
const THINGS = cue([...COUNTED, ...ERRORS], { after: /^\s\($/ });
/** `Twilio media errors (63021)` */
const OF_PROVIDER = /(?:^|[^\p{L}])(?:Twilio|Meta|WhatsApp|Graph)\s(?:\p{L}+\s)?(?:errors?|failures?)\s\($/u;
/** `31 unverified numbers (`: they are counted already. */
const HAVE_COUNT = /(?:^|[^\d.,#])\d{1,5}\s\p{L}[\p{L}\s-]{2,40}\s\($/u;
/** `falls back to SMS (63003)`: what was done, and why. */
const DONE =
  /(?<!\p{L})(?:falls?|fell|fallen|switch(?:es|ed)?|goes|went|back|over|cae|cai|passa|bascule)\s(?:\p{L}{1,12}\s){0,2}(?:to|a|al|para|pour|en)\s(?:SMS|RCS|e-?mail)\s\($/iu;
/** The message, not messages. */
const ONE_MESSAGE = /(?:^|\s)الرسالة\s\($/u;
/** One or several: `Fehler 131047`, `код ошибки 131047`. */
const ONE_TOO = /^(?:fehler|ошибки)$/i;
/** `Códigos de erros`, `رموز الأخطاء`, `Код ошибки`: codes, not errors. */
const OF_CODES =
  /(?:(?:код\p{L}{0,3}|номер)\s|c[oó]d\p{L}*\s(?:de|do|del|di)\s|codes?\sd['’]|رموز\s(?:ال)?)$/iu;
/** The figure ends there: nothing tells what the code means, no second code follows. */
const ENDS = /^["'`*]{0,2}\s{0,3}(?:$|[\n·•|]|[,;]\s?(?![\s"'#([]*\d)\p{L}|\.(?:\s|$))/u;

/** `Errors: 131047`, `Errors 190 · Warnings 2`, `Failed messages (131047)`: how many there were. */
export function countsErrors({ lineLeft, lineRight, code }: Scene): boolean {
  if (lineLeft.endsWith('('))
    return (
      lineRight.startsWith(')') &&
      !ONE_MESSAGE.test(lineLeft) &&
      THINGS.in(lineLeft) !== null &&
      !(code.length >= 5 && (HAVE_COUNT.test(lineLeft) || OF_PROVIDER.test(lineLeft) || DONE.test(lineLeft)))
    );
  // `steht im Log "Fehler 190"`
  if (/["„“«]\p{L}+\s$/u.test(lineLeft) && /^["”“»]/.test(lineRight)) return false;
  const plural = PLURAL.in(lineLeft);
  if (!plural || OF_CODES.test(lineLeft.slice(0, plural.start))) return false;
  // `1773 errors 131047`: they are counted already.
  if (/\d\s$/.test(lineLeft.slice(0, plural.start))) return false;
  const small = code.length < 5;
  // `Fehler 190 von Meta`
  if (small && ONE_TOO.test(plural.word) && /^\s(?:von|vom|bei|от|у)\s\p{Lu}/u.test(lineRight)) return false;
  if (!ONE_TOO.test(plural.word)) return small || ENDS.test(lineRight);
  const inSentence = /(?:^|\s)\p{Ll}+\s$/u.test(lineLeft.slice(0, plural.start));
  return small && (/[:=]/.test(lineLeft.slice(plural.end)) || !inSentence);
}

const COUNTED_BEFORE = cue([...ERRORS, ...FAILED_ONES], { before: /^\s$/, after: /^\s?(?:$|[\n·•|,;(])/ });

/** `131047 errors` and nothing else: the head of a tile. */
export function isTile({ lineLeft, lineRight }: Scene): boolean {
  return !/[\p{L}\p{N}]/u.test(lineLeft) && COUNTED_BEFORE.in(lineRight) !== null;
}

import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { FAULT as FAULTS } from '../words/fault.ts';

/** Parts of names that only errors have. What may be a setting, such as a limit or a window, is none. */
const FAULT =
  /undeliver|mismatch|expired|invalid|blocked|locked|outside|unable|fail|reject|denied|engage|opt(?:ed)?_?out|spam|throttl|paused|disabled|unsupported|missing|incapable|exceeded|too_?many|closed|not_?(?:a_|an_|in|on|allowed|found|registered|delivered|opted|approved|valid|eligible|supported|enabled|available|exist)|unknown|restricted|bad_?(?:user|number|phone|recipient|request|param|token|media|input|template)/i;
const NAME =
  /(?:^|[\s{,(.])([A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+|[a-z\d][A-Z][a-z\d]+)*)(?:\s?:\s?\w{1,12})?\s{0,12}(?::|=>?)\s{0,12}["'`]?$/;

/** `UNDELIVERABLE: 131026,`, `META_BUSINESS_LOCKED_CODE = '131031'`: a constant whose name tells what went wrong. */
export const rule: Rule = {
  id: 'named-error',
  family: 'place',
  weight: 3,
  needs: ['number', 'long', 'keyed'],
  find({ form, code, lineLeft, lineRight, reading, start, meanings }) {
    if ((form !== 'six-digits' && form !== 'five-rare') || !/^["'`]?\s?(?:[;,)}]|\/\/|$)/.test(lineRight))
      return null;
    const phrase = PHRASE.exec(lineLeft)?.[1];
    if (phrase !== undefined)
      return MAP.test(reading.before(start, REACH)) ? (FAULTS.in(phrase)?.word ?? null) : null;
    const name = faultBefore(lineLeft) ?? titleBefore(lineLeft, meanings);
    return name?.includes(code) ? null : name;
  },
};

/** `"Could not send to an unengaged user": 131047`: a sentence as the key. */
const PHRASE =
  /(?:^|[\s{,[(])["'`](\p{Lu}[^"'`\n]{4,60}\s[^"'`\n]{2,30})["'`]\]?\s{0,4}(?::|=>)\s{0,4}["'`]?$/u;

/** `errorCodes = {` above it: what else has a sentence as its key is a count. */
const MAP = /(?:err|code|c[oó]dig|fehler)\w{0,16}(?:\s?:[^\n=]{1,40})?\s?(?:=>?|:|\()\s?[{[(]/i;
const REACH = 300;

/** `RateLimit = 130429`: the name is the code's own title, or what that begins with. */
function titleBefore(lineLeft: string, meanings: Scene['meanings']): string | null {
  const name = NAME.exec(lineLeft)?.[1];
  if (name === undefined) return null;
  const letters = lettersOf(name);
  const isTitle = letters.length >= 8 && meanings.some(({ title }) => lettersOf(title).startsWith(letters));
  return isTitle ? name : null;
}

const lettersOf = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** A name of several words, or one in capitals: `Blocked: 131047` counts people. */
export function faultBefore(lineLeft: string): string | null {
  const name = NAME.exec(lineLeft)?.[1];
  if (name === undefined || !FAULT.test(name)) return null;
  return /[a-z]_?[A-Z]|_[a-z]/.test(name) || name === name.toUpperCase() ? name : null;
}

export const examples: Examples = {
  yes: [
    '  UNDELIVERABLE: ‹131026›,',
    "export const META_BUSINESS_LOCKED_CODE = '‹131031›'",
    'OUTSIDE_24H: ‹131047›,',
    'RateLimitHit: ‹130429›,',
    'const MEDIA_DOWNLOAD = ‹131052›;',
    'const windowClosed = ‹63016›;',
    'errorCodes = {\n  "Could not send message to unengaged user": ‹131047›,',
    '\tcloudMaybeBadUser = ‹131026›',
  ],
  no: [
    'Blocked: 131047',
    'MAX_TOKENS: 131000,',
    'INVALID_131047 = 131047',
    'RateLimit: 131026,',
    'rate = 130429;',
    'totalAmount: 131047,',
    'Outside: 131047 people',
    'stock = {\n  "Some missing bricks": 131026,',
  ],
};

import { hasFurtherNumbers } from '../further-numbers.ts';
import type { Examples, Rule } from '../rule.ts';

/** Calls that look for something or compare with it; the text that they look in may come first. */
const CALLED =
  /(?:\b|_)(?:includes|contains?|has|test|match|matches|indexOf|startsWith|strpos|(?:assert)?(?:not)?(?:Equals?|Same|In|Contains)|assertStringContainsString|to(?:Be|Equal|StrictEqual|Contain|Match|Include)|to_(?:eq|include)|is|eq)\b\s?\((?:[\w.:?$>()[\]'"-]{1,60},\s)?["'`/]?$/i;
/** `error_message ILIKE '%131026%'` */
const LIKE = /\bI?LIKE\s["'`]%?$/i;
/** `describe('131026 twice in a row'`: what a test is about. */
const TESTED = /(?:^|[^\w.])(?:describe|context|it|test|specify|scenario)(?:\.\w{3,5})?\(?\s?["'`]$/i;
/** `password === '131047'`: what is no code of an error either. */
const OTHERS =
  /pass|otp|pin|sandi|senha|clave|contras|typed|input|zip|post|phone|tel|secret|token|user|amount|total|price|sum|size|count|length|width|height|port|year|date|time|order|invoice|(?:^|[_.]|[a-z])(?:id|Id|ID)$/i;
/** `assert otp.parse(sms).value == "131047"` */
const ONE_TIME = /\b(?:otp|pin|captcha)\b/i;
/** What no provider calls it. */
const ANYBODYS = /(?:^|\.)(?:rc|ret|retcode|ret_code)$/i;
/** `expect(contact.ticketId).toBe(` */
const EXPECTED =
  /\bexpect\((?:await )?(?:\w+[.?]{1,2})*([\w?]{1,40})(?:\([^()\n]{0,40}\))?\)(?:\.not)?\.to\w{2,12}\(["'`]?$/;
/** `` WHERE `spell_id` IN(63018 `` */
const AMONG_IDS = /(\w{0,40}_id)[`"\]]?\s(?:not\s)?in\s?\(["']?$/i;
const isOther = (name = '') => OTHERS.test(name) && !/err|fail/i.test(name);
const OF_ERROR = /err|fail|code|c[oó]d|reason|status/i;

/** `case 131047:`, `131047, // more than 24 hours`, `"131026" in state["send_error"]`: code that deals with codes. */
export const rule: Rule = {
  id: 'branch',
  family: 'place',
  weight: 2.8,
  needs: ['number', 'long', 'left'],
  find({ lineLeft, lineRight, right, code, kind, compared, key }) {
    if (kind !== 'number' || code.length < 5) return null;
    // Amounts are round, but no text is searched for them.
    if (code.endsWith('000') && !/["'`/|]$/.test(lineLeft) && !OF_ERROR.test(lineLeft)) return null;
    if (isOther(EXPECTED.exec(lineLeft)?.[1] ?? AMONG_IDS.exec(lineLeft)?.[1])) return null;
    if (compared)
      return OTHERS.test(key ?? '') || ANYBODYS.test(key ?? '') || ONE_TIME.test(lineLeft)
        ? null
        : 'comparison';
    if (
      /(?:\bcase|\bwhen)\s+["'`]?$/.test(lineLeft) &&
      (/^["'`]?\s*(?::|,|\bthen\b|[=-]>)/.test(lineRight) || hasFurtherNumbers(lineRight))
    )
      return 'case';
    if (CALLED.test(lineLeft) || LIKE.test(lineLeft)) return 'comparison';
    // `Regex("\\b131049\\b")`
    if (/\\b$/.test(lineLeft) && /^\\{1,2}b/.test(lineRight)) return 'pattern';
    if (TESTED.test(lineLeft) && /^(?::|,?\s\(?\p{Ll}{2})/u.test(right)) return 'test';
    // `toBe('[63016] not opted in')`
    if (/["'`]\[$/.test(lineLeft) && /^\]\s\p{L}[\p{L}'-]{1,20}\s\p{L}/u.test(right)) return 'quoted';
    // `/not in allowed list|131030|blocked/i.test(text)`
    if (lineLeft.endsWith('|') && /^\/[a-z]{0,3}\.(?:test|exec)\(/.test(lineRight)) return 'pattern';
    if (/[|(/]$/.test(lineLeft) && /^[|)][^\n/]{0,110}\/[a-z]{0,3}(?:\.\w|[,)\s}])/.test(lineRight))
      return 'pattern';
    // A list with one code in each line, and what it means in a comment.
    if (/^\s*["'`]?$/.test(lineLeft) && /^["'`]?,?\s*(?:\/\/|#|--|\/\*)\s*\p{L}/u.test(lineRight))
      return 'comment';
    return /["'`/]$/.test(lineLeft) && /^["'`/](?:\.test\(|\s(?:not )?in\s)/.test(lineRight)
      ? 'comparison'
      : null;
  },
};

export const examples: Examples = {
  yes: [
    '/blocked|not in allowed list|‹131030›|unsupported/i.test(message)',
    'if (/not approved|‹131047›/i.test(error)) return',
    '    ‹131047›, // more than 24 hours',
    '    case ‹131047›:',
    '    case ‹131026› | 131030:',
    'case ‹131047› -> "Too late";',
    'text.includes("‹131047›")',
    'assert.match(status.summary, /‹131026›/);',
    'assert "‹131026›" in state["send_error"]',
    'expect(csv).not.toContain("‹131026›");',
    'expect(result.updateError).toBe(‹131047›)',
    "OR body ILIKE '%‹131026›%'",
    'if (entry === ‹130429›) return',
    "describe('‹131026› twice in a row', () => {",
    'message.includes("‹132000›")',
    "toBe('[‹63016›] not opted in')",
    'Regex("\\\\b‹131049›\\\\b").containsMatchIn(text)',
  ],
  no: [
    'WHERE `spell_id` IN(63018, 65121)',
    'Support case 131047 | 12.03.2026 | open',
    'case 190:',
    '131047 in all',
    'in 2026: 131047 cases',
    "if (passwordInput === '132007')",
    "if (sandiInput === '132007') open()",
    "describe('131026')",
    'the session has expired',
    'expect(total).toBe(131000)',
    "expect(readOtp(body)).toBe('131047')",
    'if (rc == 131026) done()',
    'expect(contact.ticketId).toBe(131047)',
  ],
};

import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { matchTitle } from '../title.ts';
import { CODE, ERROR, ERROR_CODE } from '../words/error.ts';
import { flatLast, isCodeKey, isErrorCodeKey, isMeasure } from '../words/keys.ts';
import { lastOf } from '../words/letters.ts';
import { cue, wordless } from '../words/pattern.ts';
import { FAILED, REJECTED } from '../words/reason.ts';
import { rule as bracketedSubcode } from './bracketed-subcode.ts';
import { rule as codeClass } from './code-class.ts';
import { rule as namedError } from './named-error.ts';
import { rule as namesake } from './namesake.ts';
import { rule as sheetFormula } from './sheet-formula.ts';
import { rule as statusId } from './status-id.ts';

/** `falha: 131047,` */
const ERROR_WORD = cue([...ERROR, ...ERROR_CODE, ...CODE], { before: wordless(0), after: wordless(0) });
/** `refused template pickup_ready: 132012, header wants IMAGE`: what was refused, and why. */
const REFUSED = cue([...FAILED, ...REJECTED, 'refused', 'fails', 'dropped']);
const WHY = /^(?:,\s|\s[-–—(]\s?)\p{L}{2}/u;

const SENTENCE = /^\s(?:is|was|means|comes|es|é|significa|ist|bedeutet|est|signifie)\s/;

/** So much of a title beside an id says whose it is. */
const TITLED = 0.75;

const ERROR_LIKE =
  /err|exception$|code|reason|motivo|grund|fail|reject|rechazo|rejei|numero|^num$|^no$|^twilio|^meta|^(?:title|id|event|status|name|state|type|message|example|sample|exemplo|ejemplo|beispiel|description|response|description|detail)$|^(?:tolerat(?:e|ed)|swallow|retryon|transient|permanent|fatal|suppress)/;

/** The value of a name that has nothing to do with errors: `"limit": 100`, `pid=1005`. */
export const rule: Rule = {
  id: 'other-key',
  family: 'against',
  weight: -5,
  needs: ['keyed'],
  find(scene) {
    const { code, key, structural, compared, kind, form, left, lineLeft, right, meanings } = scene;
    if (!key || !structural || compared || kind === 'symbol') return null;
    const name = flatLast(key);
    if (isMeasure(name) && !/\[\s?$|#$/.test(left)) return key;
    // `사유: (#131049) …`: what follows the name is a sentence of Graph's.
    if (/[(（][#＃]$/.test(left) || bracketedSubcode.find(scene)) return null;
    // `comes as plain text: "131047" with Meta`: a sentence goes on.
    if (isRareForm(form) && /:\s["“]$/.test(left) && /^["”]\s\p{Ll}{2}/u.test(right)) return null;
    // `it = 80007,` where an excerpt begins: the end of a name.
    if (isRareForm(form) && isCutOff(scene)) return null;
    // `WindowClosedException::class => [131047],`
    if (/::class\s=>\s\[\s?$/.test(left)) return null;
    // `goes through clean(): 21656 is raised by tabs`: a sentence begins.
    if (code.length >= 5 && /\w:\s$/.test(left) && SENTENCE.test(right)) return null;
    // `Importante: **131056 is no block**`
    if (isRareForm(form) && /:\s\*\*$/.test(left) && /^\s\p{L}/u.test(right)) return null;
    // `Open analytics: #132012 for everybody`: no colour and no value.
    if (/:\s#$/.test(left) && /^\s\p{L}{2}/u.test(right)) return null;
    // `Channel SMS: 30006 (landline) → drop it`
    if (/^\s\([^()\n]{3,40}\)\s(?:→|[-=]>)\s/u.test(right)) return null;
    // `(see the wiki):` above a list, `131030 -> add it`
    if (/\)\s?:\s{0,2}\n\s{0,8}$/.test(left) && /^\s{1,8}(?:->|=>|→|[–—-]\s)/.test(right)) return null;
    // `on a send → 131047` is prose.
    if (/\)\s?:\s$/.test(left) || /→\s{0,2}[`"'(]?#?$/u.test(left)) return null;
    if (isRareForm(form) && /[\w-]:\s$/.test(left) && WHY.test(right) && REFUSED.in(lastOf(lineLeft, 60)))
      return null;
    if (ERROR_LIKE.test(name) && !/^(?:id|type|state)$/.test(name)) return null;
    // `{"id": 471, "en": "Spam rate limit hit"}`
    if (name === 'id' && meanings.some((meaning) => matchTitle(meaning, scene).near >= TITLED)) return null;
    if (isCodeKey(name) || isErrorCodeKey(name) || ERROR_WORD.in(key)) return null;
    if (/^(?:\s*,\s*|\s)\\?["']?[Nn]ame\\?["']?\s*(?::|=>?)\s*\\?["']?[A-Z]+_[A-Z_]+/.test(right))
      return null;
    const entry = namesake.find(scene);
    if (
      codeClass.find(scene) ||
      namedError.find(scene) ||
      sheetFormula.find(scene) ||
      statusId.find(scene) ||
      (entry !== null && (entry === key || /^status_?id$/i.test(name)))
    )
      return null;
    // `id: 12, name: 'REJECTED_…'` is Infobip's form; the rule for namesakes answers for it.
    return /^\s*["'`]?\s{0,2}[–—:-]\s\p{Lu}/u.test(right) ? null : key;
  },
};

/** The text begins within a name of which two or three letters are left, in a list of names. */
const isCutOff = ({ start, left, right }: Scene) =>
  start === left.length && /^(?!id\b)[a-z]{2,3} = $/.test(left) && /^,\s*\n\s/.test(right);

export const examples: Examples = {
  yes: ['"limit": ‹100›', 'pid=‹1005›', '{"offset":‹131047›}', '"error_rate": ‹131047›', 'errors=‹131047›'],
  no: [
    '"code": 131047',
    'Reason: 131049',
    '"errors": [131047]',
    '{"id": 471, "en": "Spam rate limit hit"}',
    'error=131047',
    'it = 80007,\n\n  // Integrity\n',
    'WindowClosedException::class => [131047],',
    'Important: **131056 is no block**',
    'It goes through cleanVariables: 131047 is raised by tabs as well',
    'UNDELIVERABLE: 131026,',
    'Open the analytics: #132012 for everybody',
    '실패 사유: (#131049) 전달되지 않음',
    'a late send → `131047` → template',
    'tell apart at least: `131047`',
    "'id' => 12, 'name' => 'REJECTED_NOT_ENOUGH_CREDITS'",
    'id=12 name=REJECTED_NOT_ENOUGH_CREDITS',
    '{ tolerate: [133016] }',
    "Not valid: (2388040) The message header can't",
    'not sent: code=131048',
    'Replies from Meta (see also the wiki):\n\n  131030 -> add the phone to the list',
    'it comes as plain text: "131047" with Meta, "63016" with Twilio',
    'Meta refused template pickup_ready: 132012, header wants IMAGE',
  ],
};

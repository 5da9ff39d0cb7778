import type { Examples, Rule } from '../rule.ts';
import { NUMBERED } from '../words/other.ts';
import { cue } from '../words/pattern.ts';

const BEFORE = cue(NUMBERED, {
  after:
    /^[\s:：=#＃"'`*_(.\-–]{0,4}(?:(?:no|nr|n[°º]|num|number|número|numéro|nummer|номер|№|رقم|番号|号|번호|id)[.:：\s#]{0,4})?$/i,
});

/** `the template id is 131047`; said of what is sent, not of the error. */
const ID_IS = /(?:^|[^\p{L}])id\s(?:is|was|es|é)\s?[:#]?\s?$/iu;

const OF_ERROR = /\berr(?:or)?[\s_-](?:id|no|ref)\b[^\p{L}\p{N}]{0,6}$/iu;

const OF_ERROR_ID = /(?:err(?:or)?|code)\s(?:code\s)?id\s[^\d]{1,8}$/iu;

/** `the cap of the recipient (131049)`: an aside, no number of the person's. */
const PERSON =
  /(?:recipient|subscriber|contact|customer|destinatario|destinatário|destinataire|cliente|client)\s\($/iu;

/** A number in a tracker; a colon would make it a topic. */
const BUG = /(?:^|[^\p{L}])(?:(?:bug|story|epic|milestone)\s#?|report\s(?:no|nr|number|id)[.:\s#]{1,3})$/iu;

/** The number of an order, an invoice, a customer. */
export const rule: Rule = {
  id: 'numbered',
  family: 'against',
  weight: -5,
  needs: ['left'],
  find({ lineLeft, lineRight, structural }) {
    if (PERSON.test(lineLeft) && lineRight.startsWith(')')) return null;
    if (BUG.test(lineLeft)) return 'bug';
    if (ID_IS.test(lineLeft) && !OF_ERROR_ID.test(lineLeft)) return 'id';
    const word = structural || OF_ERROR.test(lineLeft) ? undefined : BEFORE.in(lineLeft)?.word;
    // `case 131047:` is a branch in source.
    return word === undefined || (word === 'case' && /^["'`]?\s*:/.test(lineRight)) ? null : word;
  },
};

export const examples: Examples = {
  yes: [
    'Order #‹131047›',
    'Invoice no. ‹131026›',
    'Our WhatsApp template id is ‹131047›',
    '注文番号：‹131047›',
    'طلبك رقم ‹131047›',
    'Error report no. ‹131047›',
  ],
  no: [
    'límite por destinatario (131049)',
    'disorder 131047',
    'Error id: 131047',
    'error 131047',
    'in order to reach 131047',
  ],
};

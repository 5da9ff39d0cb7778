import parties from '../../../data/message-parties.json' with { type: 'json' };
import type { Span } from '../../core/spans.ts';
import {
  createFieldPattern,
  findOpenKey,
} from '../../structure/field-names.ts';
import { getLineBefore } from '../../structure/lines.ts';
import { findObjectsAround } from '../../structure/object-around.ts';

const MAX_UNITS = 2_000;
/** Levels from a button's title to its message. */
const MAX_LEVELS = 5;
const WRITTEN_KEYS =
  /^(?:text|body|caption|title|payload|name|description|filename)$/i;
/** The body of a message in a form, as Twilio sends it. */
const FORM_BODY = /(?:^|[&\n])Body=[^&\n]*$/;
const FAILURE = createFieldPattern(
  `["'](?:(?:error_?)?codes?|errors?|status|state|reason|failures?)`,
  '',
);
const MESSAGE = createFieldPattern(`["'](?:from|messaging_product)`, '');

/** A line of a conversation: `Customer: my code is 131026`, `[10:32] Customer (web): …`. */
const SAID_BY_CUSTOMER = new RegExp(
  String.raw`^[^\p{L}]{0,30}(?:${parties.customer.join('|')})(?: ?\([^()]{1,40}\))?[^\S\n]?:(?<said>.*)$`,
  'iu',
);
/** Signs between fields, a further name of a field, or the number of the customer. */
const FIELD = /[·•|\t=;{}<>]|\p{L}:\s|\d{7}/u;
const WORD_START = String.raw`(?<![\p{L}\p{M}])`;
const WORD_END = String.raw`(?![\p{L}\p{M}])`;
/** `client: failed to send, error 131026` is the line of a program, and somebody who writes so means the code. */
const FAILED = new RegExp(
  `${WORD_START}(?:${parties.failure.join('|')})${WORD_END}`,
  'iu',
);
const MIN_WORDS = 3;

/**
 * Whether someone wrote it: a text, caption or button of a message without an error or a status, or what a customer says in a
 * conversation.
 *
 * @param label The label of the text, if a page has one.
 */
export function isMessageText(text: string, hit: Span, label = ''): boolean {
  const before = text.slice(Math.max(0, hit.start - MAX_UNITS), hit.start);
  if (FORM_BODY.test(before) || isSaidByCustomer(before, label)) return true;
  if (!WRITTEN_KEYS.test(findOpenKey(before))) return false;

  const limits = { start: hit.start - MAX_UNITS, end: hit.end + MAX_UNITS };

  for (const object of findObjectsAround(
    text,
    hit,
    () => limits,
    '{}',
    MAX_LEVELS,
  )) {
    const own = `${object.before} ${object.after}`;
    if (FAILURE.test(own)) return false;
    if (MESSAGE.test(own)) return true;
  }

  return false;
}

/** A field with a customer's name has no sentence before the code. */
function isSaidByCustomer(before: string, label: string): boolean {
  const line = getLineBefore(before, before.length, MAX_UNITS);
  const { said = '' } =
    SAID_BY_CUSTOMER.exec(line)?.groups ??
    SAID_BY_CUSTOMER.exec(`${label.replace(/:?$/, ':')} ${line}`)?.groups ??
    {};
  const words = said.match(/[\p{L}\p{M}’']+/gu) ?? [];

  return words.length >= MIN_WORDS && !FIELD.test(said) && !FAILED.test(said);
}

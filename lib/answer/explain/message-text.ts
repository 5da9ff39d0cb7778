import type { Span } from '../../core/spans.ts';
import {
  createFieldPattern,
  findOpenKey,
} from '../../structure/field-names.ts';
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

/** Whether someone wrote it: a text, caption or button of a message without an error or a status. */
export function isMessageText(text: string, hit: Span): boolean {
  const before = text.slice(Math.max(0, hit.start - MAX_UNITS), hit.start);
  if (FORM_BODY.test(before)) return true;
  if (!WRITTEN_KEYS.test(findOpenKey(before))) return false;

  const within = { start: hit.start - MAX_UNITS, end: hit.end + MAX_UNITS };

  for (const object of findObjectsAround(
    text,
    hit,
    () => within,
    '{}',
    MAX_LEVELS,
  )) {
    const own = `${object.before} ${object.after}`;
    if (FAILURE.test(own)) return false;
    if (MESSAGE.test(own)) return true;
  }

  return false;
}

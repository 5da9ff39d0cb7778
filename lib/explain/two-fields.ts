import type { Entry } from '../../data/schema.ts';
import type { Hit } from '../detect/hit.ts';

/** Registries whose codes come in two fields of one message: what became of it, and why. */
const OUTCOME_AND_REASON = [
  { outcome: /^infobip\/status\//, reason: /^infobip\/error-/ },
  // Vonage's `error` object, and what WhatsApp said in the `whatsapp` object beside it.
  { outcome: /^vonage\/api\//, reason: /^meta\/(?:cloud|graph)\// },
];
/** From one field to the other, in UTF-16 units. */
const APART = 600;

/**
 * For each outcome the reason beside it: Infobip reports `status` and `error` of one message, Vonage its own error and WhatsApp's, and
 * they are one failure. A reason that says that there is no error is not among `hits` any more.
 *
 * @param byKey Of the catalogue.
 */
export function joinFields(
  all: readonly Hit[],
  text: string,
  byKey: ReadonlyMap<string, Entry>,
): { hits: readonly Hit[]; reasons: ReadonlyMap<Hit, Hit> } {
  const reasons = new Map<Hit, Hit>();
  const empty = new Set<Hit>();
  all.forEach((outcome, at) => {
    for (const reason of [all[at + 1], all[at - 1]]) {
      if (!reason || !isPair(outcome, reason) || [...reasons.values()].includes(reason)) continue;
      if (!ofOneMessage(text, outcome, reason)) continue;
      if (byKey.get(keyOf(reason))?.success) empty.add(reason);
      else reasons.set(outcome, reason);
      return;
    }
  });
  return { hits: all.filter((hit) => !empty.has(hit)), reasons };
}

const keyOf = ({ meanings: [best] }: Hit) => best?.key ?? '';

function isPair(one: Hit, other: Hit): boolean {
  return OUTCOME_AND_REASON.some(
    ({ outcome, reason }) => outcome.test(keyOf(one)) && reason.test(keyOf(other)),
  );
}

/** Two members of one object, or two fields of a line; two elements of a list are two messages, and a list of codes is a list. */
function ofOneMessage(text: string, one: Hit, other: Hit): boolean {
  const between = text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  if (between.length > APART || /^[\s,;|]*$/.test(between)) return false;
  let depth = 0;
  let lowest = 0;
  for (const mark of between) {
    if (mark === '{') depth++;
    else if (mark === '}') lowest = Math.min(lowest, --depth);
  }
  if (!/[{}]/.test(between)) return !between.includes('\n');
  return lowest === -1 && depth === 0 && !/\}\s*,?\s*\{/.test(between);
}

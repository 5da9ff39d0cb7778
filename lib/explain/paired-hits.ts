import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { indexOf } from '../catalogue/index-of.ts';
import { isHttpStatus } from '../detect/form.ts';
import type { Hit } from '../detect/hit.ts';
import { aroundBy, depthsOf, objectOf } from './block.ts';

/** Registries whose codes come in two fields of one message: what became of it, and why. */
const OUTCOME_AND_REASON = [
  { outcome: /^infobip\/status\//, reason: /^infobip\/error-/ },
  // Vonage's `error` object, and what WhatsApp said in the `whatsapp` object beside it.
  { outcome: /^vonage\/api\//, reason: /^meta\/(?:cloud|graph)\// },
];
/** From one field to the other, in UTF-16 units. */
const APART = 600;

/**
 * Pairs each outcome with the reason beside it, since both are one failure: Infobip reports `status` and `error` of one message, Vonage
 * its own error and WhatsApp's. A reason that means "no error" is dropped from `hits`.
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
  if (!/[{}]/.test(between)) return !between.includes('\n');
  const { depth, lowest } = depthsOf(between);
  return lowest === -1 && depth === 0 && !/\}\s*,?\s*\{/.test(between);
}

/** From this score on words or a place say whose code a number is, not habit alone. */
const EVIDENCE = 4;
/** `"message":"INVALID_ACCESS_TOKEN"`: a name as the whole of a value. */
const NAME = /(?<=["']\s?(?::|=>)\s?["'])[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){0,6}(?=["'])/g;

/**
 * The hits, with a name in place of the HTTP status that it comes with: `"code":401,"message":"INVALID_ACCESS_TOKEN"` is one failure,
 * and 401 says least of it. The catalogue knows which status a name has.
 */
export function namedStatuses(hits: readonly Hit[], text: string, catalogue: Catalogue): readonly Hit[] {
  return hits.flatMap((hit, at) => {
    if (!isHttpStatus(hit.code)) return [hit];
    const beside = [hits[at + 1], hits[at - 1]];
    if (beside.some((other) => other && tellsMore(other, hit, catalogue) && aroundBy(text, other, hit)))
      return [];
    return [nameWithin(text, hit, catalogue) ?? hit];
  });
}

/** The name of a status, unless evidence gives the number to somebody else: a number of the same provider says less than its name. */
function tellsMore(name: Hit, status: Hit, catalogue: Catalogue): boolean {
  const [whose] = status.meanings;
  const isTaken = whose && whose.score >= EVIDENCE && providerOf(whose) !== providerOf(name.meanings[0]);
  return !isTaken && isNameOf(status, name, catalogue);
}

const providerOf = (meaning: { key: string } | undefined) => meaning?.key.split('/')[0];

/** True where the best meaning of the one is known to come with the other as its status. */
function isNameOf(status: Hit, { meanings: [best] }: Hit, { byKey }: Catalogue): boolean {
  return best !== undefined && String(byKey.get(best.key)?.http) === status.code;
}

/** A name of the object itself that was no hit: by itself it may be anybody's, with its status it is the provider's. */
function nameWithin(text: string, hit: Hit, catalogue: Catalogue): Hit | null {
  const object = objectOf(text, hit);
  if (!object) return null;
  const own = text.slice(object.start, object.end);
  for (const { 0: code, index } of own.matchAll(NAME)) {
    const meanings = indexOf(catalogue)
      .meaningsOf(code)
      .map((meaning) => ({ ...meaning, score: 0 }));
    const start = object.start + index;
    const named = { ...hit, start, end: start + code.length, code, meanings };
    if (tellsMore(named, hit, catalogue)) return named;
  }
  return null;
}

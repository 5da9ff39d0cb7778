import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getCodeIndex } from '../../catalogue/get-code-index.ts';
import { isHttpStatus } from '../../detect/code-form.ts';
import type { Hit } from '../../detect/hit.ts';
import { FIELD_SIGN } from '../../structure/field-names.ts';
import { findObject, findSharedBlock, measureDepth } from './code-block.ts';

const OUTCOME_AND_REASON = [
  { outcome: /^infobip\/status\//, reason: /^infobip\/error-/ },
  // Vonage's `error` object, and the WhatsApp error in the `whatsapp` object next to it.
  { outcome: /^vonage\/api\//, reason: /^meta\/(?:cloud|graph)\// },
];
/** Maximum distance between the two fields, in UTF-16 code units. */
const MAX_DISTANCE_UNITS = 600;

/** Pairs each outcome with its reason. Removes a reason that means "no error" from `hits`. */
export function pairOutcomesWithReasons(
  all: readonly Hit[],
  text: string,
  byKey: Catalogue['byKey'],
) {
  const reasons = new Map<Hit, Hit>();
  const empty = new Set<Hit>();

  all.forEach((outcome, at) => {
    for (const reason of [all[at + 1], all[at - 1]]) {
      if (
        !reason ||
        !isPair(outcome, reason) ||
        [...reasons.values()].includes(reason)
      )
        continue;

      if (!areOfOneMessage(text, outcome, reason)) continue;

      if (byKey.get(getBestKey(reason))?.success) empty.add(reason);
      else reasons.set(outcome, reason);

      return;
    }
  });

  return { hits: all.filter((hit) => !empty.has(hit)), reasons };
}

const getBestKey = ({ meanings: [best] }: Hit) => best?.key ?? '';

function isPair(one: Hit, other: Hit): boolean {
  return OUTCOME_AND_REASON.some(
    ({ outcome, reason }) =>
      outcome.test(getBestKey(one)) && reason.test(getBestKey(other)),
  );
}

/** Whether both are members of one object or fields of a line. Elements of a list are separate. */
function areOfOneMessage(text: string, one: Hit, other: Hit): boolean {
  const between = text.slice(
    Math.min(one.end, other.end),
    Math.max(one.start, other.start),
  );

  if (between.length > MAX_DISTANCE_UNITS || /^[\s,;|]*$/.test(between))
    return false;

  if (!/[{}]/.test(between)) return !between.includes('\n');

  const { depth, lowest } = measureDepth(between);

  return lowest === -1 && depth === 0 && !/\}\s*,?\s*\{/.test(between);
}

/** From this score on, words or the page identify the provider of a number, not only priors. */
const MIN_EVIDENCE_SCORE = 4;
/** Matches a name that is the whole value: `"message":"INVALID_ACCESS_TOKEN"`. */
const NAME_VALUE = new RegExp(
  `(?<=["']${FIELD_SIGN})(?<=["'])[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){0,6}(?=["'])`,
  'g',
);

/** Replaces an HTTP status with the name next to it: `"code":401,"message":"INVALID_ACCESS_TOKEN"`. */
export function replaceNamedStatuses(
  hits: readonly Hit[],
  text: string,
  catalogue: Catalogue,
) {
  return hits.flatMap((hit, at) => {
    if (!isHttpStatus(hit.code)) return [hit];

    const isNamed = [hits[at + 1], hits[at - 1]].some(
      (other) =>
        other &&
        isMoreSpecific(other, hit, catalogue) &&
        findSharedBlock(text, other, hit),
    );

    return isNamed ? [] : [findNameWithin(text, hit, catalogue) ?? hit];
  });
}

/** Whether the name replaces the status: not if evidence shows that the number belongs to another provider. */
function isMoreSpecific(name: Hit, status: Hit, catalogue: Catalogue): boolean {
  const [whose] = status.meanings;

  const isTaken =
    whose &&
    whose.score >= MIN_EVIDENCE_SCORE &&
    getProvider(whose) !== getProvider(name.meanings[0]);

  return (
    !isTaken &&
    String(catalogue.byKey.get(getBestKey(name))?.http) === status.code
  );
}

const getProvider = (meaning: { key: string } | undefined) =>
  meaning?.key.split('/')[0];

/** Finds a name in the same object that is no hit, because alone it could belong to any provider. */
function findNameWithin(
  text: string,
  hit: Hit,
  catalogue: Catalogue,
): Hit | null {
  const object = findObject(text, hit);
  if (!object) return null;

  for (const { 0: code, index } of text
    .slice(object.start, object.end)
    .matchAll(NAME_VALUE)) {
    const meanings = getCodeIndex(catalogue)
      .meaningsOf(code)
      .map((meaning) => ({ ...meaning, score: 0 }));

    const start = object.start + index;
    const named = {
      ...hit,
      start,
      end: start + code.length,
      code,
      meanings,
    };
    if (isMoreSpecific(named, hit, catalogue)) return named;
  }

  return null;
}

import { isRareForm } from './form.ts';
import { areGapless } from './gapless.ts';
import type { Judged } from './judged.ts';
import { tellsOfUs } from './ours.ts';
import type { Scene } from './scene.ts';

/** So many numbers of another system make a page of senders none. */
const MANY = 3;

/**
 * Numbers of six digits of which the catalogue knows no more than the half: districts, or the codes of another platform. Where nothing speaks of
 * WhatsApp or of a provider, those that it knows are among them by chance.
 */
export function strangersOf(judged: readonly Judged[], accepted: (one: Judged) => boolean): Judged[] {
  if (!judged.some(({ scene }) => scene.form === 'unknown-like')) return [];
  const known = new Set<string>();
  const unknown = new Set<string>();
  const found: Judged[] = [];
  for (const one of judged) {
    const { form, code } = one.scene;
    if (form !== 'six-digits' && !(form === 'unknown-like' && code.length === 6)) continue;
    (form === 'six-digits' ? known : unknown).add(code);
    if (accepted(one)) found.push(one);
  }
  if (unknown.size === 0 || unknown.size < known.size || unknown.size + known.size < 2) return [];
  const many = unknown.size >= MANY && unknown.size >= 2 * known.size;
  if (found.every(isCited)) return found.some((one) => isOurs(one.scene)) ? [] : found;
  return found.some((one) => isNamed(one) || (!many && isPlaced(one))) ? [] : found;
}

/** `driver pinned (#131321) |`: behind what was done, as lists of changes cite them. */
const isCited = ({ scene: { left, right } }: Judged) =>
  /\p{L}\s\(#$/u.test(left) && /^\)\s{0,2}(?:$|[\n|]|,\s\p{L})/u.test(right);

/** A list of things by code of which one has a name: the others are things as well, `{"code": 131006, "name": "Wuyuan"}, {"code": 131005,`. */
export function thingsOf(judged: readonly Judged[], accepted: (one: Judged) => boolean): Judged[] {
  const keys = new Set<string>();
  for (const one of judged) if (!accepted(one) && isNamedThing(one)) keys.add(one.scene.key ?? '');
  if (keys.size === 0) return [];
  return judged.filter(
    (one) => !isNamedThing(one) && accepted(one) && keys.has(one.scene.key ?? '') && isBare(one),
  );
}

const isNamedThing = ({ verdict: { found } }: Judged) =>
  found.some(({ evidence }) => evidence.rule === 'named-thing');

/** Nothing but its key makes a code of it. */
const isBare = ({ verdict: { found } }: Judged) =>
  found.every(({ evidence }) => evidence.weight < 0 || evidence.rule === 'code-key');

/** The text says whose it is, or that it is an error's, in full. */
function isNamed({ scene, verdict: { found } }: Judged): boolean {
  return found.some(({ family, evidence }) => family === 'place' && evidence.weight >= 4.8) || isOurs(scene);
}

const isOurs = (scene: Scene) => scene.reading.context.asked === true || tellsOfUs(scene);

/** The page is one of senders, or the text is of their trade. */
function isPlaced({ scene: { reading, start } }: Judged): boolean {
  const { console: place, context } = reading;
  return Boolean(place || context.provider) || reading.topicNear('trade', start) !== null;
}

/** What the text names as something else, `?hub.challenge=131047 … body 131047`, where nothing beside the number itself makes a code of it. */
export function namedElsewhere(judged: readonly Judged[], accepted: (one: Judged) => boolean): Judged[] {
  const named = new Set<string>();
  for (const one of judged) if (!accepted(one) && hasOwnName(one)) named.add(one.scene.code);
  if (named.size === 0) return [];
  return judged.filter(
    (one) =>
      named.has(one.scene.code) &&
      accepted(one) &&
      one.verdict.found.every(
        ({ family, evidence }) => family === 'topic' || family === 'against' || BESIDE.has(evidence.rule),
      ),
  );
}

const hasOwnName = ({ verdict: { found } }: Judged) =>
  found.some(({ evidence: { rule } }) => NAMING.has(rule));

/** What a test of other codes has around them as well. */
const BESIDE = new Set(['cue-near', 'title-near', 'branch', 'repeated']);
const NAMING = new Set(['other-key', 'thing-key', 'numbered', 'other-code']);

/** So many rare numbers do not meet by chance. */
const KNOWN = 4;
/** In a longer text they may. */
const MAX_LENGTH = 2000;

/** Numbers of six digits, all of which the catalogue has: nobody need say what they are. */
export function acquaintancesOf(judged: readonly Judged[]): Judged[] {
  const [first] = judged;
  if (!first || first.scene.reading.text.length > MAX_LENGTH) return [];
  if (judged.some(({ scene }) => scene.form === 'unknown-like')) return [];
  const known = new Set(judged.flatMap(({ scene }) => (scene.form === 'six-digits' ? [scene.code] : [])));
  if (known.size < KNOWN || areGapless([...known])) return [];
  // Others of that length make them figures: people of a town, readings.
  for (const [six] of first.scene.reading.text.matchAll(SIX)) if (!known.has(six)) return [];
  return judged.filter(({ scene }) => isRareForm(scene.form));
}

const SIX = /(?<![\d.])\d{6}(?![\d.])/g;

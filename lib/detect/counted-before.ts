import { isRareForm } from './form.ts';
import { MATTERS } from './matters.ts';
import { rule as glossed } from './rules/glossed.ts';
import { rule as titleBeside } from './rules/title-beside.ts';
import type { Scene } from './scene.ts';
import { lastOf } from './words/letters.ts';
import { COUNTS } from './words/other.ts';
import { cue } from './words/pattern.ts';
import { FAILED, REASON } from './words/reason.ts';

const FAILS = cue([
  ...FAILED,
  'falhas',
  'fallos',
  'fallidos',
  'fallidas',
  'failures',
  'échecs',
  'falliti',
  'fallite',
]);
/** `Alasan gagal: 131026`: why it failed, not how often. */
const REASONS = cue(REASON, { after: /^\s(?:\S{1,4}\s)?\S{2,16}\s?[:：]\s{0,3}$/ });
const BEFORE = cue(COUNTS, { after: /^[\s:：=~*"'-]{0,4}$/ });

/** `1002 - Number does not exist`: alone in its cell, with its title. */
const TITLED = /^\s?[-–—:]\s\p{L}{3,}\s\p{L}/u;

/** `lists all of them under 131042`: nobody counts as far as that exactly. */
const LISTED_UNDER =
  /\b(?:(?:list|file|log|record|show|group|report|book)(?:s|ed|n)?\s(?:[\p{L}']{2,9}\s){0,3}|(?:come|fall|belong)s?\s)under\s["'`]?$/iu;

/** `flagged after 63024, next check in May`, `giving up after 63018 x3`, `one retry after 131016 instead of three` */
const AFTER = /\s(?:after|nach|após|tras|après|dopo)\s$/i;
const IN_TEST = /(?:^|[^\w.])(?:describe|it|test|specify|scenario)\(\s?["'`][^"'`]{0,80}$/i;
const LIMIT = /^(?:limit|cap|límite|limite|teto|tope)$/i;

/** A clause ends there; or it tells how often, of what was given up. */
const goesOnAfter = ({ lineLeft, right }: Scene) =>
  /^[,.;)]/.test(right) ||
  (/^\s(?:[x×]\d|instead\b)/.test(right) && /giv|gave|retr|stop|flag|tries|attempt/i.test(lineLeft));

/** `Failed - 131049`: nobody counts with a dash. */
const isDashed = ({ lineLeft }: Scene, word: string) =>
  FAILS.in(word) !== null && /\p{L}\s[-–—]\s$/u.test(lineLeft);

/** The word that makes a count of a number, right before it. `Falhas 131049 (limite)`: what is told behind it is a failure, and no count of them. */
export function countedBefore(scene: Scene): string | null {
  if (titleBeside.find(scene) !== null) return null;
  if (scene.lineLeft.endsWith('\t') && TITLED.test(scene.lineRight)) return null;
  const word = BEFORE.in(scene.lineLeft)?.word;
  if (word && isRareForm(scene.form) && isDashed(scene, word)) return null;
  if (word && scene.form === 'six-digits' && LISTED_UNDER.test(scene.lineLeft)) return null;
  // `back off on pair limit 131056`: the limit that the code is about.
  if (
    word &&
    isRareForm(scene.form) &&
    LIMIT.test(word) &&
    scene.lineLeft.endsWith(`${word} `) &&
    MATTERS.get(scene.code)?.in(lastOf(scene.lineLeft, 24))
  )
    return null;
  // `it("waits after 131056", …`: what a test is about.
  if (word && isRareForm(scene.form) && IN_TEST.test(scene.lineLeft) && /^["'`],/.test(scene.right))
    return null;
  if (word && isRareForm(scene.form) && AFTER.test(scene.lineLeft) && goesOnAfter(scene)) return null;
  return word && !(FAILS.in(word) && (glossed.find(scene) || REASONS.in(scene.lineLeft))) ? word : null;
}

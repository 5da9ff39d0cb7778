import type { Judged } from './judged.ts';
import { haveProvider, isTied } from './kin.ts';

/** `error code 10 or 200`: said in full for the first, joined by a word. */
export function isSpokenPair(sure: Judged, one: Judged): boolean {
  const said = sure.verdict.found.some(
    ({ family, evidence }) => family === 'place' && evidence.weight >= 4.8,
  );
  return said && /\p{L}|\//u.test(between(sure, one));
}

/** `4 (formerly 80007)`: two numbers of one error. */
const ALIAS =
  /^["'`*]{0,2}\s?\((?:formerly|previously|ex|aka|früher|antes|anteriormente|antiguamente|ancien)\s/i;

/** `4 / 80007`, `1, 2, // what they mean`, and `- 4, 80007` where they lead their line. */
export function isSlashPair(sure: Judged, one: Judged): boolean {
  if (ELEMENTS.test(one.scene.lineLeft) && ELEMENTS_BEHIND.test(one.scene.right))
    return haveProvider(sure, one);
  if (one.scene.code.length >= 3 || !isTied(sure, one)) return false;
  const joint = between(sure, one);
  if (/^["'`]?,\s["'`]?$/.test(joint) && /^[\s*#/•-]*[-*•]\s["'`]?$/.test(one.scene.lineLeft)) return true;
  return /^["'`]?\s?\/\s?["'`]?$/.test(joint) || ALIAS.test(joint) || areSubject(sure, one, joint);
}

/** `4 and 80007 are limits of the app`: both at the head of a sentence, and a verb behind them. */
const areSubject = (sure: Judged, one: Judged, joint: string) =>
  one.scene.start < sure.scene.start &&
  /^\s(?:and|y|e|und|et|&)\s$/i.test(joint) &&
  /(?:^[^\p{L}\d]*|[.;:]\s)$/u.test(one.scene.lineLeft) &&
  /^\s(?:are|were|mean|son|são|sind|sont|sono)\s/i.test(sure.scene.right);

/** `  1, 2, // what they mean`: a line of a list in source. */
const ELEMENTS = /^\s*(?:\d{1,7},\s?){1,8}$/;
const ELEMENTS_BEHIND = /^,(?:\s?\d{1,7},){0,8}\s*(?:\/\/|#)\s*\p{L}/u;

function between({ scene: one }: Judged, { scene: other }: Judged): string {
  const [from, to] = [Math.min(one.end, other.end), Math.max(one.start, other.start)];
  return one.reading.text.slice(from, to);
}

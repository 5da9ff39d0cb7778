import type { Candidate } from './candidates.ts';
import { isConstant } from './constant.ts';
import { FACTS } from './facts.ts';
import { leftFacts, rightFacts } from './facts-beside.ts';
import type { Reading } from './reading.ts';
import { remembered } from './remembered.ts';
import type { Scene } from './scene.ts';
import { mayBeTitled } from './title.ts';
import { mayBeLed } from './words/edges.ts';
import { readWords } from './words/read-words.ts';
import { mayBeSpoken } from './words/shown.ts';
import { SPOKEN, TOLD_BY } from './words/told.ts';

/**
 * The facts of a candidate, as bits. Told from the characters beside it, at less cost than a pattern; where that is not possible they
 * are taken to hold, and the rules look for themselves.
 */
export function factsOf(scene: Scene): number {
  const { reading, start, end, kind } = scene;
  const { text, context } = reading;
  const labelled = start <= 4 && Boolean(context.label);
  let facts = ownFacts(scene, reading) | titleFacts(scene, reading);
  const { header, label } = scene;
  if (header || label) facts |= FACTS.heading;
  if (header && mayHeadCodes(header)) facts |= FACTS.header;
  if (label && mayBeLed(label, label.length)) facts |= FACTS.label;
  if (labelled) facts |= FACTS.left | FACTS.beside | LABELLED;
  else if (start > 0)
    facts |= FACTS.left | FACTS.beside | leftFacts(text, start, kind === 'symbol', () => scene.left);
  else facts |= FACTS.head;
  if (end < text.length) facts |= FACTS.right | FACTS.beside | rightFacts(text, start, end);
  return facts;
}

/**
 * The same for a candidate of a line that was met before, but for titles around it, which take longer to tell: see `titleFacts`. -1 where more
 * than that line decides.
 */
export function knownFacts(candidate: Candidate, reading: Reading): number {
  const { spot, line, start, end } = candidate;
  const { context, lines, text } = reading;
  if (!spot || line === undefined || !lines || start <= 4 || end >= text.length) return -1;
  if (spot.left < 0 || spot.right < 0 || context.header) return -1;
  if (!lines.endsWith(line, spot.next)) return -1;
  if (lines.template(line)?.traits.separated && lines.mayHaveHeads()) return -1;
  return ownFacts(candidate, reading) | spot.left | spot.right | spot.label;
}

/** What does not depend on the characters beside it. */
function ownFacts(candidate: Candidate, reading: Reading): number {
  const { kind, code, meanings } = candidate;
  const { context } = reading;
  let facts = kind === 'number' ? FACTS.number : kind === 'symbol' ? FACTS.symbol : 0;
  if (code.length >= 5) facts |= FACTS.long;
  if (code.length === 7) facts |= FACTS.subcode;
  if (code.length <= 3 && TOLD_BY.has(code)) facts |= FACTS.tellable;
  const mayBeNamed =
    SPOKEN.has(code) || candidate.form === 'four-digits' || candidate.form === 'three-digits';
  if (mayBeNamed && mayBeSpoken(reading.text, candidate.start)) facts |= FACTS.spoken;
  if (context.asked) facts |= FACTS.asked;
  if (reading.console || context.provider) facts |= FACTS.console;
  if (kind === 'symbol') {
    if (isCapital(code.charCodeAt(0)) && isCapital(code.charCodeAt(1))) facts |= FACTS.capital;
    return isConstant(candidate) ? facts | FACTS.spelled : facts;
  }
  if (meanings.length === 0) return facts;
  return reading.mayName(meanings) ? facts | FACTS.constant : facts;
}

const isCapital = (unit: number) => unit >= 0x41 && unit <= 0x5a;

/** Told by the windows of a candidate and its meanings. */
export function titleFacts(candidate: Candidate, reading: Reading): number {
  const { kind, meanings } = candidate;
  if (kind === 'symbol' || meanings.length === 0) return 0;
  return mayBeTitled(candidate, reading) ? FACTS.titled : 0;
}

/** A label stands in front of the text. */
const LABELLED =
  FACTS.led |
  FACTS.figure |
  FACTS.keyed |
  FACTS.named |
  FACTS.hash |
  FACTS.head |
  FACTS.marked |
  FACTS.thrown;

const mayHeadCodes = remembered((header) => header.length <= 40 && readWords(header).length > 0);

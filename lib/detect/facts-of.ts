import type { Candidate } from './candidates.ts';
import { isConstant } from './constant.ts';
import { FACTS } from './facts.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import { mayBeTitled } from './title.ts';
import { mayBeFollowed, mayBeLed } from './words/edges.ts';
import { isDigit, isLetter } from './words/letters.ts';
import { isLed } from './words/pattern.ts';
import { readWords } from './words/read-words.ts';
import { mayBeSpoken } from './words/shown.ts';
import { SPOKEN, TOLD_BY } from './words/told.ts';

/** A line whose beginning lies further back has no head. */
const MAX_HEAD = 90;
/** Signs that may stand between a key and its value, and how many of them. */
const MAX_SIGNS = 16;
const MAX_NAME = 48;
/** A cue and the little words behind it are no longer. */
const MAX_LEAD = 72;
const MARKS = new Set(Array.from('"\'`([*（', (mark) => mark.charCodeAt(0)));

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
  if (SPOKEN.has(code) && mayBeSpoken(reading.text, candidate.start)) facts |= FACTS.spoken;
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

/** @param untagged The text before, without tags. */
export function leftFacts(text: string, start: number, symbolic: boolean, untagged: () => string): number {
  const before = text.charCodeAt(start - 1);
  // Tags are taken out, so that what stands before the tag counts.
  let facts = before === 0x3e ? FACTS.hash | FACTS.marked | FACTS.thrown : 0;
  if (before === 0x23 || before === 0xff03) facts |= FACTS.hash;
  if (MARKS.has(before)) facts |= FACTS.marked;
  if (isHead(text, start)) facts |= FACTS.head;
  if (before === 0x20 && isThrown(text, start - 1)) facts |= FACTS.thrown;
  if (symbolic && hasFigure(text, start)) facts |= FACTS.figure;
  if (mayBeLed(text, start)) {
    const lead = text.slice(Math.max(0, start - MAX_LEAD), start);
    if (isLed(lead.includes('<') ? untagged() : lead)) facts |= FACTS.led;
  }
  return facts | keyBefore(text, start);
}

export function rightFacts(text: string, start: number, end: number): number {
  let facts = mayBeFollowed(text, end) ? FACTS.followed : 0;
  const next = text.slice(end, end + 24);
  if (isArgument(text, start) && /^["'`]?\s?\)|</.test(next)) facts |= FACTS.argument;
  if (SUBCODE.test(next)) facts |= FACTS.subcode;
  if (isBracketed(text, start, end)) facts |= FACTS.bracketed;
  return facts;
}

/** `(190)`, `190 (`, `` `190` ( `` */
function isBracketed(text: string, start: number, end: number): boolean {
  let at = end;
  while (at - end < 3 && (isMark(text.charCodeAt(at)) || text.charCodeAt(at) === 0x20)) at++;
  const after = text.charCodeAt(at);
  // Tags are taken out.
  if (after === 0x3c) return true;
  // `190 (limit 100)`: figures tell no code.
  if (after === 0x28 || after === 0xff08) return !/^.*\d/.test(text.slice(at, at + 16));
  if (after !== 0x29 && after !== 0xff09) return false;
  const before = text.charCodeAt(isMark(text.charCodeAt(start - 1)) ? start - 2 : start - 1);
  return before === 0x28 || before === 0xff08 || before === 0x3e;
}

const isMark = (unit: number) => unit === 0x60 || unit === 0x22 || unit === 0x27 || unit === 0x2a;

/** The begin of a line tells something of a candidate at the end of the one before. */
export const mayContinue = (text: string): boolean => SUBCODE.test(text);

const SUBCODE = /s[uú]b|</i;

function hasFigure(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && start - at <= 9; at--) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit) || unit === 0x3e) return true;
    if (isLetter(unit)) return false;
  }
  return false;
}

/** `[HTTP 400] 21610`, `ApiError 21610`: what a library prints in front of a number. */
function isThrown(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (last === 0x5d) return isDigit(text.charCodeAt(end - 2));
  return (
    (last === 0x72 && text.startsWith('Error', end - 5)) ||
    (last === 0x6e && text.startsWith('Exception', end - 9))
  );
}

function isArgument(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  return /[,(>]/.test(
    /["'`\s]/.test(before) ? before + text.charAt(start - 2) + text.charAt(start - 3) : before,
  );
}

function isHead(text: string, start: number): boolean {
  const stop = Math.max(0, start - MAX_HEAD);
  for (let at = start - 1; at >= stop; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x3e) return true;
    if (isLetter(unit) || isDigit(unit)) return false;
  }
  return true;
}

/** A colon, an equals sign or an arrow, and behind it nothing but marks; and whether the name before it may be one for codes. */
function keyBefore(text: string, start: number): number {
  // `code%3A131047`
  if (text.charCodeAt(start - 3) === 0x25) return FACTS.keyed | FACTS.named;
  let at = start - 1;
  const stop = Math.max(0, start - MAX_SIGNS);
  while (at >= stop && !isSign(text.charCodeAt(at))) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3b) return FACTS.keyed | FACTS.named;
    if (isLetter(unit) || isDigit(unit)) return 0;
    at--;
  }
  if (at < stop) return 0;
  // The end of a tag, not of an arrow.
  if (text.charCodeAt(at) === 0x3e && text.charCodeAt(at - 1) !== 0x3d) return FACTS.keyed | FACTS.named;
  for (; at >= 0 && start - at < MAX_NAME && !isName(text.charCodeAt(at)); at--) {
    if (text.charCodeAt(at) === 0x3b) return FACTS.keyed | FACTS.named;
  }
  const end = at + 1;
  while (at >= 0 && end - at < MAX_NAME && isName(text.charCodeAt(at))) at--;
  // `code: int = 131047`: a type stands between.
  const typed = text.charCodeAt(at) === 0x20 && text.charCodeAt(at - 1) === 0x3a;
  return typed || mayNameCodes(text.slice(at + 1, end)) ? FACTS.keyed | FACTS.named : FACTS.keyed;
}

function isSign(unit: number): boolean {
  return unit === 0x3a || unit === 0x3d || unit === 0x3e || unit === 0xff1a || unit === 0x2192;
}

function isName(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === 0x5f || unit === 0x2d || unit === 0x2e || unit === 0x24;
}

const mayNameCodes = remembered((name) =>
  /c[oóò]d|kod|err|fail|rej|reason|num|hata|fehl|fout|galat|kesal|gagal|ralat|oshib|detail|^(?:.*\.)?(?:name|type|title)$|^\d|[^\0-\x7f]/i.test(
    name,
  ),
);

const mayHeadCodes = remembered((header) => header.length <= 40 && readWords(header).length > 0);

/** Names of fields and headings come again and again. */
function remembered(tell: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    // A longer piece of a string keeps the whole string in memory.
    if (text.length > 12) return tell(text);
    let told = known.get(text);
    if (told === undefined) {
      told = tell(text);
      if (known.size >= 500) known.clear();
      known.set(text, told);
    }
    return told;
  };
}

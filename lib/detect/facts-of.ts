import { isConstant } from './constant.ts';
import { FACTS } from './facts.ts';
import type { Scene } from './scene.ts';
import { mayBeTitled } from './title.ts';
import { mayBeFollowed, mayBeLed } from './words/edges.ts';
import { isDigit, isLetter } from './words/letters.ts';
import { isLed } from './words/pattern.ts';
import { readWords } from './words/read-words.ts';
import { fileLists } from './words/vocabulary.ts';

/** A line whose beginning lies further back has no head. */
const MAX_HEAD = 90;
/** Signs that may stand between a key and its value, and how many of them. */
const MAX_SIGNS = 16;
const MAX_NAME = 48;
/** A cue and the little words behind it are no longer. */
const MAX_LEAD = 72;
const MARKS = new Set(Array.from('"\'`([*', (mark) => mark.charCodeAt(0)));

/**
 * The facts of a candidate, as bits. Told from the characters beside it, at less cost than a pattern; where that is not possible they
 * are taken to hold, and the rules look for themselves.
 */
export function factsOf(scene: Scene): number {
  fileLists(false);
  const { reading, start, end, kind, code, meanings } = scene;
  const { text, context } = reading;
  const labelled = start <= 4 && Boolean(context.label);
  let facts = kind === 'number' ? FACTS.number : kind === 'symbol' ? FACTS.symbol : 0;
  if (code.length >= 5) facts |= FACTS.long;
  if (isConstant(scene)) facts |= FACTS.spelled;
  if (code.length === 7) facts |= FACTS.subcode;
  if (context.asked) facts |= FACTS.asked;
  if (reading.console || context.provider) facts |= FACTS.console;
  const { header, label } = scene;
  if (header || label) facts |= FACTS.heading;
  if (header && mayHeadCodes(header)) facts |= FACTS.header;
  if (label && mayBeLed(label, label.length)) facts |= FACTS.label;
  if (start > 0 || labelled) facts |= FACTS.left | FACTS.beside | leftOf(scene, labelled);
  else facts |= FACTS.head;
  if (end < text.length) facts |= FACTS.right | FACTS.beside | rightOf(text, start, end);
  if (kind !== 'symbol' && meanings.length > 0) {
    if (reading.mayName(meanings)) facts |= FACTS.constant;
    if (mayBeTitled(scene)) facts |= FACTS.titled;
  }
  return facts;
}

function leftOf(scene: Scene, labelled: boolean): number {
  const { start } = scene;
  const { text } = scene.reading;
  if (labelled)
    return FACTS.led | FACTS.figure | FACTS.keyed | FACTS.named | FACTS.hash | FACTS.head | FACTS.marked;
  const before = text.charCodeAt(start - 1);
  // Tags are taken out, so that what stands before the tag counts.
  let facts = before === 0x3e ? FACTS.hash | FACTS.marked : 0;
  if (before === 0x23 || before === 0xff03) facts |= FACTS.hash;
  if (MARKS.has(before)) facts |= FACTS.marked;
  if (isHead(text, start)) facts |= FACTS.head;
  if (scene.kind === 'symbol' && hasFigure(text, start)) facts |= FACTS.figure;
  if (mayBeLed(text, start) && isLed(leadOf(scene))) facts |= FACTS.led;
  return facts | keyBefore(text, start);
}

/** The text before, as far as a cue reaches; without tags. */
function leadOf(scene: Scene): string {
  const lead = scene.reading.text.slice(Math.max(0, scene.start - MAX_LEAD), scene.start);
  return lead.includes('<') ? scene.left : lead;
}

function rightOf(text: string, start: number, end: number): number {
  let facts = mayBeFollowed(text, end) ? FACTS.followed : 0;
  const next = text.slice(end, end + 24);
  if (isArgument(text, start) && /^["'`]?\s?\)|</.test(next)) facts |= FACTS.argument;
  if (/s[uú]b|</i.test(next)) facts |= FACTS.subcode;
  return facts;
}

function hasFigure(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && start - at <= 9; at--) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit) || unit === 0x3e) return true;
    if (isLetter(unit)) return false;
  }
  return false;
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
  return mayNameCodes(text.slice(at + 1, end)) ? FACTS.keyed | FACTS.named : FACTS.keyed;
}

function isSign(unit: number): boolean {
  return unit === 0x3a || unit === 0x3d || unit === 0x3e || unit === 0xff1a || unit === 0x2192;
}

function isName(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === 0x5f || unit === 0x2d || unit === 0x2e || unit === 0x24;
}

const mayNameCodes = remembered((name) =>
  /c[oóò]d|kod|err|fail|rej|reason|num|hata|fehl|fout|galat|kesal|gagal|ralat|oshib|detail|^(?:.*\.)?(?:name|type)$|^\d|[^\0-\x7f]/i.test(
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

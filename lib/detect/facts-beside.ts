import { FACTS } from './facts.ts';
import { remembered } from './remembered.ts';
import { mayBeFollowed, mayBeLed } from './words/edges.ts';
import { isDigit, isLetter } from './words/letters.ts';
import { isLed } from './words/pattern.ts';

/** A line whose beginning lies further back has no head. */
const MAX_HEAD = 90;
/** Signs that may stand between a key and its value, and how many of them. */
const MAX_SIGNS = 16;
const MAX_NAME = 48;
/** A cue and the little words behind it are no longer. */
const MAX_LEAD = 72;
const MARKS = new Set(Array.from('"\'`([{*（', (mark) => mark.charCodeAt(0)));

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
  if (isArgument(text, start) && /^["'`]?(?:\s?\)|,\s[A-Za-z$@(])|</.test(next)) facts |= FACTS.argument;
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
  const next = text.charCodeAt(start - 1);
  const before = text.charCodeAt(isMark(next) || next === 0x23 ? start - 2 : start - 1);
  return before === 0x28 || before === 0xff08 || before === 0x3e;
}

const isMark = (unit: number) => unit === 0x60 || unit === 0x22 || unit === 0x27 || unit === 0x2a;

/** The begin of a line tells something of a candidate at the end of the one before. */
export const mayContinue = (text: string): boolean => SUBCODE.test(text);

const SUBCODE = /s[uú]b|<|подк|субк|sous-c|sottoc|alt kod|unterc|उपक|সাবক|فرعي/i;

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
  // `assert_equal 190, error.code`
  if (before === ' ' && text.startsWith('equal', start - 6)) return true;
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
  let at = start - 1;
  const stop = Math.max(0, start - MAX_SIGNS);
  while (at >= stop && !isSign(text.charCodeAt(at))) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit) || isDigit(unit)) return 0;
    at--;
  }
  if (at < stop) return 0;
  // The end of a tag, not of an arrow.
  if (text.charCodeAt(at) === 0x3e && text.charCodeAt(at - 1) !== 0x3d) return FACTS.keyed | FACTS.named;
  while (at >= 0 && start - at < MAX_NAME && !isName(text.charCodeAt(at))) at--;
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
  /c[oóò]d|kod|err|fail|rej|reason|motiv|motif|raison|caus|grund|rechaz|refus|rifiut|alasan|tolak|neden|sebep|num|hata|fehl|fout|galat|kesal|gagal|ralat|oshib|detail|^(?:.*\.)?(?:name|type|title)$|^\d|[^\0-\x7f]/i.test(
    name,
  ),
);

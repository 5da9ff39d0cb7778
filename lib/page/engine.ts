import { findCandidates } from '../detect/candidates.ts';
import type { CodeIndex } from '../detect/code-index.ts';
import { detect, isStrong, mayHoldCode } from '../detect/detect.ts';
import { asciiDigits } from '../detect/digits.ts';
import type { Hit, TextContext } from '../detect/hit.ts';
import { lexiconOf } from '../detect/lexicon.ts';

/** The detection engine as the page uses it. */
export interface Engine {
  index: CodeIndex;
  /** A cheap first test of one text: false where a closer look finds nothing. */
  mayHoldCode(text: string): boolean;
  /** Sure or not: every hit. */
  detect(text: string, context: TextContext): readonly Hit[];
  /** Sure enough to be underlined. */
  isStrong(hit: Hit): boolean;
}

/** A longer text is worth its closer look. */
const SHORT = 120;
/** `+55 11 5550 0123`: its parts are no codes. */
const PHONE = /^\s*\+\d[\d\s().-]{9,20}$/;
/** Beside these a number that no catalogue knows may be a code as well. */
const PROVES = /#|code/i;
const COLON = 0x3a;

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/** @param open Reads the index. Called when a text first needs it: many frames hold none. */
export function createEngine(open: () => CodeIndex): Engine {
  let opened: CodeIndex | null = null;
  function index(): CodeIndex {
    opened ??= open();
    return opened;
  }

  /** What is known of the numbers up to five digits: 0 not asked yet, 1 no code, 2 a code. */
  let numbers = new Uint8Array(0);

  function isCode(value: number): boolean {
    if (numbers.length === 0) numbers = new Uint8Array(100_000);
    if (numbers[value] === 0) {
      const known = index().meaningsOf(String(value)).length + index().meaningsOf(`-${value}`).length;
      numbers[value] = known > 0 ? 2 : 1;
    }
    return numbers[value] === 2;
  }

  /**
   * Some run of digits is a code, or long enough to look like one, and is neither part of a time nor of a phone number. Most
   * numbers on a page are amounts, times and dates, and this is asked of each.
   */
  function hasLikelyNumber(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      if (!isDigit(text.charCodeAt(at))) continue;
      const start = at;
      let value = 0;
      let unit = text.charCodeAt(at);
      while (isDigit(unit)) {
        value = value * 10 + unit - 0x30;
        unit = text.charCodeAt(++at);
      }
      const length = at - start;
      if (length > 7 || (length <= 5 && !isCode(value))) continue;
      if (unit === COLON && isDigit(text.charCodeAt(at + 1))) continue;
      const before = text.charCodeAt(start - 1);
      if (before === 0x2b || (before === COLON && isDigit(text.charCodeAt(start - 2)))) continue;
      return true;
    }
    return false;
  }

  /** Capitals, an underscore, or nothing but one word. */
  function hasLikelyWord(text: string): boolean {
    let capitals = 0;
    let blank = false;
    let letters = false;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x41 && unit <= 0x5a) {
        letters = true;
        if (++capitals >= 3) return true;
      } else {
        capitals = 0;
        if (unit === 0x5f) return true;
        if (unit <= 0x20) blank = true;
        else if (unit >= 0x61 && unit <= 0x7a) letters = true;
        // Digits of another script among them.
        else if (unit >= 0x0660) return true;
      }
    }
    return letters && !blank;
  }

  return {
    get index() {
      return index();
    },
    mayHoldCode(text) {
      if (text.length > SHORT) return mayHoldCode(text);
      if (!hasLikelyNumber(text) && !hasLikelyWord(text) && !PROVES.test(text)) return false;
      return !PHONE.test(text) && findCandidates(asciiDigits(text), lexiconOf(index())).length > 0;
    },
    detect: (text, context) => detect(text, index(), context),
    isStrong,
  };
}

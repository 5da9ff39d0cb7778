import { findCandidates } from '../detect/candidates.ts';
import type { CodeIndex } from '../detect/code-index.ts';
import { detect, isStrong, mayHoldCode } from '../detect/detect.ts';
import { asciiDigits } from '../detect/digits.ts';
import type { Hit, TextContext } from '../detect/hit.ts';
import { lexiconOf } from '../detect/lexicon.ts';
import { warmUp } from '../detect/warm-up.ts';

/** The detection engine as the page uses it. */
export interface Engine {
  index: CodeIndex;
  /** Gets ready for the first call of `detect`, in pieces. */
  warmUp(): Iterable<undefined>;
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
/** Amounts, times, dates: what most numbers on a page are. */
const FIGURES = /^[\s\d+.,:;/()%*$€£₹-]+$/;

/** @param open Reads the index. Called when a text first needs it: many frames hold none. */
export function createEngine(open: () => CodeIndex): Engine {
  let opened: CodeIndex | null = null;
  function index(): CodeIndex {
    opened ??= open();
    return opened;
  }

  /** What is known of the numbers up to five digits: 0 not asked yet, 1 no code, 2 a code. */
  let numbers = new Uint8Array(0);

  /** Some run of digits is a code, or long enough to look like one; nothing else is worth taking apart. */
  function hasLikelyNumber(text: string): boolean {
    let length = 0;
    let value = 0;
    for (let at = 0; at <= text.length; at++) {
      const digit = text.charCodeAt(at) - 0x30;
      if (digit >= 0 && digit <= 9) {
        length++;
        value = value * 10 + digit;
        continue;
      }
      if (length > 0 && length <= 7 && (length > 5 || isCode(value))) return true;
      length = 0;
      value = 0;
    }
    return false;
  }

  function isCode(value: number): boolean {
    if (numbers.length === 0) numbers = new Uint8Array(100_000);
    numbers[value] ||= index().meaningsOf(String(value)).length > 0 ? 2 : 1;
    return numbers[value] === 2;
  }

  return {
    get index() {
      return index();
    },
    warmUp: () => warmUp(index()),
    mayHoldCode(text) {
      if (!mayHoldCode(text)) return false;
      if (text.length > SHORT) return true;
      if (PHONE.test(text) || (FIGURES.test(text) && !hasLikelyNumber(text))) return false;
      return findCandidates(asciiDigits(text), lexiconOf(index())).length > 0;
    },
    detect: (text, context) => detect(text, index(), context),
    isStrong,
  };
}

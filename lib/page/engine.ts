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
const WORD = /[A-Z_#]|[Cc]ode/;

export function createEngine(index: CodeIndex): Engine {
  const lexicon = lexiconOf(index);

  /** Some run of digits is a code, or long enough to look like one; nothing else is worth taking apart. */
  function hasLikelyNumber(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      const start = at;
      while (isDigit(text.charCodeAt(at))) at++;
      const length = at - start;
      if (length === 0 || length > 7) continue;
      if (length >= 6 || index.meaningsOf(text.slice(start, at)).length > 0) return true;
    }
    return false;
  }

  return {
    index,
    mayHoldCode(text) {
      if (!mayHoldCode(text)) return false;
      if (text.length > SHORT) return true;
      // Digits of other scripts are not worth a scan of their own.
      const isPlain = /^[ -~\s]*$/.test(text) && !WORD.test(text) && /\d/.test(text);
      if (isPlain && !hasLikelyNumber(text)) return false;
      return findCandidates(asciiDigits(text), lexicon).length > 0;
    },
    detect: (text, context) => detect(text, index, context),
    isStrong,
  };
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

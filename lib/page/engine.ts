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
const SHORT = 200;

export function createEngine(index: CodeIndex): Engine {
  const lexicon = lexiconOf(index);
  return {
    index,
    mayHoldCode: (text) =>
      mayHoldCode(text) && (text.length > SHORT || findCandidates(asciiDigits(text), lexicon).length > 0),
    detect: (text, context) => detect(text, index, context),
    isStrong,
  };
}

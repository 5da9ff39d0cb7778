import { findCandidates } from '../detect/candidates.ts';
import type { CodeIndex } from '../detect/code-index.ts';
import { detect, isStrong } from '../detect/detect.ts';
import { asciiDigits } from '../detect/digits.ts';
import type { Hit, TextContext } from '../detect/hit.ts';
import { lexiconOf } from '../detect/lexicon.ts';

/** The detection engine as the page uses it: `globalThis.errataEngine`, left by `engine.js`. */
export interface Engine {
  index: CodeIndex;
  /** Something in the text is a code by its form. A text is asked this before its surroundings are read. */
  mayHoldCode(text: string): boolean;
  /** Sure or not: every hit. */
  detect(text: string, context: TextContext): readonly Hit[];
  /** Sure enough to be underlined. */
  isStrong(hit: Hit): boolean;
}

export function createEngine(index: CodeIndex): Engine {
  return {
    index,
    mayHoldCode: (text) => findCandidates(asciiDigits(text), lexiconOf(index)).length > 0,
    detect: (text, context) => detect(text, index, context),
    isStrong,
  };
}

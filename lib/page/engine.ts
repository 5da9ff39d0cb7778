import { findCandidates } from '../detect/candidates.ts';
import type { CodeIndex } from '../detect/code-index.ts';
import { detect, isStrong } from '../detect/detect.ts';
import { asciiDigits } from '../detect/digits.ts';
import type { Hit, TextContext } from '../detect/hit.ts';
import { lexiconOf } from '../detect/lexicon.ts';
import { fileLists } from '../detect/words/vocabulary.ts';
import { pause } from './pause.ts';

/** The detection engine as the page uses it: `globalThis.errataEngine`, left by `engine.js`. */
export interface Engine {
  readonly index: CodeIndex;
  /** Does what the first text would have to wait for, piece by piece, so that the page can work in between. */
  getReady(): Promise<void>;
  /** Something in the text is a code by its form. A text is asked this before its surroundings are read. */
  mayHoldCode(text: string): boolean;
  /** Sure or not: every hit. */
  detect(text: string, context: TextContext): readonly Hit[];
  /** Sure enough to be underlined. */
  isStrong(hit: Hit): boolean;
}

/** @param open Opens the index of the codes, which takes longer than all else: done when it is first needed. */
export function createEngine(open: () => CodeIndex): Engine {
  let opened: CodeIndex | null = null;
  const index = () => {
    opened ??= open();
    return opened;
  };
  return {
    get index() {
      return index();
    },
    async getReady() {
      // Reading the script was enough for one task.
      await pause();
      index();
      await pause();
      lexiconOf(index());
      await pause();
      fileLists(false);
      await pause();
    },
    mayHoldCode: (text) => findCandidates(asciiDigits(text), lexiconOf(index())).length > 0,
    detect: (text, context) => detect(text, index(), context),
    isStrong,
  };
}

import { findCandidates } from '../detect/candidates.ts';
import { type CodeIndex, openIndex } from '../detect/code-index.ts';
import { detect, isStrong } from '../detect/detect.ts';
import type { DetectedCode, DetectRequest } from '../detect/detect-request.ts';
import { asciiDigits } from '../detect/digits.ts';
import type { Hit, TextContext } from '../detect/hit.ts';
import { forgetTexts, lexiconOf } from '../detect/lexicon.ts';
import { fileLists } from '../detect/words/vocabulary.ts';
import { pause } from './pause.ts';
import { answer } from './selected-code.ts';

/** The detection engine as pages use it: in the background, and where the popup brings `engine.js`, as `globalThis.errataEngine`. */
export interface Engine {
  readonly index: CodeIndex;
  /** Does what the first text would have to wait for, piece by piece, so that the page can work in between. */
  getReady(): Promise<void>;
  /** Something in the text is a code by its form. A text is asked this before its surroundings are read. */
  mayHoldCode(text: string): boolean;
  /** Sure or not: every hit, of a strength of `WEAK` or more. */
  detect(text: string, context: TextContext): readonly Hit[];
  /** Sure enough to be underlined. */
  isStrong(hit: Hit): boolean;
  /** The sure ones; of a text that a person asks about, the one that is meant. */
  answer(request: DetectRequest): DetectedCode[];
  /** Lets go of what it remembers of texts, some megabytes, so that much the same need not be read twice. */
  forget(): void;
}

/** A longer text does not come again. */
const SHORT = 64;
const MOST_ASKED = 500;

/** @param codes The index of the codes as JSON (`virtual:codes`). To open it takes longer than all else: done when it is first needed. */
export function createEngine(codes: string): Engine {
  let opened: CodeIndex | null = null;
  /** Short texts, as tables say the same again and again. */
  const asked = new Map<string, boolean>();
  const index = () => {
    opened ??= openIndex(JSON.parse(codes));
    return opened;
  };
  const engine: Engine = {
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
    mayHoldCode(text) {
      let may = asked.get(text);
      if (may !== undefined) return may;
      may = findCandidates(asciiDigits(text), lexiconOf(index())).length > 0;
      if (text.length > SHORT) return may;
      if (asked.size >= MOST_ASKED) asked.clear();
      asked.set(text, may);
      return may;
    },
    detect: (text, context) => detect(text, index(), context),
    isStrong,
    answer: (request) => answer(request, engine),
    forget() {
      asked.clear();
      if (opened) forgetTexts(opened);
    },
  };
  return engine;
}

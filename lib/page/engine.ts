import { type CodeIndex, openIndex } from '../detect/code-index.ts';
import { detect, isStrong } from '../detect/detect.ts';
import { type DetectedCode, type DetectRequest, detectedCode } from '../detect/detect-request.ts';
import type { Hit } from '../detect/hit.ts';
import { type Detector, selectedCodes } from './selected-code.ts';

/** The detection engine with its index, as the background uses it. */
export interface Engine extends Detector {
  /** Returns true if a hit is certain enough for a mark. */
  isStrong(hit: Hit): boolean;
}

/** @param codes The index of codes as JSON (`virtual:codes`), parsed lazily because a background starts often. */
export function openEngine(codes: string): Engine {
  let opened: CodeIndex | null = null;
  const index = () => {
    opened ??= openIndex(JSON.parse(codes));
    return opened;
  };
  return {
    get index() {
      return index();
    },
    detect: (text, context) => detect(text, index(), context),
    isStrong,
  };
}

/**
 * Returns the strong hits of a text, or also the weak ones on request. For selected text, returns the codes that the user means.
 */
export function answerRequest(
  { text, context, weak = false, all = false }: DetectRequest,
  engine: Engine,
): DetectedCode[] {
  if (context.asked) return selectedCodes(text, context, engine).map(detectedCode);
  const hits = engine.detect(text, context);
  return hits.filter((hit) => all || engine.isStrong(hit) !== weak).map(detectedCode);
}

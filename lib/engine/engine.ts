import { type OwnCode, withOwnCodes } from '../catalogue/own-codes.ts';
import {
  type CodeIndex,
  type CodeIndexData,
  createCodeIndex,
  createCodeIndexData,
} from '../detect/code-index.ts';
import { detect, isConfident } from '../detect/detect.ts';
import { type DetectedCode, type DetectRequest, toDetectedCode } from '../detect/detect-request.ts';
import type { Hit, TextContext } from '../detect/hit.ts';

/** The detection engine with its index, as the background uses it. */
export interface Engine {
  detect(text: string, context: TextContext): readonly Hit[];
  isConfident(hit: Hit): boolean;
}

function addOwnCodes(data: CodeIndexData, own: readonly OwnCode[]): CodeIndexData {
  const { registries, literals = [] } = createCodeIndexData(
    withOwnCodes({ entries: [], providers: [], consoles: [] }, own),
  );
  return { ...data, registries: [...data.registries, ...registries], literals };
}

/** @param codes The index as JSON (`virtual:codes`), parsed lazily because a background starts often. */
export function createEngine(codes: string, own: readonly OwnCode[] = []): Engine {
  let opened: CodeIndex | null = null;
  const getIndex = () => {
    opened ??= createCodeIndex(addOwnCodes(JSON.parse(codes), own));
    return opened;
  };
  return {
    detect: (text, context) => detect(text, getIndex(), context),
    isConfident,
  };
}

/** Returns the confident hits of a text, or only the low-confidence ones, or all, as requested. */
export function detectForRequest(
  { text, context, weak = false, all = false }: DetectRequest,
  engine: Engine,
): DetectedCode[] {
  const hits = engine.detect(text, context);
  return hits.filter((hit) => all || engine.isConfident(hit) !== weak).map(toDetectedCode);
}

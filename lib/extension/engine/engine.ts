import { type OwnCode, withOwnCodes } from '../../catalogue/own-codes.ts';
import {
  type CodeIndexData,
  createCodeIndex,
  createCodeIndexData,
} from '../../detect/code-index.ts';
import { detect, isConfident } from '../../detect/detect.ts';
import {
  type DetectRequest,
  toDetectedCode,
} from '../../detect/detect-request.ts';
import { explainRejection } from '../../detect/explain-prediction.ts';
import type { Hit, TextContext } from '../../detect/hit.ts';

/** The detection engine with its index, as the background uses it. */
export interface Engine {
  /** @param minConfidence 0 returns every candidate, accepted or not. */
  detect(
    text: string,
    context: TextContext,
    minConfidence?: number,
  ): readonly Hit[];
  isConfident(hit: Hit): boolean;
}

function addOwnCodes(
  data: CodeIndexData,
  own: readonly OwnCode[],
): CodeIndexData {
  const { registries, literals = [] } = createCodeIndexData(
    withOwnCodes({ entries: [], providers: [], consoles: [] }, own),
  );
  return { ...data, registries: [...data.registries, ...registries], literals };
}

/** @param codes The index as JSON (`virtual:codes`), parsed lazily because a background starts often. */
export function createEngine(
  codes: string,
  own: readonly OwnCode[] = [],
): Engine {
  let opened: ReturnType<typeof createCodeIndex> | undefined;

  const getIndex = () =>
    (opened ??= createCodeIndex(addOwnCodes(JSON.parse(codes), own)));

  return {
    detect: (text, context, minConfidence) =>
      detect(text, getIndex(), context, minConfidence),
    isConfident,
  };
}

/** Returns the confident hits of a text, or those that are wanted instead. */
export function detectForRequest(
  { text, context, wanted }: DetectRequest,
  { detect, isConfident }: Engine,
) {
  const judge = (hit: Hit) => ({
    ...toDetectedCode(hit),
    rejection: explainRejection(hit, context),
  });

  if (wanted === 'judged') return detect(text, context, 0).map(judge);

  const isWanted = (hit: Hit) =>
    wanted === 'all' ||
    wanted === 'any' ||
    isConfident(hit) === (wanted === undefined);

  return detect(text, context)
    .filter(isWanted)
    .map(wanted === 'weak' ? judge : toDetectedCode);
}

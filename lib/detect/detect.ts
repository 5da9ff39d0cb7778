import type { CodeIndex } from './code-index.ts';
import { detectInText } from './detect-in-text.ts';
import type { Hit, TextContext } from './hit.ts';
import { detectInRecords } from './shapes/detect-in-records.ts';
import { MIN_CONFIDENCE } from './threshold.ts';

/** Underlined from here on. From `REPORT_CONFIDENCE` on, a hit is only reported as less certain. */
export const MARK_CONFIDENCE = MIN_CONFIDENCE.normal;
export const REPORT_CONFIDENCE = MIN_CONFIDENCE.more;

export function isConfident(hit: Pick<Hit, 'confidence'>): boolean {
  return hit.confidence >= MARK_CONFIDENCE;
}

/**
 * Finds the error codes in a text.
 *
 * @param text Visible text, not markup. Time is linear in its length.
 * @param minConfidence Candidates below it are left out. With 0, every candidate is returned, accepted or not.
 * @returns Hits in text order that don't overlap, with UTF-16 offsets. Never throws.
 * @see docs/detection.md
 */
export function detect(
  text: string,
  index: CodeIndex,
  context: TextContext = {},
  minConfidence: number = REPORT_CONFIDENCE,
): Hit[] {
  return (
    detectInRecords(text, index, context, minConfidence) ??
    detectInText(text, index, context, minConfidence)
  );
}

import type { MarkKind } from '../core/mark-kind.ts';
import type { RowText } from '../structure/around-code.ts';
import type { Hit, TextContext } from './hit.ts';

/** Rows of other failures with their headers, in page order. */
export type PageRows = readonly {
  code: string;
  /** Key of the best meaning. Null for a code that the catalogue does not know. */
  key: string | null;
  text: string;
  /** True for rows above that of the code. */
  isBefore: boolean;
}[];

/** A text and its context, as plain data for a message to the engine. */
export interface DetectRequest {
  text: string;
  context: TextContext;
  /**
   * Codes below the underline threshold, or also those above it, or every candidate with its `rejection`. `any` is as `all`, but without states and
   * without whose turn it is: only whether there are codes.
   */
  wanted?: 'weak' | 'all' | 'judged' | 'any';
  /** The row with its headers. Only for codes that need it, because reading it costs the page time. */
  labelled?: RowText;
  /** The other failures of the row's recipient. */
  recipientRows?: PageRows;
}

/** The fields of a hit that a page needs. Omits the evidence, which is longer than everything else. */
export interface DetectedCode
  extends Pick<Hit, 'start' | 'end' | 'code' | 'subcode' | 'confidence'> {
  meanings: readonly Pick<Hit['meanings'][number], 'key' | 'mark' | 'score'>[];
  /** There is no number: the text that led to the meanings, how surely (0 to 1), and their codes. */
  wording?: { text: string; confidence: number; codes: readonly string[] };
  /** The same failure occurs earlier: marked, but not counted again. */
  isRepeat?: true;
  /** Whose turn it is in this row. Undefined if the entry alone decides. */
  mark?: MarkKind;
  /** Its row decides whose turn it is, and the request lacked it. */
  needsRow?: true;
  /** Why the candidate is not marked, in the words of a bug report. Only if `judged` or `weak` is wanted. */
  rejection?: string;
}

export type DetectResult = readonly DetectedCode[];

export const toDetectedCode = ({
  start,
  end,
  code,
  subcode,
  confidence,
  meanings,
}: Hit): DetectedCode => ({
  start,
  end,
  code,
  subcode,
  confidence,
  meanings: meanings.map(({ key, mark, score }) => ({ key, mark, score })),
});

import type { Hit, TextContext } from './hit.ts';

/** A text and what stands around it: what the engine is asked, as plain data that a message can carry. */
export interface DetectRequest {
  text: string;
  context: TextContext;
  /** The codes that are not sure enough to be underlined, in place of those that are. */
  weak?: boolean;
  /** Both. */
  all?: boolean;
}

/** What a page needs of a hit; without its evidence, which is longer than all else. */
export interface DetectedCode extends Pick<Hit, 'start' | 'end' | 'code' | 'subcode' | 'confidence'> {
  meanings: readonly Pick<Hit['meanings'][number], 'key' | 'mark' | 'score'>[];
  /** The same failure has another place before this one: it is marked and not counted again. */
  isRepeat?: true;
}

/** The codes of one text, in its order. */
export type DetectResult = readonly DetectedCode[];

export const toDetectedCode = ({ start, end, code, subcode, confidence, meanings }: Hit): DetectedCode => ({
  start,
  end,
  code,
  subcode,
  confidence,
  meanings: meanings.map(({ key, mark, score }) => ({ key, mark, score })),
});

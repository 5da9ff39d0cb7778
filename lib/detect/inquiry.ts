import type { Hit, TextContext } from './hit.ts';

/** A text and what stands around it: what the engine is asked, as plain data that a message can carry. */
export interface Inquiry {
  text: string;
  context: TextContext;
}

/** What a page needs of a hit; without its evidence, which is longer than all else. */
export interface FoundCode extends Pick<Hit, 'start' | 'end' | 'code' | 'subcode' | 'strength'> {
  meanings: readonly Pick<Hit['meanings'][number], 'key' | 'mark' | 'score'>[];
}

/** For each inquiry, in its order: its codes in text order. */
export type Findings = readonly (readonly FoundCode[])[];

export const foundCode = ({ start, end, code, subcode, strength, meanings }: Hit): FoundCode => ({
  start,
  end,
  code,
  subcode,
  strength,
  meanings: meanings.map(({ key, mark, score }) => ({ key, mark, score })),
});

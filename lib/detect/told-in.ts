import { cuesByCode } from './words/by-code.ts';
import { cue } from './words/pattern.ts';
import { FAULTY, TOLD_BY } from './words/told.ts';

const TOLD = cuesByCode(TOLD_BY);
const FAULT = cue(FAULTY);

/**
 * What a small code of Graph is about, where a text says it. A parameter counts only where something is wrong with it.
 *
 * @param around Where that may stand.
 */
export function toldIn(code: string, text: string, around = text): string | null {
  const word = TOLD.get(code)?.in(text)?.word;
  return word !== undefined && (code !== '100' || FAULT.in(around)) ? word : null;
}

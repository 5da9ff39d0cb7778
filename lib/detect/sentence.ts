import type { Scene } from './scene.ts';
import { firstOf, lastOf } from './words/letters.ts';

/** The end of a sentence or a cell. */
const BREAK = /[.;!?|]\s|[。！？\t]/u;

/** What its sentence says before and after a candidate, at most so many units each. */
export function sentenceAround(
  { lineLeft, lineRight }: Pick<Scene, 'lineLeft' | 'lineRight'>,
  reach: number,
) {
  return {
    before: lastOf(lineLeft, reach).split(BREAK).at(-1) ?? '',
    after: firstOf(lineRight, reach).split(BREAK, 1)[0] ?? '',
  };
}

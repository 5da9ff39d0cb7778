import wording from '../../data/wording.json' with { type: 'json' };
import type { Mark } from '../../lib/catalogue/mark.ts';

/** What each mark says, and the line that stands for it on a page. */
export const MARK_WORDS: Readonly<Record<Mark, { name: string; line: string; text: string }>> = wording.mark;

/** Whether a card opens where the pointer rests. */
export const HOVERS = [
  ['on', 'Pointer rests'],
  ['key', 'Shift held'],
  ['off', 'Keys alone'],
] as const;

/** How sure a code must be to be marked. */
export const SENSITIVITIES = [
  ['surer', 'Only the surest'],
  ['normal', 'Normal'],
  ['more', 'Doubtful ones too'],
] as const;

import wording from '../../data/wording.json' with { type: 'json' };
import type { Mark } from '../../lib/catalogue/mark.ts';

/** What each mark says, and the line that stands for it on a page. */
export const MARK_WORDS: Readonly<Record<Mark, { name: string; line: string; text: string }>> = wording.mark;

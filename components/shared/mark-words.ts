import wording from '../../data/wording.json' with { type: 'json' };
import type { Mark } from '../../lib/catalogue/mark.ts';
import type { Sensitivity } from '../../lib/detect/hit.ts';
import { t } from '../../lib/language/translate.ts';
import type { Hover } from '../../lib/page/pointer.ts';

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

/** What one of them says. */
export function wishText(wish: Hover | Sensitivity): string {
  const found = [...HOVERS, ...SENSITIVITIES].find(([value]) => value === wish);
  return found ? t(found[1]) : '';
}

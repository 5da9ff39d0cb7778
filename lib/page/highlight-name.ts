import type { Mark } from '../catalogue/mark.ts';

/** `hover` draws nothing but the mark that the pointer or the walk is on. */
export type MarkStyle = 'underline' | 'tint' | 'hover';
export type MarkStrength = 'faint' | 'normal' | 'bold';

/** How marks are drawn. The style sheet is `build/mark-style.ts`; each look has a name, so that a page changes it by renaming. */
export interface Look {
  style: MarkStyle;
  strength: MarkStrength;
}

export const LOOKS: readonly Look[] = (['underline', 'tint', 'hover'] as const).flatMap((style) =>
  (['normal', 'faint', 'bold'] as const).map((strength) => ({ style, strength })),
);

/** Name in `CSS.highlights`: `errata-you`, `errata-tint-bold-you`. Names with `hover` have no rule, and so paint nothing. */
export function highlightName(mark: Mark, { style, strength }: Look): string {
  return ['errata', style === 'underline' ? '' : style, strength === 'normal' ? '' : strength, mark]
    .filter(Boolean)
    .join('-');
}

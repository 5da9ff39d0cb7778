import type { Mark } from '../catalogue/mark.ts';

/** How marks are drawn. The style sheet is `build/mark-style.ts`. */
export const HIGHLIGHT_STYLES = ['underline', 'tint'] as const;
export type HighlightStyle = (typeof HIGHLIGHT_STYLES)[number];

/** Name in `CSS.highlights`: `errata-you`, `errata-tint-you`. */
export function highlightName(mark: Mark, style: HighlightStyle): string {
  return style === 'underline' ? `errata-${mark}` : `errata-${style}-${mark}`;
}

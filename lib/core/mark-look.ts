import type { MarkKind } from './mark-kind.ts';

/** `hover` paints only the mark whose card is open. */
export const MARK_STYLES = ['underline', 'tint', 'hover'] as const;
export const MARK_STRENGTHS = ['faint', 'normal', 'bold'] as const;
/** When a card opens at a resting pointer: always, while Shift is held, or never. */
export const HOVER_MODES = ['on', 'key', 'off'] as const;

export type MarkStrength = (typeof MARK_STRENGTHS)[number];
export type HoverMode = (typeof HOVER_MODES)[number];

/** The look of all marks, painted by `lib/page/marking/mark-style-sheet.ts`. Each has a highlight name of its own. */
export interface Look {
  style: (typeof MARK_STYLES)[number];
  strength: MarkStrength;
}

/** The look of the mark whose card is open, the same for all settings. */
export const CURRENT_LOOK = { style: 'current', strength: 'normal' } as const;

export const LOOKS: readonly (Look | typeof CURRENT_LOOK)[] = [
  ...MARK_STYLES.flatMap((style) =>
    MARK_STRENGTHS.map((strength) => ({ style, strength })),
  ),
  CURRENT_LOOK,
];

/**
 * What is behind a mark, which decides in which colour it can be seen: the background of a page, or that of a badge or a selected row.
 * `drawing` is behind SVG text.
 */
export const MARK_BACKDROPS = ['plain', 'dark', 'light', 'drawing'] as const;
export type MarkBackdrop = (typeof MARK_BACKDROPS)[number];

/**
 * Returns the name in `CSS.highlights`: `errata-tint-bold-you`, or `errata-on-dark-you`. Names with `hover` have no
 * rule.
 */
export function getHighlightName(
  mark: MarkKind,
  { style, strength }: Look | typeof CURRENT_LOOK,
  backdrop: MarkBackdrop = 'plain',
): string {
  return [
    'errata',
    style === 'underline' ? '' : style,
    strength === 'normal' ? '' : strength,
    backdrop === 'plain' ? '' : `on-${backdrop}`,
    mark,
  ]
    .filter(Boolean)
    .join('-');
}

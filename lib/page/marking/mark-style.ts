import LINES from '../../../data/mark-lines.json' with { type: 'json' };
import { MARK_KINDS, type MarkKind } from '../../core/mark-kind.ts';
import {
  CURRENT_LOOK,
  getHighlightName,
  type Look,
  type MarkStrength,
} from '../../core/mark-look.ts';

/*
 * Of `LINES`: each verdict has its own line style, so that colour is not the only cue. `light` has a contrast of at least 3:1 on
 * white and on near black, because many dark pages do not declare a colour scheme. `dark` is for pages that do. A `double` line
 * needs two lines of 1 px.
 *
 * `offset` keeps a line inside the line box of its text, where no ancestor and no background of the next row cuts it: below the
 * baseline, Liberation at 11 px and a line height of 1.15 leaves 2 px. So the upper one of two lines crosses the feet of the digits.
 */

const STRENGTHS: Readonly<
  Record<MarkStrength, { ink: number; more: number; tint: number }>
> = {
  normal: { ink: 100, more: 0, tint: 26 },
  faint: { ink: 60, more: 0, tint: 14 },
  bold: { ink: 100, more: 1, tint: 42 },
};
const STRENGTH_NAMES = Object.keys(STRENGTHS) as MarkStrength[];

export const MARK_STYLE_FILE = 'marks.css';

/**
 * Generates the style sheet of the marks. The manifest injects it with the page, because a later injection makes the
 * browser recalculate the styles of the whole page. For screens only, so that print shows the page alone.
 *
 * In Chromium, an element without a `::highlight()` rule inherits the highlight style of its parent, also into shadow
 * roots (crbug.com/1024156). One rule for the root is enough and halves the cost of style changes on a large page.
 * Firefox does not inherit it into shadow trees (https://bugzilla.mozilla.org/show_bug.cgi?id=2062718). There the sheet
 * has the origin `user`, which reaches shadow roots.
 */
export function createMarkStyle(browser: string): string {
  const root = browser === 'firefox' ? '' : ':root';

  const select = (mark: MarkKind, look: Look | typeof CURRENT_LOOK) =>
    `${root}::highlight(${getHighlightName(mark, look)})`;

  // Chromium paints no underline of `::highlight()` in SVG text, but it does paint its background. To reproduce:
  // highlight a range in an SVG `<text>`. No bug report is known.
  const selectInDrawing = (mark: MarkKind, look: Look | typeof CURRENT_LOOK) =>
    root && `text::highlight(${getHighlightName(mark, look)}), `;

  const rules = STRENGTH_NAMES.flatMap((strength) =>
    MARK_KINDS.flatMap((mark) => {
      const underline = { style: 'underline', strength } as const;
      const { ink, more, tint } = STRENGTHS[strength];

      return [
        `${select(mark, underline)} {${decorate('underline', mark, mixColor(mark, ink), more)}}`,
        `${selectInDrawing(mark, underline)}${select(mark, { style: 'tint', strength })} {${fill(mark, tint)}}`,
      ];
    }),
  );

  // Lines above and below, because `::highlight()` supports no outline, and a tint.
  const current = MARK_KINDS.map((mark) => {
    const lines = decorate('underline overline', mark, mixColor(mark, 100), 0);

    return `${selectInDrawing(mark, CURRENT_LOOK)}${select(mark, CURRENT_LOOK)} {${lines}${fill(mark, 30)}}`;
  });

  // With forced colours, browsers paint every highlight like a selection, so the line style distinguishes the marks.
  const forced = MARK_KINDS.flatMap((mark) => {
    const looks = STRENGTH_NAMES.flatMap((strength) =>
      (['underline', 'tint'] as const).map((style) =>
        select(mark, { style, strength }),
      ),
    );

    const lines = decorate(
      'underline overline',
      mark,
      'LinkText',
      4 - LINES[mark].width,
    );

    return [
      `${looks.join(', ')} {${decorate('underline', mark, 'LinkText', 0)}}`,
      `${select(mark, CURRENT_LOOK)} {${lines}}`,
    ];
  });

  return `@media screen {
${[...rules, ...current].join('\n')}
}
@media screen and (forced-colors: active) {
${forced.join('\n')}
}
`;
}

function decorate(
  lines: string,
  mark: MarkKind,
  color: string,
  more: number,
): string {
  const { line, width, offset } = LINES[mark];

  return `
  text-decoration: ${lines} ${line} ${color} ${width + more}px !important;
  text-underline-offset: ${offset * (width + more)}px !important;
  text-decoration-skip-ink: none !important;
`;
}

const fill = (mark: MarkKind, share: number) => `
  background-color: ${mixColor(mark, share)} !important;
`;

/** @param share Opacity in percent. */
function mixColor(mark: MarkKind, share: number): string {
  const color = `light-dark(${LINES[mark].light}, ${LINES[mark].dark})`;
  return share === 100
    ? color
    : `color-mix(in srgb, ${color} ${share}%, transparent)`;
}

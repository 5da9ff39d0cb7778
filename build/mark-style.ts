import { MARKS, type Mark } from '../lib/catalogue/mark.ts';
import { highlightName, type MarkStrength } from '../lib/page/highlight-name.ts';

/**
 * How marks look. Each verdict has a line of its own, so that colour is not all. The first colour holds 3:1 or more on
 * white and on near black alike, as many pages are dark and do not say so; the second is for those that do.
 */
const LINES: Readonly<Record<Mark, { line: string; light: string; dark: string }>> = {
  you: { line: 'solid', light: '#b85a00', dark: '#e07f1f' },
  recipient: { line: 'dashed', light: '#0d8271', dark: '#1fa592' },
  wait: { line: 'dotted', light: '#2f74c4', dark: '#5b9be6' },
  provider: { line: 'double', light: '#8a5ac4', dark: '#a77ee0' },
  nobody: { line: 'solid', light: '#77716b', dark: '#938c85' },
};

const STRENGTHS: Readonly<Record<MarkStrength, { ink: number; more: number; tint: number }>> = {
  normal: { ink: 100, more: 0, tint: 26 },
  faint: { ink: 60, more: 0, tint: 14 },
  bold: { ink: 100, more: 1, tint: 42 },
};
const STRENGTH_NAMES = Object.keys(STRENGTHS) as MarkStrength[];

/** Where the build puts it. */
export const MARK_STYLE = 'marks.css';

/**
 * The style sheet of the marks. It comes with the page: one that is put in later makes the browser style the whole page again.
 * Only on screens: print shows the page alone.
 *
 * In Chromium an element without a rule of its own takes a highlight's style from its parent, into shadow roots too, so a rule
 * for the root is enough, and half as dear to a large page each time it changes its styles. Firefox does not pass it on: there
 * the sheet is the user's, which reaches shadow roots.
 */
export function markStyle(browser: string): string {
  const root = browser === 'firefox' ? '' : ':root';
  // There every highlight is painted as a selection is, tinted or not: a line within it tells the marks apart.
  const forced = MARKS.map((mark) => {
    const names = STRENGTH_NAMES.flatMap((strength) =>
      (['underline', 'tint'] as const).map(
        (style) => `${root}::highlight(${highlightName(mark, { style, strength })})`,
      ),
    );
    return `${names.join(', ')} {
  text-decoration: underline ${LINES[mark].line} LinkText ${thicknessOf(mark)}px !important;
  text-underline-offset: 1px !important;
  text-decoration-skip-ink: none !important;
}`;
  });
  const rules = STRENGTH_NAMES.flatMap((strength) => MARKS.map((mark) => rulesOf(root, mark, strength)));
  return `@media screen {
${rules.join('\n')}
}
@media screen and (forced-colors: active) {
${forced.join('\n')}
}
`;
}

/** A double line is two of them; thin stands for nobody's turn. */
const thicknessOf = (mark: Mark) => (LINES[mark].line === 'double' || mark === 'nobody' ? 1 : 2);

function rulesOf(root: string, mark: Mark, strength: MarkStrength): string {
  const { line, light, dark } = LINES[mark];
  const { ink, more, tint } = STRENGTHS[strength];
  const color = `light-dark(${light}, ${dark})`;
  const mixed = (share: number) => `color-mix(in srgb, ${color} ${share}%, transparent)`;
  const thickness = thicknessOf(mark) + more;
  const underlined = `::highlight(${highlightName(mark, { style: 'underline', strength })})`;
  // Chromium paints no line under the text of a drawing, but what is behind it.
  const inDrawing = root && `text${underlined}, `;
  return `${root}${underlined} {
  text-decoration: underline ${line} ${ink === 100 ? color : mixed(ink)} ${thickness}px !important;
  text-underline-offset: 3px !important;
  text-decoration-skip-ink: none !important;
}
${inDrawing}${root}::highlight(${highlightName(mark, { style: 'tint', strength })}) {
  background-color: ${mixed(tint)} !important;
}`;
}

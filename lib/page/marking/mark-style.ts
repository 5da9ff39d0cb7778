import { MARK_KINDS, type MarkKind } from '../../core/mark-kind.ts';
import { CURRENT_LOOK, getHighlightName, type MarkStrength } from '../../core/mark-look.ts';

/**
 * The styles of marks. Each verdict has its own line style, so that colour is not the only cue. The first colour has a contrast of
 * at least 3:1 on white and on near black, because many dark pages do not declare a colour scheme. The second is for pages that do.
 */
const LINES: Readonly<Record<MarkKind, { line: string; light: string; dark: string }>> = {
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
  // With forced colours, browsers paint every highlight like a selection, so the line style distinguishes the marks.
  const forced = MARK_KINDS.map((mark) => {
    const names = STRENGTH_NAMES.flatMap((strength) =>
      (['underline', 'tint'] as const).map(
        (style) => `${root}::highlight(${getHighlightName(mark, { style, strength })})`,
      ),
    );
    return `${names.join(', ')} {
  text-decoration: underline ${LINES[mark].line} LinkText ${getThickness(mark)}px !important;
  text-underline-offset: 1px !important;
  text-decoration-skip-ink: none !important;
}`;
  });
  const rules = STRENGTH_NAMES.flatMap((strength) =>
    MARK_KINDS.map((mark) => createRules(root, mark, strength)),
  );
  const current = MARK_KINDS.map((mark) => createCurrentRule(root, mark));
  return `@media screen {
${rules.join('\n')}
${current.join('\n')}
}
@media screen and (forced-colors: active) {
${forced.join('\n')}
${MARK_KINDS.map(
  (mark) => `${root}::highlight(${getHighlightName(mark, CURRENT_LOOK)}) {
  text-decoration: underline overline ${LINES[mark].line} LinkText 4px !important;
  text-underline-offset: 4px !important;
  text-decoration-skip-ink: none !important;
}`,
).join('\n')}
}
`;
}

/** Lines above and below, because `::highlight()` supports no outline, and a tint. */
function createCurrentRule(root: string, mark: MarkKind): string {
  const name = `::highlight(${getHighlightName(mark, CURRENT_LOOK)})`;
  return `${root && `text${name}, `}${root}${name} {
  text-decoration: underline overline ${LINES[mark].line} ${getColor(mark)} ${getThickness(mark)}px !important;
  text-underline-offset: 1px !important;
  text-decoration-skip-ink: none !important;
  background-color: color-mix(in srgb, ${getColor(mark)} 30%, transparent) !important;
}`;
}

const getColor = (mark: MarkKind) => `light-dark(${LINES[mark].light}, ${LINES[mark].dark})`;

/** Returns the line width in px. `double` needs two lines of 1 px; 1 px also marks `nobody`. */
const getThickness = (mark: MarkKind) => (LINES[mark].line === 'double' || mark === 'nobody' ? 1 : 2);

function createRules(root: string, mark: MarkKind, strength: MarkStrength): string {
  const { line } = LINES[mark];
  const { ink, more, tint } = STRENGTHS[strength];
  const color = getColor(mark);
  const mixColor = (share: number) => `color-mix(in srgb, ${color} ${share}%, transparent)`;
  const thickness = getThickness(mark) + more;
  const underlined = `::highlight(${getHighlightName(mark, { style: 'underline', strength })})`;
  // Chromium paints no underline of `::highlight()` in SVG text, but it does paint its background. To reproduce:
  // highlight a range in an SVG `<text>`. No bug report is known.
  const inDrawing = root && `text${underlined}, `;
  return `${root}${underlined} {
  text-decoration: underline ${line} ${ink === 100 ? color : mixColor(ink)} ${thickness}px !important;
  text-underline-offset: 3px !important;
  text-decoration-skip-ink: none !important;
}
${inDrawing}${root}::highlight(${getHighlightName(mark, { style: 'tint', strength })}) {
  background-color: ${mixColor(tint)} !important;
}`;
}

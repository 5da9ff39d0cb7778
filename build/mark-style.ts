import { MARKS, type Mark } from '../lib/catalogue/mark.ts';
import { highlightName } from '../lib/page/highlight-name.ts';

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

/** Where the build puts it. */
export const MARK_STYLE = 'marks.css';

/**
 * The style sheet of the marks. It comes with the page: one that is put in later makes the browser style the whole page anew.
 * Only on screens: print shows the page alone.
 *
 * In Chromium an element without a rule of its own takes a highlight's style from its parent, into shadow roots too, so a rule
 * for the root is enough, and half as dear to a large page each time it changes its styles. Firefox does not pass it on: there
 * the sheet is the user's, which reaches shadow roots.
 */
export function markStyle(browser: string): string {
  const root = browser === 'firefox' ? '' : ':root';
  const rules = MARKS.map((mark) => {
    const { line, light, dark } = LINES[mark];
    const color = `light-dark(${light}, ${dark})`;
    // A double line is two of them; thin stands for nobody's turn.
    const thickness = line === 'double' || mark === 'nobody' ? '1px' : '2px';
    return `${root}::highlight(${highlightName(mark, 'underline')}) {
  text-decoration: underline ${line} ${color} ${thickness} !important;
  text-underline-offset: 3px !important;
  text-decoration-skip-ink: none !important;
}
${root}::highlight(${highlightName(mark, 'tint')}) {
  background-color: color-mix(in srgb, ${color} 26%, transparent) !important;
}`;
  });
  const all = (style: 'underline' | 'tint') =>
    MARKS.map((mark) => `${root}::highlight(${highlightName(mark, style)})`).join(', ');
  return `@media screen {
${rules.join('\n')}
}
@media screen and (forced-colors: active) {
${all('underline')} { text-decoration-color: LinkText !important; }
${all('tint')} { background-color: Mark !important; color: MarkText !important; }
}
`;
}

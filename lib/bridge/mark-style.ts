/**
 * How marks look. Each verdict has a line of its own, so that colour is not all. The first colour holds 3:1 or more on
 * white and on near black alike, as many pages are dark and do not say so; the second is for those that do.
 */
const LINES = {
  you: { line: 'solid', light: '#b85a00', dark: '#e07f1f' },
  recipient: { line: 'dashed', light: '#0d8271', dark: '#1fa592' },
  wait: { line: 'dotted', light: '#2f74c4', dark: '#5b9be6' },
  provider: { line: 'double', light: '#8a5ac4', dark: '#a77ee0' },
  nobody: { line: 'solid', light: '#77716b', dark: '#938c85' },
} as const;

/**
 * Style sheet for the highlights, for `origin: 'USER'`: it reaches shadow roots, and the page's own rules do not undo it.
 * Only on screens: print shows the page alone. What has no rule of its own takes a highlight's style from its parent, into
 * shadow roots too, so a rule for the root is enough, and half as dear to a large page each time it changes its styles.
 * Firefox does not pass it on.
 *
 * @param userAgent Firefox before 146 paints no `text-decoration` in a highlight.
 */
export function markStyle(userAgent: string): string {
  const firefox = /\bFirefox\/(\d+)/.exec(userAgent)?.[1];
  const root = firefox === undefined ? ':root' : '';
  const underlines = firefox === undefined || Number(firefox) >= 146;
  const rules = Object.entries(LINES).map(([kind, { line, light, dark }]) => {
    const color = `light-dark(${light}, ${dark})`;
    if (!underlines) {
      return `${root}::highlight(errata-${kind}) { background-color: color-mix(in srgb, ${color} 30%, transparent) !important; }`;
    }
    // A double line is two of them; thin stands for nobody's turn.
    const thickness = line === 'double' || kind === 'nobody' ? '1px' : '2px';
    return `${root}::highlight(errata-${kind}) {
  text-decoration: underline ${line} ${color} ${thickness} !important;
  text-underline-offset: 3px !important;
  text-decoration-skip-ink: none !important;
}`;
  });
  const forced = Object.keys(LINES).map((kind) => `${root}::highlight(errata-${kind})`);
  return `@media screen {
${rules.join('\n')}
}
@media screen and (forced-colors: active) {
${forced.join(', ')} { text-decoration-color: LinkText !important; }
}`;
}

import LINES from '../../../data/mark-lines.json' with { type: 'json' };
import { MARK_KINDS, type MarkKind } from '../../core/mark-kind.ts';
import {
  CURRENT_LOOK,
  getHighlightName,
  type Look,
  MARK_BACKDROPS,
  type MarkStrength,
} from '../../core/mark-look.ts';

/*
 * Of `LINES`: each verdict has its own line style, so that colour is not the only cue. `light` has a contrast of at least 3:1 on
 * white and on near black, because many dark pages do not declare a colour scheme. `dark` is for pages that do, `pale` and `deep`
 * for badges, selected rows and other backdrops on which these are hard to see. A `double` line needs two lines of 1 px.
 *
 * `offset` keeps a line inside the line box of its text, where no ancestor and no background of the next row cuts it: below the
 * baseline, Liberation at 11 px and a line height of 1.15 leaves 2 px. So the upper one of two lines crosses the feet of the digits.
 * `tests/e2e/marks-seen.test.ts` measures it.
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

/** Every kind of mark on every backdrop. */
const VARIANTS = MARK_KINDS.flatMap((mark) =>
  MARK_BACKDROPS.map((backdrop) => ({ mark, backdrop })),
);
type Variant = (typeof VARIANTS)[number];

/**
 * Generates the style sheet of the marks. The manifest injects it with the page, because a later injection makes the
 * browser recalculate the styles of the whole page. For screens only, so that print shows the page alone.
 *
 * In Chromium, an element without a `::highlight()` rule inherits the highlight style of its parent, also into shadow
 * roots (crbug.com/1024156). One rule for the root is enough and halves the cost of style changes on a large page.
 * Firefox does not inherit it into shadow trees (https://bugzilla.mozilla.org/show_bug.cgi?id=2062718). There the sheet
 * has the origin `user`, which reaches shadow roots.
 *
 * Chromium 156 paints no underline of `::highlight()` in SVG text, but it does paint its background. To reproduce:
 * highlight a range in an SVG `<text>`. No bug report is known. So marks there are tints, under names of their own: a
 * rule for `text` would not reach shadow roots.
 */
export function createMarkStyle(browser: string): string {
  const isFirefox = browser === 'firefox';

  const select = (
    { mark, backdrop }: Variant,
    look: Look | typeof CURRENT_LOOK,
  ) =>
    `${isFirefox ? '' : ':root'}::highlight(${getHighlightName(mark, look, backdrop)})`;

  function createRules(strength: MarkStrength, variant: Variant): string[] {
    const { ink, more, tint } = STRENGTHS[strength];
    const hasLine = isFirefox || variant.backdrop !== 'drawing';
    const line = decorate(
      'underline',
      variant.mark,
      mixColor(variant, ink),
      more,
    );
    const background = fill(variant, tint);

    return [
      `${select(variant, { style: 'underline', strength })} {${hasLine ? line : background}}`,
      `${select(variant, { style: 'tint', strength })} {${background}}`,
    ];
  }

  // Lines above and below, because `::highlight()` supports no outline, and a tint.
  function createCurrentRule(variant: Variant): string {
    const color = mixColor(variant, 100);
    const lines = decorate('underline overline', variant.mark, color, 0);

    return `${select(variant, CURRENT_LOOK)} {${lines}${fill(variant, 30)}}`;
  }

  // With forced colours, browsers paint every highlight like a selection, so the line style distinguishes the marks.
  function createForcedRules(mark: MarkKind): string[] {
    const variants = VARIANTS.filter((variant) => variant.mark === mark);
    const ordinary = STRENGTH_NAMES.flatMap((strength) =>
      (['underline', 'tint'] as const).map((style) => ({ style, strength })),
    );

    const selectAll = (looks: readonly (Look | typeof CURRENT_LOOK)[]) =>
      looks
        .flatMap((look) => variants.map((variant) => select(variant, look)))
        .join(', ');

    const line = decorate('underline', mark, 'LinkText', 0);
    const more = CURRENT_FORCED_WIDTH_PX - LINES[mark].width;
    const lines = decorate('underline overline', mark, 'LinkText', more);

    return [
      `${selectAll(ordinary)} {${line}}`,
      `${selectAll([CURRENT_LOOK])} {${lines}}`,
    ];
  }

  const rules = STRENGTH_NAMES.flatMap((strength) =>
    VARIANTS.flatMap((variant) => createRules(strength, variant)),
  );

  return `@media screen {
${[...rules, ...VARIANTS.map(createCurrentRule)].join('\n')}
}
@media screen and (forced-colors: active) {
${MARK_KINDS.flatMap(createForcedRules).join('\n')}
}
`;
}

const CURRENT_FORCED_WIDTH_PX = 4;

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

const fill = (variant: Variant, share: number) => `
  background-color: ${mixColor(variant, share)} !important;
`;

/** @param share Opacity in percent. */
function mixColor(variant: Variant, share: number): string {
  const color = getColor(variant);

  return share === 100
    ? color
    : `color-mix(in srgb, ${color} ${share}%, transparent)`;
}

function getColor({ mark, backdrop }: Variant): string {
  const { light, dark, pale, deep } = LINES[mark];
  if (backdrop === 'dark') return pale;
  if (backdrop === 'light') return deep;

  return `light-dark(${light}, ${dark})`;
}

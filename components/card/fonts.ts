import tokens from '../tokens.css?inline';

/** Weight and size of what a card shows at first, by the token of its family. */
export const FONTS = {
  '--er-sans': ['400 12px', '400 12.5px', '400 13px', '400 14px', '550 15px', '600 14px', '650 13px'],
  '--er-mono': ['600 12.35px', '600 13.3px', '700 17px'],
} as const;

/** Of all that a font is asked for: letters, digits and the marks of our sentences. */
const SAMPLE = 'Errata 131047 · “…” – →';

/**
 * Makes the browser look up the card's fonts, one step for each. That is most of the first card's layout; a canvas does it without a node in the page.
 */
export function fontSteps(): (() => void)[] {
  let pen: OffscreenCanvasRenderingContext2D | null = null;
  return Object.entries(FONTS).flatMap(([token, fonts]) => {
    const family = familyOf(token);
    return fonts.map((font) => () => {
      pen ??= new OffscreenCanvas(1, 1).getContext('2d');
      if (!pen) return;
      pen.font = `${font} ${family}`;
      pen.measureText(SAMPLE);
    });
  });
}

/** The families that `tokens.css` declares for a token. */
export function familyOf(token: string): string {
  const from = tokens.indexOf(`${token}:`) + token.length + 1;
  return tokens.slice(from, tokens.indexOf(';', from)).trim();
}

/** Each step in an idle moment of its own, in their order, for as long as it is wanted. */
export function whileIdle([step, ...rest]: readonly (() => void)[], isWanted: () => boolean): void {
  if (!step) return;
  requestIdleCallback(() => {
    if (!isWanted()) return;
    step();
    whileIdle(rest, isWanted);
  });
}

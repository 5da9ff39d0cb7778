import tokens from '../tokens.css?inline';

/** Weight and size of the fonts that a card uses at first, by the token of the family. */
export const FONTS_BY_TOKEN = {
  '--er-sans': ['400 12px', '400 12.5px', '400 13px', '400 14px', '550 15px', '600 14px', '650 13px'],
  '--er-mono': ['700 17px'],
} as const;

/** Letters, digits and punctuation of the interface, so that every fallback font is resolved. */
const SAMPLE_TEXT = 'Errata 131047 · “…” – →';

/**
 * Returns one step per font. Each measures text on a canvas, which makes the browser resolve the font without adding a node to the page.
 * Font resolution takes most of the first card's layout time.
 */
export function createFontSteps(): (() => void)[] {
  let pen: OffscreenCanvasRenderingContext2D | null = null;
  return Object.entries(FONTS_BY_TOKEN).flatMap(([token, fonts]) => {
    const family = getFontFamily(token);
    return fonts.map((font) => () => {
      pen ??= new OffscreenCanvas(1, 1).getContext('2d');
      if (!pen) return;
      pen.font = `${font} ${family}`;
      pen.measureText(SAMPLE_TEXT);
    });
  });
}

/** Returns the font families that `tokens.css` declares for a token. */
export function getFontFamily(token: string): string {
  const from = tokens.indexOf(`${token}:`) + token.length + 1;
  return tokens.slice(from, tokens.indexOf(';', from)).trim();
}

/** Runs each step in its own idle callback, in order, until `isWanted` returns false. */
export function runWhileIdle([step, ...rest]: readonly (() => void)[], isWanted: () => boolean): void {
  if (!step) return;
  requestIdleCallback(() => {
    if (!isWanted()) return;
    step();
    runWhileIdle(rest, isWanted);
  });
}

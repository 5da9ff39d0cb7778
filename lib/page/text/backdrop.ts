import type { MarkBackdrop } from '../../core/mark-look.ts';
import { blend, type Color, parseColor } from '../dom/css-color.ts';
import {
  getComposedParent,
  getDocumentElement,
  getNodeProperty,
  getStyle,
  SVG_NAMESPACE,
} from '../dom/nodes.ts';

/*
 * Read here, because a style sheet cannot: in Chromium 156, functions of `currentColor` in a highlight do not follow the
 * text. No bug known; reproduce: paint `:root::highlight(x) { background-color: rgb(from currentColor r g b) }`.
 *
 * Luminances behind a mark at which its line has a contrast of at least 3:1, whatever its kind: the ordinary lines of a
 * light page from `MIN_LIGHT_LUMINANCE` and up to `MAX_BLACK_LUMINANCE`, those of a dark page up to `MAX_DARK_LUMINANCE`,
 * pale lines up to `MAX_PALE_LUMINANCE`, and deep ones above it. `lib/page/marking/mark-style-sheet.test.ts` computes the contrasts.
 */
const MIN_LIGHT_LUMINANCE = 0.63;
const MAX_BLACK_LUMINANCE = 0.02;
const MAX_DARK_LUMINANCE = 0.05;
const MAX_PALE_LUMINANCE = 0.2;

const WHITE: Color = { luminance: 1, alpha: 1 };
/** Scripts can nest elements more deeply than the stack allows. */
const MAX_DEPTH = 500;
/** Chromium's `Canvas` in a dark colour scheme. */
const DARK_CANVAS: Color = { luminance: 0.006, alpha: 1 };

/** Returns on which kind of backdrop a mark is, by the luminance behind it. */
export function chooseBackdrop(
  luminance: number,
  isDarkScheme: boolean,
): MarkBackdrop {
  const isPlain = isDarkScheme
    ? luminance <= MAX_DARK_LUMINANCE
    : luminance <= MAX_BLACK_LUMINANCE || luminance >= MIN_LIGHT_LUMINANCE;
  if (isPlain) return 'plain';

  return luminance <= MAX_PALE_LUMINANCE ? 'dark' : 'light';
}

/**
 * Creates a reader of what lies behind texts: the background colours of their ancestors, without pictures and
 * gradients. Caches, so create a new one for each batch of work.
 */
export function createBackdropReader() {
  const colors = new Map<string, Color>();
  const behind = new Map<Element, Color>();
  const isDarkScheme = hasDarkScheme();
  const canvas = isDarkScheme ? DARK_CANVAS : WHITE;

  function readBackground(element: Element): Color {
    const css = getStyle(element)?.backgroundColor ?? '';
    const color = colors.get(css) ?? parseColor(css) ?? WHITE;

    colors.set(css, color);

    return color;
  }

  function readBehind(element: Element, depth = 0): Color {
    const known = behind.get(element);
    if (known) return known;

    const layer = readBackground(element);
    const color = layer.alpha === 1 ? layer : blendOver(layer, element, depth);

    behind.set(element, color);

    return color;
  }

  function blendOver(layer: Color, element: Element, depth: number): Color {
    const parent = depth < MAX_DEPTH ? getComposedParent(element) : null;
    const below = parent ? readBehind(parent, depth + 1) : canvas;

    return layer.alpha === 0 ? below : blend(layer, below);
  }

  return (element: Element): MarkBackdrop =>
    getNodeProperty(element, 'namespaceURI') === SVG_NAMESPACE
      ? 'drawing'
      : chooseBackdrop(readBehind(element).luminance, isDarkScheme);
}

/** In Chromium, `light-dark()` in a highlight follows the colour scheme of the root, in Firefox that of the text. */
function hasDarkScheme(): boolean {
  const root = getDocumentElement();
  const scheme = (root && getStyle(root)?.colorScheme) ?? '';
  if (!scheme.includes('dark')) return false;

  return (
    !scheme.includes('light') ||
    matchMedia('(prefers-color-scheme: dark)').matches
  );
}

import { getAlpha, parseColors } from '../dom/css-color.ts';
import { isInBox, type Point } from '../dom/frames.ts';
import {
  getBox,
  getNodeProperty,
  matches,
  SVG_NAMESPACE,
  walkComposedAncestors,
} from '../dom/nodes.ts';

/** Text counts as readable if this part of its contrast is left under what covers it. */
const MIN_VISIBLE = 0.2;
const PSEUDO_ELEMENTS = ['::before', '::after'];
const SHAPE_SELECTOR = 'rect,circle,ellipse,path,polygon';
/** A background of another size may leave the text free. */
const FULL_SIZE = /^(?:auto|cover|100%)(?: (?:auto|100%))?$/;
const TEXT_FILL = '-webkit-text-fill-color';

/**
 * Returns true if the text of an element can be read at a point. Where that is unknown, as for pictures, it counts
 * as readable.
 *
 * @param above What the browser's hit test finds above the element, topmost first.
 */
export function isReadableAt(
  element: Element,
  above: readonly Element[],
  point: Point,
): boolean {
  const around = new Set(walkComposedAncestors(element));
  let visible = getTextOpacity(element);

  for (const one of around) visible *= getOpacity(getComputedStyle(one));

  const layers = [
    ...above.map((one) => getCoverage(one, around, point)),
    getOwnCoverage(element, point),
  ];
  for (const layer of layers) visible *= 1 - layer;

  return visible >= MIN_VISIBLE;
}

const getOpacity = ({ opacity }: CSSStyleDeclaration) => Number(opacity);

function getTextOpacity(element: Element): number {
  const style = getComputedStyle(element);

  if (isDrawn(element)) {
    const { fill, stroke, fillOpacity } = style;
    if (stroke !== 'none') return 1;

    return fill === 'none' ? 0 : getAlpha(fill) * Number(fillOpacity);
  }

  // A gradient that shows through the text needs transparent text.
  for (const around of walkComposedAncestors(element))
    if (getComputedStyle(around).backgroundClip.includes('text')) return 1;

  return getAlpha(style.getPropertyValue(TEXT_FILL) || style.color);
}

/** Returns how much of what lies below it an element hides at a point, 0 to 1. */
function getCoverage(
  element: Element,
  around: ReadonlySet<Element>,
  point: Point,
): number {
  const pseudo = PSEUDO_ELEMENTS.map((name) => getComputedStyle(element, name))
    .filter(isPositioned)
    .filter((style) => mayCover(element, style, point))
    .map((style) => getLayerOpacity(style));

  const own = getLayerOpacity(getComputedStyle(element), element);

  // Of an ancestor of the text, only a pseudo-element can lie above it. Without one, the text has a negative z-index.
  if (around.has(element))
    return Math.max(0, ...(pseudo.length > 0 ? pseudo : [own]));

  let opacity = 1;
  for (const one of walkComposedAncestors(element)) {
    if (around.has(one)) break;
    if (one !== element) opacity *= getOpacity(getComputedStyle(one));
  }

  const isInside = isInBox(point, getBox(element));

  return opacity * Math.max(0, ...pseudo, isInside ? own : 0);
}

/** The same for pseudo-elements of the element of the text, which the hit test does not tell apart from the element. */
function getOwnCoverage(element: Element, point: Point): number {
  const hidden = PSEUDO_ELEMENTS.map((name) => getComputedStyle(element, name))
    .filter(isPositioned)
    .filter(({ zIndex }) => !zIndex.startsWith('-'))
    .filter((style) => getPseudoBox(element, style) !== null)
    .filter((style) => mayCover(element, style, point))
    .map((style) => getLayerOpacity(style));

  return Math.max(0, ...hidden);
}

const isPositioned = ({ content, display, position }: CSSStyleDeclaration) =>
  content !== 'none' &&
  content !== 'normal' &&
  display !== 'none' &&
  (position === 'absolute' || position === 'fixed');

function mayCover(
  element: Element,
  style: CSSStyleDeclaration,
  point: Point,
): boolean {
  const box = getPseudoBox(element, style);
  return box === null || isInBox(point, box);
}

/** Returns the box of a pseudo-element. Null if it is positioned in another element, so that its box is unknown. */
function getPseudoBox(
  element: Element,
  { position, left, top, width, height }: CSSStyleDeclaration,
): DOMRect | null {
  const isContaining = getComputedStyle(element).position !== 'static';
  if (position === 'fixed' || !isContaining) return null;

  const box = getBox(element);
  const x = box.left + element.clientLeft + Number.parseFloat(left);
  const y = box.top + element.clientTop + Number.parseFloat(top);

  return new DOMRect(x, y, Number.parseFloat(width), Number.parseFloat(height));
}

function getLayerOpacity(
  style: CSSStyleDeclaration,
  element?: Element,
): number {
  const { backgroundColor, maskImage, mixBlendMode } = style;
  if (mixBlendMode !== 'normal' || (maskImage ?? 'none') !== 'none') return 0;

  const opacity = getOpacity(style);
  if (element && isDrawn(element))
    return opacity * getShapeOpacity(element, style);
  if (style.backgroundClip.includes('text')) return 0;

  return opacity * Math.max(getAlpha(backgroundColor), getImageOpacity(style));
}

/** Returns the opacity of the most transparent stop of a gradient. That of pictures is unknown. */
function getImageOpacity({
  backgroundImage,
  backgroundSize,
}: CSSStyleDeclaration): number {
  const isKnown =
    backgroundImage.includes('gradient(') &&
    !/url\(|image-set\(/.test(backgroundImage) &&
    backgroundSize.split(', ').every((size) => FULL_SIZE.test(size));
  if (!isKnown) return 0;

  return Math.min(...parseColors(backgroundImage).map(({ alpha }) => alpha), 1);
}

const isDrawn = (element: Element) =>
  getNodeProperty(element, 'namespaceURI') === SVG_NAMESPACE;

function getShapeOpacity(
  element: Element,
  { fill, fillOpacity }: CSSStyleDeclaration,
): number {
  const isFilled = fill !== 'none' && !fill.startsWith('url(');
  if (!isFilled || !matches(element, SHAPE_SELECTOR)) return 0;

  return getAlpha(fill) * Number(fillOpacity);
}

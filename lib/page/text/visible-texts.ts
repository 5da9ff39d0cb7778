import type { Box } from '../../dom/frames.ts';
import { isTextNode } from '../../dom/nodes.ts';

/** Sample points as fractions of the viewport. Those at the sides are for narrow tables. */
const VIEWPORT_POINTS: readonly (readonly [number, number])[] = [
  [0.5, 0.5],
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
  [0.05, 0.5],
  [0.95, 0.5],
];
/** Maximum texts that are checked in each direction. */
const MAX_TEXTS_EACH_WAY = 400;
/** After this many texts out of view, the others are assumed to be out of view. */
const MAX_TEXTS_OUT_OF_VIEW = 8;

/**
 * Returns most of the visible texts: those around several sample points, in document order. Fast on a page of any size
 * and therefore incomplete.
 */
export function findVisibleTexts(): ReadonlySet<Text> {
  const texts = new Set<Text>();
  const gathered: Box[] = [];
  for (const [across, down] of VIEWPORT_POINTS) {
    const x = across * window.innerWidth;
    const y = down * window.innerHeight;
    // Hit testing is slow on a large page, and one table fills most viewports.
    if (gathered.some(({ left, top, right, bottom }) => left <= x && x <= right && top <= y && y <= bottom))
      continue;
    const element = document.elementFromPoint(x, y);
    if (!element) continue;
    const box: Box = { left: x, top: y, right: x, bottom: y };
    for (const forward of [true, false]) gatherTexts(element, forward, texts, box);
    gathered.push(box);
  }
  return texts;
}

function gatherTexts(from: Element, forward: boolean, texts: Set<Text>, box: Box): void {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  const range = document.createRange();
  let outside = 0;
  for (let seen = 0; seen < MAX_TEXTS_EACH_WAY && outside < MAX_TEXTS_OUT_OF_VIEW; ) {
    const node = forward ? walker.nextNode() : walker.previousNode();
    if (!node) return;
    if (!isTextNode(node) || texts.has(node)) continue;
    seen++;
    if (node.data.trim() === '') continue;
    range.selectNodeContents(node);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    if (right > left && bottom > 0 && top < window.innerHeight) {
      texts.add(node);
      outside = 0;
      box.left = Math.min(box.left, left);
      box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, right);
      box.bottom = Math.max(box.bottom, bottom);
    } else outside++;
  }
}

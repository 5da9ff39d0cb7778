import type { Box } from '../dom/frames.ts';
import { isText } from '../dom/nodes.ts';

/** Points of the viewport, as parts of its width and height; those at its sides for a table that is narrow. */
const POINTS: readonly (readonly [number, number])[] = [
  [0.5, 0.5],
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
  [0.05, 0.5],
  [0.95, 0.5],
];
/** So many texts are looked at in each direction. */
const REACH = 400;
/** After so many texts out of view the rest is taken to be so. */
const GIVE_UP = 8;

/**
 * Most of the texts that the reader has before them: those around a few points, in the order of the document, as far as they
 * are in view. Cheap on a page of any size, and so not complete: whoever needs all reads all.
 */
export function textsInView(): ReadonlySet<Text> {
  const texts = new Set<Text>();
  const gathered: Box[] = [];
  for (const [across, down] of POINTS) {
    const x = across * window.innerWidth;
    const y = down * window.innerHeight;
    // To ask for a point takes a large page long, and one table fills most views.
    if (gathered.some(({ left, top, right, bottom }) => left <= x && x <= right && top <= y && y <= bottom))
      continue;
    const element = document.elementFromPoint(x, y);
    if (!element) continue;
    const box: Box = { left: x, top: y, right: x, bottom: y };
    for (const forward of [true, false]) gather(element, forward, texts, box);
    gathered.push(box);
  }
  return texts;
}

function gather(from: Element, forward: boolean, texts: Set<Text>, box: Box): void {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  const range = document.createRange();
  let outside = 0;
  for (let seen = 0; seen < REACH && outside < GIVE_UP; ) {
    const node = forward ? walker.nextNode() : walker.previousNode();
    if (!node) return;
    if (!isText(node) || texts.has(node)) continue;
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

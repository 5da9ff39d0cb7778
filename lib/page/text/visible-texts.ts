import { type Box, isInBox } from '../dom/frames.ts';
import { createTreeWalker, getElementAt, isTextNode } from '../dom/nodes.ts';

/** Sample points in percent of the viewport, across and down. Those at the sides are for narrow tables. */
const VIEWPORT_POINTS = [
  '50 50',
  '25 25',
  '75 25',
  '25 75',
  '75 75',
  '5 50',
  '95 50',
];
const MAX_TEXTS_EACH_WAY = 400;
/** After this many texts out of view, the others are assumed to be out of view. */
const MAX_TEXTS_OUT_OF_VIEW = 8;

/** Returns most of the visible texts, around several sample points. Fast, and therefore incomplete. */
export function findVisibleTexts(): ReadonlySet<Text> {
  const texts = new Set<Text>();
  const gathered: Box[] = [];

  for (const point of VIEWPORT_POINTS) {
    const [across = 0, down = 0] = point.split(' ').map(Number);
    const x = (across / 100) * window.innerWidth;
    const y = (down / 100) * window.innerHeight;
    // Hit testing is slow on a large page, and one table fills most viewports.
    if (gathered.some((box) => isInBox({ x, y }, box))) continue;

    const element = getElementAt(x, y);
    if (!element) continue;

    const box: Box = {
      left: x,
      top: y,
      right: x,
      bottom: y,
    };

    for (const forward of [true, false])
      gatherTexts(element, forward, texts, box);

    gathered.push(box);
  }

  return texts;
}

function gatherTexts(
  from: Element,
  forward: boolean,
  texts: Set<Text>,
  box: Box,
): void {
  const walker = createTreeWalker(document, NodeFilter.SHOW_TEXT);

  walker.currentNode = from;

  const range = new Range();
  let outside = 0;

  for (
    let seen = 0;
    seen < MAX_TEXTS_EACH_WAY && outside < MAX_TEXTS_OUT_OF_VIEW;
  ) {
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

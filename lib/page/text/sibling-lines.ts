import { getElementProperty, getNodeProperty, matches } from '../../dom/nodes.ts';
import { getLook, ROW } from './value-label.ts';

/** Maximum levels from a text's block to the repeated block that contains it. */
const MAX_CLIMB_LEVELS = 4;
const MAX_BLOCKS_ABOVE = 8;
const MAX_BLOCKS_BELOW = 15;
const MIN_BLOCKS = 3;

/** Cache of the lines around each block. Discard it when the page may have changed. */
export type LineCache = Map<Element, string>;

/**
 * Returns the texts of the adjacent blocks of the same shape, one after the other: the lines of a log, the items of a
 * list, the cards of a feed. Returns `''` if the block is not repeated.
 *
 * @param readText Reads a block's text, with a line break between its own blocks.
 */
export function readSiblingLines(
  element: Element,
  known: LineCache,
  readText: (block: Element) => string,
): string {
  let blocks: Element[] = [];
  let here: Element = element;
  for (let climbed = 0; climbed < MAX_CLIMB_LEVELS && !matches(here, 'body,td,th'); climbed++) {
    const lines = known.get(here);
    if (lines !== undefined) return lines;
    const found = findBlocksAround(here);
    if (found.length > blocks.length) blocks = found;
    const parent = getNodeProperty(here, 'parentElement');
    if (!parent || (matches(here, ROW) && blocks.length > 0)) break;
    here = parent;
  }
  const lines = blocks.length < MIN_BLOCKS ? '' : blocks.map(readText).join('\n');
  // The next blocks have the same lines, so that their text is read and sent once.
  for (const block of lines === '' ? [element] : blocks) if (!known.has(block)) known.set(block, lines);
  return lines;
}

/** Returns the blocks of the same tag and first class around one, and itself, in page order. */
function findBlocksAround(block: Element): Element[] {
  const look = getLook(block);
  const found = [block];
  let before = getElementProperty(block, 'previousElementSibling');
  for (let met = 0; before && met < MAX_BLOCKS_ABOVE; met++) {
    if (getLook(before) === look) found.unshift(before);
    before = getElementProperty(before, 'previousElementSibling');
  }
  let after = getElementProperty(block, 'nextElementSibling');
  for (let met = 0; after && met < MAX_BLOCKS_BELOW; met++) {
    if (getLook(after) === look) found.push(after);
    after = getElementProperty(after, 'nextElementSibling');
  }
  return found;
}

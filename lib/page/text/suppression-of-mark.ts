import {
  getRangeSignature,
  type Suppression,
} from '../../settings/suppression.ts';
import { createPassageAround } from './passage.ts';
import { createLayout, type Layout } from './readable-text.ts';
import { createSurroundings } from './surroundings.ts';

/**
 * Returns the place of a marked code, in the same form as the scan, so that the user can suppress it.
 *
 * @param range The code's range.
 * @returns Null if the code has left the page.
 */
export function getSuppressionAt(
  range: Range,
  code: string,
  host: string,
): Suppression | null {
  const found = getRangeContext(range);

  return (
    found && {
      host,
      code,
      ...getRangeSignature(found.text, found.start, found.end, found.context),
    }
  );
}

/** Returns the passage around a code, the code's offsets in it, and its context on the page. */
export function getRangeContext(range: Range) {
  const layout = createLayout();
  const found = getPassageAt(range, layout);
  if (!found) return null;

  const { passage, ...rest } = found;

  const context = createSurroundings(
    { host: '', path: '', provider: null },
    layout,
  ).of(passage.block);

  return { text: passage.text, ...rest, context };
}

/** Returns the passage around a code and the code's offsets in it. */
export function getPassageAt(range: Range, layout: Layout) {
  const { startContainer: node, startOffset } = range;
  if (!(node instanceof Text) || !node.isConnected) return null;

  const passage = createPassageAround(node, startOffset, layout);
  if (!passage) return null;

  const written = range.toString();
  const { text } = passage;

  for (
    let start = text.indexOf(written);
    start >= 0;
    start = text.indexOf(written, start + 1)
  ) {
    const at = passage.locate(start);
    if (at?.node !== node || at.offset !== startOffset) continue;
    return { passage, start, end: start + written.length };
  }

  return null;
}

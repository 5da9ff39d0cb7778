import { alikeOf, type Silence } from '../settings/silence.ts';
import { type Passage, passageAround } from './passage.ts';
import { readSurroundings } from './surroundings.ts';
import { type Layout, readLayout } from './text-layout.ts';

/** Maximum text on each side of a code, in UTF-16 code units. */
const REACH = 500;

/**
 * Returns the place of a marked code, in the same form as the scan, so that the user can suppress it.
 *
 * @param range The code's range.
 * @returns Null if the code has left the page.
 */
export function silenceAt(range: Range, code: string, host: string): Silence | null {
  const place = placeAt(range);
  if (!place) return null;
  const { text, start, end, context } = place;
  return { host, code, ...alikeOf(text, start, end, context) };
}

/** Returns the passage around a code, the code's offsets in it, and its context on the page. */
export function placeAt(range: Range) {
  const layout = readLayout();
  const place = passageAt(range, layout);
  if (!place) return null;
  const { passage, ...rest } = place;
  const context = readSurroundings({ host: '', path: '', provider: null }, layout).of(passage.block);
  return { text: passage.text, ...rest, context };
}

/** Returns the passage around a code and the code's offsets in it. */
export function passageAt(
  range: Range,
  layout: Layout,
): { passage: Passage; start: number; end: number } | null {
  const { startContainer: node, startOffset } = range;
  if (!(node instanceof Text) || !node.isConnected) return null;
  const from = Math.max(0, startOffset - REACH);
  const passage = passageAround(node, layout, from, Math.min(node.data.length, startOffset + REACH));
  if (!passage) return null;
  const written = range.toString();
  const { text } = passage;
  for (let start = text.indexOf(written); start >= 0; start = text.indexOf(written, start + 1)) {
    const at = passage.locate(start, false);
    if (at?.node !== node || at.offset !== startOffset) continue;
    return { passage, start, end: start + written.length };
  }
  return null;
}

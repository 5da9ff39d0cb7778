import { alikeOf, type Silence } from '../detect/silence.ts';
import { type Passage, passageAround } from './passage.ts';
import { readSurroundings } from './surroundings.ts';
import { type Layout, readLayout } from './text-layout.ts';

/** So much of a long text is read on both sides of a code. */
const REACH = 500;

/**
 * The place of a marked code, told as the scan tells it: for a reader who says that it is none.
 *
 * @param range The code's own range.
 * @returns Null where the code has left the page.
 */
export function silenceAt(range: Range, code: string, host: string): Silence | null {
  const place = placeAt(range);
  if (!place) return null;
  const { text, start, end, context } = place;
  return { host, code, ...alikeOf(text, start, end, context) };
}

/** The passage around a code, where the code stands in it, and what the page says around. */
export function placeAt(range: Range) {
  const layout = readLayout();
  const place = passageAt(range, layout);
  if (!place) return null;
  const { passage, ...rest } = place;
  const context = readSurroundings({ host: '', path: '', provider: null }, layout).of(passage.block);
  return { text: passage.text, ...rest, context };
}

/** The passage around a code, and where the code stands in it. */
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

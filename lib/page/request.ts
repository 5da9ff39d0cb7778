import { isElement, isText, ofNode } from '../dom/nodes.ts';
import type { Mark, Marks } from './marks.ts';
import type { CardRequest } from './page-api.ts';
import { rangeOf } from './page-mark.ts';
import { passageAround } from './passage.ts';
import { labelledText, readSurroundings, rowText, type Site } from './surroundings.ts';
import { readLayout } from './text-layout.ts';

const MAX_NEARBY = 2000;

/**
 * Creates the card request for a mark.
 *
 * @param how `walks` is true for navigation through all marks.
 */
export function requestFor(
  mark: Mark,
  marks: Marks,
  site: Site,
  { focus, walks }: { focus: boolean; walks: boolean },
): CardRequest {
  const all = marks.inOrder();
  const same = all.filter(({ hit }) => hit.code === mark.hit.code);
  const unmarked = marks.unmarkedOf(mark.hit.code);
  return {
    ...requestedOf(mark.hit),
    ...textAround(mark.nodes[0], mark.drawn.startOffset, site),
    host: site.host,
    path: site.path,
    position: [same.indexOf(mark) + 1, same.length],
    ...(unmarked > 0 && { unmarked }),
    walked: walks ? [all.indexOf(mark) + 1, all.length] : null,
    focus,
    pinned: false,
    range: rangeOf(mark),
  };
}

/** Returns the fields of a hit that the card needs. */
export const requestedOf = ({ code, subcode, meanings, strength }: Mark['hit']) => ({
  code,
  subcode,
  meanings: meanings.map(({ key, score }) => ({ key, score })),
  hit: true,
  strength,
});

type TextAround = Pick<CardRequest, 'nearby' | 'own' | 'labelled'>;

/** Returns the text around a position: all of it for reading, and the part about this code. */
export function textAround(node: Text, offset: number, site: Site): TextAround {
  const layout = readLayout();
  const from = Math.max(0, offset - 500);
  const passage = passageAround(node, layout, from, Math.min(node.data.length, offset + 500));
  if (!passage) {
    const text = node.data.slice(from, from + MAX_NEARBY);
    return { nearby: text, own: text };
  }
  const { text, block } = passage;
  const { row: around = '' } = readSurroundings(site, layout).of(block);
  const row = rowText(block, layout);
  const both = (more: string) => (text.includes(more) ? text : `${text}\n${more}`).slice(0, MAX_NEARBY);
  const labelled = labelledText(block, layout, MAX_NEARBY);
  return { nearby: both(around), own: row.includes(text) ? row : both(row), labelled };
}

/** Returns the first text at or after the start of a range. */
export function firstText(range: Range): { node: Text; offset: number } | null {
  const { startContainer, startOffset, commonAncestorContainer } = range;
  if (isText(startContainer)) return { node: startContainer, offset: startOffset };
  const root = isElement(startContainer)
    ? (ofNode(startContainer, 'childNodes').item(startOffset) ?? startContainer)
    : startContainer;
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  walker.currentNode = root;
  const text = isText(root) ? root : walker.nextNode();
  return text ? { node: text as Text, offset: 0 } : null;
}

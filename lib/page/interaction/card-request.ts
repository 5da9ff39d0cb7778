import type { TextContext } from '../../detect/hit.ts';
import { appendText, selectTextAround } from '../../structure/around-code.ts';
import {
  createTreeWalker,
  getNodeProperty,
  isElementNode,
  isTextNode,
} from '../dom/nodes.ts';
import type { Marks } from '../marking/marks.ts';
import type { CardRequest } from '../marking/page-api.ts';
import { getMarkRange, type PageMark } from '../marking/page-mark.ts';
import { readRecipientRows } from '../marking/recipient-rows.ts';
import { createPassageAround } from '../text/passage.ts';
import { createLayout } from '../text/readable-text.ts';
import {
  createSurroundings,
  readRowText,
  type Site,
} from '../text/surroundings.ts';

/** @param how `walks` is true for navigation through all marks. */
export function createCardRequest(
  mark: PageMark,
  marks: Marks,
  site: Site,
  { focus: takesFocus, walks }: { focus: boolean; walks: boolean },
): CardRequest {
  const all = marks.inOrder();
  const owner = marks.ownerOf(mark);

  const same = marks
    .failures()
    .filter(({ hit }) => hit.code === owner.hit.code);

  const unmarked = marks.countUnmarked(owner.hit.code);
  const surroundings = createSurroundings(site, createLayout());
  const { around } = readTextAround(
    mark.nodes[0],
    mark.drawn.startOffset,
    site,
  );
  const recipientRows = around.labelled?.isRow
    ? readRecipientRows(mark, marks, surroundings)
    : undefined;

  return {
    ...toRequestedCode(mark.hit),
    ...around,
    ...(recipientRows && { recipientRows }),
    host: site.host,
    path: site.path,
    position: [same.indexOf(owner) + 1, same.length],
    ...(unmarked > 0 && { unmarked }),
    navigationStep: walks ? [all.indexOf(mark) + 1, all.length] : null,
    takesFocus,
    isPinned: false,
    range: getMarkRange(mark),
  };
}

export const toRequestedCode = ({
  code,
  subcode,
  meanings,
  wording,
}: PageMark['hit']) => ({
  code,
  subcode,
  meanings: meanings.map(({ key, score }) => ({ key, score })),
  hit: true,
  ...(wording && { wording }),
});

/** Returns the text around a position (all of it for reading, and the part about this code) and its context on the page. */
export function readTextAround(
  node: Text,
  offset: number,
  site: Site,
): {
  around: Pick<CardRequest, 'nearby' | 'own' | 'labelled'>;
  context: TextContext | null;
} {
  const layout = createLayout();
  const passage = createPassageAround(node, offset, layout);
  if (!passage) return { around: { nearby: '', own: '' }, context: null };

  const { block } = passage;
  const surroundings = createSurroundings(site, layout);
  const context = surroundings.of(block);
  const { entry, isLog, ...around } = selectTextAround({
    passage: passage.text,
    offset: passage.offsetOf(offset),
    row: context.row,
    labelled: surroundings.readLabelled(block),
  });
  if (isLog) return { around: { ...around, own: entry }, context };

  const row = readRowText(block, layout);
  const own = row.includes(entry) ? row : appendText(entry, row);

  return { around: { ...around, own }, context };
}

export function findFirstText(
  range: Range,
): { node: Text; offset: number } | null {
  const { startContainer, startOffset, commonAncestorContainer } = range;
  if (isTextNode(startContainer))
    return { node: startContainer, offset: startOffset };

  const root = isElementNode(startContainer)
    ? (getNodeProperty(startContainer, 'childNodes').item(startOffset) ??
      startContainer)
    : startContainer;

  const walker = createTreeWalker(
    commonAncestorContainer,
    NodeFilter.SHOW_TEXT,
  );

  walker.currentNode = root;

  const text = isTextNode(root) ? root : walker.nextNode();

  return text ? { node: text as Text, offset: 0 } : null;
}

import {
  findTimedEntry,
  splitLines,
  startsEntry,
} from '../../structure/lines.ts';
import {
  createTreeWalker,
  getNodeProperty,
  isElementNode,
  isTextNode,
} from '../dom/nodes.ts';
import type { Marks } from '../marking/marks.ts';
import type { CardRequest } from '../marking/page-api.ts';
import { getMarkRange, type PageMark } from '../marking/page-mark.ts';
import { createPassageAround } from '../text/passage.ts';
import {
  createSurroundings,
  readLabelledText,
  readRowText,
  type Site,
} from '../text/surroundings.ts';
import { createLayout } from '../text/text-layout.ts';

const MAX_NEARBY_UNITS = 2000;

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

  return {
    ...toRequestedCode(mark.hit),
    ...readTextAround(mark.nodes[0], mark.drawn.startOffset, site).around,
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
export function readTextAround(node: Text, offset: number, site: Site) {
  const layout = createLayout();
  const passage = createPassageAround(node, offset, layout);
  if (!passage) return { around: { nearby: '', own: '' }, context: null };

  const { block } = passage;
  const entry = findTimedEntry(passage.text, passage.offsetOf(offset));

  const text = entry
    ? passage.text.slice(entry.start, entry.end)
    : passage.text;

  const context = createSurroundings(site, layout).of(block);
  const row = readRowText(block, layout);

  const appendText = (more: string) =>
    (text.includes(more) ? text : `${text}\n${more}`).slice(
      0,
      MAX_NEARBY_UNITS,
    );

  const labelled = readLabelledText(block, layout, MAX_NEARBY_UNITS);

  // Around an entry of a log are those of other messages.
  if (
    entry &&
    !row &&
    [passage.text, context.row ?? '', labelled].some(hasEntries)
  )
    return { around: { nearby: text, own: text, labelled: text }, context };

  const own = row.includes(text) ? row : appendText(row);

  return {
    around: { nearby: appendText(context.row ?? ''), own, labelled },
    context,
  };
}

const hasEntries = (text: string) =>
  splitLines(text).filter((line) => startsEntry(line)).length > 1;

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

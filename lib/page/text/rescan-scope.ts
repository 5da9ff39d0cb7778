import { memoize } from '../../core/get-or-insert.ts';
import {
  closest,
  createTreeWalker,
  getDocumentProperty,
  getNodeProperty,
  isElementNode,
  isTextNode,
  matches,
  query,
  walk,
} from '../dom/nodes.ts';
import { findHeadRow, GRID } from './find-column-header.ts';
import { type Block, isShadowRoot } from './readable-text.ts';
import {
  findRecordsAround,
  findRowWithoutHeaders,
  hasHeaderInFirstRow,
} from './sibling-lines.ts';
import { LIST_ITEM, ROW, TABLE_ROW } from './value-label.ts';

/** Maximum texts of a group (or row) that is read again after a change inside it. */
const MAX_SMALL_GROUP_UNITS = 40;
const MAX_SMALL_ROW_UNITS = 200;
const MAX_CLIMB_LEVELS = 3;
const HEADER = 'thead,th,[role="columnheader"]';

export type RescanFinder = ReturnType<typeof createRescanFinder>;

/** Creates a finder of what to read again after changes. Remembers tables and rows, so create a new one for each batch of changes. */
export function createRescanFinder() {
  const hasHeader = memoize(hasHeaderInFirstRow);
  const isSmallRow = memoize(
    (row: Element) =>
      // Most rows have fewer characters than that, which is faster to tell.
      (getNodeProperty(row, 'textContent')?.length ?? 0) <=
        MAX_SMALL_ROW_UNITS || isSmall(row, MAX_SMALL_ROW_UNITS),
  );

  /** Returns the row or short list around a block, or adjacent rows, which are evidence in a table without headers. Null if there are none. */
  function findRowsAround(
    block: Element,
    known: ReadonlySet<Node>,
  ): Element[] | null {
    const last = getNodeProperty(block, 'lastElementChild');

    const unheaded = findRowWithoutHeaders(
      last && matches(last, TABLE_ROW) ? last : block,
      hasHeader,
    );

    if (unheaded) return findRecordsAround(unheaded);

    const row = closest(block, ROW);
    if (!row || !(known.has(row) || isSmallRow(row))) return null;

    const list =
      matches(row, LIST_ITEM) && getNodeProperty(row, 'parentElement');

    return [list && isSmall(list, MAX_SMALL_GROUP_UNITS) ? list : row];
  }

  const findHeaderAround = memoize((body: Element) => closest(body, HEADER));

  /** Returns the table or grid whose header contains a node, because its columns may now have another meaning. */
  function findAffectedTable(node: Node): Element | null {
    const element = isElementNode(node) ? node : node.parentElement;
    if (!element || !getNodeProperty(element, 'isConnected')) return null;

    const near = closest(element, `tr,${HEADER}`);
    if (!near || matches(near, HEADER)) return near && findTableOfHeader(near);

    const body = getNodeProperty(near, 'parentElement');
    const header = body && findHeaderAround(body);

    return header ? findTableOfHeader(header) : findTableHeadedBy(near);
  }

  /**
   * Returns the nodes to read again after a node has changed, because it may be evidence for their codes: the row or short list, or the
   * small group of elements around it, or only the adjacent texts.
   *
   * @param known Nodes that will be read again anyway.
   */
  function findNodes(node: Node, known: ReadonlySet<Node>): Node[] {
    const block = toBlock(node) ?? toBlock(node.parentNode);
    if (!block || !getNodeProperty(block, 'isConnected')) return [];

    const rows = isElementNode(block) ? findRowsAround(block, known) : null;
    if (rows) return rows;

    const group = findSmallGroup(block);

    // A shadow root itself would be walked like a page.
    if (isShadowRoot(group))
      return [...group.childNodes].filter(
        (child) => isElementNode(child) || isTextNode(child),
      );

    if (group) return [group];

    return isTextNode(node) ? getNeighbours(node) : [];
  }

  return { findNodes, findAffectedTable };
}

/** Returns the outermost small block around a block, within some levels. Null if it is not small itself. */
function findSmallGroup(block: Block): Block | null {
  let group: Block | null = null;

  for (const around of [
    block,
    ...walk(block, 'parentNode', MAX_CLIMB_LEVELS - 1),
  ]) {
    const next = toBlock(around);
    const isBody = next === getDocumentProperty('body');
    if (!next || isBody || !isSmall(next, MAX_SMALL_GROUP_UNITS)) break;

    group = next;
  }

  return group;
}

const toBlock = (node: Node | null): Block | null =>
  node && (isElementNode(node) || isShadowRoot(node)) ? node : null;

/** Returns the adjacent texts, for a change inside a long block. */
function getNeighbours(text: Text): Node[] {
  return [text.previousSibling, text, text.nextSibling].filter(
    (node) =>
      node !== null &&
      (isTextNode(node) ||
        (isElementNode(node) && isSmall(node, MAX_SMALL_GROUP_UNITS))),
  ) as Node[];
}

/** Returns the table or grid of a header. */
function findTableOfHeader(heading: Element): Element | null {
  const table = closest(heading, GRID) ?? closest(heading, 'table');
  if (!table) return null;
  // A header in a separate table belongs to the adjacent table.
  if (query(table, 'td,[role="cell"],[role="gridcell"]')) return table;

  const around = getNodeProperty(table, 'parentElement');

  return (around && getNodeProperty(around, 'parentElement')) ?? table;
}

/** Returns the table whose first row names the columns without header markup. */
function findTableHeadedBy(row: Element): Element | null {
  const table = row.previousElementSibling ? null : row.closest('table');
  return table && findHeadRow(table) === row ? table : null;
}

function isSmall(block: Block, limit: number): boolean {
  // Not a NodeIterator, which browsers update at every removal until it is collected.
  const texts = createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen <= limit; seen++) if (!texts.nextNode()) return true;
  return false;
}

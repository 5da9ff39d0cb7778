import { firstIn, isElement, isText, nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { isTableRow, rowsAround, unheadedRow } from './column-cells.ts';
import { headRow, plainHeadRow } from './column-header.ts';
import { ROW } from './field-label.ts';
import { type Block, isShadowRoot } from './text-layout.ts';

/** Maximum texts of a group (or row) that is read again after a change inside it. */
const SMALL = 40;
const SMALL_ROW = 200;
const MAX_CLIMB = 3;

/**
 * Returns the nodes to read again after a node has changed, because it may be evidence for their codes: the row, or the
 * small group of elements around it, or only the adjacent texts.
 *
 * @param known Nodes that will be read again anyway.
 */
export function affectedBy(node: Node, known: ReadonlySet<Node>): Node[] {
  let around = asBlock(node) ?? asBlock(node.parentNode);
  if (!around || !ofNode(around, 'isConnected')) return [];
  const row = isElement(around) ? nearestOf(around, ROW) : null;
  // In a table without headers, adjacent rows are evidence for the cells.
  const last = isElement(around) ? ofElement(around, 'lastElementChild') : null;
  const unheaded = isElement(around) && unheadedRow(last && isTableRow(last) ? last : around);
  if (unheaded) return rowsAround(unheaded);
  if (row && (known.has(row) || isSmall(row, SMALL_ROW))) return [row];
  let group: Block | null = null;
  for (let climbed = 0; around && climbed < MAX_CLIMB && isSmall(around, SMALL); climbed++) {
    if (around === document.body) break;
    group = around;
    around = asBlock(ofNode(around, 'parentNode'));
  }
  // A shadow root itself would be walked like a page.
  if (isShadowRoot(group)) return [...group.childNodes].filter((child) => isElement(child) || isText(child));
  if (group) return [group];
  return isText(node) ? neighboursOf(node) : [];
}

const asBlock = (node: Node | null): Block | null =>
  node && (isElement(node) || isShadowRoot(node)) ? node : null;

/** Returns the adjacent texts, for a change inside a long block. */
function neighboursOf(text: Text): Node[] {
  return [text.previousSibling, text, text.nextSibling].filter(
    (node) => node !== null && (isText(node) || (isElement(node) && isSmall(node, SMALL))),
  ) as Node[];
}

/** Returns the table or grid whose header contains a node, because its columns may now have another meaning. */
export function tableOf(node: Node): Element | null {
  const element = isElement(node) ? node : node.parentElement;
  if (!element || !ofNode(element, 'isConnected')) return null;
  const heading = nearestOf(element, 'thead,th,[role="columnheader"]');
  if (!heading) return tableHeadedBy(nearestOf(element, 'tr'));
  const grid = nearestOf(heading, '[role="grid"],[role="treegrid"],[role="table"]');
  const table = grid ?? nearestOf(heading, 'table');
  if (!table) return null;
  // A header in a separate table belongs to the adjacent table.
  if (firstIn(table, 'td,[role="cell"],[role="gridcell"]')) return table;
  const around = ofNode(table, 'parentElement');
  return (around && ofNode(around, 'parentElement')) ?? table;
}

/** Returns the table whose first row names the columns without header markup. */
function tableHeadedBy(row: Element | null): Element | null {
  if (!row || row.previousElementSibling) return null;
  const table = row.closest('table');
  return table && (headRow(table) ?? plainHeadRow(table)) === row ? table : null;
}

function isSmall(block: Block, limit: number): boolean {
  // Not a NodeIterator: browsers update it at every removal until it is collected.
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen <= limit; seen++) if (!texts.nextNode()) return true;
  return false;
}

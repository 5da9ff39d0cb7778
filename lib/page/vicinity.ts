import { firstIn, isElement, isText, nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { isTableRow, rowsAround, unheadedRow } from './column-cells.ts';
import { headRow, plainHeadRow } from './column-header.ts';
import { ROW } from './field-label.ts';
import { type Block, isShadowRoot } from './text-layout.ts';

/** A group of more texts than this is not read again for a change within it. */
const SMALL = 40;
const SMALL_ROW = 200;
const MAX_CLIMB = 3;

/**
 * What has to be read again when a node changed, since its codes may be judged by it: the row, or the small group of
 * elements around it, or just what follows it.
 *
 * @param known What is read again anyway.
 */
export function affectedBy(node: Node, known: ReadonlySet<Node>): Node[] {
  let around = asBlock(node) ?? asBlock(node.parentNode);
  if (!around || !ofNode(around, 'isConnected')) return [];
  const row = isElement(around) ? nearestOf(around, ROW) : null;
  // The cells of a table without heads are judged by the rows next to them.
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
  // The root itself would be walked as a page is.
  if (isShadowRoot(group)) return [...group.childNodes].filter((child) => isElement(child) || isText(child));
  if (group) return [group];
  return isText(node) ? neighboursOf(node) : [];
}

const asBlock = (node: Node | null): Block | null =>
  node && (isElement(node) || isShadowRoot(node)) ? node : null;

/** Texts on both sides, for a change in the midst of a long block. */
function neighboursOf(text: Text): Node[] {
  return [text.previousSibling, text, text.nextSibling].filter(
    (node) => node !== null && (isText(node) || (isElement(node) && isSmall(node, SMALL))),
  ) as Node[];
}

/** The table or grid whose heading a node is part of: its columns mean something else now. */
export function tableOf(node: Node): Element | null {
  const element = isElement(node) ? node : node.parentElement;
  if (!element || !ofNode(element, 'isConnected')) return null;
  const heading = nearestOf(element, 'thead,th,[role="columnheader"]');
  if (!heading) return tableHeadedBy(nearestOf(element, 'tr'));
  const grid = nearestOf(heading, '[role="grid"],[role="treegrid"],[role="table"]');
  const table = grid ?? nearestOf(heading, 'table');
  if (!table) return null;
  // A head in a table of its own belongs to the table beside it.
  if (firstIn(table, 'td,[role="cell"],[role="gridcell"]')) return table;
  const around = ofNode(table, 'parentElement');
  return (around && ofNode(around, 'parentElement')) ?? table;
}

/** Of a first row that names the columns without being marked as their head. */
function tableHeadedBy(row: Element | null): Element | null {
  if (!row || row.previousElementSibling) return null;
  const table = row.closest('table');
  return table && (headRow(table) ?? plainHeadRow(table)) === row ? table : null;
}

function isSmall(block: Block, limit: number): boolean {
  // No NodeIterator: a browser keeps each up to date with every removal until it is collected.
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let seen = 0; seen <= limit; seen++) if (!texts.nextNode()) return true;
  return false;
}

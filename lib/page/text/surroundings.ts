import { getOrInsert } from '../../core/get-or-insert.ts';
import { SUBCODE_NAME, type TextContext } from '../../detect/hit.ts';
import {
  closest,
  getAttribute,
  getElementProperty,
  getNodeProperty,
  hasMoreChildren,
  isElementNode,
  isTextNode,
  matches,
  query,
} from '../../dom/nodes.ts';
import { createHeadingCache, findColumnHeader, readSubcodeCell } from './column-header.ts';
import { findListHeading } from './list-heading.ts';
import { findPlainCell, type PlainHeadCache } from './plain-grid.ts';
import { findSectionHeading } from './section-heading.ts';
import { createSiblingCache, findSiblingLines, findUnheadedRow } from './sibling-lines.ts';
import { type Block, CELL, getBlockElement, isTableCell, type Layout } from './text-layout.ts';
import { findLabelBelow, findValueLabel, getBeginning, ROW } from './value-label.ts';

const HEAD_CELL = 'thead *,[role="columnheader"]';
const MAX_ROW_LENGTH = 1000;
/** Maximum text length of a block that counts as a row. */
const MAX_BLOCK_LENGTH = 240;
const MAX_BLOCK_CHILDREN = 12;
/** Maximum rows of the page of one message. */
const MAX_RECORD_FIELDS = 24;
const TABLE_ROW = 'tr,[role="row"]';
const SUBCODE = /^[1-9]\d{0,6}$/;
const MAX_ICON_NAME_LENGTH = 40;

/** The location of a frame. */
export interface Site {
  host: string;
  path: string;
  provider: string | null;
}

/** Reads the context of a passage. Caches results for one batch of work. */
export interface Surroundings {
  of(block: Block): TextContext;
}

export function createSurroundings(site: Site, layout: Layout): Surroundings {
  const headings = createHeadingCache();
  const sections = new Map<Element, string>();
  const rows = new Map<Element, string>();
  const plainHeads: PlainHeadCache = new Map();
  const siblings = createSiblingCache();
  const { host, path, provider } = site;

  const readTableRow = (row: Element) => {
    const isTableRow = getElementProperty(row, 'localName') === 'tr';
    const text = isTableRow ? readRow(row) : readElementText(row, layout, MAX_ROW_LENGTH);
    const subcode = matches(row, TABLE_ROW) ? readSubcodeCell(row, headings) || readSubcodeRow(row) : '';
    return SUBCODE.test(subcode) ? `${text}\tsubcode ${subcode}` : text;
  };

  const reader = {
    readText: (field: Element) => readElementText(field, layout, MAX_BLOCK_LENGTH),
    readLabel: (field: Element) => findValueLabel(field, null, false),
  };

  return {
    of(block) {
      const element = getBlockElement(block);
      const own = isTableCell(element) ? element : closest(element, CELL);
      const plain = own ? null : findPlainCell(element, plainHeads);
      const cell = own ?? plain?.cell ?? null;
      const column = plain ? plain.header : own && findColumnHeader(own, headings);
      const label = plain ? '' : findValueLabel(element, cell, column !== null);
      const below = label || cell ? '' : findLabelBelow(element);
      const heading = findSectionHeading(element, sections);
      const isUnheaded = cell !== null && !column && !label && findUnheadedRow(cell) !== null;
      // In a column of values, its header decides.
      const { record, lines } =
        cell === null || isUnheaded || /\p{L}/u.test(getBeginning(cell))
          ? findSiblingLines(cell ?? element, cell, cell ? '' : label, siblings, reader)
          : { record: element, lines: '' };
      // A tile is not an item of a list with a heading.
      const header = cell ? column : below ? '' : findListHeading(element, lines ? record : null);
      const row = plain?.row ?? (cell || record === element ? findNearestBlock(element) : record);
      const context: TextContext = { host, path, row: getOrInsert(rows, row, readTableRow) };
      if (provider) context.provider = provider;
      // Under an empty header, a cell is a row number or a control.
      if (header) context.header = header;
      else if (cell && column === '' && !matches(cell, HEAD_CELL)) context.header = '';
      if (label) context.label = label;
      if (below) context.below = below;
      if (lines) context.lines = lines;
      if (heading) context.heading = heading;
      return context;
    },
  };
}

/** Returns the visible text of the row or list item that contains a block. Returns `''` if there is none. */
export function readRowText(block: Block, layout: Layout): string {
  const row = findRow(getBlockElement(block));
  return row ? readElementText(row, layout, MAX_ROW_LENGTH) : '';
}

/** Returns the row with a header before each cell, or else the largest surrounding block within the limit that contains no list. */
export function readLabelledText(block: Block, layout: Layout, limit: number): string {
  const element = getBlockElement(block);
  const headings = createHeadingCache();
  const formatLabelledCell = (cell: Element) =>
    `${findColumnHeader(cell, headings)}: ${readElementText(cell, layout, MAX_BLOCK_LENGTH)}`;
  const row = findRow(element);
  if (row) return [...row.children].map(formatLabelledCell).join('\n').slice(0, limit);
  let text = '';
  for (let around: Element | null = element; around; around = getNodeProperty(around, 'parentElement')) {
    const more = query(around, ROW) ? null : readElementText(around, layout, limit + 1);
    if (more === null || more.length > limit) break;
    text = more;
  }
  return text;
}

/** Returns the value of the only row for a subcode, on a page on which each row is a name and its value. */
function readSubcodeRow(row: Element): string {
  const parent = getNodeProperty(row, 'parentElement');
  if (row.children.length !== 2 || !parent || hasMoreChildren(parent, MAX_RECORD_FIELDS)) return '';
  const rows = [...getElementProperty(parent, 'children')].filter(
    ({ children }) => children.length === 2 && SUBCODE_NAME.test(getBeginning(children[0] as Element)),
  );
  return rows.length === 1 ? getBeginning(rows[0]?.children[1] as Element).trim() : '';
}

function findRow(element: Element): Element | null {
  const parent = isTableCell(element) ? element.parentElement : null;
  if (parent && getElementProperty(parent, 'localName') === 'tr') return parent;
  return closest(element, ROW);
}

/** Returns the row or list item, or else the largest surrounding block that is still short. */
function findNearestBlock(element: Element): Element {
  const row = findRow(element);
  if (row) return row;
  let best = element;
  for (let climbed = 0; climbed < 4; climbed++) {
    const parent = getNodeProperty(best, 'parentElement');
    if (
      !parent ||
      getElementProperty(parent, 'localName') === 'body' ||
      hasMoreChildren(parent, MAX_BLOCK_CHILDREN)
    )
      break;
    if (getBeginning(parent, MAX_BLOCK_LENGTH + 1).length > MAX_BLOCK_LENGTH || query(parent, ROW)) break;
    best = parent;
  }
  return best;
}

/** Reads the cells of a table row, including hidden text, because `textContent` is fast and there are many rows. */
function readRow(row: Element): string {
  let text = '';
  for (
    let cell = row.firstElementChild;
    cell && text.length < MAX_ROW_LENGTH;
    cell = getElementProperty(cell, 'nextElementSibling')
  ) {
    const firstChild = getNodeProperty(cell, 'firstChild');
    const isOne = firstChild !== null && isTextNode(firstChild) && firstChild.nextSibling === null;
    text += `${text && '\t'}${(isOne ? firstChild.data : (getNodeProperty(cell, 'textContent') ?? '')).trim()}`;
  }
  return text.slice(0, MAX_ROW_LENGTH);
}

/** Returns the visible text of an element with separators between blocks and cells, up to a length. */
export function readElementText(element: Element, layout: Layout, limit: number): string {
  let text = '';
  const readTableRow = (parent: Element) => {
    for (const child of getNodeProperty(parent, 'childNodes')) {
      if (text.length >= limit) return;
      if (isTextNode(child)) text += child.data;
      else if (isElementNode(child)) {
        const edge = layout.edge(child);
        if (edge === null) continue;
        if (edge !== '' && text !== '' && !/\s$/.test(text.slice(-1))) text += edge;
        if (!child.firstChild) text += getIconName(child);
        readTableRow(child);
        if (edge !== '' && text !== '' && !/\s$/.test(text.slice(-1))) text += edge;
      }
    }
  };
  readTableRow(element);
  return text.slice(0, limit).trim();
}

/** Returns the name of an icon without text, which often is the status of a row: `<i aria-label="Failed">`. */
function getIconName(element: Element): string {
  const name =
    getAttribute(element, 'aria-label') ?? getAttribute(element, 'alt') ?? getAttribute(element, 'title');
  return name ? `${name.slice(0, MAX_ICON_NAME_LENGTH)} ` : '';
}

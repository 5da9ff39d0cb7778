import { getOrInsert } from '../detect/get-or-insert.ts';
import type { TextContext } from '../detect/hit.ts';
import { firstIn, fits, isElement, isText, nearestOf, ofElement, ofNode } from '../dom/nodes.ts';
import { columnCells, listValues } from './column-cells.ts';
import { columnHeader, noHeadings } from './column-header.ts';
import { beginOf, labelBelow, labelOf, ROW } from './field-label.ts';
import { listHeading } from './list-heading.ts';
import { type KnownPlainHeads, plainCellOf } from './plain-grid.ts';
import { sectionHeading } from './section-heading.ts';
import { type Block, CELL, elementOf, isTableCell, type Layout } from './text-layout.ts';

const HEAD_CELL = 'thead *,[role="columnheader"]';
const MAX_ROW = 1000;
/** Maximum text length of a block that counts as a row. */
const MAX_BLOCK = 240;

/** The location of a frame. */
export interface Site {
  host: string;
  path: string;
  /** The provider that the user selected. */
  provider: string | null;
}

/** Reads the context of a passage. Caches results for one batch of work. */
export interface Surroundings {
  of(block: Block): TextContext;
}

export function readSurroundings(site: Site, layout: Layout): Surroundings {
  const headings = noHeadings();
  const sections = new Map<Element, string>();
  const rows = new Map<Element, string>();
  const plainHeads: KnownPlainHeads = new Map();
  const { host, path, provider } = site;

  const read = (row: Element) =>
    ofElement(row, 'localName') === 'tr' ? readRow(row) : readText(row, layout, MAX_ROW);

  return {
    of(block) {
      const element = elementOf(block);
      const own = isTableCell(element) ? element : nearestOf(element, CELL);
      const plain = own ? null : plainCellOf(element, plainHeads);
      const cell = own ?? plain?.cell ?? null;
      const column = plain ? plain.header : own && columnHeader(own, headings);
      const label = plain ? '' : labelOf(element, cell, column !== null);
      const below = label || cell ? '' : labelBelow(element);
      // A tile is not an item of a list with a heading.
      const header = cell ? column : below ? '' : listHeading(element);
      const heading = sectionHeading(element, sections);
      const row = plain?.row ?? nearest(element);
      const context: TextContext = { host, path, row: getOrInsert(rows, row, read) };
      if (provider) context.provider = provider;
      // A cell below an empty head is a row's number or a control.
      if (header) context.header = header;
      else if (cell && column === '' && !fits(cell, HEAD_CELL)) context.header = '';
      if (label) context.label = label;
      if (below) context.below = below;
      const values = header || label ? '' : cell ? columnCells(cell) : listValues(element);
      if (values) context.column = values;
      if (heading) context.heading = heading;
      return context;
    },
  };
}

/** Returns the visible text of the row or list item that contains a block. Returns `''` if there is none. */
export function rowText(block: Block, layout: Layout): string {
  const row = rowOf(elementOf(block));
  return row ? readText(row, layout, MAX_ROW) : '';
}

/** Returns the row with a header before each cell, or else the largest surrounding block within the limit that contains no list. */
export function labelledText(block: Block, layout: Layout, limit: number): string {
  const element = elementOf(block);
  const headings = noHeadings();
  const labelled = (cell: Element) => `${columnHeader(cell, headings)}: ${readText(cell, layout, MAX_BLOCK)}`;
  const row = rowOf(element);
  if (row) return [...row.children].map(labelled).join('\n').slice(0, limit);
  let text = '';
  for (let around: Element | null = element; around; around = ofNode(around, 'parentElement')) {
    const more = firstIn(around, ROW) ? null : readText(around, layout, limit + 1);
    if (more === null || more.length > limit) break;
    text = more;
  }
  return text;
}

function rowOf(element: Element): Element | null {
  const parent = isTableCell(element) ? element.parentElement : null;
  if (parent && ofElement(parent, 'localName') === 'tr') return parent;
  return nearestOf(element, ROW);
}

/** Returns the row or list item, or else the largest surrounding block that is still short. */
function nearest(element: Element): Element {
  const row = rowOf(element);
  if (row) return row;
  let best = element;
  for (let climbed = 0; climbed < 4; climbed++) {
    const parent = ofNode(best, 'parentElement');
    if (!parent || ofElement(parent, 'localName') === 'body' || ofElement(parent, 'childElementCount') > 12)
      break;
    if (beginOf(parent, MAX_BLOCK + 1).length > MAX_BLOCK || firstIn(parent, ROW)) break;
    best = parent;
  }
  return best;
}

/** Reads the cells of a table row, including hidden text, because `textContent` is fast and there are many rows. */
function readRow(row: Element): string {
  let text = '';
  for (
    let cell = row.firstElementChild;
    cell && text.length < MAX_ROW;
    cell = ofElement(cell, 'nextElementSibling')
  ) {
    const firstChild = ofNode(cell, 'firstChild');
    const isOne = firstChild !== null && isText(firstChild) && firstChild.nextSibling === null;
    text += `${text && '\t'}${(isOne ? firstChild.data : (ofNode(cell, 'textContent') ?? '')).trim()}`;
  }
  return text.slice(0, MAX_ROW);
}

/** Returns the visible text of an element with separators between blocks and cells, up to a length. */
export function readText(element: Element, layout: Layout, limit: number): string {
  let text = '';
  const read = (parent: Element) => {
    for (const child of ofNode(parent, 'childNodes')) {
      if (text.length >= limit) return;
      if (isText(child)) text += child.data;
      else if (isElement(child)) {
        const edge = layout.edge(child);
        if (edge === null) continue;
        if (edge !== '' && text !== '' && !/\s$/.test(text.slice(-1))) text += edge;
        read(child);
        if (edge !== '' && text !== '' && !/\s$/.test(text.slice(-1))) text += edge;
      }
    }
  };
  read(element);
  return text.slice(0, limit).trim();
}

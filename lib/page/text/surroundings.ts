import { memoize } from '../../core/get-or-insert.ts';
import { SUBCODE_NAME, type TextContext } from '../../detect/hit.ts';
import { MAX_NEARBY_UNITS, type RowText } from '../../structure/around-code.ts';
import {
  closest,
  getAttribute,
  getNodeProperty,
  hasMoreChildren,
  isElementNode,
  isTextNode,
  matches,
  query,
  walk,
} from '../dom/nodes.ts';
import { createCustomerMessageTest } from './customer-message.ts';
import {
  findColumnHeader,
  findHead,
  findTableCell,
  HeadingCache,
  readRowHeaders,
  readSubcodeCell,
} from './find-column-header.ts';
import { findListHeading } from './list-heading.ts';
import {
  type Block,
  getBlockElement,
  isTableCell,
  type Layout,
} from './readable-text.ts';
import { createSectionHeadings } from './section-heading.ts';
import {
  findRecordsAround,
  findRowWithoutHeaders,
  findSiblingLines,
  hasHeaderInFirstRow,
  type SiblingLines,
} from './sibling-lines.ts';
import { createTableRowReader, MAX_ROW_LENGTH } from './table-row-reader.ts';
import {
  findLabelBelow,
  findValueLabel,
  getBeginning,
  ROW,
  TABLE_ROW,
} from './value-label.ts';

const ONE_OR_TWO_DIGITS = /^\s{0,9}\d{1,2}\s{0,9}$/;
const HEADER = 'thead,[role="columnheader"]';
const HEAD_CELL = 'thead *,[role="columnheader"]';
/** Maximum text length of a block that counts as a row. */
const MAX_BLOCK_LENGTH = 240;
const MAX_BLOCK_CHILDREN = 12;
const MAX_CLIMB_LEVELS = 4;
/** Maximum rows of the page of one message. */
const MAX_RECORD_FIELDS = 24;
const SUBCODE = /^[1-9]\d{0,6}$/;
const MAX_ICON_NAME_LENGTH = 40;
/** Words before the first number. */
const WORDS_FIRST = /^[^\p{L}\p{Nd}]*\p{L}\P{Nd}*\p{Nd}/u;
const NO_CELL = { cell: null, plainRow: null, header: null };

export interface Site {
  host: string;
  path: string;
  provider: string | null;
  /** IANA name of the zone of times that name none. */
  timeZone?: string | null;
}

/** Returns a reader for the context of passages. Caches results for one batch of work. */
export type Surroundings = ReturnType<typeof createSurroundings>;

export function createSurroundings(
  { host, path, provider, timeZone }: Site,
  layout: Layout,
) {
  const headings = new HeadingCache();
  const findSectionHeading = createSectionHeadings();
  const siblings = new Map<Element, SiblingLines>();
  const plainRows = new Set<Element>();
  const isOfCustomer = createCustomerMessageTest();
  const readAuthor = (element: Element): Pick<TextContext, 'isOfCustomer'> =>
    isOfCustomer(element) ? { isOfCustomer: true } : {};

  const readRow = createTableRowReader();
  const hasHeader = memoize(hasHeaderInFirstRow);

  const readTableRow = memoize((row: Element) => {
    const isTableRow = getNodeProperty(row, 'localName') === 'tr';

    const text = isTableRow
      ? readRow(row)
      : readElementText(row, layout, MAX_ROW_LENGTH);

    const isPlain = plainRows.has(row);
    const hasCells = isPlain || matches(row, TABLE_ROW);

    const subcode = hasCells
      ? readSubcodeCell(row, isPlain, headings) || readSubcodeRow(row)
      : '';

    return SUBCODE.test(subcode) ? `${text}\tsubcode ${subcode}` : text;
  });

  const reader = {
    readText: memoize((field: Element) =>
      readElementText(field, layout, MAX_BLOCK_LENGTH),
    ),
    readLabel: memoize((field: Element) => findValueLabel(field, null, false)),
  };

  const isShort = (one: Element) =>
    /^[^\n\t:]{1,60}:?$/.test(reader.readText(one));

  /** Returns the text of a row or block. If it is a field beside others, returns the name of each, or the name with its value. */
  const readFields = memoize((block: Element) => {
    const isPair =
      block.children.length === 2 &&
      (matches(block, 'tr') ||
        (!matches(block, 'li') && [...block.children].every(isShort)));

    const isField =
      isPair || /^[^\n\t:]{1,60}:[^\n\t:]{1,60}$/.test(reader.readText(block));

    const fields = isField ? findRecordsAround(block) : [block];
    if (fields.length < 2) return reader.readText(block);

    return fields
      .map((one) => reader.readText((isPair && one.firstElementChild) || one))
      .join('\n');
  });

  return {
    readLabelled: createLabelledReader(layout, headings, timeZone),
    of(block: Block): TextContext {
      const element = getBlockElement(block);
      const place = findPlace(element);
      const { cell, plainRow, header, lines } = place;

      if (plainRow) plainRows.add(plainRow);

      const heading = place.section || (place.isSentence ? place.above : '');
      const around = readAround(place);

      // Under an empty header, a cell is a row number or a control.
      const isUnnamed =
        cell !== null && header === '' && !matches(cell, HEAD_CELL);

      return {
        host,
        path,
        row: readTableRow(findOwnRow(place)),
        ...(provider && { provider }),
        ...readAuthor(element),
        ...((header || isUnnamed) && { header: header ?? '' }),
        ...(place.label && { label: place.label }),
        ...(around && { around }),
        ...(place.below && { below: place.below }),
        ...(lines && { lines }),
        ...(heading && { heading }),
      };
    },
  };

  /** Finds the cell of a block, and the texts that name its value. */
  function findPlace(element: Element): Place {
    const found = findTableCell(element, headings) ?? NO_CELL;
    const { cell, plainRow, header: column } = found;
    const section = findSectionHeading(element);
    const isSentence = cell === null && WORDS_FIRST.test(getBeginning(element));
    const label = readLabel(element, found, section, isSentence);
    const below = label || cell ? '' : findLabelBelow(element);
    const { record, lines } = findLines(element, cell, column, label);

    // A tile is not an item of a list with a heading.
    const list = lines ? record : null;
    const above = cell || below ? '' : findListHeading(element, list);
    const headed = isSentence ? '' : above;

    return {
      element,
      cell,
      plainRow,
      section,
      isSentence,
      label,
      below,
      record,
      lines,
      above,
      header: cell ? column : headed,
    };
  }

  /** The heading of a section labels a value below it, but no number in a sentence. */
  function readLabel(
    element: Element,
    { cell, plainRow, header }: Pick<Place, 'cell' | 'plainRow' | 'header'>,
    section: string,
    isSentence: boolean,
  ): string {
    if (plainRow || isBadge(element)) return '';

    const label = findValueLabel(element, cell, header !== null);

    return isSentence && label === section ? '' : label;
  }

  /** Finds the lines that repeat an element's. In a column of values, its header decides. */
  function findLines(
    element: Element,
    cell: Element | null,
    column: string | null,
    label: string,
  ): SiblingLines {
    const isUnheaded =
      cell !== null &&
      !column &&
      !label &&
      findRowWithoutHeaders(cell, hasHeader) !== null;

    if (cell && !isUnheaded && !/\p{L}/u.test(getBeginning(cell)))
      return { record: element, lines: '' };

    return findSiblingLines(
      cell ?? element,
      cell,
      cell ? '' : label,
      siblings,
      reader,
    );
  }

  function findOwnRow({ plainRow, cell, record, element }: Place): Element {
    if (plainRow) return plainRow;

    return cell || record === element ? findNearestBlock(element) : record;
  }

  /** Reads what says of which thing a few words are the state, after a sign: `● Paused`. An option of a filter is none. */
  function readAround({ element, cell, plainRow, header }: Place): string {
    const own = cell ?? element;
    const isWords = /^[^\p{L}\p{Nd}]*\p{L}\P{Nd}{1,60}$/u.test(
      getBeginning(own),
    );

    if (!isWords || closest(own, '[role="listbox"]')) return '';

    const head =
      header && cell && findHead(plainRow ?? cell, plainRow !== null, headings);

    return head
      ? reader.readText(head.around)
      : readFields(findNearestBlock(element));
  }
}

/** Where an element is, and the texts that name its value. */
interface Place extends SiblingLines {
  element: Element;
  cell: Element | null;
  plainRow: Element | null;
  /** The heading of the section. */
  section: string;
  /** The text is a sentence, and in no cell. */
  isSentence: boolean;
  label: string;
  below: string;
  /** The heading of a list. */
  above: string;
  /** The header of the column, or of a list of values. */
  header: string | null;
}

/** Returns true for a small number in a header: a badge of the grid, such as the order of sorting. */
const isBadge = (element: Element): boolean =>
  ONE_OR_TWO_DIGITS.test(getBeginning(element)) &&
  closest(element, HEADER) !== null;

/** Returns the visible text of the row or list item that contains a block. Returns `''` if there is none. */
export function readRowText(block: Block, layout: Layout): string {
  const row = findRow(getBlockElement(block));
  return row ? readElementText(row, layout, MAX_ROW_LENGTH) : '';
}

/** A time that a page may show in other words: `2 hours ago`. */
const TIME = 'time[datetime*=":"]';

/** Returns `Sent: 2 hours ago`, or `Sent: 2026-11-28T10:00Z`, a tab and the shown text. */
function readLabelledCell(
  cell: Element,
  header: string,
  layout: Layout,
): string {
  // Most cells have only a text, and there are many.
  if (!getNodeProperty(cell, 'firstElementChild') && !matches(cell, TIME)) {
    const whole = getNodeProperty(cell, 'textContent') ?? '';
    return `${header}: ${whole.slice(0, MAX_BLOCK_LENGTH).trim()}`;
  }

  const text = readElementText(cell, layout, MAX_BLOCK_LENGTH);
  const time = matches(cell, TIME) ? cell : query(cell, TIME);

  return time
    ? `${header || 'time'}: ${getAttribute(time, 'datetime')}\t${text}`
    : `${header}: ${text}`;
}

/**
 * Creates a reader of the row around a block, with the header before each cell, or else of the largest surrounding block
 * within the limit that contains no list.
 */
function createLabelledReader(
  layout: Layout,
  headings: HeadingCache,
  timeZone: Site['timeZone'],
) {
  const zone = timeZone ? { timeZone } : {};
  const readRow = memoize((row: Element): RowText => {
    const headers = readRowHeaders(row, headings);
    const lines = [...getNodeProperty(row, 'children')].map((cell, at) => {
      const header = headers?.[at] ?? findColumnHeader(cell, headings) ?? '';
      return readLabelledCell(cell, header, layout);
    });
    const text = lines.join('\n').slice(0, MAX_NEARBY_UNITS);
    return { text, isRow: true, ...zone };
  });

  const readBlock = memoize((block: Element): string | false => {
    if (query(block, ROW)) return false;
    const text = readElementText(block, layout, MAX_NEARBY_UNITS + 1);
    return text.length <= MAX_NEARBY_UNITS && text;
  });

  return (block: Block): RowText => {
    const element = getBlockElement(block);
    const row = findRow(element);
    if (row) return readRow(row);

    let text = '';

    for (const around of [element, ...walk(element, 'parentElement')]) {
      const more = readBlock(around);
      if (more === false) break;
      text = more;
    }

    return { text, isRow: false, ...zone };
  };
}

/** Returns the value of the only row for a subcode, on a page on which each row is a name and its value. */
function readSubcodeRow(row: Element): string {
  if (getNodeProperty(row, 'childElementCount') !== 2) return '';

  const parent = getNodeProperty(row, 'parentElement');
  if (!parent || hasMoreChildren(parent, MAX_RECORD_FIELDS)) return '';

  const rows = [...getNodeProperty(parent, 'children')].filter(
    ({ children }) =>
      children.length === 2 &&
      SUBCODE_NAME.test(getBeginning(children[0] as Element)),
  );

  return rows.length === 1
    ? getBeginning(rows[0]?.children[1] as Element).trim()
    : '';
}

function findRow(element: Element): Element | null {
  const parent = isTableCell(element) ? element.parentElement : null;
  if (parent && getNodeProperty(parent, 'localName') === 'tr') return parent;
  return closest(element, ROW);
}

/** Returns the row or list item, or else the largest surrounding block that is still short. */
function findNearestBlock(element: Element): Element {
  const row = findRow(element);
  if (row) return row;

  let best = element;

  for (const parent of walk(element, 'parentElement', MAX_CLIMB_LEVELS)) {
    const isRoot = getNodeProperty(parent, 'localName') === 'body';
    if (isRoot || hasMoreChildren(parent, MAX_BLOCK_CHILDREN)) break;

    if (
      getBeginning(parent, MAX_BLOCK_LENGTH + 1).length > MAX_BLOCK_LENGTH ||
      query(parent, ROW)
    )
      break;

    best = parent;
  }

  return best;
}

/** Returns the visible text of an element with separators between blocks and cells, up to a length. */
function readElementText(
  element: Element,
  layout: Layout,
  limit: number,
): string {
  let text = '';
  let last = ' ';

  const add = (piece: string) => {
    text += piece;
    last = piece.slice(-1) || last;
  };

  const readElement = (child: Element) => {
    const edge = layout.edge(child);
    if (edge === null) return;

    if (last.trim()) add(edge);
    add(child.firstChild ? '' : getIconName(child));
    readChildren(child);
    if (last.trim()) add(edge);
  };

  const readChildren = (parent: Element) => {
    let child = getNodeProperty(parent, 'firstChild');

    for (; child; child = getNodeProperty(child, 'nextSibling')) {
      if (text.length >= limit) return;

      if (isTextNode(child)) add(child.data);
      else if (isElementNode(child)) readElement(child);
    }
  };

  readChildren(element);

  return text.slice(0, limit).trim();
}

/** Returns the name of an icon without text, which often is the status of a row: `<i aria-label="Failed">`. */
function getIconName(element: Element): string {
  const name =
    getAttribute(element, 'aria-label') ??
    getAttribute(element, 'alt') ??
    getAttribute(element, 'title');

  return name ? `${name.slice(0, MAX_ICON_NAME_LENGTH)} ` : '';
}

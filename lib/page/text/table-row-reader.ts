import { getNodeProperty } from '../dom/nodes.ts';

/** Of the text of a row, in UTF-16 code units. */
export const MAX_ROW_LENGTH = 1000;

/**
 * Matches the markup of cells without elements or entities in them. Attributes must not have `<` or `>` in them,
 * which Chromium before 138 does not escape (https://github.com/whatwg/html/pull/6362).
 */
const PLAIN_CELLS = /^(?:\s*<t[dh](?: [^<>"]+"[^<>"]*")*>[^<&]*<\/t[dh]>)+\s*$/;
const TAG = /<[^<>]*>/;

/**
 * Creates a reader of the cells of table rows, including hidden text. Rows whose cells have only text are read from their markup, in a
 * third of the time, because browsers create no object for each cell. Create a new one when the page may have changed.
 */
export function createTableRowReader(): (row: Element) => string {
  /** What holds a row with markup in its cells. */
  const rich = new WeakSet<Node>();

  return (row) => {
    const table = getNodeProperty(row, 'parentNode');
    const isPlain = table !== null && !rich.has(table);
    const cells = isPlain
      ? splitPlainCells(getNodeProperty(row, 'innerHTML'))
      : null;

    if (isPlain && !cells) rich.add(table);

    return joinCells(cells ?? listCells(row));
  };
}

/** Returns the text of each cell of a row's markup, or null if one has more than text. */
export function splitPlainCells(markup: string): readonly string[] | null {
  if (!PLAIN_CELLS.test(markup)) return null;

  return markup.split(TAG).filter((_, at) => at % 2 === 1);
}

function* listCells(row: Element): Generator<string> {
  let cell = getNodeProperty(row, 'firstElementChild');

  for (; cell; cell = getNodeProperty(cell, 'nextElementSibling'))
    yield getNodeProperty(cell, 'textContent') ?? '';
}

function joinCells(cells: Iterable<string>): string {
  let text = '';

  for (const cell of cells) {
    if (text.length >= MAX_ROW_LENGTH) break;
    text += `${text && '\t'}${cell.trim()}`;
  }

  return text.slice(0, MAX_ROW_LENGTH);
}

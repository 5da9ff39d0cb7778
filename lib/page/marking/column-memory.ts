import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  getElementIndex,
  getNodeProperty,
  hasMoreChildren,
} from '../dom/nodes.ts';
import type { MarkRange } from './page-mark.ts';

/** Longer texts are no cells. */
const MAX_CELL_UNITS = 80;
const MAX_COLUMNS = 60;
const MAX_CLIMB_LEVELS = 4;
/** Of a column. Then it holds other texts than codes. */
const MAX_SHAPES = 200;

/** Where a code is in texts of one shape. */
interface CodeSlot {
  start: number;
  end: number;
  /** What was found, by the code. Null if texts of this shape do not agree. */
  codes: Map<string, MarkRange | null>;
}

/** By the shape of the text: its digits do not count. */
type Column = Map<string, CodeSlot[]>;

/**
 * Remembers the codes of the columns of tables and grids. A grid that reuses its rows while it scrolls shows each text for a few frames,
 * not long enough to scan it. A code that was found in its column, in a text of the same shape, is marked again at once.
 */
export function createColumnMemory() {
  /** By what holds the rows, then by the column. */
  const tables = new WeakMap<Node, Map<number, Column>>();

  function findSlots(text: Text): readonly CodeSlot[] {
    const place = findPlace(text);
    const column = place && tables.get(place.table)?.get(place.column);

    return column?.get(getShape(text.data)) ?? [];
  }

  function recall(text: Text): MarkRange[] {
    if (text.length > MAX_CELL_UNITS) return [];

    const { data } = text;

    return findSlots(text).flatMap(({ start, end, codes }): MarkRange | [] => {
      const known = codes.get(data.slice(start, end));
      return known ? { ...toText(known, text), start, end } : [];
    });
  }

  function rememberRange(column: Column, data: string, range: MarkRange): void {
    const { start, end } = range;
    const slots = getOrInsert(column, getShape(data), (): CodeSlot[] => []);
    let slot = slots.find((one) => one.start === start && one.end === end);

    if (!slot) {
      slot = { start, end, codes: new Map() };
      slots.push(slot);
    }

    const code = data.slice(start, end);
    if (slot.codes.get(code) !== null) slot.codes.set(code, range);
  }

  return {
    /** Remembers what was found in a text that is read alone, and forgets what it has not. */
    remember(text: Text, found: readonly MarkRange[]): void {
      if (text.length > MAX_CELL_UNITS) return;

      const place = findPlace(text);
      if (!place) return;

      const { data } = text;
      const { table, column: at } = place;

      forgetOthers(tables.get(table)?.get(at), data, found);
      if (found.length === 0) return;

      const columns = getOrInsert(tables, table, () => new Map());
      const column = getOrInsert(columns, at, () => new Map());
      if (column.size > MAX_SHAPES) column.clear();

      for (const range of found) rememberRange(column, data, range);
    },
    /** Returns what the text has, if the same was found in its column. */
    recall,
  };
}

/** Forgets what a text of the same shape has not. */
function forgetOthers(
  column: Column | undefined,
  data: string,
  found: readonly MarkRange[],
): void {
  for (const { start, end, codes } of column?.get(getShape(data)) ?? []) {
    const code = data.slice(start, end);
    const isFound = found.some((one) => one.start === start && one.end === end);

    if (!isFound && codes.has(code)) codes.set(code, null);
  }
}

const getShape = (data: string): string => data.replace(/\d/g, '0');

/**
 * Returns the table of a text, and its column as one number: the levels from its cell to its parent, the index of the cell, and the
 * number of cells.
 */
function findPlace(text: Text): { table: Node; column: number } | null {
  let cell = text.parentElement;
  let row = cell && getNodeProperty(cell, 'parentElement');
  let level = 0;

  while (row && !hasMoreChildren(row, 1) && level++ < MAX_CLIMB_LEVELS) {
    cell = row;
    row = getNodeProperty(cell, 'parentElement');
  }

  const table = row && getNodeProperty(row, 'parentNode');
  if (!cell || !row || !table || hasMoreChildren(row, MAX_COLUMNS)) return null;

  const count = getNodeProperty(row, 'childElementCount');
  if (count < 2) return null;

  const index = level * MAX_COLUMNS + getElementIndex(cell);
  const column = index * (MAX_COLUMNS + 1) + count;

  return { table, column };
}

/** Returns the same range in another text, whose block is as far above it. */
function toText(known: MarkRange, text: Text): MarkRange {
  const [node] = known.nodes;
  const { field } = known;
  let block = text.parentElement;
  let own = node.parentElement;

  for (; own && block && own !== field?.block; own = own.parentElement)
    block = block.parentElement;

  return {
    ...known,
    nodes: [text],
    ...(field && block && { field: { ...field, block } }),
  };
}

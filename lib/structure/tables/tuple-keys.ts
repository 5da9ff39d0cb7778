import type { TableRow } from '../table-header.ts';
import {
  createTextTable,
  findNextLine,
  type TableForm,
  trimCell,
} from './text-table.ts';

const KEY_VALUE = String.raw`(?:"[^"\n]{0,100}"|'[^'\n]{0,100}'|[\w.:-]{1,40})`;
/** A list of values and its count: `('order_update', 131047): 412`, `["order_update", 131047]=>412`. */
const KEY = String.raw`[([](${KEY_VALUE}(?:,\s?${KEY_VALUE}){1,9})[)\]]`;
const COUNT = String.raw`\s?(?:=>|:)\s?(\d{1,9})(?![\w.])`;
const ITEM = new RegExp(String.raw`${KEY}${COUNT}[\s,]{0,99}`, 'y');
const OPENING = /\{\s{0,40}(?=[([])/;
const VALUE = /"[^"\n]*"|'[^'\n]*'|[^\s,]+/g;
const MIN_ITEMS = 2;

/** Reads a map that counts by several values, one of which is a code, as Python and Ruby print it. */
export const readTupleKeys: TableForm = (source, at) => {
  const { text, lines } = source;
  const line = lines[at];
  if (!line?.text.includes('{')) return null;

  const [above, below = ''] = [line.text, lines[at + 1]?.text];
  const opening = OPENING.exec(`${above}\n${below}`);
  if (!opening || opening.index >= above.length) return null;

  const start = line.start + opening.index;
  const rows: TableRow[] = [];
  let end = start + opening[0].length;

  for (;;) {
    ITEM.lastIndex = end;
    const [whole, key = '', count = ''] = ITEM.exec(text) ?? [];
    if (whole === undefined) break;

    const values = Array.from(key.matchAll(VALUE), ([value]) =>
      trimCell(value),
    );

    rows.push({ start: end, line: whole, cells: [...values, count] });
    end = ITEM.lastIndex;
  }

  const [first] = rows;
  const areAlike = rows.every(
    ({ cells }) => cells.length === first?.cells.length,
  );
  if (!first || rows.length < MIN_ITEMS || !areAlike) return null;

  const names = first.cells.map((_, column) =>
    column + 1 < first.cells.length ? '' : 'count',
  );
  const nextLine = findNextLine(source, at, end);
  const table = createTextTable(source, names, rows, at, nextLine);

  return table && { ...table, start, end };
};

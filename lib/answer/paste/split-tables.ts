import type { Span } from '../../core/spans.ts';
import type { TextTable } from '../../structure/tables/text-table.ts';

/** Longer headings are none. */
const MAX_HEADING_UNITS = 2_000;

/** A table, or the text between two. */
export type TablePiece = Span & { table: TextTable | null };

/** Splits a text, part by part, into its tables and what is around them. A table may continue in the next part. */
export function createTableSplitter(
  findTables: (text: string) => readonly TextTable[],
) {
  /** The names of the table with which the text so far ends. */
  let openHeading = '';

  function findContinuedTables(part: string) {
    const tables = openHeading ? findTables(openHeading + part) : [];
    if (tables[0]?.start === 0) return { above: openHeading, tables };

    return { above: '', tables: findTables(part) };
  }

  /** Returns the part below the names of its table, if it continues one, and the pieces of both. */
  return (part: string) => {
    const { above, tables } = findContinuedTables(part);
    const text = above + part;
    const pieces = splitAround(text, tables);
    const last = pieces.at(-1)?.table;

    openHeading = last
      ? text.slice(last.start, last.rows[0]?.start).slice(0, MAX_HEADING_UNITS)
      : '';

    return { above, text, pieces };
  };
}

function splitAround(text: string, tables: readonly TextTable[]): TablePiece[] {
  const starts = [0, ...tables.map(({ end }) => end)];

  const pieces = starts.flatMap((start, at): TablePiece[] => {
    const table = tables[at] ?? null;
    const between = { start, end: table?.start ?? text.length, table: null };

    return table ? [between, { ...table, table }] : [between];
  });

  return pieces.filter(
    ({ start, end }) => text.slice(start, end).trim() !== '',
  );
}

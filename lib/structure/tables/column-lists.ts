import { joinPatterns } from '../../core/pattern-parts.ts';
import { isCodeName } from './find-column-kinds.ts';
import { createTextTable, findNextLine, type TableForm } from './text-table.ts';

/** A column: its name, and a list of its values without lists or objects inside. */
const COLUMN = joinPatterns(
  [
    /["']?([\p{L}_][\w .-]{0,40})["']?\s{0,4}[:=]\s{0,4}/u,
    /(?:\[{1,2}|c\()([^[\]{}()]{1,8000})(?:\]{1,2}|\))/u,
  ],
  'uy',
);
const OPENING = /\[|\bc\(/;
const BEFORE = /(?:(?:structure|list)\(|[\s{,(]){0,40}/y;
const INTEGER_OF_R = /^(\d{1,9})L$/;
const MAX_NAME_UNITS = 60;
const MIN_COLUMNS = 2;

interface Column {
  name: string;
  values: readonly string[];
}

/** Reads a table that is printed column by column: `{'code': [131047, 131026], 'count': [412, 96]}`. */
export const readColumnLists: TableForm = (source, at) => {
  const { text, lines } = source;
  const line = lines[at];
  const opening = line?.text.search(OPENING) ?? -1;
  if (!line || opening < 0 || opening > MAX_NAME_UNITS) return null;

  const { columns, end } = readColumns(text, line.start);
  const [first] = columns;
  const areAlike = columns.every(
    ({ values }) => values.length === first?.values.length,
  );

  if (!first || columns.length < MIN_COLUMNS || !areAlike) return null;
  if (!columns.some(({ name }) => isCodeName(name))) return null;

  const rows = first.values.map((_, row) => {
    const cells = columns.map(({ values }) => values[row] ?? '');

    return { start: line.start, line: cells.join(' '), cells };
  });

  const names = columns.map(({ name }) => name);
  const nextLine = findNextLine(source, at, end);
  const table = createTextTable(source, names, rows, at, nextLine);

  return table && { ...table, end };
};

/** Reads the columns that follow each other from an offset on. */
function readColumns(text: string, start: number) {
  const columns: Column[] = [];
  let end = start;

  for (;;) {
    BEFORE.lastIndex = end;
    BEFORE.exec(text);
    COLUMN.lastIndex = BEFORE.lastIndex;

    const [, name, list] = COLUMN.exec(text) ?? [];
    if (name === undefined || list === undefined) return { columns, end };

    end = COLUMN.lastIndex;
    columns.push({ name: name.trim(), values: splitValues(list) });
  }
}

const splitValues = (list: string) =>
  list
    .trim()
    .replace(/,$/, '')
    .split(',')
    .map((value) =>
      value
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2')
        .replace(INTEGER_OF_R, '$1'),
    );

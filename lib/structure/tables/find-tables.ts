import { readAcrossTable } from './across-table.ts';
import { readAlignedTable } from './aligned-table.ts';
import { readAlternatingList } from './alternating-list.ts';
import { readBorderedTable, readTabbedTable } from './bordered-table.ts';
import { readCellLines } from './cell-lines.ts';
import { readCodeTexts } from './code-texts.ts';
import { readCollection } from './collection.ts';
import { readColumnLists } from './column-lists.ts';
import { readDelimitedTable } from './delimited-table.ts';
import type { IsKnownCode } from './find-column-kinds.ts';
import { readGroupedLists } from './grouped-lists.ts';
import { readHtmlTable } from './html-table.ts';
import { readInsertedRows } from './inserted-rows.ts';
import { readLatexTable } from './latex-table.ts';
import { readNamedVectors } from './named-vectors.ts';
import { readObjectRecords } from './object-records.ts';
import { readPivotTable } from './pivot-table.ts';
import { readPrintedRecords } from './printed-records.ts';
import { readQueryAnswer } from './query-answer.ts';
import {
  splitIntoLines,
  type TableForm,
  type TableSource,
  type TextTable,
} from './text-table.ts';
import { readTransposedTable } from './transposed-table.ts';
import { readTupleKeys } from './tuple-keys.ts';
import { readWikiTable } from './wiki-table.ts';
import { readWordTable } from './word-table.ts';

/** Surest first: borders before blanks, names before values. */
const FORMS: readonly TableForm[] = [
  readHtmlTable,
  readQueryAnswer,
  readLatexTable,
  readWikiTable,
  readInsertedRows,
  readBorderedTable,
  readTabbedTable,
  readDelimitedTable,
  readAcrossTable,
  readPivotTable,
  readPrintedRecords,
  readTransposedTable,
  readAlignedTable,
  readWordTable,
  readCellLines,
  readCodeTexts,
  readColumnLists,
  readGroupedLists,
  readObjectRecords,
  readNamedVectors,
  readTupleKeys,
  readCollection,
  readAlternatingList,
];

/**
 * Finds the tables of a text that have a column of codes, drawn by any program: a database, a terminal, a notebook, a
 * grid, a sheet, a language.
 *
 * @param isCode Returns true if the catalogue has a code.
 */
export function findTables(text: string, isCode: IsKnownCode): TextTable[] {
  const source = { text, lines: splitIntoLines(text), isCode };
  const tables: TextTable[] = [];
  let at = 0;

  while (at < source.lines.length) {
    const table = findTableAt(source, at);
    if (table) tables.push(table);

    at = table ? Math.max(table.nextLine, at + 1) : at + 1;
  }

  return tables;
}

function findTableAt(source: TableSource, at: number): TextTable | null {
  for (const read of FORMS) {
    const table = read(source, at);
    if (table) return table;
  }

  return null;
}

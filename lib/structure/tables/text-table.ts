import type { Span } from '../../core/spans.ts';
import type { ColumnRole } from '../column-role.ts';
import { splitLines } from '../lines.ts';
import type { TableRow } from '../table-header.ts';
import { splitListedCodes } from './code-list-cell.ts';
import { findColumnKinds, type IsKnownCode } from './find-column-kinds.ts';

/** A table in a text. Its cells are trimmed, one for each name. */
export interface TextTable extends Span {
  names: readonly string[];
  roles: ReadonlyMap<number, ColumnRole>;
  rows: readonly TableRow[];
  /** Index of the first line below it. */
  nextLine: number;
}

export interface TextLine extends Span {
  text: string;
}

/** The lines of a text, in which tables are looked for. */
export interface TableSource {
  text: string;
  lines: readonly TextLine[];
  /** Returns true if the catalogue has a code. */
  isCode: IsKnownCode;
}

/** Reads the table that begins in a line, or returns null. */
export type TableForm = (source: TableSource, at: number) => TextTable | null;

export function splitIntoLines(text: string): TextLine[] {
  let start = 0;

  return splitLines(text).map((line) => {
    const from = start;

    start += line.length + 1;

    return {
      text: line.replace(/\r$/, ''),
      start: from,
      end: from + line.length,
    };
  });
}

/** Removes the quotes of a language, which belong to no cell. */
export const trimCell = (cell: string): string =>
  cell
    .trim()
    .replace(/^(['"`]{1,3})(.*)\1$/, '$2')
    .trim();

/** Returns the words of a line. Empty for a missing or an overlong line. */
export const splitWords = (
  { text = '' }: Partial<TextLine> = {},
  maxLength: number = MAX_WORDS_LINE_LENGTH,
): string[] =>
  text.length > maxLength ? [] : text.trim().split(/\s+/).filter(Boolean);

const MAX_WORDS_LINE_LENGTH = 1_000;

/** Returns the index of the first line below what begins in a line and ends at an offset. */
export const findNextLine = (
  { lines }: TableSource,
  at: number,
  end: number,
): number =>
  lines.findIndex((line, below) => below >= at && line.end >= end) + 1;

/** Creates the table of some lines, if one of its columns holds codes. */
export function createTextTable(
  { lines, isCode }: TableSource,
  names: readonly string[],
  given: readonly TableRow[],
  at: number,
  nextLine: number,
): TextTable | null {
  const rows = given.flatMap((row) => splitListedCodes(names, row));

  const roles = findColumnKinds(
    names,
    rows.map(({ cells }) => cells),
    isCode,
  );

  if (!roles) return null;

  const start = lines[at]?.start ?? 0;
  const end = lines[nextLine - 1]?.end ?? start;

  return {
    start,
    end,
    nextLine,
    names,
    roles,
    rows,
  };
}

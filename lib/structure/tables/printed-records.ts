import { joinPatterns } from '../../core/pattern-parts.ts';
import type { TableRow } from '../table-header.ts';
import { isCodeName, isCountName } from './find-column-kinds.ts';
import {
  createTextTable,
  type TableForm,
  type TableSource,
  type TextLine,
  trimCell,
} from './text-table.ts';

/** A name and its value in a line of their own: `error_code 131047`, `error_code | 131047`, `error_code = 131047`, `count() 412`. */
const FIELD = joinPatterns(
  [
    /^ {0,40}([\p{L}_][\p{L}\p{M}\p{N}_.$-]{0,40}(?: [\p{L}\p{N}_.$-]{1,20}){0,2})/u,
    /(\([\w*.]{0,40}\))?/,
    / {0,40}([ |=:])(?: {0,40}(\S[^\n]{0,500}))?$/u,
  ],
  'u',
);
/** What is between two records: a blank line, `-[ RECORD 2 ]---`, `*** 2. row ***`, `Row 2:`. */
const BETWEEN = /^(?:[-=*─][-=*─\s[]|row \d|record \d|\s*$)/i;
const MAX_BETWEEN = 2;
const MAX_FIELDS = 60;

interface Field {
  name: string;
  value: string;
  /** The sign between them, and where the values begin if they are only aligned. */
  form: string;
}

function readField({ text = '' }: Partial<TextLine> = {}): Field | null {
  const [, name, call = '', sign = '', value = ''] = FIELD.exec(text) ?? [];
  if (name === undefined) return null;

  const isAligned = sign === ' ' && value !== '';
  const form = isAligned ? ` ${text.lastIndexOf(value)}` : sign;

  return { name: name + call, value: trimCell(value), form };
}

/** Reads the record that begins in a line: its fields, with different names and in one form. */
function readRecord({ text, lines }: TableSource, at: number) {
  const fields = new Map<string, string>();
  let form = '';
  let next = at;

  for (; next < lines.length && fields.size < MAX_FIELDS; next++) {
    const field = readField(lines[next]);
    if (!field || fields.has(field.name)) break;

    const isBare = field.form === ' ' && field.value === '';
    if (form !== '' && form !== field.form && !isBare) return null;

    form ||= isBare ? '' : field.form;
    fields.set(field.name, field.value);
  }

  if (fields.size < 2) return null;

  const start = lines[at]?.start ?? 0;
  const line = text.slice(start, lines[next - 1]?.end);

  return {
    fields,
    sign: form.charAt(0),
    start,
    line,
    next,
  };
}

/** Skips what is between two records. */
function skipBetween(lines: readonly TextLine[], from: number): number {
  let at = from;
  while (at - from < MAX_BETWEEN && BETWEEN.test(lines[at]?.text ?? 'end'))
    at++;

  return at;
}

/** Reads records that are printed below each other: psql, MySQL, Miller, sqlite, ClickHouse. */
export const readPrintedRecords: TableForm = (source, at) => {
  const { lines } = source;
  // A block is read once.
  if (readField(lines[at - 1]) || lines[at]?.text.trim() === '') return null;

  const records: NonNullable<ReturnType<typeof readRecord>>[] = [];
  let nextLine = at;

  for (let line = skipBetween(lines, at); line < lines.length; ) {
    const record = readRecord(source, line);
    const isAlike = record?.sign === (records[0] ?? record)?.sign;
    if (!record || !isAlike) break;

    records.push(record);
    nextLine = record.next;
    line = skipBetween(lines, nextLine);
  }

  const names = [
    ...new Set(records.flatMap(({ fields }) => [...fields.keys()])),
  ];
  if (!isTable(names, records[0]?.sign ?? '')) return null;

  const rows = records.map(
    ({ start, line, fields }): TableRow => ({
      start,
      line,
      cells: names.map((name) => fields.get(name) ?? ''),
    }),
  );

  return createTextTable(source, names, rows, at, nextLine);
};

/** Lines of `key: value` are read as text, which knows more of one failure, unless they count several. */
const isTable = (names: readonly string[], sign: string) =>
  names.some(isCodeName) && (/[ |]/.test(sign) || names.some(isCountName));

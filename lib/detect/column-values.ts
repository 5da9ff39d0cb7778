import { getOrInsert } from '../core/get-or-insert.ts';
import { splitLines } from '../structure/lines.ts';
import { getCodeForm, isBirdCode, isRareOrSubcode, looksLikeProviderCode } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';

/** Statistics of a page column's values, as shares of the non-empty values. */
export interface ColumnValues {
  values: number;
  /** Share of all its rows, empty ones included. */
  filledShare: number;
  /** Share of known codes with a rare form, and of numbers that look like them. */
  rare: number;
  /** Share of known codes of any form. */
  known: number;
  /** Share of values that occur further up too. */
  repeated: number;
  /** Share of values that are neither known nor look like codes. */
  strange: number;
  /** Share of adjacent pairs that differ by one, as record ids do. */
  consecutive: number;
}

const valuesByIndex = new WeakMap<CodeIndex, Map<string, ColumnValues>>();
const MAX_CACHED_COLUMNS = 500;

/** @param column Values, one per line, as in `TextContext`. */
export function getColumnValues(column: string, index: CodeIndex): ColumnValues {
  const own = getOrInsert(valuesByIndex, index, () => new Map());
  let values = own.get(column);
  if (!values) {
    values = summarizeColumn(column, index);
    if (own.size >= MAX_CACHED_COLUMNS) own.clear();
    own.set(column, values);
  }
  return values;
}

function summarizeColumn(column: string, index: CodeIndex): ColumnValues {
  const rows = splitLines(column);
  const values = rows
    .map((row) => row.trim())
    .filter((row) => row !== '' && row !== '-' && row !== '–' && row !== '—');
  const getShare = (holds: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(holds).length / values.length;
  const getCode = (value: string) => /^[(#\s]{0,3}(-?\d{1,7})(?!\d)/.exec(value)?.[1] ?? value;
  const isKnown = (value: string) => index.meaningsOf(getCode(value)).length > 0;
  const isRare = (value: string) => {
    const own = getCode(value);
    if (looksLikeProviderCode(own) || isBirdCode(own)) return true;
    const meanings = index.meaningsOf(own);
    return (
      /^\d+$/.test(own) &&
      meanings.length > 0 &&
      isRareOrSubcode(getCodeForm({ code: own, kind: 'number', meanings }))
    );
  };
  return {
    values: values.length,
    filledShare: values.length / Math.max(1, rows.length),
    rare: getShare(isRare),
    known: getShare(isKnown),
    repeated: 1 - new Set(values).size / Math.max(1, values.length),
    strange: getShare((value) => !isKnown(value) && !isRare(value)),
    consecutive: getConsecutiveShare(values.map((value) => Number.parseInt(getCode(value), 10))),
  };
}

const getConsecutiveShare = (values: readonly number[]): number => {
  const pairs = values.slice(1).filter((value, at) => Math.abs(value - (values[at] ?? 0)) === 1).length;
  return pairs / Math.max(1, values.length - 1);
};

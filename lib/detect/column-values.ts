import { getOrInsert } from '../core/get-or-insert.ts';
import { getCodeForm, isBirdCode, isRareOrSubcode, looksLikeMetaCode } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';

/** What the values of a column of a page have in common, as shares of those that are not empty. */
export interface ColumnValues {
  values: number;
  /** Of all its rows, empty ones too. */
  filledShare: number;
  /** Known codes that are seldom anything else, and such as are numbered like them. */
  rare: number;
  /** Known codes of whatever form. */
  known: number;
  /** Values that say the same as one above. */
  repeated: number;
  /** Numbers of three digits and more that no catalogue has, and values with words. */
  strange: number;
  /** Of the values with another above, those that differ from it by one: ids in order. */
  consecutive: number;
}

const valuesByIndex = new WeakMap<CodeIndex, Map<string, ColumnValues>>();
const MAX_CACHED_COLUMNS = 500;

/** @param column As in `TextContext`: values one a line. */
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
  const rows = column.split('\n');
  const values = rows
    .map((row) => row.trim())
    .filter((row) => row !== '' && row !== '-' && row !== '–' && row !== '—');
  const share = (holds: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(holds).length / values.length;
  const code = (value: string) => /^[(#\s]{0,3}(-?\d{1,7})(?!\d)/.exec(value)?.[1] ?? value;
  const isKnown = (value: string) => index.meaningsOf(code(value)).length > 0;
  const isRare = (value: string) => {
    const own = code(value);
    if (looksLikeMetaCode(own) || isBirdCode(own)) return true;
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
    rare: share(isRare),
    known: share(isKnown),
    repeated: 1 - new Set(values).size / Math.max(1, values.length),
    strange: share((value) => !isKnown(value) && !isRare(value)),
    consecutive: consecutiveShare(values.map((value) => Number.parseInt(code(value), 10))),
  };
}

const consecutiveShare = (values: readonly number[]): number => {
  const pairs = values.slice(1).filter((value, at) => Math.abs(value - (values[at] ?? 0)) === 1).length;
  return pairs / Math.max(1, values.length - 1);
};

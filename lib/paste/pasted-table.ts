import type { Catalogue } from '../catalogue/catalogue.ts';
import { getCodeIndex } from '../catalogue/get-code-index.ts';
import { detect, isConfident } from '../detect/detect.ts';
import type { TextContext } from '../detect/hit.ts';
import { mentionsFailure } from '../detect/word-classes.ts';
import { explain } from '../explain/explain.ts';
import { findFailures } from '../explain/failures.ts';
import type { MessageContext } from '../explain/message-context.ts';
import { parseTimeText } from '../explain/timestamps.ts';
import type { HeadedTable, TableRow } from '../structure/table-header.ts';
import type { FindingDraft } from './finding.ts';

/** In a column of codes, 0 usually means "no error", except in the row of a failure. */
const ZERO_CODE = /^0+$/;

/** Maximum number of distinct rows in the cache. Rows of an export repeat. */
const MAX_CACHED_ROWS = 2_000;

/** Finds the failures of a table cell by cell. The header gives bare numbers their meaning. */
export function createTableReader(
  { header, roles, isOfMessages }: HeadedTable,
  catalogue: Catalogue,
  context: TextContext,
): (row: TableRow) => readonly FindingDraft[] {
  const index = getCodeIndex(catalogue);
  const known = new Map<string, readonly FindingDraft[]>();
  const told = [...roles].filter(([, role]) => role === 'code' || role === 'reason').map(([at]) => at);

  function readFailures(row: TableRow): FindingDraft[] {
    const found = new Map<string, FindingDraft>();
    for (const at of told) {
      const cell = row.cells[at]?.trim();
      if (!cell || (ZERO_CODE.test(cell) && !isFailedRow(row))) continue;
      const nearby = row.line.slice(0, 1_000);
      const place = { ...context, header: header[at] ?? '', nearby, ...(isOfMessages && { asked: true }) };
      for (const { hit, cause } of findFailures(
        detect(cell, index, place).filter(isConfident),
        cell,
        catalogue,
      )) {
        if (found.has(hit.code)) continue;
        const { code, subcode, meanings } = hit;
        const explained = explain({ ...context, code, subcode, meanings, nearby }, catalogue);
        found.set(code, { ...explained, cause: cause?.code ?? null, wording: null });
      }
    }
    return [...found.values()];
  }

  return (row) => {
    const key = told.map((at) => row.cells[at]).join('\0');
    const before = known.get(key);
    if (before) return before;
    const found = readFailures(row);
    if (known.size < MAX_CACHED_ROWS && key.length < 500) known.set(key, found);
    return found;
  };
}

const isFailedRow = ({ cells }: TableRow) =>
  cells.some((cell) => mentionsFailure(cell) || /exception/i.test(cell));

/** Reads message, recipient and time from the other columns. */
export function getRowContext({ cells }: TableRow, roles: HeadedTable['roles']): MessageContext {
  const cell = (wanted: string) => {
    for (const [at, role] of roles) if (role === wanted && cells[at]?.trim()) return cells[at].trim();
    return null;
  };
  const time = cell('time');
  return {
    message: cell('message'),
    recipient: cell('recipient'),
    time: time ? parseTimeText(time) : null,
    trace: null,
  };
}

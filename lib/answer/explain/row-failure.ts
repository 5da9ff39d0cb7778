import { isObjectState } from '../../core/entry-key.ts';
import { groupBy } from '../../core/group-by.ts';
import { splitLines } from '../../structure/lines.ts';
import { createFailureTable } from '../plan/failure-table.ts';
import type { MessageFailure } from '../plan/plan-failures.ts';
import { isTimeZone } from '../plan/time-zone.ts';
import { findMessageContext } from './message-context.ts';

/** A row with what its code means. */
export interface CodeRow extends Pick<MessageFailure, 'entry' | 'ambiguous'> {
  code: string;
  /** A line for each cell, with its header: `Sent at: 28/11/2026, 00:21`. Or any text around the code. */
  text: string;
}

export interface RowFailure extends MessageFailure {
  /** Its time as the row has it, as if in UTC, in milliseconds. Null if it has none in a column. */
  writtenMs?: number | null;
}

export interface RowClock {
  nowMs: number;
  /** IANA name of the zone of times that name none. Unknown by default. */
  timeZone?: string | undefined;
}

/** A header, the exact time before the one that is shown, and the shown text. */
const CELL = /^([^:\t]{1,80}):\s{0,8}(?:(\d{4}-\d\d-\d\d[T ]\S{1,60})\t)?(.*)$/;

type Cell = readonly [header: string, value: string];

/** Returns the cells of a row. The exact time of a cell is a cell of its own. */
function splitCells(text: string): Cell[] {
  return splitLines(text).flatMap((line): Cell[] => {
    const [, header = '', time, value = line] = CELL.exec(line) ?? [];
    const shown = [header, value] as const;
    return time ? [shown, ['time', time]] : [shown];
  });
}

/**
 * Reads what rows say of their messages, as that of a table is read: time, recipient, status and template. Rows with the
 * same headers decide together what their columns hold.
 *
 * @returns One failure for each row, in their order.
 */
export function readRowFailures(
  rows: readonly CodeRow[],
  clock: RowClock,
): RowFailure[] {
  const cells = rows.map(({ text }) => splitCells(text));
  const tables = groupBy(rows.keys(), (at) =>
    (cells[at] ?? []).map(([header]) => header).join('\n'),
  );
  const failures = new Map<number, RowFailure>();

  for (const own of tables.values()) {
    const table = readTable(
      own.map((at) => rows[at] as CodeRow),
      own.map((at) => cells[at] ?? []),
      clock,
    );
    for (const [index, at] of own.entries())
      failures.set(at, table[index] ?? { entry: null });
  }

  return [...rows.keys()].map((at) => failures.get(at) ?? { entry: null });
}

function readTable(
  rows: readonly CodeRow[],
  cells: readonly (readonly Cell[])[],
  { nowMs, timeZone: named }: RowClock,
): RowFailure[] {
  // A stored name may be one that this browser does not know.
  const timeZone = named && isTimeZone(named) ? named : undefined;
  const headers = (cells[0] ?? []).map(([header]) => header);
  const values = cells.map((own) => own.map(([, value]) => value));
  const table = createFailureTable(
    headers,
    values,
    [],
    { nowMs, timeZone },
    rows.length,
  );
  for (const [at, row] of rows.entries())
    table.push((column) => values[at]?.[column ?? -1] || undefined, {
      ...row,
      ambiguous: row.ambiguous === true,
    });

  return rows.map((row, at) => ({
    ...addFoundInText(row, table.at(at)),
    writtenMs: table.getWrittenMs(at),
  }));
}

/** Adds what the text says without a column. */
function addFoundInText(
  { entry, ambiguous, code, text }: CodeRow,
  row: MessageFailure | undefined,
): MessageFailure {
  // The times of a table of numbers or templates are those of edits.
  if (isObjectState(entry?.key ?? ''))
    return { entry, ambiguous: ambiguous === true };

  const found = findMessageContext(code, text);
  return {
    ...row,
    entry,
    ambiguous: ambiguous === true,
    recipient: row?.recipient ?? found.recipient ?? undefined,
    failedAtMs: row?.failedAtMs ?? found.time?.at ?? null,
    message: row?.message ?? found.message ?? undefined,
    template: row?.template ?? found.template ?? undefined,
  };
}

/** Whether a row says anything that can decide its plan. */
export const saysSomething = ({
  recipient,
  country,
  failedAtMs,
  status,
  windowEndMs,
}: MessageFailure): boolean =>
  Boolean(recipient || country || failedAtMs || status || windowEndMs);

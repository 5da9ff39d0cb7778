import type { Entry } from '../../../data/schema.ts';
import { isObjectState } from '../../core/entry-key.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { readMessageStatus } from './message-status.ts';
import { packTime, unpackTime } from './packed-time.ts';
import { findPlanColumns, joinTimes } from './plan-columns.ts';
import { type MessageFailure, WINDOW_MS } from './plan-failures.ts';
import { createTimeColumn, type Moment } from './read-time.ts';
import { packMessage, packRecipient } from './recipient.ts';

const MAX_BLOCK_ROWS = 1 << 16;

export type FailureTable = ReturnType<typeof createFailureTable>;

type ResolvedTime = Moment | 'empty' | 'unknown';

/** Returns the end of the customer's window. Of a time without a zone, only that the window is still open is certain. */
function findWindowEnd(
  wrote: ResolvedTime | undefined,
  nowMs: number,
): Pick<MessageFailure, 'windowEndMs'> {
  if (!wrote || typeof wrote === 'string') return {};

  const windowEndMs = wrote.ms + WINDOW_MS;
  return wrote.zone === 'open' && windowEndMs <= nowMs ? {} : { windowEndMs };
}

/** A message fails after it was sent: the latest time counts, and with one that is unknown none. */
function findFailedAt(
  times: readonly ResolvedTime[],
): Pick<MessageFailure, 'failedAtMs' | 'isZoneOpen'> {
  const moments = times.filter((time) => typeof time !== 'string');

  if (times.includes('unknown') || moments.length === 0)
    return { failedAtMs: null, isZoneOpen: false };

  const failedAtMs = Math.max(...moments.map(({ ms }) => ms));

  return {
    failedAtMs,
    isZoneOpen: moments.some(
      ({ ms, zone }) => ms === failedAtMs && zone === 'open',
    ),
  };
}

/**
 * Reads what the rows of a table say of their failures, and keeps it in about 40 bytes a row.
 *
 * @param sample The first rows, which tell with the headers what a column holds.
 * @param taken Columns with codes.
 * @param blockRows Number of rows for which memory is taken at once.
 */
export function createFailureTable(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  taken: readonly number[],
  { nowMs, timeZone }: { nowMs: number; timeZone?: string | undefined },
  blockRows = MAX_BLOCK_ROWS,
) {
  const columns = findPlanColumns(headers, sample, taken);
  const { customer } = columns;

  const timeColumns = columns.times.map((at) =>
    createTimeColumn(headers[at] ?? '', nowMs, { timeZone }),
  );

  if (customer !== undefined)
    timeColumns.push(
      createTimeColumn(headers[customer] ?? '', nowMs, {
        timeZone,
        bound: 'earliest',
      }),
    );

  /** What rows have in common, and its number by its text. */
  const shared: MessageFailure[] = [];
  const sharedByKey = new Map<string, number>();
  const width = 3 + 2 * timeColumns.length;
  const blocks: Float64Array[] = [];
  let length = 0;

  const createCellReader = (index: number) => {
    const block = blocks[Math.floor(index / blockRows)];

    return (offset: number) =>
      block?.[(index % blockRows) * width + offset] ?? Number.NaN;
  };

  const readTime = (read: (offset: number) => number, at: number) =>
    unpackTime([read(3 + 2 * at), read(4 + 2 * at)]);

  return {
    columns,
    get length() {
      return length;
    },
    /** False if no time of a row has an hour. */
    get hasHours() {
      return columns.times.some((_, at) => timeColumns[at]?.hasClock);
    },
    /** Returns the time of a row as it is written, as if in UTC, in milliseconds. Null if it is unknown. */
    getWrittenMs(index: number): number | null {
      const read = createCellReader(index);
      const { entry } = shared[read(0)] ?? {};
      if (index >= length || (entry && isObjectState(entry.key))) return null;

      let writtenMs = 0;

      for (const at of columns.times.keys()) {
        const column = timeColumns[at];
        const time = readTime(read, at);
        const isKnown = column && typeof column.resolve(time) !== 'string';

        if (isKnown)
          writtenMs = Math.max(writtenMs, column.getWrittenMs(time) ?? 0);
      }

      return writtenMs || null;
    },
    /**
     * Adds a row with what its code means.
     *
     * @param readCell Undefined for an empty cell.
     * @param hasCode False if nothing in the row is a code: then only the status says that it failed.
     * @returns What it shares with other rows, and its recipient as `packRecipient` returns it: NaN if it is unknown.
     */
    push(
      readCell: (column: number | undefined) => string | undefined,
      { entry, ambiguous }: { entry: Entry | null; ambiguous: boolean },
      hasCode = true,
    ) {
      const text = readCell(columns.status);
      const known = text ? (readMessageStatus(text) ?? 'other') : undefined;

      const status =
        hasCode || known === 'failed' || known === 'arrived' ? known : 'sent';

      const [country, template] = [
        readCell(columns.country),
        readCell(columns.template),
      ];

      const { turn, retry, wait } = entry?.verdict ?? {};

      const key = [
        entry?.key,
        turn,
        retry,
        wait,
        ambiguous,
        status,
        country,
        template,
      ].join('\n');

      const share = () =>
        shared.push({
          entry,
          ambiguous,
          status,
          country,
          template,
        }) - 1;

      const own = getOrInsert(sharedByKey, key, share);
      const recipient = readCell(columns.recipient);

      const packed =
        recipient === undefined ? Number.NaN : packRecipient(recipient);

      const times = joinTimes(columns.times.map((at) => readCell(at) ?? ''));

      if (customer !== undefined) times.push(readCell(customer) ?? '');

      const read = times.flatMap((time, at) =>
        packTime(timeColumns[at]?.read(time) ?? 'empty'),
      );

      const at = length++;

      if (at % blockRows === 0)
        blocks.push(new Float64Array(blockRows * width));

      const message = packMessage(readCell(columns.message));

      blocks
        .at(-1)
        ?.set([own, packed, message, ...read], (at % blockRows) * width);

      return {
        failure: shared[own] as MessageFailure,
        recipient: packed,
      };
    },
    /** Returns the failure of a row. The order of day and month is known once all rows have been added. */
    at(index: number): MessageFailure | undefined {
      const read = createCellReader(index);
      const [own, recipient, message] = [shared[read(0)], read(1), read(2)];
      if (!own || index >= length) return undefined;

      // A table of numbers or templates has the business's own numbers, and the times of edits.
      if (own.entry && isObjectState(own.entry.key))
        return { entry: own.entry, ambiguous: own.ambiguous === true };

      const times = timeColumns.map((column, at) =>
        column.resolve(readTime(read, at)),
      );

      const wrote = customer === undefined ? undefined : times.pop();

      return {
        ...own,
        recipient: Number.isNaN(recipient) ? undefined : recipient,
        message: message || undefined,
        ...findFailedAt(times),
        ...findWindowEnd(wrote, nowMs),
      };
    },
  };
}

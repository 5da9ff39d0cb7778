import { getOrInsert } from '../core/get-or-insert.ts';
import { type MessageFailure, WINDOW_MS } from '../plan/plan.ts';
import type { ReadTime, TimeColumn } from '../plan/read-time.ts';
import { packRecipient, packText } from '../plan/recipient.ts';

/** What a row says, with a text that is the same for all rows with the same entry. */
export interface PackedRow {
  recipient: string | undefined;
  message: string | undefined;
  shared: Pick<MessageFailure, 'entry' | 'ambiguous' | 'status' | 'country' | 'template'>;
  sharedKey: string;
  times: readonly ReadTime[];
}

const BLOCK_ROWS = 1 << 16;

export type PackedFailures = ReturnType<typeof createPackedFailures>;

/** Keeps the failures of a table in about 40 bytes a row. With `hasCustomer`, the last column is when the customer wrote. */
export function createPackedFailures(columns: readonly TimeColumn[], hasCustomer: boolean) {
  const shared: PackedRow['shared'][] = [];
  const sharedByKey = new Map<string, number>();
  const width = 3 + 2 * columns.length;
  const blocks: Float64Array[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    push({ recipient, message = '', times, ...row }: PackedRow) {
      const at = length++;
      if (at % BLOCK_ROWS === 0) blocks.push(new Float64Array(BLOCK_ROWS * width));
      const id = getOrInsert(sharedByKey, row.sharedKey, () => shared.push(row.shared) - 1);
      const packed = recipient === undefined ? Number.NaN : packRecipient(recipient);
      blocks.at(-1)?.set([id, packed, packText(message), ...times.flat()], (at % BLOCK_ROWS) * width);
    },
    at(index: number): MessageFailure | undefined {
      const block = blocks[Math.floor(index / BLOCK_ROWS)];
      const start = (index % BLOCK_ROWS) * width;
      const read = (offset: number) => block?.[start + offset] ?? Number.NaN;
      const [own, recipient, message] = [shared[read(0)], read(1), read(2)];
      if (!own || index >= length) return undefined;
      const times = columns.map((column, at) => column.resolve([read(3 + 2 * at), read(4 + 2 * at)]));
      const wroteAtMs = hasCustomer && times.pop();
      // A message fails after it was sent: the latest time counts.
      const failedAtMs = Math.max(0, ...times);
      return {
        ...own,
        recipient: Number.isNaN(recipient) ? undefined : recipient,
        message: message || undefined,
        failedAtMs: failedAtMs > 0 ? failedAtMs : null,
        ...(wroteAtMs && { windowEndMs: wroteAtMs + WINDOW_MS }),
      };
    },
  };
}

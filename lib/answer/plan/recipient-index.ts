import { packRecipientKey } from './recipient.ts';

interface Recipients {
  readonly length: number;
  at(row: number): { recipient?: string | number | undefined } | undefined;
}

/** Rows of one recipient, in order. The key is 0 for an unknown one, of which each row is alone. */
export interface RecipientRows {
  key: number;
  rows: readonly number[];
}

export type RecipientIndex = Iterable<RecipientRows>;

/** Groups rows by their recipient. Typed arrays, because a Map of a million recipients would take ten times the memory. */
export function indexRecipients(recipients: Recipients): RecipientIndex {
  const { length } = recipients;
  const bits = Math.ceil(Math.log2(2 * length + 1));
  const keys = new Float64Array(length);
  /** Rows from 1, by a hash of their key. 0 is a free slot. */
  const lastRows = new Uint32Array(2 ** bits);
  const previousRows = new Uint32Array(length);

  for (let row = 0; row < length; row++) {
    const key = packRecipientKey(recipients.at(row)?.recipient);
    if (key === 0) continue;

    let slot = Math.imul(key ^ (key / 2 ** 32), 0x9e3779b1) >>> (32 - bits);

    while (lastRows[slot] && keys[(lastRows[slot] ?? 0) - 1] !== key)
      slot = (slot + 1) % lastRows.length;

    keys[row] = key;
    previousRows[row] = lastRows[slot] ?? 0;
    lastRows[slot] = row + 1;
  }

  function listRows(last: number): number[] {
    const rows: number[] = [];

    for (let row = last; row > 0; row = previousRows[row - 1] ?? 0)
      rows.push(row - 1);

    return rows.reverse();
  }

  return {
    *[Symbol.iterator]() {
      for (let row = 0; row < length; row++)
        if (keys[row] === 0) yield { key: 0, rows: [row] };

      for (const last of lastRows)
        if (last > 0) yield { key: keys[last - 1] ?? 0, rows: listRows(last) };
    },
  };
}

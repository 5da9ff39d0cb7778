/**
 * Returns the index of the row that a key moves to in a list of rows (ARIA practices). An arrow key can lead beyond both
 * ends. Null for any other key.
 */
export function getRowAfterKey(key: string, at: number, rows: number): number | null {
  return { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows - 1 }[key] ?? null;
}

const ROWS = 20_000;
const CODES = ['131047', '131026', '131049', '131000', '130472', '132001', '131042', '131051'];
/** Every 25th row failed, so every 100th text is a code. */
const FAILED = 25;

export const TEXT_NODES = ROWS * 4;
export const BENCH_CODES = ROWS / FAILED;

/** A message log far longer than any console shows: 20,000 rows with one text in each of four cells. */
export function benchPage(): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const clock = new Date(row * 1_000).toISOString().slice(11, 19);
    const failed = row % FAILED === 0;
    const cells = [
      clock,
      `+55 11 5550 ${String(row % 10_000).padStart(4, '0')}`,
      failed ? 'failed' : 'delivered, read at 14:02',
      failed ? CODES[(row / FAILED) % CODES.length] : '–',
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<!doctype html><title>Message log</title><table><thead><tr><th>Time</th><th>To</th><th>Status</th><th>Error code</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

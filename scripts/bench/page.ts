import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.ts';

/** What every console runs before any extension: small, and real. */
const REACT = readFileSync(join(ROOT, 'node_modules/react/cjs/react.production.js'), 'utf8');

const ROWS = 20_000;
/** As many rows as texts are changed. */
const SMALL_ROWS = 5_000;
export const CODES = ['131047', '131026', '131049', '131000', '130472', '132001', '131042', '131051'];
const VIEW_ROWS = 100;
/** Every 25th row failed, so every 100th text is a code. */
const FAILED = 25;

export const TEXT_NODES = ROWS * 4;
export const BENCH_CODES = ROWS / FAILED;
export const SMALL_CODES = SMALL_ROWS / FAILED;
export const VIEW_CODES = VIEW_ROWS / FAILED;

/** `huge`: 80,000 texts. `small`: a quarter of it. `view`: one screen. `plain`: no code at all. `app`: the same, with a script. `log`: empty, to be filled. */
const KINDS = ['huge', 'small', 'view', 'plain', 'app', 'log'] as const;
export type PageKind = (typeof KINDS)[number];

export const isPageKind = (kind: string): kind is PageKind => KINDS.some((known) => known === kind);

export function benchPage(kind: PageKind): string {
  if (kind === 'log') return '<!doctype html><title>Log</title><pre></pre>';
  if (kind === 'plain') return table(50, false);
  if (kind === 'app')
    return `${table(50, false)}<script>{const exports = {}, process = { env: {} };${REACT}}</script>`;
  if (kind === 'view') return table(VIEW_ROWS, true);
  return table(kind === 'small' ? SMALL_ROWS : ROWS, true);
}

/** A message log far longer than any console shows: rows with one text in each of four cells. */
function table(length: number, withCodes: boolean): string {
  const rows = Array.from({ length }, (_, row) => {
    const clock = new Date(row * 1_000).toISOString().slice(11, 19);
    const failed = withCodes && row % FAILED === 0;
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

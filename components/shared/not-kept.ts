/** As much of the browser's own words as is worth showing. */
const MOST = 120;

/** What a reader is told where a change could not be stored. Nothing has changed then. */
export function notKept(error: unknown): string {
  const reason = (error instanceof Error ? error.message : '').slice(0, MOST).replace(/[.\s]+$/, '');
  if (/quota|no.?space/i.test(reason)) return 'The browser could not save that: its storage is full.';
  return `The browser could not save that.${reason && ` Its reason: “${reason}”.`}`;
}

/** As much of the browser's own words as is worth showing. */
const MOST = 120;

/** The message when a change could not be stored. Nothing has changed. */
export function notKept(error: unknown): string {
  const reason = (error instanceof Error ? error.message : '').slice(0, MOST).replace(/[.\s]+$/, '');
  if (/quota|no.?space/i.test(reason)) return 'The browser could not save that: its storage is full.';
  return `The browser could not save that.${reason && ` Its reason: “${reason}”.`}`;
}

/** Said where `copyText` throws. */
export const COULD_NOT = 'Couldn’t copy';

/**
 * Puts text on the clipboard. A page may forbid the asynchronous clipboard (permissions policy, plain http), so the old
 * command follows, from a copy event rather than a field: nothing is focused and the selection stays.
 *
 * @throws Error where neither way works.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyByCommand(text))
      throw new Error('The browser did not let Errata copy. Select the text and copy it with the keyboard.');
  }
}

/** Puts the text that waits for it on the clipboard. */
export let filled = (_event: ClipboardEvent) => {};

function copyByCommand(text: string): boolean {
  let written = false;
  const fill = (event: ClipboardEvent) => {
    if (!event.isTrusted) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    written = true;
  };
  filled = fill;
  window.addEventListener('copy', fill, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    filled = () => {};
    window.removeEventListener('copy', fill, { capture: true });
  }
  return written;
}

import { showControls } from '../../lib/masking/mask-text.ts';

export const COPY_FAILED_TEXT = 'Couldn’t copy';

/**
 * Copies text to the clipboard. The asynchronous clipboard API may be blocked (by permissions policy, or on plain http), so this falls back
 * to `execCommand`. Nothing invisible is copied. It sets the text in a copy event instead of a field, so that focus and selection stay.
 * Throws if both ways fail.
 */
export async function copyText(original: string): Promise<void> {
  const text = showControls(original);

  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyByCommand(text))
      throw new Error(
        'The browser did not let Errata copy. Select the text and copy it with the keyboard.',
      );
  }
}

/** Sets the clipboard data for the pending copy. In Firefox firefox-event-shield.ts calls it, because that stops the event. */
export let handleCopy = (_event: ClipboardEvent) => {};

function copyByCommand(text: string): boolean {
  let written = false;

  const setCopiedText = (event: ClipboardEvent) => {
    if (!event.isTrusted) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    written = true;
  };

  handleCopy = setCopiedText;
  window.addEventListener('copy', setCopiedText, { capture: true });

  try {
    document.execCommand('copy');
  } finally {
    handleCopy = () => {};
    window.removeEventListener('copy', setCopiedText, { capture: true });
  }

  return written;
}

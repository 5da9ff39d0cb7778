import { sendMessage } from './messages.ts';
import { isOrphan } from './orphan.ts';

/** Asks the background to run `card.js` here. Rejects where it cannot, and in an orphan, which sends nothing. */
export async function askForCard(): Promise<void> {
  if (isOrphan()) throw new Error('Errata was updated: reload the page for the card.');
  await sendMessage('loadCard');
}

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  if (isOrphan()) return;
  sendMessage('codesChanged').catch(() => undefined);
}

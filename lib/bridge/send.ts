import { sendMessage } from './messages.ts';
import { isOrphan } from './orphan.ts';

/** Asks the background to run `card.js` here. Rejects where it cannot, and in an orphan, which sends nothing. */
export function askForCard(): Promise<void> {
  return ask('loadCard');
}

/** The same for `engine.js`. */
export function askForEngine(): Promise<void> {
  return ask('loadEngine');
}

async function ask(what: 'loadCard' | 'loadEngine'): Promise<void> {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');
  await sendMessage(what);
}

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  if (isOrphan()) return;
  sendMessage('codesChanged').catch(() => undefined);
}

import { sendMessage } from './messages.ts';
import { isOrphan } from './orphan.ts';

/** Asks the background to run `card.js` here. Rejects where it cannot, and in an orphan, which sends nothing. */
export function askForCard(): Promise<void> {
  return ask('loadCard');
}

/** The same for `reader.js` and `engine.js`. */
export function askForReader(): Promise<void> {
  return ask('loadReader');
}

async function ask(what: 'loadCard' | 'loadReader'): Promise<void> {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');
  await sendMessage(what);
}

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  if (isOrphan()) return;
  sendMessage('codesChanged').catch(() => undefined);
}

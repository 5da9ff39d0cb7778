import type { Findings, Inquiry } from '../detect/inquiry.ts';
import { sendMessage } from './messages.ts';
import { isOrphan } from './orphan.ts';
import { packInquiries, unpackFindings } from './parcel.ts';

/** Asks the background to run `card.js` here. Rejects where it cannot, and in an orphan, which sends nothing. */
export function askForCard(): Promise<void> {
  return ask('loadCard');
}

/** The same for `reader.js`. */
export function askForReader(): Promise<void> {
  return ask('loadReader');
}

async function ask(what: 'loadCard' | 'loadReader'): Promise<void> {
  expectExtension();
  await sendMessage(what);
}

function expectExtension(): void {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');
}

/** Puts texts to the engine in the background. Rejects where it does not answer, and in an orphan. */
export async function askEngine(inquiries: readonly Inquiry[]): Promise<Findings> {
  expectExtension();
  return unpackFindings(await sendMessage('judge', packInquiries(inquiries)));
}

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  if (isOrphan()) return;
  sendMessage('codesChanged').catch(() => undefined);
}

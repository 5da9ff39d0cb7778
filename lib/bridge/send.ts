import type { Findings, Inquiry } from '../detect/inquiry.ts';
import { sendMessage } from './messages.ts';
import { isOrphan } from './orphan.ts';
import { packInquiries, unpackFindings } from './parcel.ts';

/** Asks the background to run `card.js` here. Rejects where it cannot, and in an orphan, which sends nothing. */
export async function askForCard(): Promise<void> {
  expectExtension();
  await sendMessage('loadCard');
}

function expectExtension(): void {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');
}

/** Puts texts to the engine in the background. Rejects where it does not answer, and in an orphan. */
export async function askEngine(inquiries: readonly Inquiry[]): Promise<Findings> {
  expectExtension();
  return unpackFindings(await sendMessage('judge', packInquiries(inquiries)));
}

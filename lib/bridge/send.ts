import type { DetectRequest, DetectResult } from '../detect/detect-request.ts';
import { decodeResults, encodeRequests, type WireResults } from './detect-wire.ts';
import { isOrphan } from './orphan.ts';
import { ask } from './tell.ts';

/** Asks the background to run `card.js` in this frame. Rejects if it cannot, or in an orphaned script, which sends nothing. */
export async function askForCard(): Promise<void> {
  expectExtension();
  await ask('loadCard');
}

/** Sends texts to the engine in the background. Rejects if it does not answer, or in an orphaned script. */
export async function askDetect(requests: readonly DetectRequest[]): Promise<readonly DetectResult[]> {
  expectExtension();
  return decodeResults((await ask('detect', encodeRequests(requests))) as WireResults);
}

function expectExtension(): void {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');
}

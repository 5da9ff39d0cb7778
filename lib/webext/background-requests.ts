import type { DetectRequest, DetectResult } from '../detect/detect-request.ts';
import { decodeResults, encodeRequests, type WireResults } from '../engine/detect-wire.ts';
import { sendToBackground } from './background-client.ts';
import { isOrphan } from './orphan.ts';

/** Asks the background to run `card.js` in this frame. Rejects if it cannot, or in an orphaned script, which sends nothing. */
export async function requestCard(): Promise<void> {
  assertNotOrphaned();
  await sendToBackground('loadCard');
}

/** Sends texts to the engine in the background. Rejects if it does not answer, or in an orphaned script. */
export async function requestDetection(requests: readonly DetectRequest[]): Promise<readonly DetectResult[]> {
  assertNotOrphaned();
  return decodeResults((await sendToBackground('detect', encodeRequests(requests))) as WireResults);
}

function assertNotOrphaned(): void {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');
}

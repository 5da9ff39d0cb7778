import type { DetectRequest, DetectResult } from '../detect/detect-request.ts';
import { decodeResults, encodeRequests, type WireResults } from './detect-wire.ts';
import { isOrphan } from './orphan.ts';
import { ask } from './tell.ts';

/** Asks the background to run `card.js` here. Rejects where it cannot, and in an orphan, which sends nothing. */
export async function askForCard(): Promise<void> {
  expectExtension();
  await ask('loadCard');
}

/** Puts texts to the engine in the background. Rejects where it does not answer, and in an orphan. */
export async function askDetect(requests: readonly DetectRequest[]): Promise<readonly DetectResult[]> {
  expectExtension();
  return decodeResults((await ask('detect', encodeRequests(requests))) as WireResults);
}

function expectExtension(): void {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');
}

import type { DetectRequest, DetectResult } from '../detect/detect-request.ts';
import { decodeResults, encodeRequests, type WireResults } from './detect-wire.ts';
import { isOrphan } from './orphan.ts';
import { tell } from './tell.ts';

/** Asks the background to run `card.js` here. Rejects where it cannot, and in an orphan, which sends nothing. */
export async function askForCard(): Promise<void> {
  expectExtension();
  answerOf(await tell('loadCard'));
}

/** Puts texts to the engine in the background. Rejects where it does not answer, and in an orphan. */
export async function askDetect(requests: readonly DetectRequest[]): Promise<readonly DetectResult[]> {
  expectExtension();
  return decodeResults(answerOf(await tell('detect', encodeRequests(requests))) as WireResults);
}

function expectExtension(): void {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');
}

function answerOf(answer: Awaited<ReturnType<typeof tell>>): unknown {
  if (!answer || answer.err) throw new Error('The background did not do it.');
  return answer.res;
}

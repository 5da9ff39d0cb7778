import type { DetectRequest, DetectResults } from '../detect/detect-request.ts';
import type { Engine } from './engine.ts';
import { pause } from './pause.ts';
import { withTimeout } from './with-timeout.ts';

/** Work between two pauses, where the engine is in the frame. */
const SLICE_MS = 6;

/** Puts requests to the background: there they cost the page nothing, and one engine serves all frames. */
export interface DetectClient {
  /** Null where nobody answers: the extension was updated, or the background is dead. */
  to(requests: readonly DetectRequest[]): Promise<DetectResults | null>;
  end(): void;
}

/**
 * Where the background is dead, the popup brings `engine.js` into the frame, and that answers.
 *
 * @param ask Rejects where nobody answers.
 * @param cameLate The engine came into the frame after a request was left unanswered.
 */
export function createDetectClient(
  ask: (requests: readonly DetectRequest[]) => Promise<DetectResults>,
  cameLate: () => void,
): DetectClient {
  let unanswered = false;
  globalThis.errataEngineCame = () => {
    if (!unanswered) return;
    unanswered = false;
    cameLate();
  };

  return {
    async to(requests) {
      const findings = await withTimeout(() => ask(requests));
      if (findings) return findings;
      const engine = globalThis.errataEngine;
      if (engine) return answerHere(engine, requests);
      unanswered = true;
      return null;
    },
    end() {
      globalThis.errataEngineCame = undefined;
    },
  };
}

async function answerHere(engine: Engine, requests: readonly DetectRequest[]): Promise<DetectResults> {
  await engine.getReady();
  const findings = [];
  let until = performance.now() + SLICE_MS;
  for (const request of requests) {
    if (performance.now() > until) {
      await pause();
      until = performance.now() + SLICE_MS;
    }
    findings.push(engine.answer(request));
  }
  return findings;
}

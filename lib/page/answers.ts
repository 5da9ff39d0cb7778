import type { Findings, Inquiry } from '../detect/inquiry.ts';
import type { Engine } from './engine.ts';
import { inTime } from './in-time.ts';
import { pause } from './pause.ts';

/** Work between two pauses, where the engine is in the frame. */
const SLICE_MS = 6;

/** Puts inquiries to the background: there they cost the page nothing, and one engine serves all frames. */
export interface Answers {
  /** Null where nobody answers: the extension was updated, or the background is dead. */
  to(inquiries: readonly Inquiry[]): Promise<Findings | null>;
  end(): void;
}

/**
 * Where the background is dead, the popup brings `engine.js` into the frame, and that answers.
 *
 * @param ask Rejects where nobody answers.
 * @param cameLate The engine came into the frame after an inquiry was left unanswered.
 */
export function createAnswers(
  ask: (inquiries: readonly Inquiry[]) => Promise<Findings>,
  cameLate: () => void,
): Answers {
  let unanswered = false;
  globalThis.errataEngineCame = () => {
    if (!unanswered) return;
    unanswered = false;
    cameLate();
  };

  return {
    async to(inquiries) {
      const findings = await inTime(() => ask(inquiries));
      if (findings) return findings;
      const engine = globalThis.errataEngine;
      if (engine) return answerHere(engine, inquiries);
      unanswered = true;
      return null;
    },
    end() {
      globalThis.errataEngineCame = undefined;
    },
  };
}

async function answerHere(engine: Engine, inquiries: readonly Inquiry[]): Promise<Findings> {
  await engine.getReady();
  const findings = [];
  let until = performance.now() + SLICE_MS;
  for (const inquiry of inquiries) {
    if (performance.now() > until) {
      await pause();
      until = performance.now() + SLICE_MS;
    }
    findings.push(engine.answer(inquiry));
  }
  return findings;
}

import { answerRequest, type Engine } from '../page/engine.ts';
import { decodeRequests, encodeResults, type WireRequests, type WireResults } from './detect-wire.ts';

/** Answers the detection requests of all frames with one engine in the background. */
export interface DetectService {
  /** Warms up the engine in a later task, before a frame sends a request. */
  warm(): void;
  answer(requests: WireRequests): WireResults;
}

export function createDetectService(engine: Engine): DetectService {
  let isWarm = false;
  return {
    warm() {
      if (isWarm) return;
      isWarm = true;
      setTimeout(() => engine.detect('Error 131047', {}));
    },
    answer: (requests) =>
      encodeResults(decodeRequests(requests).map((request) => answerRequest(request, engine))),
  };
}

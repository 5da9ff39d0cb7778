import { answerRequest, type Engine } from '../page/engine.ts';
import { decodeRequests, encodeResults, type WireRequests, type WireResults } from './detect-wire.ts';

/** Answers what the frames of all tabs ask, with the one engine of the background. */
export interface DetectService {
  /** Has the engine ready by the time that a frame asks. */
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

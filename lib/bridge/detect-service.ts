import { answerRequest, type Engine } from '../page/engine.ts';
import { decodeRequests, encodeResults, type WireRequests, type WireResults } from './detect-wire.ts';

/** Answers what the frames of all tabs ask, with the one engine of the background. */
export interface DetectService {
  /** Has the engine ready by the time that a frame asks. */
  warm(): void;
  /** @param isConsole True for a host that the user added, and for one of the manifest. */
  answer(requests: WireRequests, isConsole: (host: string) => boolean): WireResults;
}

export function createDetectService(engine: Engine): DetectService {
  let isWarm = false;
  return {
    warm() {
      if (isWarm) return;
      isWarm = true;
      setTimeout(() => engine.detect('Error 131047', {}));
    },
    answer: (requests, isConsole) =>
      encodeResults(
        decodeRequests(requests).map(({ context, ...request }) =>
          answerRequest(
            { ...request, context: { ...context, isConsole: isConsole(context.host ?? '') } },
            engine,
          ),
        ),
      ),
  };
}

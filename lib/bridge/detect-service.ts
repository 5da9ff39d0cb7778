import { answerRequest, type Engine } from '../page/engine.ts';
import { decodeRequests, encodeResults, type WireRequests, type WireResults } from './detect-wire.ts';

/** Answers the detection requests of all frames with one engine in the background. */
export interface DetectService {
  /** Warms up the engine in a later task, before a frame sends a request. */
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

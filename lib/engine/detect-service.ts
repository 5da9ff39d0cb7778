import type { DetectedCode, DetectResult } from '../detect/detect-request.ts';
import type { TextContext } from '../detect/hit.ts';
import { dropSubcodes, mergeRepeats } from '../explain/failures.ts';
import { isMessageText } from '../explain/message-text.ts';
import { decodeRequests, encodeResults, type WireRequests, type WireResults } from './detect-wire.ts';
import { detectForRequest, type Engine } from './engine.ts';

/** Answers the detection requests of all frames with one engine in the background. */
export interface DetectService {
  /** Warms up the engine in a later task, before a frame sends a request. */
  warmUp(): void;
  /** @param isConsole True for a host that the user added, and for one of the manifest. */
  detectAll(requests: WireRequests, isConsole: (host: string) => boolean): WireResults;
}

type FindWording = (text: string, codes: readonly DetectedCode[], context: TextContext) => DetectResult;

/** @param findWording Answers a selection without a code by its wording. */
export function createDetectService(
  engine: Engine,
  findWording: FindWording = (_, codes) => codes,
): DetectService {
  let isWarm = false;
  return {
    warmUp() {
      if (isWarm) return;
      isWarm = true;
      setTimeout(() => engine.detect('Error 131047', {}));
    },
    detectAll: (requests, isConsole) =>
      encodeResults(
        decodeRequests(requests).map(({ context, ...request }) => {
          const known = { ...context, isConsole: isConsole(context.host ?? '') };
          const codes = detectForRequest({ ...request, context: known }, engine);
          if (context.asked) return findWording(request.text, codes, known);
          return withRepeats(
            codes.filter((code) => !isMessageText(request.text, code)),
            request.text,
          );
        }),
      ),
  };
}

/** Marks subcodes and repeats, so that a failure counts once even if a payload names its code several times. */
function withRepeats(codes: readonly DetectedCode[], text: string): DetectResult {
  if (codes.length < 2) return codes;
  const counted = new Set(mergeRepeats(dropSubcodes(codes, text), text).map(({ end }) => end));
  return codes.map((code) => (counted.has(code.end) ? code : { ...code, isRepeat: true }));
}

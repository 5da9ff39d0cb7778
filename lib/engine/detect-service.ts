import type { DetectedCode, DetectResult } from '../detect/detect-request.ts';
import type { TextContext } from '../detect/hit.ts';
import { dropSubcodes, mergeRepeats } from '../explain/failures.ts';
import { isMessageText } from '../explain/message-text.ts';
import { decodeRequests, encodeResults, type WireRequests, type WireResults } from './detect-wire.ts';
import { detectForRequest, type Engine } from './engine.ts';

/** Added to a code within a message that someone wrote. */
const QUOTED = { confidence: 0, rejection: 'part of a message that someone wrote' };

/**
 * Answers the detection requests of all frames with one engine in the background.
 *
 * @param answer Answers a text that the user has selected, or finds the states in a few words of a console.
 */
export function createDetectService(
  engine: Engine,
  answer: (text: string, context: TextContext) => DetectResult = () => [],
) {
  let isWarm = false;
  return {
    /** Warms up the engine in a later task, before a frame sends a request. */
    warmUp() {
      if (isWarm) return;
      isWarm = true;
      setTimeout(() => engine.detect('Error 131047', {}));
    },
    /** @param isConsole True for a host that the user added, and for one of the manifest. */
    detectAll: (requests: WireRequests, isConsole: (host: string) => boolean): WireResults =>
      encodeResults(
        decodeRequests(requests).map(({ context, ...request }) => {
          const known = { ...context, isConsole: isConsole(context.host ?? '') };
          if (context.asked) return answer(request.text, known);
          const states = known.isConsole && known.near && !request.wanted ? answer(request.text, known) : [];
          if (states.length > 0) return states;
          const codes = detectForRequest({ ...request, context: known }, engine);
          const isOwn = (code: DetectedCode) => !isMessageText(request.text, code);
          if (request.wanted === 'judged')
            return codes.map((code) => (isOwn(code) ? code : { ...code, ...QUOTED }));
          return withRepeats(codes.filter(isOwn), request.text);
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

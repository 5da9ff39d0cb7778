import {
  dropSubcodes,
  mergeRepeats,
} from '../../answer/explain/find-failures.ts';
import { isMessageText } from '../../answer/explain/message-text.ts';
import { mergeSpans } from '../../core/spans.ts';
import type {
  DetectedCode,
  DetectRequest,
  DetectResult,
} from '../../detect/detect-request.ts';
import type { TextContext } from '../../detect/hit.ts';
import {
  decodeRequests,
  encodeRequests,
  encodeResults,
  type WireRequests,
  type WireResults,
} from './detect-wire.ts';
import { detectForRequest, type Engine } from './engine.ts';

/** Added to a code within a message that someone wrote. */
const QUOTED = {
  confidence: 0,
  rejection: 'part of a message that someone wrote',
};

/** A code, and a state below its header. */
const WARM_UP: DetectRequest = {
  text: 'Error 131047',
  context: {
    header: 'Status',
    around: 'Phone number\tQuality rating\tStatus',
    row: '+1 555 0100\tHigh\tError 131047',
  },
};

/** Answers the detection requests of all frames with one engine in the background. */
export function createDetectService(
  engine: Engine,
  answerSelected: (
    text: string,
    context: TextContext,
  ) => DetectResult = () => [],
  findStates: typeof answerSelected = () => [],
  /** Adds whose turn the row of a code says. */
  decide: (code: DetectedCode, request: DetectRequest) => DetectedCode = (
    code,
  ) => code,
) {
  let isEngineWarm = false;
  let isWarm = false;

  /** @param isConsole True for a host that the user added, and for one of the manifest. */
  const detectAll = (
    requests: WireRequests,
    isConsole: (host: string) => boolean,
  ): WireResults =>
    encodeResults(
      decodeRequests(requests).map((received) => {
        const known = {
          ...received.context,
          isConsole: isConsole(received.context.host ?? ''),
        };
        const request = { ...received, context: known };

        if (known.asked) return answerSelected(request.text, known);

        const codes = detectForRequest(request, engine);

        const isOwn = (code: DetectedCode) =>
          !known.isOfCustomer &&
          !isMessageText(request.text, code, known.label);

        if (request.wanted === 'judged')
          return codes.map((code) =>
            isOwn(code) ? code : { ...code, ...QUOTED },
          );

        const states =
          request.wanted === 'weak' ? [] : findStates(request.text, known);

        const own = withRepeats(codes.filter(isOwn), request.text).map((code) =>
          decide(code, request),
        );

        // A code of the team is before a state, and that before Meta's code.
        const isOfOthers = ({ meanings: [best] }: DetectedCode) =>
          !best?.key.startsWith('meta/');

        return mergeSpans([...own.filter(isOfOthers), ...states, ...own]);
      }),
    );

  return {
    /** Warms up the engine in a later task, before a page may need it. */
    warmUpEngine() {
      if (isEngineWarm) return;
      isEngineWarm = true;
      setTimeout(() => engine.detect('Error 131047', {}));
    },
    /** Warms up all that a request needs, with the catalogue, in a later task: a frame is about to send one. */
    warmUp() {
      if (isWarm) return;
      isWarm = true;
      isEngineWarm = true;
      setTimeout(() => detectAll(encodeRequests([WARM_UP]), () => true));
    },
    detectAll,
  };
}

/** Marks subcodes and repeats, so that a failure counts once even if a payload names its code several times. */
function withRepeats(
  codes: readonly DetectedCode[],
  text: string,
): DetectResult {
  if (codes.length < 2) return codes;

  const counted = new Set(
    mergeRepeats(dropSubcodes(codes, text), text).map(({ end }) => end),
  );

  return codes.map((code) =>
    counted.has(code.end) ? code : { ...code, isRepeat: true },
  );
}

import { text as codes } from 'virtual:codes';
import known from 'virtual:prefilter';
import type {
  DetectRequest,
  DetectResult,
} from '../../lib/detect/detect-request.ts';
import { createPrefilter } from '../../lib/detect/prefilter/prefilter.ts';
import {
  createEngine,
  detectForRequest,
} from '../../lib/extension/engine/engine.ts';
import {
  type AnnotatorController,
  createAnnotatorController,
} from '../../lib/page/lifecycle/annotator-controller.ts';
import { testPageState } from '../fixtures/engine.ts';
import { stopClock } from './clock.ts';
import type { Deed } from './deed.ts';
import type { Piece } from './forms.ts';
import {
  collectNodes,
  performDeed,
  type Stage,
  serializeStage,
  setStage,
} from './stage.ts';

export interface Sequence {
  /** Time that each call of `performance.now` takes, so that a small page takes many slices. */
  costMs: number;
  answerMs: number;
  start: readonly Piece[];
  deeds: readonly Deed[];
}

const engine = createEngine(codes);
export const prefilter = createPrefilter(known);

export type AnswerRequest = (request: DetectRequest) => DetectResult;
/** Every number in the form of a code is a code, regardless of context. */
export const answerByShape: AnswerRequest = ({ text }) =>
  [...text.matchAll(/131\d{3}|MISSING_TOKEN/g)].map(
    ({ 0: code, index: start }) => {
      return {
        start,
        end: start + code.length,
        code,
        subcode: null,
        confidence: 1,
        meanings: [],
      };
    },
  );
export const answerByEngine: AnswerRequest = (request) =>
  detectForRequest(request, engine);

/** Uncaught errors and rejections. */
const uncaught: unknown[] = [];
window.addEventListener('error', ({ error }) => uncaught.push(error));
window.addEventListener('unhandledrejection', ({ reason }) =>
  uncaught.push(reason),
);

/**
 * Builds a page, performs the actions, and waits until no timer is pending.
 *
 * @param begin Starts the code under test.
 * @param done Called after each action, and at the end.
 */
export async function runSequence(
  { costMs, start, deeds }: Sequence,
  begin: (stage: Stage) => { destroy(): void },
  done: (
    stage: Stage,
    calm: () => Promise<void>,
    isCalm: boolean,
  ) => Promise<void> | void,
): Promise<void> {
  const clock = stopClock(costMs);

  uncaught.length = 0;

  const stage = setStage(start);
  const watching = begin(stage);

  try {
    await done(stage, clock.drain, false);

    for (const deed of deeds) {
      if (deed.do === 'pass') await clock.pass(deed.ms);
      else performDeed(deed, stage);
      await done(stage, clock.drain, false);
    }

    await clock.drain();
    await done(stage, clock.drain, true);
    if (uncaught.length > 0) throw uncaught[0];
  } finally {
    watching.destroy();
    clock.restore();
  }
}

/** Returns the marks after the sequence, and those of a fresh start on the same page. */
export async function getMarksAfter(sequence: Sequence, answer: AnswerRequest) {
  const begin = ({ closed }: Stage): AnnotatorController => {
    const page = createAnnotatorController({
      prefilter,
      async detect(requests) {
        const asked = structuredClone(requests);
        await new Promise((later) => setTimeout(later, sequence.answerMs));
        return asked.map(answer);
      },
      getShadowRoot: (host) => closed.get(host) ?? null,
      loadCard: async () => {},
      onCodesChanged: () => {},
    });

    page.configure(testPageState);

    return page;
  };

  let page: AnnotatorController;
  let marks: { lived: string[]; fresh: string[]; html: string } | undefined;

  await runSequence(
    sequence,
    (stage) => {
      page = begin(stage);
      return { destroy: () => page.destroy() };
    },
    async (stage, calm, isCalm) => {
      if (!isCalm) return;

      const lived = describeMarks(stage);

      page.destroy();
      page = begin(stage);
      await calm();

      marks = {
        lived,
        fresh: describeMarks(stage),
        html: serializeStage(stage),
      };
    },
  );

  return marks;
}

/** Returns each mark with its style and position. */
function describeMarks({ root, closed }: Stage): string[] {
  const nodes = collectNodes(root, closed);

  const formatPlace = (node: Node, offset: number) =>
    `${nodes.indexOf(node)}:${offset}`;

  return [...CSS.highlights]
    .flatMap(([name, highlight]) =>
      [...highlight].map((range) => {
        const { startContainer, startOffset, endContainer, endOffset } = range;
        return `${name} ${range} from ${formatPlace(startContainer, startOffset)} to ${formatPlace(endContainer, endOffset)}`;
      }),
    )
    .sort();
}

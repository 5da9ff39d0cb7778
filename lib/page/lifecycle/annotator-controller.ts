import { retryOnceWithTimeout } from '../../core/retry-once.ts';
import type {
  DetectRequest,
  DetectResult,
} from '../../detect/detect-request.ts';
import {
  type Prefilter,
  withLiterals,
} from '../../detect/prefilter/prefilter.ts';
import { MIN_CONFIDENCE } from '../../detect/threshold.ts';
import { DEFAULT_PAGE_STATE, type PageState } from '../../settings/settings.ts';
import { isSuppressed } from '../../settings/suppression.ts';
import { queryAll } from '../dom/nodes.ts';
import { createCardLoader } from '../interaction/card-loader.ts';
import { createSelectionRequests } from '../interaction/selection.ts';
import type { DetectClient } from '../marking/annotate-queue.ts';
import { type CodeName, getCodeName } from '../marking/code-counts.ts';
import { clearHighlights } from '../marking/mark-painter.ts';
import { readMarkTexts } from '../marking/mark-texts.ts';
import type { PageApi } from '../marking/page-api.ts';
import { getMarkRange, type PageMark } from '../marking/page-mark.ts';
import {
  createShadowRootGetter,
  type GetShadowRoot,
} from '../text/shadow-roots.ts';
import { getSite } from '../text/site.ts';
import { type MarkingSession, startMarkingSession } from './marking-session.ts';

export type AnnotatorController = ReturnType<typeof createAnnotatorController>;

/** Starts Errata in one frame. Does nothing until it is configured. */
export function createAnnotatorController(options: {
  /** Null on a page that is not a console: it explains selections but has no marks. */
  prefilter: Prefilter | null;
  /** Sends requests to the background. Rejects if it does not respond. */
  detect(requests: readonly DetectRequest[]): Promise<readonly DetectResult[]>;
  getShadowRoot: GetShadowRoot;
  loadCard(): Promise<void>;
  onCodesChanged(): void;
}) {
  let state = DEFAULT_PAGE_STATE;
  let session: MarkingSession | null = null;
  let { prefilter } = options;
  const getCurrentSite = () => getSite(state.provider, state.timeZone);

  const loader = createCardLoader(options.loadCard, walkOn, {
    onEventSwallowed: (event) => session?.pointer.handleEvent(event),
    onWillResize: () => session?.pointer.hold(),
    onReturned: (range) => session?.setCurrent(range),
    onClosed: () => session?.marks.point(null),
    isOnCode: () => session?.pointer.isOnCode() === true,
    findMarks: (text) =>
      [...(session?.marks.at(text) ?? [])].map((mark) => getMarkRange(mark)),
  });

  // Remove the leftovers of an earlier version.
  clearHighlights();
  for (const card of queryAll(document, 'errata-card')) card.remove();

  const withSensitivity = (request: DetectRequest): DetectRequest =>
    state.sensitivity === 'more' && !request.context.asked
      ? { ...request, wanted: 'all' }
      : request;

  const client: DetectClient = (requests) =>
    retryOnceWithTimeout(
      () => options.detect(requests.map(withSensitivity)),
      'detect',
    );

  const getShadowRoot = createShadowRootGetter(options.getShadowRoot);

  const startSession = (idle: boolean): MarkingSession =>
    startMarkingSession({
      ...options,
      client,
      getShadowRoot,
      loader,
      site: getCurrentSite,
      settings: () => state,
      isSuppressed: (hit, text, context) =>
        hit.confidence < MIN_CONFIDENCE[state.sensitivity] ||
        isSuppressed(hit, text, context, state.suppressions),
      prefilter: (...text) => prefilter?.(...text) ?? false,
      idle,
    });

  function endSession(): void {
    session?.stop();
    session = null;
  }

  function updateSession(): void {
    const wanted = state.isOn && options.prefilter !== null;
    if (session?.idle === !wanted) return;

    // Keep the card of a selection, which may have opened before the settings arrived.
    const answers = session?.idle === true;
    if (session && !answers) loader.card?.close(true);
    endSession();
    if (!wanted) return;
    session = startSession(false);
    if (answers) session.pointer.hold();
  }

  const findMarksOf = (name: CodeName): readonly PageMark[] =>
    session?.marks.failures().filter((mark) => hasCodeName(mark, name)) ?? [];

  /** Handles the card's own buttons and arrow keys, which wrap around. */
  async function walkOn(step: 1 | -1, code: string | null): Promise<void> {
    const isWanted = (mark: PageMark) =>
      (code === null || mark.hit.code === code) &&
      session?.marks.ownerOf(mark) === mark;

    const further = await session?.navigator.step(step, { only: isWanted });

    if (further === false)
      await session?.navigator.step(step, { only: isWanted });
  }

  const api: PageApi = {
    codes: () => session?.readCodes() ?? [],
    // Before it is configured, it has not read anything.
    isReading: () => session?.isReading() ?? state === DEFAULT_PAGE_STATE,
    async navigate(step, names) {
      const isNamed = (mark: PageMark) =>
        session?.marks.ownerOf(mark) === mark &&
        names?.some((name) => hasCodeName(mark, name)) === true;

      const how = names && { only: isNamed, focus: false };

      return (await session?.navigator.step(step, how)) ?? false;
    },
    async goTo(name, at) {
      const mark = findMarksOf(name)[at];
      return (
        mark !== undefined && ((await session?.navigator.goTo(mark)) ?? false)
      );
    },
    readMarkTexts: (name, from, to, isLabelled) =>
      readMarkTexts(
        findMarksOf(name).slice(from, to),
        getCurrentSite,
        isLabelled,
      ),
    isNavigating: () => session?.navigator.isActive() ?? false,
    async explainSelection(text) {
      session ??= startSession(true);
      session.pointer.hold();

      const found = await createSelectionRequests(
        text,
        client,
        session.marks.inOrder(),
        getCurrentSite(),
      );

      const showRequest = async (at: number): Promise<void> => {
        const request = found.at(at % found.length);
        if (request)
          await loader.show(
            { ...request, isPinned: state.openPinned },
            (step) => showRequest(at + step),
          );
      };

      await showRequest(0);
    },
  };

  return {
    api,
    configure(next: PageState): void {
      const isOther = getReadingKey(next) !== getReadingKey(state);

      state = next;

      prefilter =
        options.prefilter && withLiterals(options.prefilter, next.ownTexts);

      session?.marks.setLook(next.look);
      if (isOther) session?.readAgain();
      updateSession();
    },
    destroy(): void {
      endSession();
      loader.destroy();
    },
  };
}

/** Changes if the page must be read again. */
const getReadingKey = ({
  ownTexts,
  provider,
  sensitivity,
  suppressions,
  timeZone,
}: PageState) =>
  JSON.stringify([ownTexts, provider, sensitivity, suppressions, timeZone]);

const hasCodeName = ({ hit }: PageMark, { code, key }: CodeName) =>
  hit.code === code && getCodeName(hit).key === key;

import { getOwnGlobal } from '../../core/get-own-global.ts';
import type { HoverMode, Look } from '../../core/mark-look.ts';
import { getDocumentProperty, getElementsAt } from '../dom/nodes.ts';
import { watchCardHover } from '../interaction/card-hover.ts';
import type { CardLoader } from '../interaction/card-loader.ts';
import { createCardRequest } from '../interaction/card-request.ts';
import { findMarkAt, findMarkNear } from '../interaction/hit-test.ts';
import { createMarkNavigator } from '../interaction/mark-navigation.ts';
import type { PageCode } from '../marking/code-counts.ts';
import { createMarks } from '../marking/marks.ts';
import { getMarkRange, type PageMark } from '../marking/page-mark.ts';
import { createScanner, type ScannerOptions } from '../marking/scanner.ts';
import {
  type GetShadowRoot,
  observeShadowRoots,
} from '../text/shadow-roots.ts';
import { observePage } from './page-observer.ts';

/** Time for the page to render a code again. After that the code counts as removed. */
const REDRAW_GRACE_MS = 120;
const PAINT_DELAY_MS = 50;
const REPORT_DELAY_MS = 150;
/** Minimum interval between reports of changing codes. The first scan has a shorter one: a multiple of the last report's time. */
const REPORT_INTERVAL_MS = 1_000;
const REPORT_REST_FACTOR = 40;
const NO_CODES = '[]';
/** Differs from each state of the codes. */
const OUTDATED = '';

export type MarkingSession = ReturnType<typeof startMarkingSession>;

/** Starts a run of Errata in a frame, until it is switched off: it scans and marks the page, and handles the pointer. */
export function startMarkingSession(
  options: Pick<
    ScannerOptions,
    'client' | 'prefilter' | 'isSuppressed' | 'site'
  > & {
    getShadowRoot: GetShadowRoot;
    onCodesChanged(): void;
    loader: CardLoader;
    settings(): {
      hoverDelayMs: number;
      hover: HoverMode;
      openPinned: boolean;
      look: Look;
    };
    /** True for a session without marks, which only explains a selection. */
    idle: boolean;
  },
) {
  const { getShadowRoot, onCodesChanged, loader, site, settings, idle } =
    options;

  const abort = new AbortController();
  const { signal } = abort;
  /** Weak, because a page creates and drops shadow roots all the time. */
  let followed: WeakRef<Document | ShadowRoot>[] = [];
  let reporting: ReturnType<typeof setTimeout> | 0 = 0;
  let reported = NO_CODES;
  let reportAfter = Number.NEGATIVE_INFINITY;
  /** True after the first complete scan. Later changes are read quickly. */
  let isRead = false;
  /** Roots that have been read but not yet searched for nested shadow roots. */
  let unexplored: (Document | ShadowRoot)[] = [];
  let exploring = false;
  let lastSeen: { mark: PageMark; box: DOMRect } | null = null;

  const marks = createMarks((dropped) => {
    // A removed frame has no `defaultView`, and in Firefox its timers throw; see content-bootstrap.ts.
    if (signal.aborted || !getDocumentProperty('defaultView')) return;
    if (pointer.current && dropped.has(pointer.current))
      setTimeout(findAgain, REDRAW_GRACE_MS);
    reportSoon();
  });

  marks.setLook(settings().look);

  const scanner = createScanner({
    ...options,
    marks,
    onHidden: (text) => watch.await(text),
    onSettled,
  });

  const roots = observeShadowRoots(getShadowRoot, followRoot);

  const watch = observePage({
    marks,
    scanner,
    roots,
    onFollowed: getFollowedRoots,
    onReplaced: () => pointer.listen(),
    onRemoved() {
      roots.prune();
      getOwnGlobal('errataOnNodesRemoved')?.();
    },
    onResting: reportSoon,
    onRested() {
      isRead = false;

      for (const root of getFollowedRoots()) {
        watch.follow(root);
        readRoot(root);
      }
    },
  });

  const navigator = createMarkNavigator(marks, (mark, focus, walks) => {
    pointer.hold();
    return showCard(mark, focus, undefined, walks);
  });

  const pointer = watchCardHover(
    {
      hasMarks: () => marks.all.size > 0 || watch.isAwaiting(),
      onRest: (x, y) => {
        for (const element of getElementsAt(x, y).slice(0, 3))
          roots.ask(element);
        watch.look();
        return findMarkAt(x, y, marks, getShadowRoot);
      },
      hoverDelayMs: () => settings().hoverDelayMs,
      hover: () => settings().hover,
      card: () => loader.card,
      show: (mark) => {
        navigator.setCurrent(mark);
        void showCard(mark);
      },
    },
    signal,
  );

  function onSettled(): void {
    if (exploring) return;

    if (unexplored.length > 0) {
      exploring = true;
      // On a large page, the search for shadow roots takes as long as hundreds of marks. Paint the existing marks first.
      setTimeout(exploreRoots, PAINT_DELAY_MS);
      return;
    }

    isRead = true;
    watch.look();
    if (marks.all.size === 0) return;
    reportSoon();
    loader.prepare(marks.codeNames());
  }

  async function exploreRoots(): Promise<void> {
    try {
      // Grows during the loop.
      for (const root of unexplored)
        if (!signal.aborted) await roots.explore(root);
    } finally {
      unexplored = [];
      exploring = false;
    }

    if (!signal.aborted && !scanner.isReading()) onSettled();
  }

  function followRoot(root: Document | ShadowRoot): void {
    if (followed.length % 100 === 99) getFollowedRoots();
    followed.push(new WeakRef(root));
    watch.follow(root);
    readRoot(root);
  }

  function readRoot(root: Document | ShadowRoot): void {
    unexplored.push(root);
    scanner.scan(root);
  }

  function getFollowedRoots(): (Document | ShadowRoot)[] {
    followed = followed.filter((root) => root.deref()?.isConnected);
    return followed.flatMap((root) => root.deref() ?? []);
  }

  async function showCard(
    mark: PageMark,
    focus = false,
    isPinned = settings().openPinned,
    walks = false,
  ) {
    if (focus) pointer.hold();
    pointer.current = mark;
    marks.point(mark);
    lastSeen = { mark, box: getMarkRange(mark).getBoundingClientRect() };

    await loader.show({
      ...createCardRequest(mark, marks, site(), { focus, walks }),
      isPinned,
    });
  }

  /** Finds the mark again if the page rendered the same code in the same place, so that the card stays open. */
  function findAgain(): void {
    const lost = pointer.current;
    const { card } = loader;

    if (signal.aborted || !lost || marks.all.has(lost)) return;

    const isOpen = card?.isOpen() === true;

    const box =
      (isOpen || loader.isLoading()) && lastSeen?.mark === lost
        ? lastSeen.box
        : null;

    const again = box && findMarkNear(box, lost.hit.code, marks);
    if (again) return void showCard(again, false, card?.isPinned());
    // Release references to removed nodes.
    pointer.current = null;
    lastSeen = null;
    if (isOpen) card.anchorRemoved();
  }

  const isReading = () =>
    watch.isResting() ||
    (!isRead && (scanner.isReading() || unexplored.length > 0));

  function reportSoon(): void {
    reporting ||= setTimeout(
      reportCodes,
      Math.max(REPORT_DELAY_MS, reportAfter - performance.now()),
    );
  }

  const describeState = (codes: readonly PageCode[]) =>
    codes.length === 0 ? NO_CODES : JSON.stringify([codes, isReading()]);

  /** Reports the codes if they have changed, or if the scan is complete. */
  function reportCodes(): void {
    reporting = 0;

    const since = performance.now();
    const now = describeState(marks.codes());

    const restMs = isRead
      ? REPORT_INTERVAL_MS
      : REPORT_REST_FACTOR * (performance.now() - since);

    reportAfter = since + Math.min(REPORT_INTERVAL_MS, restMs);
    if (signal.aborted || now === reported) return;
    reported = now;
    onCodesChanged();
  }

  /** Returns the codes for a reader outside the frame, which gets a report when they change. */
  function readCodes(): PageCode[] {
    const codes = marks.codes();
    // This reader also has to know if the reported codes return: a table that is drawn again has none for a moment.
    if (describeState(codes) !== reported) reported = OUTDATED;
    return codes;
  }

  const handlePageShow = ({ persisted }: PageTransitionEvent) =>
    persisted && reported !== NO_CODES && onCodesChanged();

  window.addEventListener('pageshow', handlePageShow, { signal });

  if (!idle) followRoot(document);

  return {
    idle,
    marks,
    navigator,
    pointer,
    isReading,
    readCodes,
    setCurrent({ startContainer, startOffset }: Range): void {
      const all = [...marks.at(startContainer)];

      pointer.current =
        all.find(({ drawn }) => drawn.startOffset === startOffset) ?? null;

      marks.point(pointer.current);
      navigator.setCurrent(pointer.current);
    },
    readAgain(): void {
      isRead = false;
      for (const root of getFollowedRoots()) scanner.scan(root);
    },
    stop(): void {
      abort.abort();
      roots.stop();
      watch.stop();
      scanner.stop();
      marks.destroy();
      clearTimeout(reporting);
      if (reported !== NO_CODES) onCodesChanged();
    },
  };
}

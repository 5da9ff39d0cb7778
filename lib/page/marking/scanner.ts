import { recordFailure } from '../../core/diagnostics.ts';
import { getNodeProperty, isTextNode, listenOn } from '../dom/nodes.ts';
import { continuesNumber } from '../text/split-numbers.ts';
import type { Site } from '../text/surroundings.ts';
import {
  advanceTextWalk,
  createTextWalk,
  createTextWalker,
} from '../text/text-walk.ts';
import {
  type SlicedWork,
  TEXTS_PER_CLOCK_CHECK,
  TimeSlice,
} from '../text/time-slice.ts';
import { findVisibleTexts } from '../text/visible-texts.ts';
import { yieldToMain } from '../text/yield-to-main.ts';
import {
  type AnnotateQueueOptions,
  createAnnotateQueue,
} from './annotate-queue.ts';

/** Interval between paints during a long scan, because each paint is slow on a large page. */
const PAINT_INTERVAL_MS = 300;
/** Delay of the first paint. Marks in view are painted as soon as they are known. */
const FIRST_PAINT_MS = 200;
/** Above this number of elements, a page gets tints instead of underlines; see docs/decisions/008. */
const MIN_HUGE_PAGE_ELEMENTS = 20_000;
/** Above this number of elements, texts in view are read first. */
const MIN_LARGE_PAGE_ELEMENTS = 2_000;
/** Time after a scroll event in which the page may still be scrolling. */
const MAX_SCROLL_PAUSE_MS = 400;

/** In one turn: more than a screen of a grid has. */
const MAX_RECALLED_TEXTS = 2_000;

function* listTexts(nodes: Iterable<Node>): Generator<Text> {
  for (const node of nodes) {
    if (!getNodeProperty(node, 'isConnected')) continue;

    if (isTextNode(node)) {
      yield node;
      continue;
    }

    const walker = createTextWalker(node);
    let text = walker.nextNode() as Text | null;
    for (; text; text = walker.nextNode() as Text | null) yield text;
  }
}

export type Scanner = ReturnType<typeof createScanner>;

export interface ScannerOptions extends AnnotateQueueOptions {
  site(): Site;
  onSettled(): void;
}

export function createScanner(options: ScannerOptions) {
  const { prefilter, marks, onSettled } = options;
  const life = new AbortController();
  const { signal } = life;
  let queue: Node[] = [];
  /** Texts that passed the prefilter, in the order in which they are sent. */
  let found = new Set<Text>();
  let isCatchingUp = false;
  let running = false;
  const slice = new TimeSlice(options.site);
  let paintAt = 0;
  let inView = false;
  let scrolledAt = Number.NEGATIVE_INFINITY;
  let viewedAt = 0;

  const handleScroll = () => {
    scrolledAt = performance.now();
  };

  /** Texts that were in view during this run. They have been sent already, and changes are queued separately. */
  const viewed = new Set<Text>();
  let changes = 0;
  let workedMs = 0;

  const annotations = createAnnotateQueue(options, slice, () => {
    paintAt = 0;
  });

  async function runSlices(): Promise<void> {
    running = true;
    // The caller has used enough of this task.
    await yieldToMain();
    slice.forget();
    slice.next();
    workedMs = 0;
    paintAt = slice.since + FIRST_PAINT_MS;

    try {
      for (const wait of runQueue()) {
        if (marks.all.size > 0 && performance.now() > paintAt) {
          marks.paint();
          paintAt = performance.now() + PAINT_INTERVAL_MS;
        }

        workedMs += performance.now() - slice.since;
        await (wait ?? yieldToMain());
        if (signal.aborted) break;
        slice.next();
      }
    } catch (error) {
      recordFailure('scan', error);
      throw error;
    } finally {
      // Continue with other nodes even if one of them throws.
      running = false;
      isCatchingUp = false;
      slice.forget();
      found.clear();
      viewed.clear();
    }

    if (signal.aborted) return;
    marks.paint();
    workedMs += performance.now() - slice.since;
    onSettled();
  }

  function* runQueue(): SlicedWork {
    while (queue.length > 0 || annotations.isWaiting()) {
      const todo = queue;

      queue = [];

      if (todo.includes(document)) {
        viewed.clear();
        lookAtView();
        yield* annotateFound();
      }

      yield* collectFrom(todo);
      yield* annotateFound();

      if (queue.length === 0 && annotations.isWaiting())
        yield annotations.answered();

      yield* annotations.mark();

      if (queue.length === 0 && !annotations.isWaiting())
        yield* annotations.askForRecipients();
    }
  }

  /** On a large page, texts in view are read first. */
  function lookAtView(): void {
    viewedAt = performance.now();

    // Counting all elements would take longer.
    const elements = Document.prototype.getElementsByTagName.call(
      document,
      '*',
    );

    marks.setHuge(elements.item(MIN_HUGE_PAGE_ELEMENTS) !== null);
    if (!elements.item(MIN_LARGE_PAGE_ELEMENTS)) return;

    for (const text of findVisibleTexts()) {
      if (!viewed.has(text) && prefilter(text.data)) found.add(text);
      viewed.add(text);
    }

    inView = found.size > 0;
  }

  function* annotateFound(): SlicedWork {
    yield* takeFound();
    annotations.send(inView);
    inView = false;
    if (slice.isExpired()) yield;
  }

  function* takeFound(): SlicedWork {
    let taken = 0;
    const texts = found;

    for (const text of texts) {
      if (taken++ % TEXTS_PER_CLOCK_CHECK === 0 && slice.isExpired()) {
        yield;
        yield* catchUp();
      }

      texts.delete(text);

      const rest = text.isConnected ? annotations.take(text) : null;
      if (!rest) continue;
      annotations.send(inView);
      yield* rest;
    }
  }

  /** On a large page, reads new texts and texts that scrolled into view before the rest. */
  function* catchUp(): SlicedWork {
    yield* annotations.mark();

    const hasScrolled = scrolledAt > viewedAt;
    if (isCatchingUp || (queue.length === 0 && !hasScrolled)) return;
    isCatchingUp = true;

    const rest = found;

    found = new Set();
    if (hasScrolled) lookAtView();

    const changed = queue.filter((node) => node !== document);

    queue = queue.filter((node) => node === document);
    yield* collectFrom(changed);
    yield* takeFound();
    annotations.send(true);
    found = rest;
    isCatchingUp = false;
  }

  function* collectFrom(nodes: readonly Node[]): SlicedWork {
    for (const node of nodes)
      if (getNodeProperty(node, 'isConnected')) yield* collectTexts(node);
  }

  /** @param again True if the page changed while it was read. */
  function* collectTexts(node: Node, again = false): SlicedWork {
    if (isTextNode(node)) {
      if (prefilter(node.data) || continuesNumber(node)) found.add(node);
      else annotations.forget(node);
      return;
    }

    const walk = createTextWalk(node, again);

    const sorter = {
      prefilter,
      keep: (text: Text) => found.add(text),
      forget: marks.all.size > 0 ? annotations.forget : null,
    };

    const changesBefore = changes;

    while (advanceTextWalk(walk, sorter)) {
      if (!slice.isExpired()) continue;
      yield;
      yield* catchUp();

      if (!again && changes !== changesBefore)
        return yield* collectTexts(node, true);

      yield* takeFound();
      annotations.sendMany();
      yield* annotations.mark();
    }
  }

  const isScrolling = () =>
    performance.now() - scrolledAt < MAX_SCROLL_PAUSE_MS;

  return {
    /** Queues the texts below a node, or one text, to be read soon and in slices. */
    scan(node: Node): void {
      // Also scan a text that was just scanned, for example with another provider.
      slice.expire();
      queue.push(node);
      if (!running && !signal.aborted) void runSlices();
    },
    /** Invalidates cached layout after a change of the page. */
    handleChanges(): void {
      slice.expire();
      changes++;
    },
    isReading: () => running,
    /** Returns the working time of the last scan in milliseconds, without pauses. */
    workedMs: () => workedMs,
    followScroll: (root: Document | ShadowRoot) =>
      listenOn(root, 'scroll', handleScroll, {
        capture: true,
        passive: true,
        signal,
      }),
    /** While something scrolls, marks what is known of the columns of new texts, before they are read. */
    recall(nodes: Iterable<Node>): void {
      if (!isScrolling()) return;

      let isFound = false;
      let left = MAX_RECALLED_TEXTS;

      for (const text of listTexts(nodes)) {
        if (left-- === 0) break;
        if (annotations.recall(text)) isFound = true;
      }

      if (isFound) marks.paint();
    },
    isScrolling,
    stop(): void {
      life.abort();
      queue = [];
    },
  };
}

import type { Prefilter } from '../detect/prefilter.ts';
import { isText, ofNode } from '../dom/nodes.ts';
import { type AnnotateQueueOptions, createAnnotateQueue } from './annotate-queue.ts';
import type { DetectClient } from './detect-client.ts';
import { textsInView } from './in-view.ts';
import { pause } from './pause.ts';
import { FEW, isUsedUp, newSlice, nextSlice, type Work } from './slice.ts';
import { continues } from './split-numbers.ts';
import type { Site } from './surroundings.ts';
import { walkOn, walkOver } from './texts.ts';

/** Interval between paints during a long scan, because each paint is slow on a large page. */
const PAINT_MS = 300;
/** Delay of the first paint. Marks in view are painted as soon as they are known. */
const FIRST_MS = 200;
/** Above this number of elements, a page gets tints instead of underlines; see docs/decisions/008. */
const HUGE = 20_000;
/** Above this number of elements, texts in view are read first. */
const LARGE = 2_000;

export interface Scanner {
  /** Queues the texts below a node, or one text, to be read soon and in slices. */
  scan(node: Node): void;
  /** Invalidates cached layout after a change of the page. */
  changed(): void;
  /** Returns true while texts are waiting to be read. */
  isReading(): boolean;
  /** Returns the working time of the last scan in milliseconds, without pauses. */
  workedMs(): number;
  stop(): void;
}

export interface ScannerOptions extends Pick<AnnotateQueueOptions, 'marks' | 'isUnwanted' | 'hidden'> {
  /** Only texts that pass it are sent for detection. */
  prefilter: Prefilter;
  client: DetectClient;
  site(): Site;
  /** Called when all queued texts have been read. */
  settled(): void;
}

export function createScanner({
  prefilter,
  client,
  marks,
  site,
  isUnwanted,
  hidden,
  settled,
}: ScannerOptions): Scanner {
  const life = new AbortController();
  let queue: Node[] = [];
  /** Texts that passed the prefilter, in the order in which they are sent. */
  let found = new Set<Text>();
  let isCatchingUp = false;
  let running = false;
  let slice = newSlice(site());
  let paintAt = 0;
  /** True if the found texts are in view. */
  let inView = false;
  /** True if something has scrolled since the last check of the viewport. */
  let scrolled = false;
  const onScroll = () => {
    scrolled = true;
  };
  document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal: life.signal });
  /** Texts that were in view during this run. They have been sent already, and changes are queued separately. */
  const viewed = new Set<Text>();
  /** Number of page changes. */
  let changes = 0;
  let workedMs = 0;

  const annotations = createAnnotateQueue({
    client,
    prefilter,
    marks,
    isUnwanted,
    hidden,
    slice: () => slice,
    viewMarked: () => {
      paintAt = 0;
    },
  });

  async function run(): Promise<void> {
    running = true;
    // The caller has used enough of this task.
    await pause();
    slice = newSlice(site());
    workedMs = 0;
    let since = performance.now();
    paintAt = since + FIRST_MS;
    try {
      for (const wait of work()) {
        if (marks.all.size > 0 && performance.now() > paintAt) paint();
        workedMs += performance.now() - since;
        await (wait ?? pause());
        since = performance.now();
        if (life.signal.aborted) break;
        slice = nextSlice(slice, site);
      }
    } finally {
      // Continue with other nodes even if one of them throws.
      running = false;
      isCatchingUp = false;
      // Release all nodes of the page.
      slice = newSlice(site());
      found.clear();
      viewed.clear();
    }
    if (life.signal.aborted) return;
    marks.paint();
    workedMs += performance.now() - since;
    settled();
  }

  function paint(): void {
    marks.paint();
    paintAt = performance.now() + PAINT_MS;
  }

  function* work(): Work {
    while (queue.length > 0 || annotations.isWaiting()) {
      const todo = queue;
      queue = [];
      if (todo.includes(document)) {
        viewed.clear();
        lookAtView();
        yield* ask();
      }
      for (const node of todo) if (ofNode(node, 'isConnected')) yield* collect(node);
      yield* ask();
      if (queue.length === 0 && annotations.isWaiting()) yield annotations.answered();
      yield* annotations.mark();
    }
  }

  /** On a large page, texts in view are read first. */
  function lookAtView(): void {
    scrolled = false;
    // Counting all elements would take longer.
    const elements = document.getElementsByTagName('*');
    marks.setHuge(elements.item(HUGE) !== null);
    if (!elements.item(LARGE)) return;
    for (const text of textsInView()) {
      if (viewed.has(text)) continue;
      viewed.add(text);
      if (prefilter(text.data)) found.add(text);
    }
    inView = found.size > 0;
  }

  function* ask(): Work {
    yield* take();
    annotations.send(inView);
    inView = false;
    if (isUsedUp(slice)) yield;
  }

  function* take(): Work {
    let taken = 0;
    const texts = found;
    for (const text of texts) {
      if (taken++ % FEW === 0 && isUsedUp(slice)) {
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
  function* catchUp(): Work {
    yield* annotations.mark();
    if (isCatchingUp || (queue.length === 0 && !scrolled)) return;
    isCatchingUp = true;
    const rest = found;
    found = new Set();
    if (scrolled) lookAtView();
    const todo = queue;
    queue = todo.filter((node) => node === document);
    for (const node of todo) if (node !== document && ofNode(node, 'isConnected')) yield* collect(node, true);
    yield* take();
    annotations.send(true);
    found = rest;
    isCatchingUp = false;
  }

  /** @param again True if the page changed while it was read. */
  function* collect(node: Node, again = false): Work {
    if (isText(node)) {
      if (prefilter(node.data) || continues(node)) found.add(node);
      else annotations.forget(node);
      return;
    }
    const walk = walkOver(node, again);
    const sorter = {
      prefilter,
      keep: (text: Text) => found.add(text),
      forget: marks.all.size > 0 ? annotations.forget : null,
    };
    const changesBefore = changes;
    while (walkOn(walk, sorter)) {
      if (!isUsedUp(slice)) continue;
      yield;
      yield* catchUp();
      if (!again && changes !== changesBefore) return yield* collect(node, true);
      yield* take();
      annotations.sendMany();
      yield* annotations.mark();
    }
  }

  return {
    scan(node) {
      // Also scan a text that was just scanned, for example with another provider.
      slice.stale = 0;
      queue.push(node);
      if (!running && !life.signal.aborted) run();
    },
    changed() {
      slice.stale = 0;
      changes++;
    },
    isReading: () => running,
    workedMs: () => workedMs,
    stop() {
      life.abort();
      queue = [];
    },
  };
}

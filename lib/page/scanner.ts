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

/** During a long scan what was found is painted this often: each time costs a large page. */
const PAINT_MS = 300;
/** The first of it is painted so soon, and what is in view as soon as it is judged. */
const FIRST_MS = 200;
/** A page of more elements is painted with a tint; see docs/decisions/008. */
const HUGE = 20_000;
/** On a page of more elements what is in view is read first. */
const LARGE = 2_000;

export interface Scanner {
  /** Reads the texts below a node again, or one text, soon and in slices. */
  scan(node: Node): void;
  /** The page changed: what was read of its layout holds no more. */
  changed(): void;
  /** Texts are still waiting to be read. */
  isReading(): boolean;
  /** How long the last scan worked, in milliseconds, its pauses not counted. */
  workedMs(): number;
  stop(): void;
}

export interface ScannerOptions extends Pick<AnnotateQueueOptions, 'marks' | 'isUnwanted' | 'hidden'> {
  /** Every text is put to it; only those that pass are asked about. */
  prefilter: Prefilter;
  client: DetectClient;
  site(): Site;
  /** Everything asked for was read. */
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
  /** Texts that passed the prefilter, in the order in which they are asked about. */
  let found = new Set<Text>();
  let isCatchingUp = false;
  let running = false;
  let slice = newSlice(site());
  let paintAt = 0;
  /** What was found is in view. */
  let inView = false;
  /** The reader, or the page, has scrolled since the view was looked at. */
  let scrolled = false;
  const onScroll = () => {
    scrolled = true;
  };
  document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal: life.signal });
  /** What was in view at any look of this run: it is asked about already, and what changes is queued by itself. */
  const viewed = new Set<Text>();
  /** How often the page has changed. */
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
    // Whoever asked has done enough in this task.
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
      // Whatever one part of the page does to us, the next one is read.
      running = false;
      isCatchingUp = false;
      // Holds on to no node of the page.
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

  /** On a large page the reader need not wait for the rest. */
  function lookAtView(): void {
    scrolled = false;
    // To count them all would take longer.
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

  /** What came, or came into view, while a large page is read need not wait for its end. */
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

  /** @param again The page changed while it was read. */
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
      // A text that was just judged is judged again when asked for: for another provider, say.
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

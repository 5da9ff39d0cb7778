import type { Hit, TextContext } from '../detect/hit.ts';
import { continues, mayContinue } from './continues.ts';
import type { Engine } from './engine.ts';
import { textsInView } from './in-view.ts';
import { isOffLimits, isShown, isText, type Layout, readLayout } from './layout.ts';
import type { Marks, Place } from './marks.ts';
import { type Passage, passageAround } from './passage.ts';
import { pause } from './pause.ts';
import { readSurroundings, type Site, type Surroundings } from './surroundings.ts';

/** Work between two pauses. */
const SLICE_MS = 6;
/** The clock is looked at after so many texts. */
const STRIDE = 64;
const LONG_TEXT = 4000;
/** Marks in one text: a browser takes seconds to paint more of them in one line. */
const MAX_IN_TEXT = 500;
/** During a long scan what was found is painted this often: each time costs a large page. */
const PAINT_MS = 400;
/** A page of more elements is painted with a tint; see docs/decisions/008. */
const HUGE = 20_000;
/** On a page of more elements what is in view is read first. */
const LARGE = 2_000;

export interface Scanner {
  /** Reads the texts below a node again, or one text, soon and in slices. */
  scan(node: Node): void;
  /** Texts are still waiting to be read. */
  isReading(): boolean;
  stop(): void;
}

export interface ScannerOptions {
  engine: Engine;
  marks: Marks;
  site(): Site;
  /** The reader has said of such a place that it holds no error code. */
  isSilenced(hit: Hit, text: string, context: TextContext): boolean;
  /** A text that may hold a code is not shown at the moment. */
  hidden(text: Text): void;
  /** Everything asked for was read. */
  settled(): void;
}

/** Layout and surroundings are true only until the page may change: they live for one slice. */
interface Slice {
  layout: Layout;
  surroundings: Surroundings;
  done: Set<Text>;
  until: number;
}

/** Work that stops where a slice is used up, and goes on in the next. */
type Work = Generator<undefined, void, undefined>;

export function createScanner({ engine, marks, site, isSilenced, hidden, settled }: ScannerOptions): Scanner {
  let queue: Node[] = [];
  let running = false;
  let stopped = false;
  let slice = newSlice();
  let paintedAt = 0;

  function newSlice(): Slice {
    const layout = readLayout();
    const surroundings = readSurroundings(site(), layout);
    return { layout, surroundings, done: new Set(), until: performance.now() + SLICE_MS };
  }

  const isUsedUp = () => performance.now() >= slice.until;

  async function run(): Promise<void> {
    running = true;
    // Whoever asked has done enough in this task.
    await pause();
    slice = newSlice();
    paintedAt = performance.now();
    for (const _ of work()) {
      if (marks.all.size > 0 && performance.now() - paintedAt > PAINT_MS) paint();
      await pause();
      if (stopped) break;
      slice = newSlice();
    }
    running = false;
    // Holds on to no node of the page.
    slice = newSlice();
    if (stopped) return;
    marks.paint();
    settled();
  }

  function paint(): void {
    marks.paint();
    paintedAt = performance.now();
  }

  function* work(): Work {
    while (queue.length > 0) {
      const todo = queue;
      queue = [];
      for (const node of todo) if (node.isConnected) yield* read(node);
    }
  }

  function* read(node: Node): Work {
    if (isText(node)) {
      if (engine.mayHoldCode(node.data) || continues(node)) yield* judge(node);
      else forget(node);
      return;
    }
    if (node === document) yield* readView();
    // A NodeIterator, unlike a TreeWalker, finds its way on when the page removes the node it stands on.
    const texts = document.createNodeIterator(node, NodeFilter.SHOW_TEXT);
    let before = '';
    let seen = 0;
    for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
      if (++seen % STRIDE === 0 && isUsedUp()) yield;
      const { data } = text;
      if (engine.mayHoldCode(data) || (mayContinue(before, data) && continues(text))) yield* judge(text);
      else if (marks.all.size > 0) forget(text);
      before = data;
    }
    texts.detach();
  }

  /** On a large page the reader need not wait for the rest. */
  function* readView(): Work {
    const size = document.getElementsByTagName('*').length;
    marks.setHuge(size > HUGE);
    if (size < LARGE) return;
    for (const text of textsInView()) if (engine.mayHoldCode(text.data)) yield* judge(text);
    if (marks.all.size > 0) paint();
  }

  function forget(text: Text): void {
    if (marks.at(text).length > 0 && !slice.done.has(text)) marks.replace([text], []);
  }

  function* judge(text: Text): Work {
    if (slice.done.has(text)) return;
    if (isOffLimits(text)) return marks.replace([text], []);
    if (!isShown(text)) {
      hidden(text);
      return marks.replace([text], []);
    }
    if (text.data.length > LONG_TEXT) return yield* readLong(text);
    if (isUsedUp()) {
      yield;
      if (!text.isConnected) return;
    }
    const passage = passageAround(text, slice.layout);
    if (!passage) return;
    for (const node of passage.core) slice.done.add(node);
    marks.replace(passage.core, placesIn(passage));
  }

  function* readLong(text: Text): Work {
    const { data } = text;
    const places: Place[] = [];
    for (let from = 0; from < data.length && places.length < MAX_IN_TEXT; ) {
      const to = cutNear(data, from + LONG_TEXT);
      if (isUsedUp()) yield;
      // A change queues the text again.
      if (text.data !== data || !text.isConnected) return;
      if (engine.mayHoldCode(data.slice(from, to))) {
        const passage = passageAround(text, slice.layout, from, to);
        if (passage) places.push(...placesIn(passage));
      }
      from = to;
    }
    marks.replace([text], places.slice(0, MAX_IN_TEXT));
  }

  function placesIn(passage: Passage): Place[] {
    const places: Place[] = [];
    const context = slice.surroundings.of(passage.block);
    for (const hit of engine.detect(passage.text, context)) {
      if (!engine.isStrong(hit) || !passage.owns(hit.start)) continue;
      if (isSilenced(hit, passage.text, context)) continue;
      const nodes = passage.nodesOf(hit.start, hit.end);
      const first = passage.locate(hit.start, false);
      const last = passage.locate(hit.end, true);
      if (!nodes || !first || !last || nodes.some(isOffLimits)) continue;
      if (nodes.every(isShown)) places.push({ hit, nodes, start: first.offset, end: last.offset });
      else for (const node of nodes) hidden(node);
    }
    return places;
  }

  return {
    scan(node) {
      queue.push(node);
      if (!running && !stopped) run();
    },
    isReading: () => running,
    stop() {
      stopped = true;
      queue = [];
    },
  };
}

/** A cut that splits no word, at or soon after the place. */
function cutNear(data: string, at: number): number {
  if (at >= data.length) return data.length;
  const end = Math.min(data.length, at + 200);
  for (let place = at; place < end; place++) if (/\s/.test(data.charAt(place))) return place;
  return end;
}

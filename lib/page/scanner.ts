import type { Hit, TextContext } from '../detect/hit.ts';
import { continues } from './continues.ts';
import type { Engine } from './engine.ts';
import { isOffLimits, isShown, isText, type Layout, readLayout } from './layout.ts';
import type { Marks, Place } from './marks.ts';
import { type Passage, passageAround } from './passage.ts';
import { pause } from './pause.ts';
import { readSurroundings, type Site, type Surroundings } from './surroundings.ts';

/** Work between two pauses. */
const SLICE_MS = 6;
const LONG_TEXT = 4000;
/** Marks in one text: a browser takes seconds to paint more of them in one line. */
const MAX_IN_TEXT = 500;
/** During a long scan marks in view appear this often, and all that were found each so many times. */
const PAINT_MS = 200;
const PAINT_ALL = 5;

export interface Scanner {
  /** Reads the texts below a node again, or one text, soon and in slices. */
  scan(node: Node): void;
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
interface Batch {
  layout: Layout;
  surroundings: Surroundings;
  done: Set<Text>;
  until: number;
}

export function createScanner({ engine, marks, site, isSilenced, hidden, settled }: ScannerOptions): Scanner {
  let queue: Node[] = [];
  let running = false;
  let stopped = false;
  let batch = newBatch();
  let paintedAt = 0;
  let paints = 0;
  let warm = false;

  function newBatch(): Batch {
    const layout = readLayout();
    const surroundings = readSurroundings(site(), layout);
    return { layout, surroundings, done: new Set(), until: performance.now() + SLICE_MS };
  }

  async function breathe(): Promise<void> {
    const now = performance.now();
    if (now < batch.until) return;
    if (marks.all.size > 0 && now - paintedAt > PAINT_MS) {
      marks.paint(++paints % PAINT_ALL !== 0);
      paintedAt = now;
    }
    await pause();
    batch = newBatch();
  }

  async function run(): Promise<void> {
    running = true;
    paintedAt = 0;
    // Whoever asked has done enough in this task.
    await pause();
    batch = newBatch();
    while (queue.length > 0 && !stopped) {
      const todo = queue;
      queue = [];
      for (const node of todo) {
        if (stopped) break;
        if (node.isConnected) await read(node);
      }
    }
    running = false;
    // Holds on to no node of the page.
    batch = newBatch();
    if (stopped) return;
    marks.paint();
    settled();
  }

  async function read(node: Node): Promise<void> {
    if (isText(node)) return visit(node);
    // A NodeIterator, unlike a TreeWalker, finds its way on when the page removes the node it stands on.
    const texts = document.createNodeIterator(node, NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
      if (++seen % 128 === 0 && performance.now() >= batch.until) await breathe();
      if (stopped) break;
      if (mayHoldCode(text)) await judge(text);
      else if (marks.at(text).length > 0 && !batch.done.has(text)) marks.replace([text], []);
    }
    texts.detach();
  }

  function mayHoldCode(text: Text): boolean {
    return engine.mayHoldCode(text.data) || continues(text);
  }

  async function visit(text: Text): Promise<void> {
    if (mayHoldCode(text)) await judge(text);
    else marks.replace([text], []);
  }

  async function judge(text: Text): Promise<void> {
    if (batch.done.has(text)) return;
    if (isOffLimits(text)) return marks.replace([text], []);
    if (!isShown(text)) {
      hidden(text);
      return marks.replace([text], []);
    }
    if (!warm) {
      warm = true;
      for (const _ of engine.warmUp()) await breathe();
    }
    if (text.data.length > LONG_TEXT) return readLong(text);
    await breathe();
    if (!text.isConnected) return;
    const passage = passageAround(text, batch.layout);
    if (!passage) return;
    for (const node of passage.core) batch.done.add(node);
    marks.replace(passage.core, placesIn(passage));
  }

  async function readLong(text: Text): Promise<void> {
    const { data } = text;
    const places: Place[] = [];
    for (let from = 0; from < data.length && places.length < MAX_IN_TEXT; ) {
      const to = cutNear(data, from + LONG_TEXT);
      await breathe();
      // A change queues the text again.
      if (stopped || text.data !== data || !text.isConnected) return;
      if (engine.mayHoldCode(data.slice(from, to))) {
        const passage = passageAround(text, batch.layout, from, to);
        if (passage) places.push(...placesIn(passage));
      }
      from = to;
    }
    marks.replace([text], places.slice(0, MAX_IN_TEXT));
  }

  function placesIn(passage: Passage): Place[] {
    const places: Place[] = [];
    const context = batch.surroundings.of(passage.block);
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

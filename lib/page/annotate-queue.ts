import type { DetectedCode, DetectResult } from '../detect/detect-request.ts';
import type { TextContext } from '../detect/hit.ts';
import { CodeCounts } from './code-counts.ts';
import type { DetectClient } from './detect-client.ts';
import { MAX_MARKS_IN_TEXT, type Marks, type Place } from './marks.ts';
import { LONG_TEXT, type Passage, passageAround, pieceEnd } from './passage.ts';
import { FEW, isUsedUp, type Slice, type Work } from './slice.ts';

/** Maximum pieces of a long text in one request: their codes are marked before the next request. */
const PIECES = 4;
/**
 * Maximum texts in one message. A message costs the page as much as ten requests, but smaller messages let the
 * background work while the page reads on.
 */
const MANY = 100;

export interface AnnotateQueueOptions {
  client: DetectClient;
  prefilter(text: string, from: number, to: number): boolean;
  marks: Marks;
  /** Returns true for a hit below the sensitivity setting, or in a place that the user has suppressed. */
  isUnwanted(hit: DetectedCode, text: string, context: TextContext): boolean;
  /** Called for a text that may hold a code but is hidden at the moment. */
  hidden(text: Text): void;
  /** Returns the current slice. */
  slice(): Slice;
  /** Called when all texts that were sent as being in view are marked. */
  viewMarked(): void;
}

/**
 * Queue of detection requests: sends texts with their surroundings and turns the responses into marks, without blocking the page.
 */
export interface AnnotateQueue {
  /** Adds a text to the next request. Returns the remaining work if the text is too long for one request. */
  take(text: Text): Work | null;
  /** Sends all queued texts. */
  send(inView?: boolean): void;
  /** Sends the queued texts if there are enough for a message. */
  sendMany(): void;
  /** Marks the codes of all responses so far. */
  mark(): Work;
  /** Returns true if a sent text is not marked yet. */
  isWaiting(): boolean;
  /** Resolves when a response arrives. */
  answered(): Promise<unknown>;
  /** Records that the text no longer holds a code. */
  forget(text: Text): void;
}

interface Case {
  passage: Passage;
  context: TextContext;
}

export function createAnnotateQueue(options: AnnotateQueueOptions): AnnotateQueue {
  const { client, prefilter, marks, isUnwanted, hidden, slice, viewMarked } = options;
  let taken: Case[] = [];
  const waiting = new Set<Promise<void>>();
  const came: { cases: readonly Case[]; results: readonly DetectResult[]; inView: boolean }[] = [];

  function forget(text: Text): void {
    if (marks.at(text).length > 0 && !slice().done.has(text)) marks.replace([text], []);
  }

  function take(text: Text): Work | null {
    const { layout, done } = slice();
    if (done.has(text)) return null;
    if (layout.isOffLimits(text)) marks.replace([text], []);
    else if (!layout.isShown(text)) {
      hidden(text);
      marks.replace([text], []);
    } else if (text.length > LONG_TEXT) return readLong(text);
    else takeShort(text);
    return null;
  }

  function takeShort(text: Text): void {
    const { layout, done } = slice();
    const one = caseOf(passageAround(text, layout));
    if (!one) return;
    for (const node of one.passage.core) done.add(node);
    taken.push(one);
  }

  function caseOf(passage: Passage | null): Case | null {
    return passage && { passage, context: slice().surroundings.of(passage.block) };
  }

  const ask = (cases: readonly Case[]) =>
    client(cases.map(({ passage, context }) => ({ text: passage.text, context })));

  function send(inView = false): void {
    if (taken.length === 0) return;
    const cases = taken;
    taken = [];
    const asked = ask(cases).then((results) => {
      waiting.delete(asked);
      if (results) came.push({ cases, results, inView });
    });
    waiting.add(asked);
  }

  function* mark(): Work {
    for (let next = came.shift(); next; next = came.shift()) {
      const { cases, results, inView } = next;
      for (const [at, one] of cases.entries()) {
        if (at % FEW === 0 && isUsedUp(slice())) yield;
        const found = results[at] ?? [];
        if (found.length > 0 || one.passage.core.some((node) => marks.at(node).length > 0))
          markIn(one, found);
      }
      if (!inView) continue;
      viewMarked();
      yield;
    }
  }

  function markIn(one: Case, found: readonly DetectedCode[]): void {
    const { passage } = one;
    // Texts that changed in the meantime are queued again.
    const stands = (node: Text) => passage.stands(node);
    const places = placesIn(one, found).filter((place) => place.nodes.every(stands));
    marks.replace(passage.core.filter(stands), places);
  }

  function* readLong(text: Text): Work {
    const { data } = text;
    const stands = () => text.data === data && text.isConnected;
    const places: Place[] = [];
    const unmarked = new CodeCounts();
    let cases: Case[] = [];
    for (let from = 0; from < data.length; ) {
      const to = pieceEnd(data, from);
      if (isUsedUp(slice())) yield;
      if (!stands()) return;
      const one = prefilter(data, from, to) ? caseOf(passageAround(text, slice().layout, from, to)) : null;
      if (one) cases.push(one);
      from = to;
      if (cases.length < PIECES && from < data.length) continue;
      let results: readonly DetectResult[] | null = null;
      yield ask(cases).then((came) => {
        results = came;
      });
      if (!results || !stands()) return;
      for (const [at, part] of cases.entries())
        for (const place of placesIn(part, (results as readonly DetectResult[])[at] ?? [])) {
          if (places.length < MAX_MARKS_IN_TEXT) places.push(place);
          else unmarked.add(place.hit);
        }
      cases = [];
      marks.replace([text], places, unmarked.list());
    }
  }

  function placesIn({ passage, context }: Case, found: readonly DetectedCode[]): Place[] {
    const places: Place[] = [];
    const { layout } = slice();
    for (const hit of found) {
      if (!passage.owns(hit.start) || isUnwanted(hit, passage.text, context)) continue;
      const nodes = passage.nodesOf(hit.start, hit.end);
      const first = passage.locate(hit.start, false);
      const last = passage.locate(hit.end, true);
      if (!nodes || !first || !last || nodes.some(layout.isOffLimits)) continue;
      // Report only hidden texts: a visible one would be reported at every check.
      const away = nodes.filter((node) => !layout.isShown(node));
      if (away.length === 0) places.push({ hit, nodes, start: first.offset, end: last.offset });
      else for (const node of away) hidden(node);
    }
    return places;
  }

  return {
    take,
    send,
    sendMany: () => taken.length >= MANY && send(),
    mark,
    isWaiting: () => waiting.size > 0 || came.length > 0,
    answered: () => (came.length > 0 ? Promise.resolve() : Promise.race(waiting)),
    forget,
  };
}

import { getDiagnostics } from '../../core/diagnostics.ts';
import type { DetectedCode, DetectResult } from '../../detect/detect-request.ts';
import { SUBCODE_NAME, type TextContext } from '../../detect/hit.ts';
import { createPassage, findPieceEnd, MAX_WHOLE_TEXT_UNITS, type Passage } from '../text/passage.ts';
import { getBlockElement } from '../text/text-layout.ts';
import { isExpired, type SlicedWork, TEXTS_PER_CLOCK_CHECK, type TimeSlice } from '../text/time-slice.ts';
import { CodeCounts } from './code-counts.ts';
import type { DetectClient } from './detect-client.ts';
import { MAX_MARKS_IN_LINE, type MarkRange, type Marks } from './marks.ts';

/** Maximum pieces of a long text in one request: their codes are marked before the next request. */
const MAX_PIECES_AT_ONCE = 4;
/**
 * Maximum texts in one message. A message costs the page as much as ten requests, but smaller messages let the
 * background work while the page reads on.
 */
const MAX_REQUESTS_PER_MESSAGE = 100;

export interface AnnotateQueueOptions {
  client: DetectClient;
  prefilter(text: string, from: number, to: number): boolean;
  marks: Marks;
  /** Returns true for a hit below the sensitivity setting, or one that the user has suppressed. */
  isSuppressed(hit: DetectedCode, text: string, context: TextContext): boolean;
  /** Called for a text that may hold a code but is hidden at the moment. */
  onHidden(text: Text): void;
  slice(): TimeSlice;
  /** Called when all texts that were sent as being in view are marked. */
  viewMarked(): void;
}

/**
 * Queue of detection requests: sends texts with their surroundings and turns the responses into marks, without blocking the page.
 */
export interface AnnotateQueue {
  /** Adds a text to the next request. Returns the remaining work if the text is too long for one request. */
  take(text: Text): SlicedWork | null;
  send(inView?: boolean): void;
  /** Sends the queued texts if there are enough for a message. */
  sendMany(): void;
  /** Marks the codes of all responses so far. */
  mark(): SlicedWork;
  /** Returns true if a sent text is not marked yet. */
  isWaiting(): boolean;
  /** Resolves when a response arrives. */
  answered(): Promise<unknown>;
  /** Records that the text no longer holds a code. */
  forget(text: Text): void;
}

interface QueuedText {
  passage: Passage;
  context: TextContext;
}

export function createAnnotateQueue(options: AnnotateQueueOptions): AnnotateQueue {
  const { client, prefilter, marks, isSuppressed, onHidden, slice, viewMarked } = options;
  let taken: QueuedText[] = [];
  const waiting = new Set<Promise<void>>();
  const came: { cases: readonly QueuedText[]; results: readonly DetectResult[]; inView: boolean }[] = [];

  function forget(text: Text): void {
    if (marks.at(text).length > 0 && !slice().done.has(text)) marks.replace([text], []);
  }

  function take(text: Text): SlicedWork | null {
    const { layout, done } = slice();
    if (done.has(text)) return null;
    if (layout.isOffLimits(text)) marks.replace([text], []);
    else if (!layout.isShown(text)) {
      onHidden(text);
      marks.replace([text], []);
    } else if (text.length > MAX_WHOLE_TEXT_UNITS) return readLong(text);
    else takeShort(text);
    return null;
  }

  function takeShort(text: Text): void {
    const { layout, done } = slice();
    const one = createQueuedText(createPassage(text, layout));
    if (!one) return;
    for (const node of one.passage.core) done.add(node);
    taken.push(one);
  }

  function createQueuedText(passage: Passage | null): QueuedText | null {
    return passage && { passage, context: slice().surroundings.of(passage.block) };
  }

  async function requestDetection(cases: readonly QueuedText[]): Promise<readonly DetectResult[] | null> {
    const { counts } = getDiagnostics();
    counts.sent += cases.length;
    const results = await client(cases.map(({ passage, context }) => ({ text: passage.text, context })));
    for (const codes of results ?? []) counts.codes += codes.length;
    return results;
  }

  function send(inView = false): void {
    if (taken.length === 0) return;
    const cases = taken;
    taken = [];
    const asked = requestDetection(cases).then((results) => {
      waiting.delete(asked);
      if (results) came.push({ cases, results, inView });
    });
    waiting.add(asked);
  }

  function* mark(): SlicedWork {
    for (let next = came.shift(); next; next = came.shift()) {
      const { cases, results, inView } = next;
      for (const [at, one] of cases.entries()) {
        if (at % TEXTS_PER_CLOCK_CHECK === 0 && isExpired(slice())) yield;
        const found = results[at] ?? [];
        if (found.length > 0 || one.passage.core.some((node) => marks.at(node).length > 0))
          markIn(one, found);
      }
      if (!inView) continue;
      viewMarked();
      yield;
    }
  }

  function markIn(one: QueuedText, found: readonly DetectedCode[]): void {
    const { passage } = one;
    // Texts that changed in the meantime are queued again.
    const isUnchanged = (node: Text) => passage.stands(node);
    const ranges = findRanges(one, found).filter((range) => range.nodes.every(isUnchanged));
    marks.replace(passage.core.filter(isUnchanged), ranges);
  }

  function* readLong(text: Text): SlicedWork {
    const { data } = text;
    const isUnchanged = () => text.data === data && text.isConnected;
    const ranges: MarkRange[] = [];
    const unmarked = new CodeCounts();
    let lineEnd = -1;
    let marksInLine = 0;
    let cases: QueuedText[] = [];
    for (let from = 0; from < data.length; ) {
      const to = findPieceEnd(data, from);
      if (isExpired(slice())) yield;
      if (!isUnchanged()) return;
      const one = prefilter(data, from, to)
        ? createQueuedText(createPassage(text, slice().layout, from, to))
        : null;
      if (one) cases.push(one);
      from = to;
      if (cases.length < MAX_PIECES_AT_ONCE && from < data.length) continue;
      let results: readonly DetectResult[] | null = null;
      yield requestDetection(cases).then((came) => {
        results = came;
      });
      if (!results || !isUnchanged()) return;
      for (const [at, part] of cases.entries())
        for (const range of findRanges(part, (results as readonly DetectResult[])[at] ?? [])) {
          if (range.start > lineEnd) {
            const end = data.indexOf('\n', range.start);
            lineEnd = end < 0 ? data.length : end;
            marksInLine = 0;
          }
          if (marksInLine++ < MAX_MARKS_IN_LINE) ranges.push(range);
          else unmarked.add(range.hit);
        }
      cases = [];
      marks.replace([text], ranges, unmarked.list());
    }
  }

  function findRanges({ passage, context }: QueuedText, found: readonly DetectedCode[]): MarkRange[] {
    const ranges: MarkRange[] = [];
    const { layout } = slice();
    const createField = ({ start, end }: DetectedCode) => ({
      block: getBlockElement(passage.block),
      label: context.header ? '' : (context.label ?? ''),
      isSubcode: SUBCODE_NAME.test(context.header || context.label || ''),
      isBare: !/\p{L}|\d/u.test(passage.text.slice(end)) && !/\d/.test(passage.text.slice(0, start)),
    });
    for (const hit of found) {
      if (!passage.owns(hit.start) || isSuppressed(hit, passage.text, context)) continue;
      const nodes = passage.nodesOf(hit.start, hit.end);
      const first = passage.locate(hit.start, false);
      const last = passage.locate(hit.end, true);
      if (!nodes || !first || !last || nodes.some(layout.isOffLimits)) continue;
      // Report only hidden texts: a visible one would be reported at every check.
      const away = nodes.filter((node) => !layout.isShown(node));
      if (away.length === 0)
        ranges.push({ hit, field: createField(hit), nodes, start: first.offset, end: last.offset });
      else for (const node of away) onHidden(node);
    }
    return ranges;
  }

  return {
    take,
    send,
    sendMany: () => taken.length >= MAX_REQUESTS_PER_MESSAGE && send(),
    mark,
    isWaiting: () => waiting.size > 0 || came.length > 0,
    answered: () => (came.length > 0 ? Promise.resolve() : Promise.race(waiting)),
    forget,
  };
}

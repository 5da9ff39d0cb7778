import type { CDPSession } from 'playwright-core';

/** One event of Chromium's own trace; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** On the processor, without what else the machine did meanwhile. */
  tdur?: number;
  /** When it began, on the clock of its thread's processor time. */
  tts?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string } };
}

/** What a script of the extension cost one page. */
export interface Cost {
  /** On the processor, in its own functions, the card's first run among them. */
  scriptMs: number;
  /** On the processor, in the browser's own work on styles, layout and paint. */
  renderMs: number;
  /** On the processor, in all main-thread tasks from its start to the mark: script, rendering and collection, but not the bench's own waiting. */
  taskMs: number;
  /** On the clock. */
  untilDoneMs: number;
  longestTaskMs: number;
}

/** Starts a trace of the whole browser; the returned function ends it. */
export async function recordTrace(session: CDPSession): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'blink.user_timing',
        'v8.execute',
      ],
    },
  });
  return async () => {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
    return events;
  };
}

/** Reads the cost of the scripts of one origin, up to a mark of the page's. */
export function costOf(events: readonly TraceEvent[], origin: string, until: string): Cost {
  const done = markIn(events, until);
  const onThread = events.filter(
    ({ pid, tid, ts, ph }) => ph === 'X' && pid === done.pid && tid === done.tid && ts <= done.ts,
  );
  const own = onThread.filter(({ args }) => args?.data?.url?.startsWith(origin));
  const start = startOf(own).ts;
  // What follows an `await` bears no address; the page has none of its own.
  const continued = onThread.filter(({ name, ts }) => name === 'RunMicrotasks' && ts >= start);
  const rendering = onThread.filter(({ name, ts }) => RENDERING.has(name) && ts >= start).map(spanOf);
  const tasks = onThread.filter(({ name, ts, dur = 0 }) => name === 'RunTask' && ts + dur >= start);
  const clipped = tasks.map(({ ts, dur = 0 }) => ({
    from: Math.max(ts, start),
    to: Math.min(ts + dur, done.ts),
  }));
  return {
    // A script that asks for a style makes the browser work within it.
    scriptMs: unionMs([...[...own, ...continued].map(spanOf), ...rendering]) - unionMs(rendering),
    renderMs: unionMs(rendering),
    taskMs: processorMs(events, startOf(own), done),
    untilDoneMs: (done.ts - start) / 1_000,
    longestTaskMs: Math.max(...clipped.map(({ from, to }) => to - from)) / 1_000,
  };
}

/** Reading and running the scripts of an origin for the first time, on the processor of the thread that set the mark. */
export function evaluationMs(events: readonly TraceEvent[], origin: string, until: string): number {
  const done = markIn(events, until);
  const own = events.filter(
    ({ name, ph, pid, tid, args }) =>
      ph === 'X' &&
      pid === done.pid &&
      tid === done.tid &&
      /^(?:EvaluateScript|v8\.compile)$/.test(name) &&
      args?.data?.url?.startsWith(origin),
  );
  return unionMs(own.map(spanOf));
}

/** When a mark was set, in milliseconds from the first line of the origin's scripts. */
export function markedAt(events: readonly TraceEvent[], origin: string, mark: string): number {
  const own = events.filter(({ args }) => args?.data?.url?.startsWith(origin));
  return (markIn(events, mark).ts - startOf(own).ts) / 1_000;
}

/** What the page's thread spent on the processor between two marks that a script of the page set. */
export function spentBetween(events: readonly TraceEvent[], from: string, to: string): number {
  const [start, end] = [markIn(events, from), markIn(events, to)];
  return ((end.tts ?? 0) - (start.tts ?? 0)) / 1_000;
}

/** The longest task of the page's thread between two marks, in milliseconds on the clock. */
export function longestBetween(events: readonly TraceEvent[], from: string, to: string): number {
  const [start, end] = [markIn(events, from), markIn(events, to)];
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts, dur = 0 }) =>
      name === 'RunTask' &&
      ph === 'X' &&
      pid === end.pid &&
      tid === end.tid &&
      ts + dur >= start.ts &&
      ts <= end.ts,
  );
  return Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1_000;
}

/** Processor time of one thread between two events, less what the bench's own functions took. */
function processorMs(events: readonly TraceEvent[], start: TraceEvent, end: TraceEvent): number {
  // The pages of the bench have no functions of their own, and the extension's bear its address.
  const waiting = events.filter(
    ({ name, ph, pid, tid, ts, args }) =>
      name === 'FunctionCall' &&
      ph === 'X' &&
      pid === end.pid &&
      tid === end.tid &&
      ts >= start.ts &&
      ts <= end.ts &&
      !args?.data?.url?.startsWith('chrome-extension:'),
  );
  const spent = (end.tts ?? 0) - (start.tts ?? 0);
  return (spent - waiting.reduce((sum, { tdur = 0 }) => sum + tdur, 0)) / 1_000;
}

function startOf(events: readonly TraceEvent[]): TraceEvent {
  const [first, ...others] = events;
  if (!first) throw new Error('The trace has no script of the extension');
  return others.reduce((earliest, event) => (event.ts < earliest.ts ? event : earliest), first);
}

function markIn(events: readonly TraceEvent[], mark: string): TraceEvent {
  const found = events.find(({ name }) => name === mark);
  if (!found) throw new Error(`The trace has no mark "${mark}"`);
  return found;
}

const RENDERING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

/** On the clock of its thread's processor time. */
const spanOf = ({ tts = 0, tdur = 0 }: TraceEvent) => ({ from: tts, to: tts + tdur });

/** Length of all spans together, counting no moment twice: calls stand within calls. */
function unionMs(spans: readonly { from: number; to: number }[]): number {
  let covered = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return covered / 1_000;
}

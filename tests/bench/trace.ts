import type { CDPSession } from 'playwright-core';

/** One event of a Chromium trace. Times are in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  /** CPU time of the thread, without other processes. */
  tdur?: number;
  /** Start on the thread's CPU clock. */
  tts?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string } };
}
export type Trace = readonly TraceEvent[];

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8.execute',
];
const RENDERING = new Set([
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]);

/** Starts a trace of the whole browser. The returned function ends it. */
export async function recordTrace(
  session: CDPSession,
): Promise<() => Promise<Trace>> {
  const events: TraceEvent[] = [];

  const collectEvents = ({ value }: { value: object[] }) => {
    for (const event of value) events.push(event as TraceEvent);
  };

  session.on('Tracing.dataCollected', collectEvents);

  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });

  return async () => {
    const complete = new Promise((done) =>
      session.once('Tracing.tracingComplete', done),
    );

    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collectEvents);

    return events;
  };
}

/** CPU time of an origin's scripts on the main thread of a page, up to a mark that the page set. In milliseconds. */
export interface Cost {
  /** Time in its own functions, without the style and layout work that they cause. */
  scriptMs: number;
  /** The same with that work, from the start of the trace. */
  spentMs: number;
  /** The longest task that ran any of the scripts. */
  longestMs: number;
  /** URLs of scripts that were compiled or run. */
  scripts: Set<string>;
}

export function computeCost(trace: Trace, origin: string, until: string): Cost {
  const done = findMark(trace, until);

  const onThread = trace.filter(
    ({ pid, tid, ts, ph }) =>
      ph === 'X' && pid === done.pid && tid === done.tid && ts <= done.ts,
  );

  const named = onThread.filter(({ args }) =>
    args?.data?.url?.startsWith(origin),
  );

  const start = Math.min(...named.map(({ ts }) => ts));

  // Code after an `await` has no URL in the trace. The page has no scripts of its own.
  const continued = onThread.filter(
    ({ name, ts }) => name === 'RunMicrotasks' && ts >= start,
  );

  const own = [...named, ...continued].map(getSpan);

  const rendering = onThread
    .filter(({ name, ts }) => RENDERING.has(name) && ts >= start)
    .map(getSpan);

  const starts = named.map(({ tts = 0 }) => tts).sort((a, b) => a - b);
  const tasks = onThread.filter(({ name }) => name === 'RunTask').map(getSpan);

  const ours = tasks.filter(({ from, to }) =>
    starts.some((at) => at >= from && at < to),
  );

  return {
    scriptMs:
      measureUnionMs([...own, ...rendering]) - measureUnionMs(rendering),
    spentMs: measureUnionMs(own),
    longestMs: Math.max(0, ...ours.map(({ from, to }) => to - from)) / 1_000,
    scripts: new Set(named.flatMap(({ args }) => args?.data?.url ?? [])),
  };
}

/** Returns the CPU time of a thread between two marks that a script of the page set. */
export function measureBetween(trace: Trace, from: string, to: string): number {
  return (
    ((findMark(trace, to).tts ?? 0) - (findMark(trace, from).tts ?? 0)) / 1_000
  );
}

function findMark(trace: Trace, mark: string): TraceEvent {
  const found = trace.find(({ name }) => name === mark);
  if (!found) throw new Error(`The trace has no mark "${mark}"`);
  return found;
}

const getSpan = ({ tts = 0, tdur = 0 }: TraceEvent) => ({
  from: tts,
  to: tts + tdur,
});

/** Returns the total length of all spans without counting overlaps twice, because calls are nested. */
function measureUnionMs(
  spans: readonly { from: number; to: number }[],
): number {
  let covered = 0;
  let end = Number.NEGATIVE_INFINITY;

  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }

  return covered / 1_000;
}

import { getOwnGlobal } from './get-own-global.ts';

/** Maximum failures that one context keeps: the newest. */
const MAX_FAILURES = 20;

/** A failure, without its message, which may quote the page. The same failure is kept once. */
export interface Failure {
  /** What Errata tried, and went on without: `load-card`. A constant of the code. */
  task: string;
  error: string;
  /** When it last happened, in milliseconds since 1970. */
  at: number;
  count: number;
}

/** What Errata did in one context: a frame, the background, or a page of the extension. Holds no text of a page. */
export interface ContextDiagnostics {
  /** When the scripts of a frame started, in milliseconds since 1970. */
  started: { page?: number; annotator?: number; card?: number };
  /** Number of texts that a frame has read, texts sent to the engine, and codes found in them. A text that changed counts again. */
  counts: { texts: number; sent: number; codes: number };
  failures: Failure[];
}

export interface FrameDiagnostics extends ContextDiagnostics {
  isTop: boolean;
  marks: number;
  isReading: boolean;
  /** Marks are off on this site, or were when the frame asked. */
  isOff: boolean;
  inner: number;
}

export interface UnmarkedCandidate {
  code: string;
  count: number;
  confidence: number;
  /** Why it is not marked, if that was asked. */
  rejection?: string;
  /** The text before the first one, the candidate as written, and the text after it. */
  around: readonly [string, string, string];
}

export interface TabDiagnostics {
  version: string;
  /** `Chrome/156 (linux)`. */
  browser: string;
  /** Null if the browser allows no script in the page. */
  frames: readonly FrameDiagnostics[] | null;
  background: readonly Failure[];
  own: readonly Failure[];
  /** The first candidates that are not marked, nearest to a mark first. The reasons quote labels and words of the page. */
  unmarked: readonly UnmarkedCandidate[];
}

declare global {
  /** Shared by the scripts of a frame, and read by the popup. */
  var errataDiagnostics: ContextDiagnostics | undefined;
}

let onFailure: ((failures: readonly Failure[]) => void) | undefined;

export function setFailureHandler(handler: typeof onFailure): void {
  onFailure = handler;
}

export const getDiagnostics = (): ContextDiagnostics =>
  (globalThis.errataDiagnostics = getOwnGlobal('errataDiagnostics') ?? {
    started: {},
    counts: { texts: 0, sent: 0, codes: 0 },
    failures: [],
  });

export function recordStart(script: keyof ContextDiagnostics['started']): void {
  getDiagnostics().started[script] ??= Date.now();
}

/** Records a failure after which Errata goes on. Not for what is normal, such as a text that is no JSON. */
export function recordFailure(task: string, error: unknown): void {
  const { failures } = getDiagnostics();
  const { name } = Object(error);

  const failure: Failure = {
    task,
    // Any value can be thrown, with any name.
    error: /^[A-Za-z]{0,40}Error$/.test(name) ? name : 'Error',
    at: Date.now(),
    count: 1,
  };

  const known = failures.findIndex(
    (one) => one.task === task && one.error === failure.error,
  );

  if (known >= 0) failure.count += failures.splice(known, 1)[0]?.count ?? 0;
  failures.push(failure);
  if (failures.length > MAX_FAILURES) failures.shift();
  onFailure?.(failures);
}

/** Returns a handler for `catch` that records the failure and returns the fallback. */
export function recordAndReturn<Fallback>(task: string, fallback: Fallback) {
  return (error: unknown): Fallback => {
    recordFailure(task, error);
    return fallback;
  };
}

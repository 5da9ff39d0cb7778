import type { Worker } from 'node:worker_threads';
import type { ToolAnswer } from './mcp-tools.ts';

/** A call of a tool, as the worker receives it. */
export interface ToolCall {
  name: string;
  given: object;
}

/** What the runner needs of a worker thread. */
export type ToolWorker = Pick<
  Worker,
  'postMessage' | 'once' | 'removeAllListeners' | 'ref' | 'unref'
> & {
  terminate(): unknown;
};

interface Job {
  call: ToolCall;
  finish(answer: ToolAnswer): void;
}

/** A shorter call takes a tenth of a second at most, and is answered at once. */
const MAX_INLINE_UNITS = 2_000;

/**
 * Runs the tools of the server. Short calls run at once; long ones run one after another in a worker, so that the server
 * hears other calls and cancellations meanwhile.
 *
 * @param runAtOnce Runs a tool in this thread.
 * @param createWorker Starts a thread that answers a `ToolCall` with a `ToolAnswer`, one at a time.
 */
export function createToolRunner(
  runAtOnce: (call: ToolCall) => ToolAnswer,
  createWorker: () => ToolWorker,
) {
  const waiting: Job[] = [];
  let running: Job | null = null;
  let worker: ToolWorker | null = null;

  function startNext(): void {
    const job = running ? undefined : waiting.shift();
    if (!job) return;
    running = job;
    worker ??= createWorker();
    // An idle worker does not keep the process alive.
    worker.ref();
    worker.once('message', (answer: ToolAnswer) => {
      worker?.removeAllListeners();
      worker?.unref();
      endJob(answer);
    });
    worker.once('error', (error) => {
      stopWorker();
      endJob({
        isError: true,
        content: [{ type: 'text', text: `The tool failed: ${error.message}` }],
      });
    });
    worker.postMessage(job.call);
  }

  function endJob(answer: ToolAnswer): void {
    running?.finish(answer);
    running = null;
    startNext();
  }

  function stopWorker(): void {
    worker?.removeAllListeners();
    void worker?.terminate();
    worker = null;
  }

  /** A thread cannot be interrupted, so the next call gets a new one. */
  function cancel(job: Job): void {
    if (job === running) {
      stopWorker();
      running = null;
      startNext();
    } else if (waiting.includes(job)) waiting.splice(waiting.indexOf(job), 1);
  }

  return {
    /** Returns the answer. Rejects with the reason of the signal if it aborts before. */
    run(call: ToolCall, signal: AbortSignal): Promise<ToolAnswer> | ToolAnswer {
      signal.throwIfAborted();
      if (JSON.stringify(call.given).length <= MAX_INLINE_UNITS)
        return runAtOnce(call);

      return new Promise((resolve, reject) => {
        const job: Job = { call, finish: resolve };
        const handleAbort = () => {
          cancel(job);
          reject(signal.reason);
        };
        signal.addEventListener('abort', handleAbort, { once: true });
        waiting.push(job);
        startNext();
      });
    },
    close: stopWorker,
  };
}

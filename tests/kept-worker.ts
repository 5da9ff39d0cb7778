import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vitest/config';
import {
  type PoolOptions,
  type PoolWorker,
  ThreadsPoolWorker,
  type WorkerRequest,
} from 'vitest/node';
import { getOrInsert } from '../lib/core/get-or-insert.ts';

/**
 * Loaded again for each mutant: everything that may contain one, or a cache of what one has computed. The folders below them
 * (catalogue, engine of detection) import none of it.
 */
const RELOADED = globSync(
  ['lib/**/*.ts', 'components/**/*.ts', 'tests/fixtures/*.ts'],
  {
    exclude: (path) =>
      /^lib\/(?:catalogue|core|answer\/csv|detect|page)$|fixtures\/(?:catalogue|code-index)\.ts$/.test(
        path,
      ),
  },
).map((path) => resolve(path));

type Listener = (...args: unknown[]) => void;

/** A thread that outlives a run of Vitest, since Stryker starts a run for each mutant and loading the engine takes a second. */
class KeptThread extends ThreadsPoolWorker {
  override readonly name = 'kept';
  #config: unknown;
  #isStarted = false;
  #listeners: [string, Listener][] = [];

  override async start() {
    if (!this.#isStarted) await super.start();
    this.#isStarted = true;
  }

  override on(event: string, listener: Listener) {
    this.#listeners.push([event, listener]);
    super.on(event, listener);
  }

  override send(message: WorkerRequest) {
    if (message.type === 'start') {
      const isFirst = !this.#config;
      this.#config = message.context.config;
      if (isFirst) super.send(message);
      else this.#answer('started');
    } else if (message.type === 'stop') this.#answer('stopped');
    else if (message.type !== 'cancel') {
      const context = {
        ...message.context,
        config: this.#config,
        invalidates: RELOADED,
      };

      super.send({ ...message, context } as WorkerRequest);
    }
  }

  /** The thread stays, without the listeners of the finished run. */
  override async stop() {
    for (const [event, listener] of this.#listeners.splice(0))
      this.off(event, listener);
  }

  #answer(type: 'started' | 'stopped') {
    const response = { __vitest_worker_response__: true, type };

    queueMicrotask(() => {
      for (const [event, listener] of [...this.#listeners])
        if (event === 'message') listener(response);
    });
  }
}

const threads = new Map<string, KeptThread>();

const createPoolWorker = (options: PoolOptions): PoolWorker =>
  getOrInsert(threads, options.project.name, () => new KeptThread(options));

/** Mutation tests run in this pool. Stryker names another one on the command line, which only this hook can replace. */
export const keptWorker: Plugin = {
  name: 'kept-worker',
  configureVitest({ project }) {
    Object.assign(project.config, {
      pool: 'kept',
      poolRunner: { name: 'kept', createPoolWorker },
    });
  },
};

interface Timer {
  at: number;
  run: () => void;
}

/** A fake clock: hours pass in a moment, and each run of a sequence is deterministic. */
export interface FakeClock {
  /** Advances by this many milliseconds, and lets observers run after each timer. */
  pass(ms: number): Promise<void>;
  /** Advances until no timer is pending. */
  drain(): Promise<void>;
  restore(): void;
}

/** Maximum number of consecutive timers. More are an endless loop. */
const ENDLESS = 20_000;

/** @param costMs Time that each call of `performance.now` takes, so that a small page takes many slices. */
export function stopClock(costMs: number): FakeClock {
  const { setTimeout, clearTimeout, scheduler } =
    globalThis as typeof globalThis & {
      scheduler?: unknown;
    };

  const own = performance.now;
  const timers = new Map<number, Timer>();
  let now = 1_000;
  let last = 0;

  const scheduleTimer = (
    run: (...given: unknown[]) => void,
    ms = 0,
    ...given: unknown[]
  ) => {
    timers.set(++last, { at: now + Math.max(0, ms), run: () => run(...given) });
    return last;
  };

  Object.assign(globalThis, {
    setTimeout: scheduleTimer,
    clearTimeout: (id: number) => timers.delete(id),
  });

  Object.defineProperty(globalThis, 'scheduler', {
    value: undefined,
    configurable: true,
    writable: true,
  });

  performance.now = () => {
    now += costMs;
    return now;
  };

  /** Waits for a task, so that observers and promises run. */
  const waitForTask = () =>
    new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel();

      port1.onmessage = () => {
        port1.close();
        done();
      };

      port2.postMessage(0);
    });

  async function runUntil(end: number): Promise<void> {
    await waitForTask();

    for (let ran = 0; timers.size > 0; ran++) {
      if (ran > ENDLESS) throw new Error('The page never comes to rest.');

      let next: [number, Timer] | null = null;

      for (const timer of timers)
        if (!next || timer[1].at < next[1].at) next = timer;

      if (!next || next[1].at > end) break;
      timers.delete(next[0]);
      now = Math.max(now, next[1].at);
      next[1].run();
      await waitForTask();
    }
  }

  return {
    async pass(ms) {
      const end = now + ms;
      await runUntil(end);
      now = Math.max(now, end);
    },
    drain: () => runUntil(Number.POSITIVE_INFINITY),
    restore() {
      Object.assign(globalThis, { setTimeout, clearTimeout });

      Object.defineProperty(globalThis, 'scheduler', {
        value: scheduler,
        configurable: true,
        writable: true,
      });

      performance.now = own;
    },
  };
}

import type { Engine } from './engine.ts';

/** A background that does not answer for so long counts as one that will not. */
const PATIENCE_MS = 10_000;

/** Brings `engine.js` into the frame, once a text there may hold a code: most frames hold none. */
export interface EngineLoader {
  /** The engine, if it is in the frame and ready. */
  readonly engine: Engine | null;
  /** Null where it cannot come: the extension was updated, or the browser refuses. Asked again, it is tried again. */
  bring(): Promise<Engine | null>;
}

/**
 * @param load Resolves when `engine.js` ran in this frame, and rejects where it cannot.
 * @param cameLate It came after all, when nobody waited for it any more.
 */
export function createEngineLoader(load: () => Promise<void>, cameLate: () => void): EngineLoader {
  let loading: Promise<Engine | null> | null = null;
  let ready: Engine | null = null;
  /** Before anybody waits there is nothing to make up for. */
  let came = () => {};
  // The popup may bring it as well, whatever became of the background.
  globalThis.errataEngineCame = () => came();

  function wait(): Promise<void> {
    return new Promise((resolve) => {
      came = resolve;
      load()
        .catch(() => undefined)
        .then(resolve);
      setTimeout(resolve, PATIENCE_MS);
    });
  }

  async function makeReady(): Promise<Engine | null> {
    if (!globalThis.errataEngine) await wait();
    const engine = globalThis.errataEngine ?? null;
    came = engine ? () => {} : cameLate;
    await engine?.getReady();
    loading = null;
    ready = engine;
    return engine;
  }

  return {
    get engine() {
      return ready;
    },
    bring() {
      if (ready) return Promise.resolve(ready);
      loading ??= makeReady();
      return loading;
    },
  };
}

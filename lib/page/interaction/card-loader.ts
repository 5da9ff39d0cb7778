import { getOwnGlobal } from '../../core/get-own-global.ts';
import { retryOnceWithTimeout } from '../../core/retry-once.ts';
import type {
  CardApi,
  CardCallbacks,
  CardRequest,
} from '../marking/page-api.ts';

/** Maximum delay of the prefetch, which otherwise waits until the page is idle. */
const IDLE_TIMEOUT_MS = 2_000;
const MAX_PRELOADED_CODES = 100;

export type CardLoader = ReturnType<typeof createCardLoader>;

/**
 * Loads `card.js` into the frame once and passes requests to it.
 *
 * @param load Runs `card.js` in this frame. Rejects on failure.
 * @param callbacks Called by the card.
 */
export function createCardLoader(
  load: () => Promise<void>,
  walk: (step: 1 | -1, code: string | null) => void,
  callbacks: CardCallbacks,
) {
  let loading: Promise<void> | null = null;
  /** True after a failure or the end. */
  let isDone = false;
  let wanted: CardRequest | null = null;
  let codesToPrefetch: readonly string[] | null = null;

  /** A hover retries after a failure. The scan does not, or it would retry forever. */
  function loadOnce(): Promise<void> {
    loading ??= retryOnceWithTimeout(load, 'load-card').then((loaded) => {
      if (loaded !== null) return;
      isDone = true;
      loading = null;
    });

    return loading;
  }

  async function prefetch(): Promise<void> {
    const codes = codesToPrefetch ?? [];

    codesToPrefetch = null;
    if (!isDone) await loadOnce();

    // A script that was replaced meanwhile does not call the new one's card.
    if (!isDone)
      await getOwnGlobal('errataCard')?.preloadEntries(
        codes.slice(0, MAX_PRELOADED_CODES),
      );
  }

  return {
    get card(): CardApi | null {
      return getOwnGlobal('errataCard') ?? null;
    },
    isLoading: () => wanted !== null,
    /** Prefetches the card and the entries of these codes, so that they still work after the extension is updated or removed. */
    prepare(codes: readonly string[]): void {
      if (isDone) return;

      // Wait until the marks are painted.
      if (!codesToPrefetch)
        requestIdleCallback(prefetch, { timeout: IDLE_TIMEOUT_MS });

      codesToPrefetch = codes;
    },
    /** @param walkOn Handler of the card's previous and next buttons, if it is not the one for marks. */
    async show(
      request: CardRequest,
      walkOn: CardApi['onNavigate'] = walk,
    ): Promise<void> {
      wanted = request;
      if (!getOwnGlobal('errataCard')) await loadOnce();

      const card = getOwnGlobal('errataCard');
      const isReady = card ? await card.ensureEntries(request) : false;

      if (wanted !== request) return;
      wanted = null;
      if (!card || !isReady) return;
      Object.assign(card, callbacks, { onNavigate: walkOn });
      card.show(request);
    },
    destroy(): void {
      isDone = true;
      wanted = null;
      getOwnGlobal('errataCard')?.destroy();
      globalThis.errataCard = undefined;
    },
  };
}

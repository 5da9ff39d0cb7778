import { retryOnceWithTimeout } from '../../core/retry-once.ts';
import type { CardApi, CardCallbacks, CardRequest } from '../marking/page-api.ts';

/** Maximum delay of the prefetch, which otherwise waits until the page is idle. */
const IDLE_TIMEOUT_MS = 2_000;
const MAX_PRELOADED_CODES = 100;

/** Loads `card.js` into the frame once and passes requests to it. */
export interface CardLoader {
  /** Prefetches the card and the entries of these codes, so that they still work after the extension is updated or removed. */
  prepare(codes: readonly string[]): void;
  /** @param walkOn Handler of the card's previous and next buttons, if it is not the one for marks. */
  show(request: CardRequest, walkOn?: CardApi['onNavigate']): Promise<void>;
  /** The card, if it is already loaded. */
  readonly card: CardApi | null;
  readonly isLoading: boolean;
  destroy(): void;
}

/**
 * @param load Runs `card.js` in this frame. Rejects on failure.
 * @param callbacks Called by the card.
 */
export function createCardLoader(
  load: () => Promise<void>,
  walk: (step: 1 | -1, code: string) => void,
  callbacks: Partial<CardCallbacks>,
): CardLoader {
  let loading: Promise<void> | null = null;
  let failed = false;
  let ended = false;
  let wanted: CardRequest | null = null;
  /** Codes to prefetch when the page is idle. */
  let codesToPrefetch: readonly string[] | null = null;

  /** A hover retries after a failure. The scan does not, or it would retry forever. */
  function loadOnce(): Promise<void> {
    loading ??= retryOnceWithTimeout(load, 'load-card').then((loaded) => {
      if (loaded !== null) return;
      failed = true;
      loading = null;
    });
    return loading;
  }

  async function prefetch(): Promise<void> {
    const codes = codesToPrefetch ?? [];
    codesToPrefetch = null;
    if (ended) return;
    await loadOnce();
    await globalThis.errataCard?.preloadEntries(codes.slice(0, MAX_PRELOADED_CODES));
  }

  return {
    get card() {
      return globalThis.errataCard ?? null;
    },
    get isLoading() {
      return wanted !== null;
    },
    prepare(codes) {
      if (failed || ended) return;
      // Wait until the marks are painted.
      if (!codesToPrefetch) requestIdleCallback(prefetch, { timeout: IDLE_TIMEOUT_MS });
      codesToPrefetch = codes;
    },
    async show(request, walkOn = walk) {
      wanted = request;
      if (!globalThis.errataCard) await loadOnce();
      const card = globalThis.errataCard;
      const isReady = card ? await card.ensureEntries(request) : false;
      if (wanted !== request) return;
      wanted = null;
      if (!card || !isReady) return;
      Object.assign(card, callbacks, { onNavigate: walkOn });
      card.show(request);
    },
    destroy() {
      ended = true;
      wanted = null;
      globalThis.errataCard?.destroy();
      globalThis.errataCard = undefined;
    },
  };
}

import type { CardApi, CardRequest } from './page-api.ts';

/** The card is brought ahead when the page is idle, but not later than this. */
const IDLE_MS = 2_000;

/** Brings `card.js` into the frame once, and hands requests on to it. */
export interface CardLoader {
  /** Loads the card ahead of its first use, so that it is there when the extension is not any more. */
  prepare(): void;
  show(request: CardRequest): Promise<void>;
  /** The card, if it is in the frame already. */
  readonly card: CardApi | null;
  destroy(): void;
}

/**
 * @param load Resolves when `card.js` ran in this frame, and rejects where it cannot.
 * @param closed The card closed, by whatever hand.
 */
export function createCardLoader(
  load: () => Promise<void>,
  walk: (step: 1 | -1, code: string) => void,
  closed: () => void,
): CardLoader {
  let loading: Promise<void> | null = null;
  let failed = false;
  let ended = false;
  let wanted: CardRequest | null = null;

  /** A hover tries again after a failure; the scan does not, or it would ask for ever. */
  function bring(): Promise<void> {
    loading ??= load().catch(() => {
      failed = true;
      loading = null;
    });
    return loading;
  }

  return {
    get card() {
      return globalThis.errataCard ?? null;
    },
    prepare() {
      // Not before the marks are painted.
      if (!failed && !loading && !ended) requestIdleCallback(() => !ended && bring(), { timeout: IDLE_MS });
    },
    async show(request) {
      wanted = request;
      if (!globalThis.errataCard) await bring();
      const card = globalThis.errataCard;
      if (!card || wanted !== request) return;
      wanted = null;
      card.onWalk = walk;
      card.onClosed = closed;
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

import type { CardApi, CardRequest } from './page-api.ts';

/** The card is brought ahead when the page is idle, but not later than this. */
const IDLE_MS = 2_000;
/** The entries of so many codes are brought ahead. */
const MOST_AHEAD = 100;

/** Brings `card.js` into the frame once, and hands requests on to it. */
export interface CardLoader {
  /** Loads the card and the entries of these codes ahead of their first use, so that they are there when the extension is not any more. */
  prepare(codes: readonly string[]): void;
  /** @param walkOn What the card's buttons for the next and the previous do, where not the same as for a mark. */
  show(request: CardRequest, walkOn?: CardApi['onWalk']): Promise<void>;
  /** The card, if it is in the frame already. */
  readonly card: CardApi | null;
  /** A card was asked for, and has not come yet. */
  readonly isOnItsWay: boolean;
  destroy(): void;
}

/**
 * @param load Resolves when `card.js` ran in this frame, and rejects where it cannot.
 * @param kept An event in the card reaches nobody else.
 * @param shrunk The card is smaller, and may not lie under the pointer any more.
 * @param closed The card closed, by whatever hand.
 */
export function createCardLoader(
  load: () => Promise<void>,
  walk: (step: 1 | -1, code: string) => void,
  kept: (event: Event) => void,
  shrunk: () => void,
  closed: () => void,
): CardLoader {
  let loading: Promise<void> | null = null;
  let failed = false;
  let ended = false;
  let wanted: CardRequest | null = null;
  /** To be prepared when the page is idle. */
  let ahead: readonly string[] | null = null;

  /** A hover tries again after a failure; the scan does not, or it would ask for ever. */
  function bring(): Promise<void> {
    loading ??= load().catch(() => {
      failed = true;
      loading = null;
    });
    return loading;
  }

  async function bringAhead(): Promise<void> {
    const codes = ahead ?? [];
    ahead = null;
    if (ended) return;
    await bring();
    await globalThis.errataCard?.know(codes.slice(0, MOST_AHEAD));
  }

  return {
    get card() {
      return globalThis.errataCard ?? null;
    },
    get isOnItsWay() {
      return wanted !== null;
    },
    prepare(codes) {
      if (failed || ended) return;
      // Not before the marks are painted.
      if (!ahead) requestIdleCallback(bringAhead, { timeout: IDLE_MS });
      ahead = codes;
    },
    async show(request, walkOn = walk) {
      wanted = request;
      if (!globalThis.errataCard) await bring();
      const card = globalThis.errataCard;
      const isReady = card ? await card.getReady(request) : false;
      if (wanted !== request) return;
      wanted = null;
      if (!card || !isReady) return;
      card.onWalk = walkOn;
      card.onKept = kept;
      card.onShrunk = shrunk;
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

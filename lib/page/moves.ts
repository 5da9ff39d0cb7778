/** Moves are looked at together, so often: to look at each would cost a page more than all else that the pointer does. */
const LOOK_MS = 40;

/** The moves of a pointer, until it rests. */
export interface Moves {
  /** For `pointermove`: does next to nothing. */
  heard(event: PointerEvent): void;
  /** Looks at the last move now, and waits no longer for the pointer to rest. */
  stop(): void;
}

/**
 * @param seen Looks at the last of some moves, and gives the milliseconds without another one after which the pointer rests: null where
 *   nothing waits for that, undefined where what is waited for stays as it is.
 * @param rested The pointer rests.
 */
export function createMoves(
  seen: (event: PointerEvent) => number | null | undefined,
  rested: () => void,
): Moves {
  let latest: PointerEvent | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;
  /** 0 where nothing waits for it. */
  let restsAt = 0;

  function catchUp(): void {
    const event = latest;
    latest = null;
    const delay = event && seen(event);
    if (!event || delay === undefined) return;
    const now = performance.now();
    restsAt = delay === null ? 0 : Math.min(now, Math.max(event.timeStamp, now - LOOK_MS)) + delay;
  }

  function look(): void {
    looking = undefined;
    catchUp();
    if (restsAt === 0) return;
    const left = restsAt - performance.now();
    if (left > 0) {
      looking = setTimeout(look, Math.min(left, LOOK_MS));
      return;
    }
    restsAt = 0;
    rested();
  }

  return {
    heard(event) {
      if (!event.isTrusted) return;
      latest = event;
      looking ??= setTimeout(look, LOOK_MS);
    },
    stop() {
      catchUp();
      clearTimeout(looking);
      looking = undefined;
      restsAt = 0;
    },
  };
}

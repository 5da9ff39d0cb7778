/** A pointer that moves less than this rests. */
const STILL_PX = 4;

/** The moves of a pointer, until it rests. */
export interface HoverIntent {
  /** For `mousemove`: does next to nothing. */
  heard(event: MouseEvent): void;
  /** Looks at the last move now, and waits no longer for the pointer to rest: not before it has gone somewhere else. */
  stop(): void;
  /** Stops, and the next move counts wherever it is. */
  forget(): void;
}

export interface HoverIntentOptions {
  /**
   * Moves are looked at together, so often, in milliseconds: to wake for each would cost a page more than all else that the pointer does.
   * No longer than the pointer takes to rest.
   */
  everyMs(): number;
  /** Looks at the last of some moves, and gives the milliseconds after which the pointer rests: null where nothing waits for that. */
  seen(event: MouseEvent): number | null;
  /** The pointer rests. */
  rested(): void;
}

export function createHoverIntent({ everyMs, seen, rested }: HoverIntentOptions): HoverIntent {
  let latest: MouseEvent | null = null;
  /** From where the pointer has not gone since. */
  let still: { x: number; y: number; since: number } | null = null;
  let looking: ReturnType<typeof setTimeout> | undefined;
  /** Null where nothing waits for the pointer to rest. */
  let delay: number | null = null;

  function catchUp(): void {
    const event = latest;
    latest = null;
    if (!event) return;
    const next = seen(event);
    const { clientX: x, clientY: y, timeStamp: since } = event;
    const isStill = still && Math.abs(x - still.x) < STILL_PX && Math.abs(y - still.y) < STILL_PX;
    if (!isStill) still = { x, y, since };
    if (!isStill || next === null) delay = next;
  }

  function look(): void {
    looking = undefined;
    catchUp();
    if (delay === null || !still) return;
    const left = still.since + delay - performance.now();
    if (left > 0) {
      looking = setTimeout(look, Math.min(left, everyMs()));
      return;
    }
    delay = null;
    rested();
  }

  function stop(): void {
    catchUp();
    clearTimeout(looking);
    looking = undefined;
    delay = null;
  }

  return {
    heard(event) {
      if (!event.isTrusted) return;
      latest = event;
      looking ??= setTimeout(look, everyMs());
    },
    stop,
    forget() {
      stop();
      still = null;
    },
  };
}

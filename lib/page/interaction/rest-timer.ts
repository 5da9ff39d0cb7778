const REST_TOLERANCE_PX = 4;

export interface RestTimer {
  /** Handles `mousemove`. Does almost no work. */
  handleMove(event: MouseEvent): void;
  catchUp(): void;
  /** Processes the pending move, then ignores hovering until the pointer moves away. */
  stop(): void;
  /** Stops, but the next move counts wherever it is. */
  forget(): void;
}

export interface RestTimerOptions {
  /**
   * Returns the interval in milliseconds at which moves are processed: a timer for each move would cost a page more
   * than all other pointer work. Not longer than the hover delay.
   */
  everyMs(): number;
  /** Processes the last of several moves. Returns the hover delay in milliseconds, or null if a resting pointer has no effect. */
  onMove(event: MouseEvent): number | null;
  onRest(): void;
}

export function createRestTimer({ everyMs, onMove, onRest }: RestTimerOptions): RestTimer {
  let latest: MouseEvent | null = null;
  /** Position that the pointer has not left since this time. */
  let still: { x: number; y: number; since: number } | null = null;
  let moveTimer: ReturnType<typeof setTimeout> | undefined;
  /** Null if a resting pointer has no effect. */
  let delay: number | null = null;

  function catchUp(): void {
    const event = latest;
    latest = null;
    if (!event) return;
    const next = onMove(event);
    const { clientX: x, clientY: y, timeStamp: since } = event;
    const isStill =
      still && Math.abs(x - still.x) < REST_TOLERANCE_PX && Math.abs(y - still.y) < REST_TOLERANCE_PX;
    if (!isStill) still = { x, y, since };
    if (!isStill || next === null) delay = next;
  }

  function processMove(): void {
    moveTimer = undefined;
    catchUp();
    if (delay === null || !still) return;
    const left = still.since + delay - performance.now();
    if (left > 0) {
      moveTimer = setTimeout(processMove, Math.min(left, everyMs()));
      return;
    }
    delay = null;
    onRest();
  }

  function stop(): void {
    catchUp();
    clearTimeout(moveTimer);
    moveTimer = undefined;
    delay = null;
  }

  return {
    handleMove(event) {
      if (!event.isTrusted) return;
      latest = event;
      moveTimer ??= setTimeout(processMove, everyMs());
    },
    catchUp,
    stop,
    forget() {
      stop();
      still = null;
    },
  };
}

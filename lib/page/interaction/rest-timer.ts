const REST_TOLERANCE_PX = 4;

export function createRestTimer(options: {
  /** The interval of handling moves, at most the hover delay: a timer for each would cost too much. */
  everyMs(): number;
  /** Processes the last of several moves. Returns the hover delay in milliseconds, or null if a resting pointer has no effect. */
  onMove(event: MouseEvent): number | null;
  onRest(): void;
}) {
  const { everyMs, onMove, onRest } = options;
  let latest: MouseEvent | null = null;
  /** Position that the pointer has not left since this time. */
  let still: { x: number; y: number; since: number } | null = null;
  let moveTimer: ReturnType<typeof setTimeout> | undefined;
  let delay: number | null = null;

  function catchUp(): void {
    const event = latest;

    latest = null;
    if (!event) return;

    const next = onMove(event);
    const { clientX: x, clientY: y, timeStamp: since } = event;

    const isStill =
      still &&
      Math.abs(x - still.x) < REST_TOLERANCE_PX &&
      Math.abs(y - still.y) < REST_TOLERANCE_PX;

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

  /** Processes the pending move, then ignores hovering until the pointer moves away. */
  function stop(): void {
    catchUp();
    clearTimeout(moveTimer);
    moveTimer = undefined;
    delay = null;
  }

  return {
    /** Handles `mousemove`. Does almost no work. */
    handleMove(event: MouseEvent): void {
      if (!event.isTrusted) return;
      latest = event;
      moveTimer ??= setTimeout(processMove, everyMs());
    },
    catchUp,
    stop,
    /** Stops, but the next move counts wherever it is. */
    forget(): void {
      stop();
      still = null;
    },
  };
}

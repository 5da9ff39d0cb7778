/** A page that is never idle is not waited for longer. */
const PATIENCE_MS = 500;

/**
 * Leaves something in the world of this frame that is made when the page is idle, or as soon as anybody asks for it: what a script does
 * as it is read, the page has to wait for.
 */
export function leaveForLater<Name extends keyof typeof globalThis>(
  name: Name,
  make: () => (typeof globalThis)[Name],
): void {
  const bring = () => {
    const made = make();
    Object.defineProperty(globalThis, name, { configurable: true, value: made, writable: true });
    return made;
  };
  Object.defineProperty(globalThis, name, { configurable: true, get: bring });
  requestIdleCallback(
    () => {
      // Asked for in the meantime, or taken away.
      if (Object.getOwnPropertyDescriptor(globalThis, name)?.get === bring) bring();
    },
    { timeout: PATIENCE_MS },
  );
}

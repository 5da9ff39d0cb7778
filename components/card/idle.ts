/** Each step in an idle moment of its own, in their order, for as long as it is wanted. */
export function whileIdle([step, ...rest]: readonly (() => void)[], isWanted: () => boolean): void {
  if (!step) return;
  requestIdleCallback(() => {
    if (!isWanted()) return;
    step();
    whileIdle(rest, isWanted);
  });
}

/**
 * Coalesces calls of asynchronous work: it never runs twice at the same time. A call during a run starts one more run afterwards, because
 * the current one may have missed the latest change.
 *
 * @returns A function whose promise resolves when no run is left.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  async function runUntilUpToDate(): Promise<void> {
    do {
      again = false;
      await work();
    } while (again);
  }
  return () => {
    again = true;
    running ??= runUntilUpToDate().finally(() => {
      running = null;
    });
    return running;
  };
}

/** Never runs work twice at once: a call during a run starts one more afterwards. The promise resolves when no run is left. */
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

/**
 * Work that never runs twice at a time. A call while it runs makes it run once more afterwards: the current run may have missed the
 * latest change.
 *
 * @returns Resolves when nothing is asked for any more.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  async function run(): Promise<void> {
    do {
      again = false;
      await work();
    } while (again);
  }
  return () => {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}

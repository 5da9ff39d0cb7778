/**
 * Work that never runs twice at a time. Asked for while it runs, it runs once more behind it: what changed meanwhile may have come too
 * late for the run under way.
 *
 * @returns Resolves when nothing is asked for any more.
 */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
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

type Scheduling = { scheduler?: { postTask?(task: () => void): Promise<void> } };

/** Yields to the main thread, so that the page can run tasks. */
export async function yieldToMain(): Promise<void> {
  // Leave the call stack first, because browsers record it with each posted task.
  await undefined;
  return (
    (globalThis as Scheduling).scheduler?.postTask?.(() => undefined) ??
    new Promise((resolve) => setTimeout(resolve))
  );
}

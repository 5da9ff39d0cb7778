interface Scheduling {
  scheduler?: { postTask?(task: () => void): Promise<void> };
}

/** Lets the page work before we go on. */
export async function pause(): Promise<void> {
  // Leaves the call stack first: the browser records it whenever a task is posted.
  await undefined;
  return (
    (globalThis as Scheduling).scheduler?.postTask?.(() => undefined) ??
    new Promise((resolve) => setTimeout(resolve))
  );
}

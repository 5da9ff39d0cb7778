interface Scheduling {
  scheduler?: { postTask?(task: () => void): Promise<void> };
}

/** Lets the page work before we go on. */
export async function pause(): Promise<void> {
  // The browser notes where a task is asked for, and reads each function on the way there again: from here there is none.
  await undefined;
  return (
    (globalThis as Scheduling).scheduler?.postTask?.(() => undefined) ??
    new Promise((resolve) => setTimeout(resolve))
  );
}

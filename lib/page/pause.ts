interface Scheduling {
  scheduler?: { postTask?(task: () => void): Promise<void> };
}

/** Lets the page work before we go on. */
export async function pause(): Promise<void> {
  // The browser notes where a task is asked for, and reads each function on the way there again: from here there is none.
  await undefined;
  const { scheduler } = globalThis as Scheduling;
  if (scheduler?.postTask) return scheduler.postTask(() => undefined);
  return new Promise((resolve) => setTimeout(resolve));
}

interface Scheduling {
  scheduler?: { postTask?(task: () => void): Promise<void> };
}

/** Lets the page work before we go on. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as Scheduling;
  if (scheduler?.postTask) return scheduler.postTask(() => undefined);
  return new Promise((resolve) => setTimeout(resolve));
}

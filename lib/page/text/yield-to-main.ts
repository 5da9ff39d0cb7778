export async function yieldToMain(): Promise<void> {
  // Leave the call stack first, because browsers record it with each posted task.
  await undefined;

  // Safari has no scheduler.
  return (
    globalThis.scheduler?.postTask(() => undefined) ??
    new Promise((resolve) => setTimeout(resolve))
  );
}

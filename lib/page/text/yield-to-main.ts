type Scheduling = { scheduler?: { postTask?(task: () => void): Promise<void> } };

export async function yieldToMain(): Promise<void> {
  // Leave the call stack first, because browsers record it with each posted task.
  await undefined;
  return (
    (globalThis as Scheduling).scheduler?.postTask?.(() => undefined) ??
    new Promise((resolve) => setTimeout(resolve))
  );
}

/** A background that does not answer for so long counts as one that will not. */
const PATIENCE_MS = 10_000;

/** The answer of the background; null where it rejects or takes too long. */
export async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    patience = setTimeout(resolve, PATIENCE_MS, null);
  });
  const came = await Promise.race([answer.catch(() => null), late]);
  clearTimeout(patience);
  return came;
}

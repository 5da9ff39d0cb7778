/** A background that does not answer for so long counts as one that will not. */
const PATIENCE_MS = 10_000;
/** One that was stopped over the question is asked once more, after so long. */
const AGAIN_MS = 100;

/** The answer of the background; null where it rejects twice or takes too long. */
export async function inTime<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    patience = setTimeout(resolve, PATIENCE_MS, null);
  });
  const answer = ask()
    .catch(() => new Promise((resolve) => setTimeout(resolve, AGAIN_MS)).then(ask))
    .catch(() => null);
  const came = await Promise.race([answer, late]);
  clearTimeout(patience);
  return came;
}

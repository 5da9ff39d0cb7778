/** A background that does not answer for so long counts as one that will not. */
const PATIENCE_MS = 10_000;
/** One that was stopped over the question is asked once more, after so long. */
const AGAIN_MS = 100;

/** The answer of the background; null where it rejects twice or takes too long. */
export function withTimeout<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS, null);
    ask()
      .catch(() => new Promise((again) => setTimeout(again, AGAIN_MS)).then(ask))
      .catch(() => null)
      .then((answer) => {
        clearTimeout(patience);
        resolve(answer);
      });
  });
}

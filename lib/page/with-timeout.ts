/** Timeout of a request to the background. */
const PATIENCE_MS = 10_000;
/** Delay before the single retry, for a background that was stopped during the request. */
const AGAIN_MS = 100;

/** Sends a request to the background. Resolves to null if it rejects twice or times out. */
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

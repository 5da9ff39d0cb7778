/** Timeout of a request to the background. */
const TIMEOUT_MS = 10_000;
/** Delay before the single retry, for a background that was stopped during the request. */
const RETRY_DELAY_MS = 100;

/** Sends a request to the background. Resolves to null if it rejects twice or times out. */
export function retryOnceWithTimeout<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, TIMEOUT_MS, null);
    ask()
      .catch(() => new Promise((again) => setTimeout(again, RETRY_DELAY_MS)).then(ask))
      .catch(() => null)
      .then((answer) => {
        clearTimeout(patience);
        resolve(answer);
      });
  });
}

import { type FailurePlace, recordFailure } from '../../core/diagnostics.ts';

const TIMEOUT_MS = 10_000;
/** Delay before the single retry, for a background that was stopped during the request. */
const RETRY_DELAY_MS = 100;

/** Sends a request to the background. Resolves to null, and records a failure, if it rejects twice or times out. */
export function retryOnceWithTimeout<Answer>(
  ask: () => Promise<Answer>,
  place: FailurePlace,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const giveUp = (error: unknown) => {
      recordFailure(place, error);
      resolve(null);
    };
    const patience = setTimeout(giveUp, TIMEOUT_MS, { name: 'TimeoutError' });
    ask()
      .catch(() => new Promise((again) => setTimeout(again, RETRY_DELAY_MS)).then(ask))
      .then(resolve, giveUp)
      .finally(() => clearTimeout(patience));
  });
}

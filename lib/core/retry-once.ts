import { recordFailure } from './diagnostics.ts';

const ANSWER_TIMEOUT_MS = 500;
const RETRY_TIMEOUT_MS = 10_000;
/** Delay before the single retry, for a background that was stopped during the request. */
const RETRY_DELAY_MS = 100;

/** Returns null if the promise is pending after this time, as for a frame that is blocked or frozen. */
export function withTimeout<T>(
  asked: Promise<T>,
  timeoutMs = ANSWER_TIMEOUT_MS,
): Promise<T | null> {
  return Promise.race([
    asked,
    new Promise<null>((resolve) => setTimeout(resolve, timeoutMs, null)),
  ]);
}

/** Sends a request to the background. Resolves to null, and records a failure, if it rejects twice or times out. */
export function retryOnceWithTimeout<Answer>(
  ask: () => Promise<Answer>,
  task: string,
) {
  return new Promise<Answer | null>((resolve) => {
    const giveUp = (error: unknown) => {
      recordFailure(task, error);
      resolve(null);
    };

    const patience = setTimeout(giveUp, RETRY_TIMEOUT_MS, {
      name: 'TimeoutError',
    });

    ask()
      .catch(() =>
        new Promise((again) => setTimeout(again, RETRY_DELAY_MS)).then(ask),
      )
      .then(resolve, giveUp)
      .finally(() => clearTimeout(patience));
  });
}

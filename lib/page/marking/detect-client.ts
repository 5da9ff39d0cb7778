import { retryOnceWithTimeout } from '../../core/retry-once.ts';
import type { DetectRequest, DetectResult } from '../../detect/detect-request.ts';

/** Sends detection requests to the background. Results are in the order of the requests. */
export type Detect<Answer = readonly DetectResult[]> = (
  requests: readonly DetectRequest[],
) => Promise<Answer>;
/** The same, but resolves to null if there is no response, because the extension was updated or the background stopped. */
export type DetectClient = Detect<readonly DetectResult[] | null>;

/** @param detect Rejects if there is no response. */
export const createDetectClient =
  (detect: Detect): DetectClient =>
  (requests) =>
    retryOnceWithTimeout(() => detect(requests), 'detect');

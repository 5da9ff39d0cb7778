import type { DetectRequest, DetectResult } from '../detect/detect-request.ts';
import { withTimeout } from './with-timeout.ts';

/** What the background answers to some requests, in their order. */
export type Detect<Answer = readonly DetectResult[]> = (
  requests: readonly DetectRequest[],
) => Promise<Answer>;
/** The same; null where nobody answers, as the extension was updated or the background is dead. */
export type DetectClient = Detect<readonly DetectResult[] | null>;

/** @param detect Rejects where nobody answers. */
export const createDetectClient =
  (detect: Detect): DetectClient =>
  (requests) =>
    withTimeout(() => detect(requests));

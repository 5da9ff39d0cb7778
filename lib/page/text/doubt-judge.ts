import type { DetectRequest } from '../../detect/detect-request.ts';
import { createDoubtRequests } from './doubt-requests.ts';
import { getSite } from './site.ts';

/** A page with more doubtful texts gets the annotator, which sends many in one message. */
const MAX_JUDGED = 1_000;

/** Resolves to true if one of these texts may have a code, or if nobody can tell. */
export type DoubtJudge = (texts: readonly Text[]) => Promise<boolean>;

declare global {
  /** Set by `judge.js`, where a text holds a code only if what is around it says so. */
  var errataJudge: DoubtJudge | undefined;
}

/** @param hasCode Asks the engine whether one of these texts has a code, however unsure. */
export function createDoubtJudge(
  hasCode: (requests: readonly DetectRequest[]) => Promise<boolean>,
): DoubtJudge {
  /** What the engine was asked, to ask only once. */
  const judged = new Set<string>();

  const isNew = (request: DetectRequest) => {
    const key = JSON.stringify(request);
    return !judged.has(key) && judged.add(key);
  };

  return async (texts) => {
    const requests: DetectRequest[] = [];

    for (const text of texts) {
      const own = createDoubtRequests(text, getSite(null));
      if (!own) return true;
      requests.push(...own);
    }

    const asked = requests.filter(isNew);

    if (asked.length === 0) return false;
    if (judged.size > MAX_JUDGED) return true;

    return hasCode(asked).catch(() => true);
  };
}

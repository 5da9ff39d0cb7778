import { MIN_CONFIDENCE } from '../../detect/threshold.ts';
import type { PageState } from '../../settings/settings.ts';
import type { ScannedMarks, ScannerOptions } from '../marking/scanner.ts';
import type { GetShadowRoot } from '../text/shadow-roots.ts';
import { getSite } from '../text/site.ts';
import { createFrameScan } from './frame-scan.ts';
import type { Prescan } from './prescan.ts';

/** Maximum texts that are remembered with their context, because a page may write them again. */
const MAX_JUDGED = 1_000;

export type TriageOptions = Pick<ScannerOptions, 'prefilter' | 'client'> & {
  getShadowRoot: GetShadowRoot;
  settings: PageState;
  /** Called when the annotator is needed. */
  onCode(): void;
};

const NO_MARKS: ScannedMarks = {
  all: new Set(),
  drop() {},
  paint() {},
  replace() {},
  restore() {},
  setHuge() {},
  sweep() {},
};

/** Reads a frame as the annotator does, until the engine finds a code: a page without codes needs no marks, pointer and card. */
export function startTriage(options: TriageOptions): Prescan {
  const { provider, sensitivity } = options.settings;
  const judged = new Set<string>();
  const scan = createFrameScan({
    ...options,
    async client(requests) {
      const asked = requests.filter((request) => !judged.has(JSON.stringify(request)));
      if (asked.length === 0) return null;
      const wanted = sensitivity === 'more' && { wanted: 'all' as const };
      const results = await options.client(asked.map((request) => ({ ...request, ...wanted })));
      if (judged.size > MAX_JUDGED) judged.clear();
      const isCode = results?.flat().some(({ confidence }) => confidence >= MIN_CONFIDENCE[sensitivity]);
      if (isCode) options.onCode();
      else if (results) for (const request of asked) judged.add(JSON.stringify(request));
      return null;
    },
    marks: NO_MARKS,
    site: () => getSite(provider),
    isSuppressed: () => false,
    onReplaced() {},
    onResting() {},
    onSettled() {},
  });
  scan.start();
  return { isLooking: scan.isReading, stop: scan.stop };
}

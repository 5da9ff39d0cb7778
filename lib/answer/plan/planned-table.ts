import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  type FailureList,
  NOTHING_PLANNED,
  type PlannedFailure,
  type PlannedList,
  planEach,
} from './plan-failures.ts';
import type { RecipientIndex } from './recipient-index.ts';

type TimeName = 'sendAfterMs' | 'sinceMs';

/** What rows have in common, and which of its times each has for itself. */
interface SharedPlan {
  planned: PlannedFailure;
  timeName: TimeName | null;
}

/** A decision has one time at most: when a message may go, or since when something holds. */
function getTimeName({
  sendAfterMs,
  sinceMs,
}: PlannedFailure): TimeName | null {
  if (sendAfterMs !== null) return 'sendAfterMs';
  return sinceMs === undefined ? null : 'sinceMs';
}

/** Plans the rows of a table, as `planFailures` does, and keeps that in 12 bytes a row: of objects, a million would take 60 MB. */
export function createPlannedTable(
  failures: FailureList,
  catalogue: Pick<Catalogue, 'byKey'>,
  nowMs: number,
  recipients: RecipientIndex,
): PlannedList {
  const { length } = failures;
  const shared: SharedPlan[] = [{ planned: NOTHING_PLANNED, timeName: null }];
  const sharedByKey = new Map<string, number>();
  const plans = new Uint32Array(length);
  const times = new Float64Array(length);

  function share(planned: PlannedFailure, timeName: TimeName | null): number {
    const { plan, reason, country, attempts, stoppedBy } = planned;
    const key = [plan, reason, country, attempts, stoppedBy, timeName].join(
      ' ',
    );

    return getOrInsert(
      sharedByKey,
      key,
      () => shared.push({ planned, timeName }) - 1,
    );
  }

  planEach(failures, catalogue, nowMs, recipients, (row, planned) => {
    const timeName = getTimeName(planned);

    plans[row] = share(planned, timeName);
    if (timeName) times[row] = planned[timeName] ?? 0;
  });

  return {
    length,
    at(row) {
      const { planned, timeName } = shared[plans[row] ?? -1] ?? {};

      return planned && timeName
        ? { ...planned, [timeName]: times[row] }
        : planned;
    },
  };
}

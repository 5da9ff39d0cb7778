import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PageRows } from '../../detect/detect-request.ts';
import { isDecidedByRow, withPlan } from '../plan/apply-plan.ts';
import {
  type MessageFailure,
  type PlannedFailure,
  planFailures,
} from '../plan/plan-failures.ts';
import type { Explanation } from './explanation.ts';
import { type RowClock, readRowFailures } from './row-failure.ts';

type EntryFailure = MessageFailure & { entry: Entry };
type Decided = Pick<Explanation, 'detail'> & { entry: Entry };

/** Decides what does not depend on the time: the country of the recipient. */
export function decideAtOnce(
  failure: EntryFailure,
  detail: Explanation['detail'],
  catalogue: Catalogue,
): Decided {
  const [planned] = planFailures([failure], catalogue, 0);
  return applyPlan(failure.entry, detail, planned, catalogue);
}

/** Adds the other failures of the recipient, which can decide the row. */
export function withRecipientRows(
  explanation: Explanation,
  rows: PageRows | undefined,
  catalogue: Catalogue,
): Explanation {
  if (!explanation.row || !rows) return explanation;

  const others = rows.map(({ key, ...row }) => ({
    ...row,
    entry: catalogue.byKey.get(key ?? '') ?? null,
  }));

  return { ...explanation, row: { ...explanation.row, others } };
}

/**
 * Returns an explanation as of now: with the plan of its row, and the turn, next step and steps of this plan. Every
 * surface that explains one row shows what it returns.
 *
 * @param windowEndMs End of the customer's window. By default that of the text.
 */
export function decideRow(
  explanation: Explanation,
  catalogue: Catalogue,
  clock: RowClock,
  windowEndMs: number | null = findWindowEnd(explanation),
): Explanation {
  const { row, ambiguous, code } = explanation;
  if (!row || ambiguous) return explanation;

  const { text = '', timeZone = clock.timeZone, others = [], ...failure } = row;
  const { entry } = failure;
  const { nowMs } = clock;
  const before = others.filter(({ isBefore }) => isBefore);
  const after = others.filter(({ isBefore }) => !isBefore);
  const rows = [...before, { code, entry, text }, ...after];
  const read = text ? readRowFailures(rows, { nowMs, timeZone }) : [];
  const at = text ? before.length : 0;
  const own = mergeFailures(failure, read[at], windowEndMs);
  const failures = text ? read.with(at, own) : [own];
  const planned = planFailures(failures, catalogue, nowMs)[at];
  const decided = applyPlan(entry, explanation.detail, planned, catalogue);

  return {
    ...explanation,
    ...decided,
    planned,
    decidedAtMs: clock.nowMs,
  };
}

/** Returns when the customer's window ends, if the text says in which zone the customer wrote. */
export function findWindowEnd({
  entry,
  when,
}: Pick<Explanation, 'entry' | 'when'>): number | null {
  const isSaid = when !== null && !when.isOwn && when.fromMs !== null;
  return isSaid && entry?.window?.from === 'customer-message'
    ? when.atMs
    : null;
}

/** The columns of a row say more than the text around the code. */
function mergeFailures(
  failure: EntryFailure,
  read: MessageFailure | undefined,
  windowEndMs: number | null,
): MessageFailure {
  const hasOwnTime = failure.failedAtMs != null && read?.failedAtMs == null;

  return {
    ...failure,
    ...read,
    recipient: read?.recipient ?? failure.recipient,
    failedAtMs: read?.failedAtMs ?? failure.failedAtMs ?? null,
    isZoneOpen: hasOwnTime ? failure.isZoneOpen : read?.isZoneOpen,
    windowEndMs: windowEndMs ?? read?.windowEndMs ?? null,
  };
}

/** Puts what the row decides into the entry. The next step of a detail is that of the code alone. */
function applyPlan(
  entry: Entry,
  detail: Explanation['detail'],
  planned: PlannedFailure | undefined,
  catalogue: Catalogue,
): Decided {
  if (!planned) return { entry, detail };

  const decided = withPlan(entry, planned, catalogue);
  if (!detail || !isDecidedByRow(planned)) return { entry: decided, detail };

  const { meaning } = planned.reason === 'country' ? decided : detail;
  return { entry: decided, detail: { ...detail, meaning, next: null } };
}

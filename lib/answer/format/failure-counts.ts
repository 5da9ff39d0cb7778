import type { Entry, Plan } from '../../../data/schema.ts';
import { isObjectState } from '../../core/entry-key.ts';
import { getListSeparator, t, tPlural } from '../../core/i18n/translate.ts';
import { CLASS_TEXT } from './verdict-text.ts';

export const formatCodeCount = (count: number): string =>
  tPlural(count, '$1 code', '$1 codes');
export const formatMoreCount = (count: number): string =>
  tPlural(count, 'and $1 more', 'and $1 more');

export const sumCounts = (failures: readonly { count: number }[]): number =>
  failures.reduce((sum, { count }) => sum + count, 0);

/** Counts groups with a plan: `15 failures, 2 states`. In the others, nothing failed. */
export function formatFailureCount(
  groups: readonly { plan: Plan | null; count: number; states: number }[],
): string {
  const failed = groups.filter(({ plan }) => plan);
  const states = failed.reduce((sum, group) => sum + group.states, 0);
  const failures = sumCounts(failed) - states;

  return [
    ...(failures > 0 || states === 0
      ? [tPlural(failures, '$1 failure', '$1 failures')]
      : []),
    ...(states > 0 ? [tPlural(states, '$1 state', '$1 states')] : []),
  ].join(getListSeparator());
}

const MIN_BULK_COUNT = 30;
const MIN_BULK_SHARE = 0.75;

/** Returns a summary of a bulk failure: `131042 (payment) accounts for 412 of 430 failures.` Returns null if no code dominates. */
export function formatBulkNotice(
  codes: readonly {
    code: string;
    entry: Pick<Entry, 'class' | 'key' | 'success'> | null;
    count: number;
  }[],
): string | null {
  const failures = codes.filter(
    ({ entry }) => !entry?.success && !isObjectState(entry?.key ?? ''),
  );

  const [most] = [...failures].sort((a, b) => b.count - a.count);
  const all = sumCounts(failures);

  if (!most || most.count < MIN_BULK_COUNT || most.count < all * MIN_BULK_SHARE)
    return null;

  const { code, entry, count } = most;
  const part = count === all ? t('all $1', all) : t('$1 of $2', count, all);

  return entry && entry.class !== 'other'
    ? t(
        '$1 ($3) accounts for $2 failures.',
        code,
        part,
        t(CLASS_TEXT[entry.class]).toLowerCase(),
      )
    : t('$1 accounts for $2 failures.', code, part);
}

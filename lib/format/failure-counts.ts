import type { Entry } from '../../data/schema.ts';
import { t, tPlural } from '../i18n/translate.ts';
import { CLASS_TEXT } from './verdict-text.ts';

export const formatFailureCount = (count: number): string => tPlural(count, '$1 failure', '$1 failures');
export const formatCodeCount = (count: number): string => tPlural(count, '$1 code', '$1 codes');
export const formatMoreCount = (count: number): string => tPlural(count, 'and $1 more', 'and $1 more');

export const sumCounts = (failures: readonly { count: number }[]): number =>
  failures.reduce((sum, { count }) => sum + count, 0);

/** Counts failures: a success is none, and a code that only passes another one on is counted there. */
export function countFailures(
  codes: readonly { count: number; entry: Pick<Entry, 'success'> | null; cause?: string | null }[],
): number {
  return sumCounts(codes.filter(({ entry, cause }) => !entry?.success && !cause));
}

const MIN_BULK_COUNT = 30;
const MIN_BULK_SHARE = 0.75;

/** Returns a summary of a bulk failure: `131042 (payment) accounts for 412 of 430 failures.` Returns null if no code dominates. */
export function formatBulkNotice(
  codes: readonly { code: string; entry: Pick<Entry, 'class' | 'success'> | null; count: number }[],
): string | null {
  const failures = codes.filter(({ entry }) => !entry?.success);
  const [most] = [...failures].sort((a, b) => b.count - a.count);
  const all = sumCounts(failures);
  if (!most || most.count < MIN_BULK_COUNT || most.count < all * MIN_BULK_SHARE) return null;
  const { code, entry, count } = most;
  const part = count === all ? t('all $1', all) : t('$1 of $2', count, all);
  return entry && entry.class !== 'other'
    ? t('$1 ($3) accounts for $2 failures.', code, part, t(CLASS_TEXT[entry.class]).toLowerCase())
    : t('$1 accounts for $2 failures.', code, part);
}

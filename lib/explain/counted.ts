import type { Entry } from '../../data/schema.ts';
import { CLASS_TEXT } from './verdict-text.ts';

/** `1,200 failures`. */
export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

export function sumOf(failures: readonly { count: number }[]): number {
  return failures.reduce((sum, { count }) => sum + count, 0);
}

/** So many of one code, and such a share of all, are one event and not many. */
const MANY = 30;
const MOST = 0.75;

/** `131042 on 412 of 430: one cause, payment.` where a page fails in bulk; null elsewhere. */
export function bulkText(
  codes: readonly { code: string; entry: Pick<Entry, 'class' | 'success'> | null; count: number }[],
): string | null {
  const failures = codes.filter(({ entry }) => !entry?.success);
  const [most] = [...failures].sort((a, b) => b.count - a.count);
  const all = sumOf(failures);
  if (!most || most.count < MANY || most.count < all * MOST) return null;
  const { code, entry, count } = most;
  const part =
    count === all
      ? `all ${all.toLocaleString('en')}`
      : `${count.toLocaleString('en')} of ${all.toLocaleString('en')}`;
  const about = entry && entry.class !== 'other' ? `, ${CLASS_TEXT[entry.class].toLowerCase()}` : '';
  return `${code} on ${part}: one cause${about}.`;
}

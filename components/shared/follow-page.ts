import type { TabPage } from '../../lib/bridge/tab.ts';
import { coalesce } from './coalesce.ts';

/** While Errata reads the page, its codes grow; the page reports only when they do. */
const READING_MS = 400;

/**
 * Shows the page in front, and shows it again and again while it is being read: one look at a time, however often it is asked for.
 *
 * @returns Looks now; resolves when the page is shown.
 */
export function followPage(
  read: () => Promise<TabPage | null>,
  show: (page: TabPage | null) => void,
): () => Promise<void> {
  let again: ReturnType<typeof setTimeout> | undefined;
  const look = coalesce(async () => {
    clearTimeout(again);
    const page = await read().catch(() => null);
    show(page);
    if (page?.reading) again = setTimeout(look, READING_MS);
  });
  return look;
}

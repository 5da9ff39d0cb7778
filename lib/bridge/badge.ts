import { browser } from 'wxt/browser';
import { browserText } from './open-language.ts';
import { codesOfFrames } from './tab-frames.ts';

const MAX_SHOWN = 999;

/** Polling with exponential backoff while a page is still being read: first interval, then doubled up to the last one. */
const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 16_000;

/** The polling timer of each tab. */
const waiting = new Map<number, ReturnType<typeof setTimeout>>();

/**
 * Shows the number of distinct codes of a tab as its badge: `12…` while the page is being read, and the number of places that are not
 * underlined as the tooltip. Queries the frames each time, because a service worker may lose its state. A frame that ends without a code
 * sends no message, so the tab is polled. Never rejects.
 */
export async function countBadge(tabId: number, pauseMs = FIRST_PAUSE_MS): Promise<void> {
  const frames = (await codesOfFrames(tabId)) ?? [];
  const found = frames.flatMap((frame) => frame?.codes ?? []);
  const codes = new Set(found.map(({ code }) => code));
  const places = found.reduce((sum, { count }) => sum + count, 0);
  const unmarked = found.reduce((sum, code) => sum + (code.unmarked ?? 0), 0);
  const title =
    unmarked > 0
      ? browserText('Errata: $1 of $2 places are counted but not underlined', said(unmarked), said(places))
      : 'Errata';
  const isPart = frames.some((frame) => frame?.reading);
  const count = codes.size > MAX_SHOWN ? `${MAX_SHOWN}+` : `${codes.size}${isPart ? '…' : ''}`;
  const text = codes.size === 0 ? '' : count;
  clearTimeout(waiting.get(tabId));
  if (isPart && text !== '' && pauseMs <= LAST_PAUSE_MS)
    waiting.set(tabId, setTimeout(countBadge, pauseMs, tabId, pauseMs * 2));
  else waiting.delete(tabId);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#b3261e' }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

const said = (count: number) => count.toLocaleString(browser.i18n.getUILanguage());

import { browser } from 'wxt/browser';
import { readFrameCodes } from './tab-frames.ts';

const MAX_BADGE_COUNT = 999;

/** Polling with exponential backoff while a page is still being read: first interval, then doubled up to the last one. */
const MIN_RETRY_DELAY_MS = 1_000;
const MAX_RETRY_DELAY_MS = 16_000;

const retryTimers = new Map<number, ReturnType<typeof setTimeout>>();

/**
 * Shows the number of distinct codes of a tab as its badge: `12…` while the page is being read. Queries the frames each time, because a
 * service worker may lose its state. A frame that ends without a code sends no message, so the tab is polled. Never rejects.
 */
export async function updateBadge(tabId: number, delayMs = MIN_RETRY_DELAY_MS): Promise<void> {
  const frames = (await readFrameCodes(tabId)) ?? [];
  const codes = new Set(frames.flatMap((frame) => frame?.codes ?? []).map(({ code }) => code));
  const isPart = frames.some((frame) => frame?.isReading);
  const count = codes.size > MAX_BADGE_COUNT ? `${MAX_BADGE_COUNT}+` : `${codes.size}${isPart ? '…' : ''}`;
  const text = codes.size === 0 ? '' : count;
  clearTimeout(retryTimers.get(tabId));
  if (isPart && text !== '' && delayMs <= MAX_RETRY_DELAY_MS)
    retryTimers.set(tabId, setTimeout(updateBadge, delayMs, tabId, delayMs * 2));
  else retryTimers.delete(tabId);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#b3261e' }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

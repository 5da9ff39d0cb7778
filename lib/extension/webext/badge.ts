import { browser } from 'wxt/browser';
import { readFrameCodes } from './tab-frames.ts';

const MAX_BADGE_COUNT = 999;

/** Shows the number of distinct codes of a tab as its badge. Queries the frames, because a service worker may lose its state. Never rejects. */
export async function updateBadge(tabId: number): Promise<void> {
  const frames = (await readFrameCodes(tabId)) ?? [];

  const codes = new Set(
    frames.flatMap((frame) => frame?.codes ?? []).map(({ code }) => code),
  );

  const count =
    codes.size > MAX_BADGE_COUNT ? `${MAX_BADGE_COUNT}+` : `${codes.size}`;

  try {
    await Promise.all([
      browser.action.setBadgeText({
        tabId,
        text: codes.size === 0 ? '' : count,
      }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#b3261e' }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

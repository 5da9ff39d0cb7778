import { browser } from 'wxt/browser';
import { codesOfFrames } from './frames.ts';

const MAX_SHOWN = 999;

/**
 * Shows how many distinct codes a tab holds, `12…` while the page is not read to its end. The frames are asked each time, so that nothing is kept that a stopped
 * background could lose.
 */
export async function countBadge(tabId: number): Promise<void> {
  const frames = (await codesOfFrames(tabId)) ?? [];
  const codes = new Set(frames.flatMap((found) => (found?.codes ?? []).map(({ code }) => code)));
  const isPart = frames.some((found) => found?.reading);
  const count = codes.size > MAX_SHOWN ? `${MAX_SHOWN}+` : `${codes.size}${isPart ? '…' : ''}`;
  const text = codes.size === 0 ? '' : count;
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

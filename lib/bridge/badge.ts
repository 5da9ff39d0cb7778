import { browser } from 'wxt/browser';
import { codesOfFrames } from './frames.ts';

const MAX_SHOWN = 999;

/**
 * Shows how many distinct codes a tab holds. The frames are asked each time, so that nothing is kept that a stopped
 * background could lose.
 */
export async function countBadge(tabId: number): Promise<void> {
  const frames = (await codesOfFrames(tabId)) ?? [];
  const codes = new Set(frames.flatMap((found) => (found?.codes ?? []).map(({ code }) => code)));
  const text = codes.size === 0 ? '' : codes.size > MAX_SHOWN ? `${MAX_SHOWN}+` : String(codes.size);
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

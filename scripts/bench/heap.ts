import type { Page } from 'playwright-core';

/** What a page's scripts hold after everything that can go has gone: bytes of the heap, and nodes, detached ones among them. */
export async function heapOf(page: Page): Promise<{ bytes: number; nodes: number }> {
  const cdp = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  await cdp.detach();
  return { bytes: usedSize, nodes };
}

import type { Page } from 'playwright-core';

/**
 * What a page's thread has spent in tasks so far, in milliseconds on the processor. For what is small and frequent: a trace costs more for each event
 * than a listener does.
 */
export async function clockOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    if (seconds === undefined) throw new Error('The browser counts no tasks');
    return seconds * 1_000;
  };
}

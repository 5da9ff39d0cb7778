import { expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import { BOTH, describeInBrowsers, expectCodes } from './in-browsers.ts';
import type { Launched } from './launch-chromium.ts';

/** A page that is used for an hour makes about so many changes. */
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 400);
const ROWS = 60;
const CODES = ['131047', '131026', '131049', '131000'];

/** Shows a table of failures that new rows, sorting, filters and routes change, as in a console. */
function showTable([rows, codes]: [number, string[]]): void {
  const getRows = () => [...document.querySelectorAll('tbody tr')];
  const append = (count: number) => {
    for (let at = 0; at < count; at++) {
      const row = document.createElement('tr');
      row.innerHTML = `<td>m${at}</td><td>${codes[at % codes.length]}</td>`;
      document.querySelector('tbody')?.append(row);
    }
  };
  const showRoute = () => {
    document.body.innerHTML =
      '<table><thead><tr><th>Message</th><th>Error code</th></tr></thead><tbody></tbody></table>';
    append(rows);
  };
  showRoute();
  Object.assign(globalThis, {
    async soak(rounds: number) {
      for (let round = 0; round < rounds; round++) {
        append(5);
        document.querySelector('tbody')?.append(...getRows().reverse());
        for (const [at, row] of getRows().entries())
          (row as HTMLElement).hidden = at % 3 === round % 3;
        await new Promise((painted) => setTimeout(painted, 60));
        history.pushState(null, '', `?page=${round}`);
        showRoute();
        await new Promise((painted) => setTimeout(painted, 60));
      }
    },
  });
}

describeInBrowsers(BOTH, (open, browser) => {
  test('an hour of changes leaves no mark, card, message, listener or memory behind', async () => {
    const tab = await open('messages');
    await tab.run(showTable, [ROWS, CODES] as [number, string[]]);
    const expected = Array.from(
      { length: ROWS },
      (_, at) => CODES[at % CODES.length] ?? '',
    ).sort();
    await expectCodes(tab, expected);
    await browser().inExtension(
      `(globalThis.heard = [], chrome.runtime.onMessage.addListener(({ type }) => void heard.push(type)), 0)`,
    );
    const soak = async (rounds: number) => {
      await tab.run(
        (count) =>
          (globalThis as never as { soak(n: number): Promise<void> }).soak(
            count,
          ),
        rounds,
      );
      await expectCodes(tab, expected);
      const heard = await browser().inExtension<string[]>('heard.splice(0)');
      // Errata is idle a second after the last change.
      await new Promise((idle) => setTimeout(idle, 3_000));
      return {
        ...(await measure(tab)),
        ...(await measureMemory(browser().launched)),
        perRound: heard.length / rounds,
      };
    };
    const early = await soak(ROUNDS / 10);
    const late = await soak(ROUNDS);
    expect(late).toMatchObject({
      highlights: early.highlights,
      elements: early.elements,
    });
    // It grows by 8 % in the first 300 rounds, and no more after them.
    expect(late.heap).toBeLessThanOrEqual(early.heap * 1.1);
    expect(late.listeners).toBeLessThanOrEqual(early.listeners);
    expect(late.perRound).toBeLessThanOrEqual(early.perRound * 1.1 + 1);
    expect(await browser().errors()).toEqual([]);
  });
});

const measure = (tab: Tab) =>
  tab.run(() => ({
    highlights: [...CSS.highlights].reduce(
      (sum, [, ranges]) => sum + ranges.size,
      0,
    ),
    elements: document.querySelectorAll('errata-card').length,
  }));

/** Memory and event listeners of the page's process after garbage collection, in all worlds. Firefox has no such interface. */
async function measureMemory(launched: Launched | undefined) {
  const page = launched?.context
    .pages()
    .find((one) => one.url().includes('facebook'));
  if (!page) return { heap: 0, listeners: 0 };
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  for (let round = 0; round < 3; round++)
    await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  await cdp.detach();
  const read = (wanted: string) =>
    metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { heap: read('JSHeapUsedSize'), listeners: read('JSEventListeners') };
}

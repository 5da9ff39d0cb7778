import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tab } from './browser.ts';
import { BOTH_AT_NIGHT, describeInBrowsers } from './in-browsers.ts';

/** Failures of two templates, on each other of five days. Runs in the page's main world. */
function dropTable(): void {
  const row = (at: number) =>
    `+55119${10_000_000 + at},${at % 3 ? 'order' : 'promo'},failed,${at % 2 ? 131047 : 131000},2026-11-${20 + 2 * (at % 3)} 10:00`;
  const rows = Array.from({ length: 60 }, (_, at) => row(at));
  const text = `to,template,status,error_code,sent_at\n${rows.join('\n')}\n`;
  const data = new DataTransfer();
  data.items.add(new File([text], 'export.csv', { type: 'text/csv' }));
  document.body.dispatchEvent(
    new DragEvent('drop', { bubbles: true, dataTransfer: data }),
  );
}

/** Returns the numbers of a picture by row, as its table has them. Runs in the page's main world. */
const readPicture = (facet: string) =>
  [
    ...document.querySelectorAll(`.picture[data-facet="${facet}"] tbody tr`),
  ].map((row) =>
    [...row.children].map((cell) => cell.textContent ?? '').join(' '),
  );

describeInBrowsers(BOTH_AT_NIGHT, (_, browser) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await browser().openExtension('catalogue.html');
  });
  afterAll(() => tab?.close());

  test('has the numbers of a table in its picture', async () => {
    await expect
      .poll(async () => {
        if (await tab.run(() => !document.querySelector('.csv section')))
          await tab.run(dropTable);
        return tab.run(readPicture, 'template');
      })
      .toEqual(['order 20 20 40', 'promo 10 10 20']);
  });

  test('has columns as high as their numbers', async () => {
    const heights = await tab.run(() =>
      [...document.querySelectorAll('.column-table tbody tr')].map((row) =>
        Math.round(
          [...row.querySelectorAll('td[data-plan]')].reduce(
            (sum, cell) => sum + cell.getBoundingClientRect().height,
            0,
          ),
        ),
      ),
    );
    expect(heights).toHaveLength(5);
    expect(heights[0]).toBeGreaterThan(80);
    expect(heights).toEqual([heights[0], 0, heights[0], 0, heights[0]]);
  });

  test('has bars in proportion to their numbers', async () => {
    const [order = 0, promo = 0] = await tab.run(() =>
      [
        ...document.querySelectorAll(
          '.picture[data-facet="template"] tbody tr',
        ),
      ].map((row) =>
        [...row.querySelectorAll('td[data-plan]')].reduce(
          (sum, cell) => sum + cell.getBoundingClientRect().width,
          0,
        ),
      ),
    );
    expect(order / promo).toBeCloseTo(2, 1);
  });

  test('arrow keys move from column to column, and Enter filters the rows', async () => {
    await tab.run(() =>
      document
        .querySelector<HTMLElement>('.column-table button[tabindex="0"]')
        ?.focus(),
    );
    await tab.press('End');
    await tab.press('ArrowLeft');
    await tab.press('ArrowRight');
    const getFocused = () => document.activeElement?.textContent;
    expect(await tab.run(getFocused)).toBe('24 Nov 2026');
    await tab.press('Enter');
    await expect
      .poll(() =>
        tab.run(() => document.querySelector('.csv-filter')?.textContent),
      )
      .toContain('24 Nov 2026');
    await expect
      .poll(() =>
        tab.run(() => document.querySelector('.csv-saved')?.textContent),
      )
      .toBe('20 rows');
  });
});

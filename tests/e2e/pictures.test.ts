import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import type { Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  beforeAllInChromium,
  describeInBrowsers,
} from './in-browsers.ts';

/** Failures of two templates, on each other of five days. Runs in the page's main world. */
function dropTable(): void {
  const row = (at: number) =>
    `+55119${10_000_000 + at},${at % 3 ? 'order' : 'promo'},failed,${at % 2 ? 131047 : 131000},2026-11-${20 + 2 * (at % 3)} ${10 + (at % 2)}:00`;
  const rows = Array.from({ length: 60 }, (_, at) => row(at));
  const text = `to,template,status,error_code,sent_at\n${rows.join('\n')}\n`;
  const data = new DataTransfer();
  data.items.add(new File([text], 'export.csv', { type: 'text/csv' }));
  document.body.dispatchEvent(
    new DragEvent('drop', { bubbles: true, dataTransfer: data }),
  );
}

/** Returns what a screen reader gets of the tables of the pictures, as far as it is a header of a row or a number. */
async function readTree(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));

  const isInPicture = ({ parentId = '' }: { parentId?: string }): boolean => {
    const parent = byId.get(parentId);
    if (!parent) return false;
    return parent.role?.value === 'figure' || isInPicture(parent);
  };

  return nodes
    .filter(
      (node) =>
        /^(?:rowheader|cell|gridcell)$/.test(node.role?.value ?? '') &&
        isInPicture(node),
    )
    .map(({ name }) => name?.value ?? '');
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
      [
        ...document.querySelectorAll(
          '[data-facet="period"] .column-table tbody tr',
        ),
      ].map((row) =>
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

  test('has no heading of a picture on two lines', async () => {
    const lines = await tab.run(() =>
      [...document.querySelectorAll('.picture figcaption b')].map(
        (heading) =>
          heading.getClientRects().length &&
          heading.getBoundingClientRect().height /
            Number.parseFloat(getComputedStyle(heading).lineHeight),
      ),
    );
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines)).toBeLessThan(1.5);
  });
});

describe('pictures in Chromium', () => {
  let page: Page;
  beforeAllInChromium(async ({ context, origin }) => {
    page = await context.newPage();
    await page.goto(`${origin}/catalogue.html`);
  });
  afterAll(() => page?.close());

  test('have every number in the tree of a screen reader, and a key that reaches its row', async () => {
    await expect
      .poll(async () => {
        if (await page.evaluate(() => !document.querySelector('.csv section')))
          await page.evaluate(dropTable);
        return page.locator('.associations h2').count();
      })
      .toBeGreaterThan(0);
    const shown = await page
      .locator('.picture tbody :is(th, td)')
      .allTextContents();
    expect(shown.length).toBeGreaterThan(40);
    expect((await readTree(page)).sort()).toEqual(shown.sort());
    const stops = await page
      .locator('.picture tbody')
      .evaluateAll((bodies) =>
        bodies.map(
          (body) => body.querySelectorAll('button[tabindex="0"]').length,
        ),
      );
    expect(Math.min(...stops)).toBeGreaterThan(0);
  });

  test.each(takeNthByDay(2, ['light', 'dark'] as const))(
    'have no violation that axe finds, in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(axe.source);
      const { violations } =
        await page.evaluate<axe.AxeResults>("axe.run('.csv')");
      expect(
        violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${id}: ${html}`),
        ),
      ).toEqual([]);
    },
  );

  test('fit a window of 320 px', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    const wide = await page.locator('.csv *').evaluateAll((all) =>
      all
        .filter((one) => one.getClientRects().length > 0)
        .filter(
          (one) =>
            one.getBoundingClientRect().right >
            document.documentElement.clientWidth + 1,
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
    expect(wide).toEqual([]);
  });
});

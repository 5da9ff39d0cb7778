import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { takeNthByDay } from '../by-day.ts';
import { runExplain } from '../fixtures/run-explain.ts';
import type { Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  testByNight,
} from './in-browsers.ts';

declare global {
  var saved: { name: string; text: Promise<string> }[];
  var taskCount: number;
}

/** Keeps saved files for the test. Runs in the page's main world. */
function catchDownloads(): void {
  globalThis.saved = [];
  HTMLAnchorElement.prototype.click = function () {
    const text = fetch(this.href).then((response) => response.text());
    globalThis.saved.push({ name: this.download, text });
  };
}

const readSaved = (tab: Tab) =>
  tab.run(() =>
    Promise.all(
      globalThis.saved.map(async ({ name, text }) => ({
        name,
        text: await text,
      })),
    ),
  );

/** Opens a file in the file field, or drops it on the page. Runs in the page's main world. */
function giveFile({
  text,
  drops,
  name = 'export.csv',
}: {
  text: string;
  drops: boolean;
  name?: string;
}): void {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: 'text/csv' }));
  const input = document.querySelector<HTMLInputElement>('.csv input');
  if (drops || !input)
    document.body.dispatchEvent(
      new DragEvent('drop', {
        bubbles: true,
        cancelable: true,
        dataTransfer: data,
      }),
    );
  else {
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Gives a table of this many rows and counts the tasks of the page until it is explained. Runs in the page's main world. */
function giveLongTable(rows: number): void {
  const row = (at: number) =>
    `${at},+5511${900_000_000 + at},"failed, ${at}",${at % 2 ? 131047 : 131026}\n`;
  const text = `id,to,status,error_code\n${Array.from({ length: rows }, (_, at) => row(at)).join('')}`;
  const data = new DataTransfer();
  data.items.add(new File([text], 'long.csv', { type: 'text/csv' }));
  document.body.dispatchEvent(
    new DragEvent('drop', { bubbles: true, dataTransfer: data }),
  );
  globalThis.taskCount = 0;
  const countTask = () => {
    globalThis.taskCount++;
    if (!document.querySelector('.csv [role=status]')) setTimeout(countTask);
  };
  setTimeout(countTask);
}

/** Clicks a button or checkbox by its text. Runs in the page's main world. */
function press(name: string): boolean {
  const found = [
    ...document.querySelectorAll<HTMLElement>('.csv button, .csv label'),
  ].find((one) => one.textContent?.startsWith(name));
  (found?.querySelector('input') ?? found)?.click();
  return found !== undefined;
}

const readText = (tab: Tab) =>
  tab.run(() => document.querySelector('.csv')?.textContent ?? '');

/** Rows whose plan their code alone does not decide: by country, by the end of a wait, by what else the recipient got. */
const PLANNED = `message,to,status,template,error_code,sent_at
m1,+12125550134,failed,offer,131049,2026-01-10 10:00
m2,+5511987650001,failed,offer,131049,2026-01-10 10:00
m3,+5511987650002,failed,order,131056,2026-01-10 10:00
m4,+5511987650002,failed,order,131056,2026-01-10 10:01
m5,+5511987650003,failed,order,131000,2026-01-10 10:00
m6,+5511987650003,delivered,order,,2026-01-10 11:00
m7,+5511987650004,failed,order,132015,2026-01-10 10:00
m8,+5511987650005,failed,order,131026,2026-01-10 10:00
m8,+5511987650005,delivered,order,131026,2026-01-10 10:05
m9,+5511987650006,failed,order,132001,2026-01-10 10:00
`;

/** Returns the number of rows by plan, as a list says it: `Wait 2`. */
const readPlans = (tab: Tab) =>
  tab.run(() => {
    const [now = ''] =
      /^\d+/.exec(document.querySelector('.csv b')?.textContent ?? '') ?? [];
    const others = [...document.querySelectorAll('.csv-groups > li')].map(
      (item) =>
        `${item.firstChild?.textContent} ${item.querySelector('span')?.textContent}`,
    );
    return now === '' ? [] : [`Send again now ${now}`, ...others];
  });

/** Pastes a text into the search field. Firefox ignores the data of a `ClipboardEvent`. Runs in the page's main world. */
function pasteText(text: string): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', {
    value: { getData: () => text },
  });
  document.querySelector('input')?.dispatchEvent(event);
}

describeInBrowsers(BOTH_AT_NIGHT, (_, browser) => {
  testByNight(
    'has the same plans pasted or dropped, in popup, side panel and catalogue, and on the command line',
    async () => {
      const { err } = await runExplain(
        ['--csv', '-'],
        createCatalogue(readCatalogue()),
        PLANNED,
      );
      const printed = err.split('\n').flatMap((line) => {
        const [, count, plan] = /^ +(\d+) {2}([^,]+)/.exec(line) ?? [];
        return count && plan ? `${plan} ${count}` : [];
      });
      expect(printed.length).toBeGreaterThan(5);
      for (const path of ['sidepanel.html', 'catalogue.html', 'popup.html']) {
        const tab = await browser().openExtension(path);
        try {
          await expect
            .poll(async () => {
              if (
                !(await tab.run(
                  () => document.querySelector('.csv section') !== null,
                ))
              )
                await tab.run(giveFile, { text: PLANNED, drops: true });
              return readPlans(tab);
            })
            .toEqual(printed);
        } finally {
          await tab.close();
        }
      }
      const tab = await browser().openExtension('popup.html');
      try {
        await expect
          .poll(async () => {
            if (
              !(await tab.run(
                () => document.querySelector('.paste-head') !== null,
              ))
            )
              await tab.run(pasteText, PLANNED);
            return tab.run(
              () => document.querySelector('[data-code]') !== null,
            );
          })
          .toBe(true);
        // Until the rows are read, nothing claims what can be sent again.
        expect(
          await tab.run(() => document.querySelector('.plans button')),
        ).toBeNull();
        await tab.run(() =>
          document.querySelector<HTMLElement>('.paste-head button')?.click(),
        );
        await expect.poll(() => readPlans(tab)).toEqual(printed);
      } finally {
        await tab.close();
      }
    },
  );

  describe.each(takeNthByDay(2, ['sidepanel.html', 'catalogue.html']))(
    '%s',
    (path) => {
      // One page for all, because opening one takes as long as a test.
      let tab: Tab;
      beforeAll(async () => {
        tab = await browser().openExtension(path);
      });
      afterAll(() => tab?.close());
      const isEmpty = () =>
        expect.poll(() => readText(tab)).toBe('Explain a CSV file');

      test.each(
        takeNthByDay(2, [
          [
            'app.log',
            '2026-11-27 ERROR (#131026) undeliverable\n2026-11-27 ERROR (#131042) payment\n',
          ],
          ['export.csv', '{"errors":[{"code":131026},{"code":131042}]}'],
        ] as const),
      )('decodes %s, which is no table, in a tab', async (name, text) => {
        await isEmpty();
        await tab.run(giveFile, { text, drops: true, name });
        const decoder = await browser().tabAt('popup.html?file=');
        try {
          const readCodes = () =>
            decoder.run(() =>
              [...document.querySelectorAll<HTMLElement>('[data-code]')].map(
                ({ dataset }) => dataset.code,
              ),
            );
          await expect
            .poll(readCodes)
            .toEqual(expect.arrayContaining(['131026', '131042']));
          await decoder.reload();
          await expect.poll(readCodes).toHaveLength(2);
        } finally {
          await decoder.close();
        }
        await isEmpty();
      });

      test('stays responsive while it reads a long table, and can be stopped', async () => {
        await isEmpty();
        await tab.run(giveLongTable, 40_000);
        await expect.poll(() => readText(tab)).toContain('40,000 rows');
        // If the page itself read the table, all of it would take one task. Frames are rare on a busy machine.
        expect(await tab.run(() => globalThis.taskCount)).toBeGreaterThan(4);
        await tab.run(giveLongTable, 200_000);
        await expect.poll(() => tab.run(press, 'Stop')).toBe(true);
        await isEmpty();
      });

      test('asks for the column', async () => {
        await tab.run(giveFile, { text: 'a,b\nx,y\n', drops: true });
        await expect
          .poll(() => readText(tab))
          .toContain('No column with error codes found.');
      });

      test.each(takeNthByDay(2, [true, false]))(
        'explains each row of a table and saves it (dropped: %s)',
        async (drops) => {
          const text = 'n;error_code\r\n"a;b";131000\r\nc;131047\r\nd;\r\n';
          await tab.reload();
          await isEmpty();
          await tab.run(catchDownloads);
          await tab.run(giveFile, { text, drops });
          await expect.poll(() => readText(tab)).toContain('3 rows');
          const getStepWidth = () =>
            document.querySelector('.row-next')?.getBoundingClientRect()
              .width ?? 0;
          expect(await tab.run(getStepWidth)).toBeGreaterThan(100);
          // All rows are written when they are asked for.
          await tab.run(press, 'Save all');
          await expect
            .poll(async () => (await readSaved(tab)).map(({ name }) => name))
            .toEqual(['export-explained.csv']);
          await tab.run(press, 'Save the 1');
          await expect
            .poll(async () => (await readSaved(tab)).map(({ name }) => name))
            .toEqual(['export-explained.csv', 'export-now.csv']);
          const [all, now] = await readSaved(tab);
          const lines = all?.text.split('\r\n') ?? [];
          expect(
            lines.map((line) =>
              line.slice(0, text.split('\r\n')[lines.indexOf(line)]?.length),
            ),
          ).toEqual(text.split('\r\n'));
          expect(lines[2]).toContain(';Re-engagement message;you;after-fix;');
          expect(
            now?.text.split('\r\n').map((line) => line.slice(0, 5)),
          ).toEqual(['n;err', '"a;b"', '']);
        },
      );
    },
  );

  test('nothing leaves the browser, and no page logs an error', async () => {
    expect(browser().outside()).toEqual([]);
    expect(await browser().errors()).toEqual([]);
  });
});

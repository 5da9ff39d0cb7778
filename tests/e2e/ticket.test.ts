import { expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import { findNode, type Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  findStill,
  hoverCode,
  pressInCard,
  testByNight,
} from './in-browsers.ts';

declare global {
  var copied: string[];
}

/** Fills a page with 40 failures of five codes, as a message log shows them: every other time in words. Runs in the page. */
function fillLog(): void {
  const codes = [
    '131042',
    '131042',
    '131026',
    '131047',
    '131042',
    '131049',
    '131056',
    '131026',
  ];
  const writeTime = (at: number) =>
    at % 2
      ? `<time datetime="2026-11-28T10:${10 + at}:00Z">2 hours ago</time>`
      : `28/11/2026, 10:${10 + at}`;
  const createRow = (_: unknown, at: number) =>
    `<tr><td>wamid.HBgNNTUxMTkwMDAw${String(1000 + at)}FQIAERgS</td><td>+55 11 9${10_000_000 + at}</td>
    <td>${writeTime(at)}</td><td>failed</td><td>${codes[at % codes.length]}</td><td>trace${at}</td></tr>`;
  document.body.innerHTML = `<table><tr><th>Message ID</th><th>Recipient</th><th>Sent at</th><th>Status</th>
    <th>Error code</th><th>fbtrace_id</th></tr>${Array.from({ length: 40 }, createRow).join('')}</table>`;
}

function recordCopies(): void {
  globalThis.copied = [];
  navigator.clipboard.writeText = async (text) =>
    void globalThis.copied.push(text);
}

const count = (tab: Tab, selector: string) =>
  tab.run((wanted) => document.querySelectorAll(wanted).length, selector);

/** Checks that a ticket has all 15 messages of 131042, and nothing of a person. */
function expectWholeTicket(text: string): void {
  expect(text).toMatch(/^To: .*Direct Support.*\nSubject: 131042 /);
  const rows = text
    .split('\n')
    .filter((line) =>
      /^(?:28\/11\/2026, 10:\d\d|2026-11-28T10:\d\d:00Z) \| wamid\.\w+ \| \+55 …\d\d \|/.test(
        line,
      ),
    );
  expect(rows).toHaveLength(15);
  expect(text).toMatch(/^2026-11-28T10:11:00Z .* \| trace1$/m);
  expect(text).toMatch(/ \| trace0$/m);
  expect(text).toMatch(
    /^We get 131042 15 times on business\.facebook\.com.*\.$/m,
  );
  expect(text.match(/____/g)?.length ?? 0).toBeLessThanOrEqual(3);
  expect(text).not.toMatch(/\+55 ?11/);
}

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  test.each(
    takeNthByDay(2, [
      ['popup.html', '[data-code="131042"] .row-ticket'],
      ['sidepanel.html', '[data-code="131042"] .row-ticket'],
    ] as const),
  )(
    '40 failures of a page get one ticket for Meta in three clicks with the one on the toolbar: %s',
    async (path, ticket) => {
      const page = await open('messages');
      await page.run(fillLog);
      const shown = await browser().openExtension(path);
      try {
        // The buckets are there at once, and have every failure.
        const readSum = () =>
          shown.run(() =>
            [...document.querySelectorAll('.plans b')].reduce(
              (sum, { textContent }) => sum + Number(textContent),
              0,
            ),
          );
        await expect.poll(readSum).toBe(40);
        await shown.run(recordCopies);
        await expect.poll(() => count(shown, ticket)).toBe(1);
        await shown.click(await findStill(shown, ticket, -1));
        await expect
          .poll(() =>
            shown.run(() => document.querySelector('.er-preview')?.textContent),
          )
          .toContain('trace0');
        await shown.click(
          await findStill(shown, '.er-controls .er-copy:first-child', -1),
        );
        await expect
          .poll(() => shown.run(() => globalThis.copied.length))
          .toBe(1);
        expectWholeTicket(await shown.run(() => globalThis.copied[0] ?? ''));
      } finally {
        await shown.close();
      }
    },
  );

  test('in the card, the ticket has the height of the page, and one line of controls', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await pressInCard(tab, /^pin/i);
    await pressInCard(tab, /^ticket…$/i);
    await expect
      .poll(async () => (await tab.cardTree())?.text ?? '')
      .toMatch(/\+\d+ …\d\d/);
    const { card, height } = await tab.run(() => ({
      card:
        document.querySelector('errata-card')?.getBoundingClientRect().height ??
        0,
      height: innerHeight,
    }));
    expect(card).toBeGreaterThan(560);
    expect(card).toBeLessThan(height);
    const tree = await tab.cardTree();
    const boxes = await Promise.all(
      [/^Copy$/, /^Close/].map(
        async (name) =>
          await findNode(
            tree,
            (node) =>
              node.tag === 'button' &&
              name.test(node.attributes['aria-label'] ?? node.text),
          )?.box(),
      ),
    );
    const [copy, close] = boxes;
    expect(Math.abs((copy?.y ?? 0) - (close?.y ?? 100))).toBeLessThan(5);
  });

  testByNight(
    '12,000 rows become a file that may be sent in two clicks and the file dialog',
    async () => {
      const tab = await browser().openExtension('sidepanel.html');
      try {
        await expect.poll(() => count(tab, '.csv input')).toBe(1);
        await tab.run(() => {
          const row = (at: number) =>
            `${at},+5511${900_000_000 + at},2020-01-02T10:00:00Z,${at % 3 ? 'failed' : 'read'},${at % 2 ? 131049 : 131042}`;
          const text = [
            'id,to,failed_at,status,error_code',
            ...Array.from({ length: 12_000 }, (_, at) => row(at)),
          ];
          const data = new DataTransfer();
          data.items.add(
            new File([text.join('\n')], 'export.csv', { type: 'text/csv' }),
          );
          // The first click opens the file dialog, whose answer this is.
          const input = document.querySelector<HTMLInputElement>(
            '.csv input',
          ) as HTMLInputElement;
          input.files = data.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
          globalThis.copied = [];
          HTMLAnchorElement.prototype.click = async function () {
            const text = await (await fetch(this.href)).text();
            globalThis.copied.push(`${this.download}\n${text}`);
          };
        });
        const save = '.paste-sum .button';
        await expect.poll(() => count(tab, save)).toBe(1);
        await tab.click(await findStill(tab, save, -1));
        await expect
          .poll(() => tab.run(() => globalThis.copied.length))
          .toBe(1);
        const [name, header, ...rows] = (
          await tab.run(() => globalThis.copied[0] ?? '')
        )
          .trim()
          .split('\n');
        expect(name).toBe('export-now.csv');
        expect(header).toMatch(
          /^id,to,failed_at,status,error_code,errata_title/,
        );
        expect(rows).toHaveLength(4_000);
        expect(
          rows.filter(
            (row) => !/^\d+,\+5511\d{9},.*,failed,131049,.*,now$/.test(row),
          ),
        ).toEqual([]);
      } finally {
        await tab.close();
      }
    },
  );
});

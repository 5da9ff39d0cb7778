import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMarkedPage } from '../../../tests/fixtures/marked-page.ts';
import { decideMark } from '../../answer/explain/decide-mark.ts';
import {
  decideRow,
  withRecipientRows,
} from '../../answer/explain/decide-row.ts';
import { explain } from '../../answer/explain/explain.ts';
import { getRowMark } from '../../answer/plan/apply-plan.ts';
import { getBundledCatalogue } from '../../catalogue/bundled-catalogue.ts';
import type { CardRequest } from '../marking/page-api.ts';

const catalogue = getBundledCatalogue();
const clock = { nowMs: Date.now() };
let page: ReturnType<typeof createMarkedPage>;

beforeEach(() => {
  page = createMarkedPage((code, request) =>
    decideMark(code, request, catalogue, clock),
  );
});
afterEach(() => page.destroy());

/** Returns each mark in page order, as `131049 you`. */
async function readMarks(
  html: string,
  timeZone: string | null = null,
): Promise<string[]> {
  await page.show(html, { timeZone });
  return listMarks();
}

function listMarks(): string[] {
  const marks = [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].map((range) => ({
      kind: name.split('-').at(-1),
      range: range as Range,
    })),
  );
  marks.sort((one, other) =>
    one.range.compareBoundaryPoints(Range.START_TO_START, other.range),
  );
  return marks.map(({ kind, range }) => `${range} ${kind}`);
}

/** Returns what the card of each mark of a code says, in page order. */
async function readCards(code: string): Promise<string[]> {
  const [name] = page.api.codes().filter((one) => one.code === code);
  const kinds: string[] = [];
  for (let at = 0; name && at < name.count; at++) {
    await page.api.goTo(name, at);
    const request = page.shown.at(-1) as CardRequest;
    const told = withRecipientRows(
      explain(request, catalogue),
      request.recipientRows,
      catalogue,
    );
    const { entry, planned } = decideRow(told, catalogue, clock);
    kinds.push(`${code} ${entry && getRowMark(entry, planned)}`);
  }
  return kinds;
}

const HOUR_MS = 3_600_000;
const formatAgo = (hours: number) =>
  new Date(clock.nowMs - hours * HOUR_MS).toISOString();

type Row = readonly string[];
const HEADS: Row = ['Sent at', 'To', 'Status', 'Error code'];
const wrapAll = (cells: Row, tag: string) =>
  cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
const createTable = (rows: readonly Row[]) =>
  `<table><thead><tr>${wrapAll(HEADS, 'th')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${wrapAll(row, 'td')}</tr>`)
    .join('')}</tbody></table>`;
const createGrid = (rows: readonly Row[]) =>
  `<div role=grid>${[HEADS, ...rows]
    .map((row, at) => {
      const role = at === 0 ? 'columnheader' : 'gridcell';
      return `<div role=row>${row
        .map((cell) => `<div role=${role}><span>${cell}</span></div>`)
        .join('')}</div>`;
    })
    .join('')}</div>`;

const RECIPIENTS = ['+14155552671', '+447400123456', '+5511987654321'];
/** Each row has a recipient of its own. */
const LIMITED = RECIPIENTS.flatMap((to) =>
  [1, 30].map((hours) => [
    formatAgo(hours),
    `${to.slice(0, -2)}${hours + 10}`,
    'Failed',
    '131049',
  ]),
);

test.each([
  ['a table', createTable],
  ['a grid', createGrid],
])(
  'a mark in %s shows the turn of its row, as its card does',
  async (_, create) => {
    const marks = await readMarks(create(LIMITED));
    expect(marks).toEqual([
      '131049 nobody',
      '131049 nobody',
      '131049 you',
      '131049 you',
      '131049 wait',
      '131049 nobody',
    ]);
    expect(await readCards('131049')).toEqual(marks);
  },
);

test('a mark outside a table reads the block around it, as its card does', async () => {
  const marks = await readMarks(
    '<div><p>Recipient: +44 7400 123456</p><p>Error code: 131049</p></div>',
  );
  expect(marks).toEqual(['131049 you']);
  expect(await readCards('131049')).toEqual(marks);
});

test('a message that arrived is nobody’s turn, whatever its code', async () => {
  const to = '+5511987654321';
  const marks = await readMarks(
    createTable([
      [formatAgo(1), to, 'Delivered', '131026'],
      [formatAgo(1), '+5511987654322', 'Failed', '131026'],
    ]),
  );
  expect(marks).toEqual(['131026 nobody', '131026 recipient']);
  expect(await readCards('131026')).toEqual(marks);
});

test('rows are read only for codes that depend on them', async () => {
  await readMarks(
    createTable([[formatAgo(1), RECIPIENTS[0], 'Failed', '131026']] as Row[]),
  );
  expect(page.asked.some(({ labelled }) => labelled)).toBe(false);
});

test('the row of a code that has been met is sent at once', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => [
    formatAgo(1),
    `+55119${80_000_000 + at}`,
    'Failed',
    '131049',
  ]);
  await readMarks(createTable(rows));
  const own = page.asked.filter(({ text }) => text === '131049');
  const sentAlone = own.filter(({ labelled }) => !labelled);
  const withRow = new Set(own.map(({ labelled }) => labelled?.text));
  withRow.delete(undefined);
  expect(withRow.size).toBe(rows.length);
  // Alone are only those that were sent before the first answer.
  expect(sentAlone.length).toBeLessThan(rows.length);
});

test('a mark follows a change of its row', async () => {
  await readMarks(createTable(LIMITED.slice(2, 3)));
  expect(listMarks()).toEqual(['131049 you']);
  const cell = document.querySelectorAll('td')[1]?.firstChild as Text;
  cell.data = '+5511987654321';
  await expect.poll(listMarks).toEqual(['131049 wait']);
});

test('the zone of the site decides a time that names none', async () => {
  const sent = formatAgo(26).slice(0, 16).replace('T', ' ');
  const table = createTable([[sent, '+5511987654321', 'Failed', '131049']]);
  expect(await readMarks(table)).toEqual(['131049 wait']);
  expect(await readMarks(table, 'UTC')).toEqual(['131049 nobody']);
  expect(await readCards('131049')).toEqual(['131049 nobody']);
});

test('a card gets the other failures of its recipient, however the number is written', async () => {
  const sent = formatAgo(1);
  await readMarks(
    createTable([
      [sent, '+55 11 98765-4321', 'Failed', '131000'],
      [sent, '+447400123456', 'Failed', '131026'],
      [sent, '5511987654321', 'Failed', '131050'],
      [sent, '+14155552671', 'Failed', '131000'],
    ]),
  );
  await page.api.goTo({ code: '131050', key: 'meta/cloud/131050' }, 0);
  expect(page.shown.at(-1)?.recipientRows).toMatchObject([
    { code: '131000', isBefore: true, text: expect.stringContaining('98765') },
  ]);
  await page.api.goTo({ code: '131026', key: 'meta/cloud/131026' }, 0);
  expect(page.shown.at(-1)).not.toHaveProperty('recipientRows');
});

test('a mark counts the other failures of its recipient, as its card does', async () => {
  const long = formatAgo(30);
  const rows = [
    [long, '+55 11 98765-4321', '131049'],
    [long, '+55 21 98765-0000', '131049'],
    [long, '+62 812 1000 0001', '131049'],
    [long, '5511987654321', '131050'],
    [formatAgo(1), '+55 21 98765 0000', '131049'],
  ].map(([sent = '', to = '', code = '']) => [sent, to, 'Failed', code]);

  const marks = await readMarks(createTable(rows));

  // Who opted out gets nothing, and the last of two failures of a recipient decides when the next goes out.
  expect(marks).toEqual([
    '131049 you',
    '131049 wait',
    '131049 nobody',
    '131050 recipient',
    '131049 wait',
  ]);
  expect(await readCards('131049')).toEqual(
    marks.filter((mark) => mark.startsWith('131049')),
  );
  expect(page.asked.filter(({ recipientRows }) => recipientRows).length).toBe(
    3,
  );
});

test('a mark follows a change in another row of its recipient', async () => {
  const sent = formatAgo(30);
  const alone = ['131049 nobody', '131050 recipient'];
  await readMarks(
    createTable([
      [sent, '+5511987654321', 'Failed', '131049'],
      [sent, '+5511987654322', 'Failed', '131050'],
    ]),
  );
  expect(listMarks()).toEqual(alone);

  const cell = document.querySelectorAll('td')[5]?.firstChild as Text;
  cell.data = '+5511987654321';
  await expect.poll(listMarks).toEqual(['131049 you', '131050 recipient']);

  cell.data = '+5511987654323';
  await expect.poll(listMarks).toEqual(alone);
});

test('a number that stands in all rows of a long table is no recipient', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => [
    formatAgo(1),
    `+55119${80_000_000 + at}`,
    '+4915123456789',
    '131000',
  ]);
  await readMarks(createTable(rows));

  expect(page.asked.some(({ recipientRows }) => recipientRows)).toBe(false);
});

test('the rows of a long table are not asked about again for the number of their sender', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [
    formatAgo(1),
    `from +4915123456789</td><td>+55119${80_000_000 + at}`,
    'Failed',
    '131049',
  ]);
  await readMarks(createTable(rows).replace('<th>To', '<th>From</th><th>To'));

  const withRow = page.asked.filter(({ labelled }) => labelled);
  expect(withRow.length).toBeGreaterThanOrEqual(rows.length);
  expect(withRow.length).toBeLessThan(1.5 * rows.length);
});

test.each([
  '<p>Customer: my code is 131026, can you check order 131047?</p>',
  '<div class="message incoming"><p>I got error 131026 for order 131047</p></div>',
  '<blockquote type=cite>The message failed: error 131026</blockquote>',
  '<div><p style="text-align: right">Hello! 10:31 ✓</p><p>Which error 131026 is it? 10:32</p><p style="text-align: right">One moment. 10:33 ✓</p></div>',
])('what a customer says has no mark: %s', async (html) => {
  const failed = '<p>Error 131026: message undeliverable</p>';
  expect(await readMarks(`${html}${failed}`)).toEqual(['131026 recipient']);
});

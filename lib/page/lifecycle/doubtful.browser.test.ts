import patterns from 'virtual:coarse-patterns';
import { text as codes } from 'virtual:codes';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DetectRequest } from '../../detect/detect-request.ts';
import { createCoarseFilter } from '../../detect/prefilter/coarse-filter.ts';
import { createDetectService } from '../../extension/engine/detect-service.ts';
import {
  decodeResults,
  encodeRequests,
} from '../../extension/engine/detect-wire.ts';
import { createEngine } from '../../extension/engine/engine.ts';
import { createDoubtJudge } from '../text/doubt-judge.ts';
import { bootstrapContent } from './content-bootstrap.ts';

const HOST = 'business.facebook.com';
const service = createDetectService(createEngine(codes));
const loadAnnotator = vi.fn(async () => false as const);
const asked: DetectRequest[] = [];
let frame: ReturnType<typeof bootstrapContent> | undefined;

const hasCode = async (requests: readonly DetectRequest[]) => {
  asked.push(...requests);
  const onConsole = requests.map((request) => ({
    ...request,
    context: { ...request.context, host: HOST },
  }));
  return decodeResults(
    service.detectAll(encodeRequests(onConsole), () => true),
  ).some((found) => found.length > 0);
};

/** Reads a page. Returns true if it needs the annotator. */
async function needsAnnotator(html: string, judge = hasCode) {
  document.body.innerHTML = html;
  frame = bootstrapContent({
    filter: createCoarseFilter(patterns, HOST),
    getShadowRoot: () => null,
    loadAnnotator,
    async loadJudge() {
      globalThis.errataJudge ??= createDoubtJudge(judge);
    },
    onRestored: () => undefined,
  });
  await waitUntilRead();
  return loadAnnotator.mock.calls.length > 0;
}

/** Longer than the throttle delay of changes. */
async function waitUntilRead() {
  await new Promise((done) => setTimeout(done, 150));
  await expect.poll(() => frame?.api.isReading()).toBe(false);
}

beforeEach(() => {
  asked.length = 0;
  loadAnnotator.mockClear();
});

afterEach(() => {
  frame?.destroy();
  globalThis.errataJudge = undefined;
  document.body.replaceChildren();
});

test.each([
  ['a dashboard', ['470 conversations', '12 people are online', 'Closed 500']],
  ['invoices', ['Invoice 2026-100', 'VAT 19 %', 'Due in 30 days, 1,006.00']],
  ['contacts', ['1,248 contacts in 6 lists', 'Page 3 of 52', '50 per page']],
  ['campaigns', ['Sent to 13,100 customers', 'Clicked by 803', 'Budget $200']],
  ['a log', ['12:04:10 delivered in 470 ms', '102 messages, 4 pages']],
  ['rooms', ['Week 48', 'Room 470, floor 4', 'Seats 12 of 20']],
  ['stock', ['Shoes 42, 100 pieces', 'Shelf 131, box 26']],
])('numbers of everyday life need no annotator: %s', async (head, lines) => {
  const texts = lines.map((line) => `<p>${line}</p>`).join('');
  expect(await needsAnnotator(`<h1>${head}</h1>${texts}`)).toBe(false);
  expect(asked.length).toBeGreaterThan(0);
});

const TABLE = (cell: string) =>
  `<table><thead><tr><th>Name</th><th>Status</th><th>Error code</th></tr></thead><tbody><tr><td>Ana</td><td>Failed</td><td>${cell}</td></tr><tr><td>Bea</td><td>Read</td><td></td></tr></tbody></table>`;

test.each([
  ['in a table', TABLE('470')],
  ['in a link of a cell', TABLE('<a href="#x"><span>470</span></a>')],
  [
    'in a table without header markup',
    TABLE('470').replaceAll('th>', 'td>').replaceAll('thead', 'tbody'),
  ],
  [
    'in a grid',
    '<div role=grid><div role=row><b role=columnheader>Name</b><b role=columnheader>Error code</b></div><div role=rowgroup><div role=row><i role=gridcell>Ana</i><i role=gridcell>470</i></div></div></div>',
  ],
  [
    'in a grid of plain elements',
    '<main><div class=head><p>Name</p><p>Status</p><p>Error code</p></div><div class=row><p>Ana</p><p>Failed</p><p>470</p></div><div class=row><p>Bea</p><p>Read</p><p>-</p></div></main>',
  ],
  [
    'below a header of another block',
    '<main><div><div class=head><p>Name</p><p>Status</p><p>Error code</p></div></div><div><div class=row><p>Ana</p><p>Failed</p><p>470</p></div><div class=row><p>Bea</p><p>Read</p><p>-</p></div></div></main>',
  ],
  ['in a list of names', '<dl><dt>Error code</dt><dd>470</dd></dl>'],
  ['below its label', '<section><p>Error code</p><p>470</p></section>'],
  ['beside its label', '<p><span>Error code</span> <span>470</span></p>'],
  ['below its heading', '<h2>Error code</h2><div><p>470</p></div>'],
  ['in words', '<p>Delivery failed with error code 470.</p>'],
  ['in another language', '<p><b>Código de erro</b><span>470</span></p>'],
  ['as data', '<pre>{"error": {"code": 470}}</pre>'],
  [
    'on its card',
    '<table><tr><td data-label="Error code">470</td></tr></table>',
  ],
])('a short code under its heading needs it: %s', async (_, html) => {
  expect(await needsAnnotator(html)).toBe(true);
});

test.each([
  ['a header', TABLE('470').replace('Error code', 'Column'), 'th:last-child'],
  ['a label', '<p><span>Note</span> <span>470</span></p>', 'span'],
])('a short code whose name comes later needs it: %s', async (_, html, at) => {
  expect(await needsAnnotator(html)).toBe(false);

  const name = document.querySelector(at) as Element;

  (name.firstChild as Text).data = 'Error code';
  await expect.poll(() => loadAnnotator.mock.calls.length).toBe(1);
});

test('a number that was removed is not asked about again', async () => {
  await needsAnnotator('<p>Open 36</p><p id=other>Closed</p>');
  document.querySelector('p')?.remove();
  asked.length = 0;
  document.querySelector('#other')?.append(' and gone');
  await waitUntilRead();
  expect(asked).toEqual([]);
});

test('a number of another column needs none', async () => {
  const html = TABLE('').replace('Failed', '470');
  expect(await needsAnnotator(html)).toBe(false);
});

test('asks once for the same text at the same place', async () => {
  await needsAnnotator('<p>Open 36</p>');
  const { length } = asked;
  expect(length).toBeGreaterThan(0);
  document.body.innerHTML = '<p>Open 36</p>';
  await waitUntilRead();
  expect(asked.length).toBe(length);
});

test('many of them, and what cannot be judged, are left to the annotator', async () => {
  const many = Array.from({ length: 80 }, (_, at) => `<p>Closed ${at} 500</p>`);
  expect(await needsAnnotator(many.join(''))).toBe(true);
});

test('without an answer the annotator is loaded', async () => {
  const fail = async () => Promise.reject(new Error('stopped'));
  expect(await needsAnnotator('<p>Open 36</p>', fail)).toBe(true);
});

import { expect, onTestFinished, test, vi } from 'vitest';
import { createCodeNode } from '../../lib/answer/format/page-tree.ts';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { planPage } from './page-plan.ts';

const catalogue = getBundledCatalogue();
const NOW_MS = Date.parse('2026-12-01T12:00:00Z');

/** Plans rows of a page: the code, then its cells. The last code has one row more that cannot be read. */
function planRows(
  ...rows: readonly (readonly [code: string, ...cells: string[]])[]
) {
  const byCode = Map.groupBy(rows, ([code]) => code);
  const nodes = [...byCode].map(([code, { length: count }]) =>
    createCodeNode({ code, key: `meta/cloud/${code}`, count }, catalogue, {}),
  );
  const texts = nodes.map(
    ({ id, name }) =>
      [
        id,
        byCode.get(name.code)?.map(([, ...cells]) => cells.join('\n')) ?? [],
      ] as const,
  );
  const { groups, counts } = planPage(nodes, new Map(texts), catalogue, {
    nowMs: NOW_MS,
  });
  const said = groups.map(({ heading, codes }) => [
    heading,
    ...codes.map(
      ({ name, count, shown }) => `${count} × ${name.code} at ${shown}`,
    ),
  ]);
  const steps = groups.flatMap(({ codes }) =>
    codes.map(({ entry }) => entry?.next),
  );
  return {
    said,
    counts,
    steps,
    ids: groups.flatMap(({ codes }) => codes.map(({ id }) => id)),
  };
}

test('a marketing message to the United States is never sent again', () => {
  const sent = 'Sent at: 2026-11-20T10:00:00Z';
  const { said, steps } = planRows(
    ['131049', sent, 'To: +1 415 555 2671'],
    ['131049', sent, 'To: +55 11 91234 5678'],
    ['131049', sent, 'To: +1 212 555 0142'],
  );
  expect(steps).toEqual([
    'Send again now',
    'Use SMS, email or a call for United States numbers.',
  ]);
  expect(said).toEqual([
    ['Send again now', '1 × 131049 at 1'],
    ['Never send again', '2 × 131049 at 0,2'],
  ]);
});

test('a line of several countries has the advice that holds in all of them', () => {
  const { said, steps } = planRows(
    ['131049', 'To: +55 11 91234 5678'],
    ['131049', 'To: +91 98100 00001'],
    ['131049', 'To: +62 812 1000 0001'],
  );

  expect(said).toEqual([['Wait', '3 × 131049 at 0,1,2']]);
  expect(steps).toEqual([
    'Wait a day before the next marketing template to this recipient.',
  ]);
});

test('one recipient twice is one recipient, and gets one message', () => {
  const { said, counts, ids } = planRows(
    ['131000', 'To: +55 11 91234 5678', 'Template: offer'],
    ['131000', 'To: +55 11 98765 4321', 'Template: offer'],
    ['131000', 'To: 5511912345678', 'Template: offer'],
  );
  expect(said).toEqual([
    ['Send again now', '1 × 131000 at 1'],
    ['Check by hand', '2 × 131000 at 0,2'],
  ]);
  expect(counts.check).toEqual({ rows: 2, people: 1 });
  // One of them has the id that the code had before its rows were read, so that it stays open.
  expect(ids).toContain('131000 meta/cloud/131000');
  expect(new Set(ids).size).toBe(2);
});

test('a window that a later message of the customer opened lets the message out', () => {
  const { said } = planRows(
    [
      '131047',
      'Sent at: 2026-12-01T06:00:00Z',
      'Last customer message: 2026-12-01T10:00:00Z',
      'To: +55 11 91234 5678',
    ],
    [
      '131047',
      'Sent at: 2026-12-01T06:00:00Z',
      'Last customer message: 2026-11-28T10:00:00Z',
      'To: +55 11 98765 4321',
    ],
  );
  expect(said).toEqual([
    ['Send again now', '1 × 131047 at 0'],
    [expect.any(String), '1 × 131047 at 1'],
  ]);
});

test('a message that was delivered failed after delivery, and is not sent again', () => {
  const { said } = planRows(
    ['131000', 'Status: Delivered', 'To: +55 11 91234 5678'],
    ['131000', 'Status: Failed', 'To: +55 11 98765 4321'],
  );
  expect(said).toEqual([
    ['Send again now', '1 × 131000 at 1'],
    ['Failed after delivery', '1 × 131000 at 0'],
  ]);
});

test('a row that says nothing is planned by its code alone', () => {
  const { said, counts } = planRows(
    ['131026', ''],
    ['131026', 'Status: Failed'],
    ['131049', 'Campaign: spring'],
  );
  expect(said.flat()).toEqual(
    expect.arrayContaining(['2 × 131026 at 0,1', 'Wait', '1 × 131049 at 0']),
  );
  expect(counts.wait.rows).toBe(0);
});

test('rows of which each has headers of its own take little memory', () => {
  let numbers = 0;
  class Counted extends Float64Array {
    // A part of another array has its memory.
    constructor(length: number | ArrayBuffer, ...part: number[]) {
      super(length as ArrayBuffer, ...part);
      if (typeof length === 'number') numbers += length;
    }
  }
  vi.stubGlobal('Float64Array', Counted);
  onTestFinished(() => void vi.unstubAllGlobals());
  const rows = Array.from(
    { length: 500 },
    (_, at) => ['131026', `worker ${at}: failed`] as const,
  );
  expect(planRows(...rows).said.flat()).toContain(
    `500 × 131026 at ${[...rows.keys()]}`,
  );
  expect(numbers).toBeLessThan(10_000);
});

test('lists only the rows of a filter, with their places', () => {
  const node = createCodeNode(
    { code: '131026', key: 'meta/cloud/131026', count: 4 },
    catalogue,
    {},
  );
  const texts = new Map([
    [
      node.id,
      [
        'Template: order\nTo: +55 11 91234 5678',
        'Template: promo\nTo: +55 11 91234 5679',
        'Template: promo\nTo: +55 11 91234 5670',
      ],
    ],
  ]);
  const { groups, breakdown } = planPage([node], texts, catalogue, {
    nowMs: NOW_MS,
    filter: { facet: 'template', value: 'promo' },
  });
  expect(
    groups.flatMap(({ codes }) =>
      codes.map(({ count, shown }) => [count, shown]),
    ),
  ).toEqual([[2, [1, 2]]]);
  expect(
    breakdown.facets.find(({ facet }) => facet === 'template')?.values,
  ).toMatchObject([
    { value: 'promo', failed: 2 },
    { value: 'order', failed: 1 },
  ]);
});

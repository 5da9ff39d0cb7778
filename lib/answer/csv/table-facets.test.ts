import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import type { Plan } from '../../../data/schema.ts';
import { createRandom } from '../../../scripts/learn/random.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import type { FacetFilter } from '../breakdown/count-facets.ts';
import { createCsvExplainer } from './explain-csv.ts';

const catalogue = createCatalogue(readCatalogue());
const encode = (text: string) => new TextEncoder().encode(text);

function readTable(text: string) {
  const explainer = createCsvExplainer(catalogue, catalogue, {
    nowMs: Date.UTC(2026, 10, 30),
  });
  explainer.read(encode(text), true);
  return explainer;
}

const HEADER = 'to,template,category,from,status,error_code,sent_at\n';
const ROWS = [
  '+5511912345678,promo,MARKETING,+551140000000,failed,131049,2026-11-28 10:05',
  '+5511912345679,promo,MARKETING,+551140000000,failed,131026,2026-11-28 10:55',
  '+919812345678,order,UTILITY,+551150000000,delivered,,2026-11-28 12:00',
  '+12125550134,order,UTILITY,+551150000000,failed,131000,2026-11-28 13:00',
  'not a number,order,UTILITY,+551150000000,failed,131000,soon',
];
const TABLE = `${HEADER}${ROWS.join('\n')}\n`;

const countFailures = (text: string) =>
  Object.fromEntries(
    readTable(text)
      .summary()
      .breakdown.facets.map(({ facet, values }) => [
        facet,
        Object.fromEntries(values.map(({ value, failed }) => [value, failed])),
      ]),
  );

test('counts failures by all that a row says', () =>
  expect(countFailures(TABLE)).toEqual({
    period: {
      '2026-11-28T10': 2,
      '2026-11-28T13': 1,
      '2026-11-28T12': 0,
      '': 1,
    },
    template: { promo: 2, order: 2 },
    country: { BR: 2, US: 1, '': 1, IN: 0 },
    code: { '131000': 2, '131049': 1, '131026': 1, '': 0 },
    sender: { '+551140000000': 2, '+551150000000': 2 },
    category: { MARKETING: 2, UTILITY: 2 },
  }));

describe('the time of a row', () => {
  const read = (...times: string[]) =>
    Object.keys(
      countFailures(
        `sent_at,error_code\n${times.map((time) => `${time},131000\n`).join('')}`,
      ).period ?? {},
    ).filter(Boolean);

  test.each([
    [
      'as it is written, with a zone',
      '2026-11-28T23:30:00-05:00',
      '2026-11-28T23',
    ],
    ['of a date, by its day', '2026-11-28', '2026-11-28'],
    ['of a date with the day first', '28.11.2026', '2026-11-28'],
    ['of Unix seconds, in UTC', '1795860000', '2026-11-28T10'],
  ])('is %s', (_, time, period) => expect(read(time)).toEqual([period]));

  test('is a day in a table of weeks, and a month in one of years', () => {
    expect(read('2026-11-01 10:00', '2026-11-20 10:00')).toEqual([
      '2026-11-01',
      '2026-11-20',
    ]);
    expect(read('2025-01-01 10:00', '2026-11-20 10:00')).toEqual([
      '2025-01',
      '2026-11',
    ]);
  });
});

test('a column with another value in each row is no facet', () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, at) => `sender-${at},131000\n`,
  );
  expect(countFailures(`from,error_code\n${rows.join('')}`)).not.toHaveProperty(
    'sender',
  );
});

describe('a filter', () => {
  const filter: FacetFilter = { facet: 'template', value: 'order' };

  test('keeps its rows in the plans and in what is written', () => {
    const explainer = readTable(TABLE);
    explainer.createWriter()(encode(TABLE), true);
    const { rows, plans } = explainer.summary(filter);
    expect([rows, plans.notFailed, plans.counts.now.rows]).toEqual([3, 1, 2]);
    const write = (plans: readonly Plan[] | null) =>
      explainer.createWriter({ filter, plans })(encode(TABLE), true);
    const listLines = (bytes: Uint8Array) =>
      new TextDecoder()
        .decode(bytes)
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',').slice(0, 7).join(','));
    expect(listLines(write(null))).toEqual(ROWS.slice(2));
    expect(listLines(write(['now']))).toEqual(ROWS.slice(3));
  });

  test('by each value of a facet has all rows, once', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ROWS), { minLength: 1, maxLength: 30 }),
        (lines) => {
          const explainer = readTable(`${HEADER}${lines.join('\n')}\n`);
          const { breakdown, plans } = explainer.summary();
          for (const { facet, values } of breakdown.facets) {
            const parts = values.map(({ value }) =>
              explainer.summary({ facet, value }),
            );
            const sum = (count: (part: (typeof parts)[number]) => number) =>
              parts.reduce((total, part) => total + count(part), 0);
            expect(sum(({ rows }) => rows)).toBe(lines.length);
            expect(sum((part) => part.plans.notFailed)).toBe(plans.notFailed);
            expect(parts.map((part) => part.rows)).toEqual(
              values.map(({ messages }) => messages),
            );
          }
        },
      ),
      { numRuns: 20 },
    ));
});

test('counts what is read so far by the codes alone', () => {
  const explainer = createCsvExplainer(catalogue, catalogue, { nowMs: 0 });
  expect(explainer.countFirst()).toBeNull();
  const lines = Array.from(
    { length: 12_000 },
    (_, at) => `+55119${10_000_000 + at},promo,failed,131000\n`,
  );
  const text = encode(`to,template,status,error_code\n${lines.join('')}`);
  explainer.read(text.subarray(0, text.length - 10_000), false);
  const first = explainer.countFirst();
  expect(first?.messages).toBeGreaterThan(10_000);
  expect(first?.messages).toBeLessThan(12_000);
  expect(first?.failed).toBe(first?.messages);
});

test('finds the template of which a table has too many failures', () => {
  const random = createRandom(3);
  const lines = Array.from({ length: 5_000 }, (_, at) => {
    const isPlanted = at % 25 === 0;
    const failed = random() < (isPlanted ? 0.25 : 0.1);
    const template = isPlanted ? 'planted' : `t${Math.floor(random() * 8)}`;
    return `+55119${10_000_000 + at},${template},${failed ? 'failed,131000' : 'delivered,'}\n`;
  });
  expect(
    readTable(`to,template,status,error_code\n${lines.join('')}`).summary()
      .associations,
  ).toMatchObject([{ facet: 'template', value: 'planted', messages: 200 }]);
});

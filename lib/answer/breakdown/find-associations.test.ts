import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/learn/random.ts';
import {
  type Counted,
  type FacetValue,
  findAssociations,
  type Group,
} from './find-associations.ts';

type Message = Readonly<Record<string, string>>;
type Table = readonly { values: Message; failed: boolean }[];

function countTable(table: Table, left: readonly FacetValue[] = []): Counted {
  const kept = table.filter(
    ({ values }) => !left.some(({ facet, value }) => values[facet] === value),
  );
  const groups = new Map<string, Group>();
  for (const { values, failed } of kept)
    for (const [facet, value] of Object.entries(values)) {
      const key = `${facet} ${value}`;
      const group = groups.get(key) ?? { facet, value, messages: 0, failed: 0 };
      group.messages++;
      if (failed) group.failed++;
      groups.set(key, group);
    }
  return {
    groups: [...groups.values()],
    total: {
      messages: kept.length,
      failed: kept.filter(({ failed }) => failed).length,
    },
  };
}

const explainTable = (table: Table) =>
  findAssociations(countTable(table), (left) => countTable(table, left));

/** How many values a facet of a campaign has. */
const SIZES = { template: 12, country: 25, hour: 24, sender: 4, category: 3 };
const ROWS = 5_000;
const BASE_RATE = 0.1;

/** Small values are common and large ones rare, as countries are. */
function createMessages(random: () => number): Message[] {
  return Array.from({ length: ROWS }, () =>
    Object.fromEntries(
      Object.entries(SIZES).map(([facet, size]) => [
        facet,
        `${facet} ${Math.floor(size * random() ** 2)}`,
      ]),
    ),
  );
}

const isOfFacet = (facet: string) => (one: FacetValue) => one.facet === facet;

test('finds a group of 200 in 5,000 that fails 2.5 times as often', () => {
  const facets = Object.keys(SIZES);
  const found = Array.from({ length: 20 }, (_, seed) => {
    const random = createRandom(seed + 1);
    const facet = facets[seed % facets.length] ?? '';
    const table = createMessages(random).map((values, at) => {
      const isPlanted = at < 200;
      const rate = isPlanted ? 2.5 * BASE_RATE : BASE_RATE;
      return {
        values: isPlanted ? { ...values, [facet]: 'planted' } : values,
        failed: random() < rate,
      };
    });
    return explainTable(table)[0]?.value === 'planted';
  });
  expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(19);
});

test('claims nothing where the failures are shuffled', () => {
  const random = createRandom(7);
  const claims = Array.from({ length: 100 }, () =>
    explainTable(
      createMessages(random).map((values) => ({
        values,
        failed: random() < BASE_RATE,
      })),
    ),
  );
  expect(claims.flat().length).toBeLessThanOrEqual(2);
});

describe('groups with the same messages', () => {
  const create = (values: Message, count: number, rate: number): Table =>
    Array.from({ length: count }, (_, at) => ({
      values,
      failed: at < count * rate,
    }));

  const promo = { template: 'promo', category: 'marketing' };
  const order = { template: 'order', category: 'utility' };

  test('are one finding, and its strongest', () => {
    const table = [
      ...create(promo, 400, 0.5),
      ...create({ template: 'news', category: 'marketing' }, 600, 0.05),
      ...create(order, 2_000, 0.05),
    ];
    expect(explainTable(table)).toMatchObject([
      {
        facet: 'template',
        value: 'promo',
        messages: 400,
        failed: 200,
        overlapping: [{ facet: 'category', value: 'marketing' }],
      },
    ]);
  });

  test('are two findings if each fails without the other', () => {
    const table = [
      ...create({ ...promo, country: 'BR' }, 400, 0.4),
      ...create({ ...order, country: 'IN' }, 400, 0.4),
      ...create({ ...order, country: 'BR' }, 3_000, 0.05),
    ];
    expect(
      explainTable(table)
        .filter(isOfFacet('country'))
        .concat(explainTable(table).filter(isOfFacet('template'))),
    ).toMatchObject([
      { facet: 'country', value: 'IN' },
      { facet: 'template', value: 'promo' },
    ]);
  });
});

test('does not tell a difference that is certain and small', () => {
  const create = (template: string, rate: number): Table =>
    Array.from({ length: 40_000 }, (_, at) => ({
      values: { template },
      failed: at < 40_000 * rate,
    }));
  expect(explainTable([...create('a', 0.11), ...create('b', 0.1)])).toEqual([]);
});

test('never claims a group with fewer failures than the others, whatever the table', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          values: fc.record({
            template: fc.constantFrom('a', 'b', 'c'),
            country: fc.constantFrom('BR', 'IN'),
          }),
          failed: fc.boolean(),
        }),
        { maxLength: 200 },
      ),
      (table) => {
        for (const { ratio, failed, messages } of explainTable(table)) {
          expect(ratio).toBeGreaterThan(1);
          expect(failed).toBeLessThanOrEqual(messages);
        }
      },
    ),
  ));

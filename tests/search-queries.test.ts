import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCatalogue } from '../build/read-catalogue.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { createSearch } from '../lib/catalogue/search/search.ts';
import { takeNthByDay } from './by-day.ts';

interface AskedQuery {
  query: string;
  first: readonly string[];
  seen: string;
  set: string;
}

const queries = parse(
  readFileSync(join(import.meta.dirname, 'search-queries.yaml'), 'utf8'),
) as AskedQuery[];
const catalogue = createCatalogue(readCatalogue());
const search = createSearch(catalogue);

/** Returns queries whose first result is not one of the expected entries. */
const findMissed = (asked: readonly AskedQuery[]) =>
  asked.filter(({ query, first }) => {
    const [best] = search.find(query);
    return (
      !best || best.kind === 'neighbour' || !first.includes(best.entry.key)
    );
  });

describe('what people ask in their own words', () => {
  it('is a set of at least 150, each with a source and answers that exist', () => {
    expect(queries.length).toBeGreaterThanOrEqual(150);
    expect(new Set(queries.map(({ query }) => query)).size).toBe(
      queries.length,
    );
    expect(queries.filter(({ seen }) => !seen)).toEqual([]);
    expect(
      queries.flatMap(({ first }) =>
        first.filter((key) => !catalogue.byKey.has(key)),
      ),
    ).toEqual([]);
  });

  it('has the right first result in at least 94.5 of 100 cases', () => {
    const wrong = findMissed(queries);
    for (const { query, first } of wrong) {
      const shown = search.find(query).slice(0, 3);
      console.info(
        `${query}: ${shown.map(({ entry }) => entry.key).join(', ')} instead of ${first.join(' or ')}`,
      );
    }
    for (const [set, own] of Map.groupBy(queries, (one) => one.set))
      console.info(
        `first result right, ${set}: ${own.filter((one) => !wrong.includes(one)).length} of ${own.length}`,
      );
    expect(1 - wrong.length / queries.length).toBeGreaterThanOrEqual(0.945);
  });

  it('has results while it is being typed, and never an error', () => {
    const costs: number[] = [];
    for (const { query } of takeNthByDay(96, queries))
      for (let length = 1; length <= query.length; length++) {
        const started = performance.now();
        search.find(query.slice(0, length));
        costs.push(performance.now() - started);
      }
    costs.sort((a, b) => a - b);
    const [half, most] = [0.5, 0.99].map((share) =>
      costs[Math.floor(costs.length * share)]?.toFixed(2),
    );
    console.info(
      `${costs.length} keystrokes, ms: ${half} in the median, ${most} at the 99th percentile`,
    );
  });
});

describe('what a support desk asks', () => {
  const first = (query: string, many: number) =>
    search
      .find(query)
      .slice(0, many)
      .map(({ entry }) => entry.key);

  it('finds a code as it is written, and an everyday word by what it means', () => {
    expect(first('UNAUTHORIZED', 1)).toEqual(['ycloud/api/UNAUTHORIZED']);
    expect(first('unauthorized', 1)).toEqual(['vonage/api/unauthorized']);
    expect(first('rejected', 1)).not.toEqual([
      'meta/management/rejected~business-verification',
    ]);
  });

  it.each(['messaging limit', 'tier limit', 'daily limit'])(
    'finds the limit by %s',
    (query) => {
      expect(first(query, 4)).toEqual(
        expect.arrayContaining([
          'meta/management/RESTRICTED',
          'twilio/api/63018',
        ]),
      );
    },
  );

  it.each([
    ['number already registered', 'meta/management/2388012'],
    ['whatsapp_business_messaging', 'meta/cloud/10'],
    ['system user permission', 'meta/cloud/10'],
    ['document not sent', 'meta/cloud/131053'],
    ['pdf not sent', 'meta/cloud/131053'],
    ['twilio number not on whatsapp', 'twilio/api/63024'],
    ['twilio too many requests', 'twilio/api/20429'],
    ['webhook not verified', 'meta/graph/2200'],
    [
      'customer says they never got our order confirmation',
      'meta/guides/sent-not-delivered',
    ],
    ['tempalte not found pt_BR', 'meta/cloud/132001'],
    ['pdf over 100mb', 'meta/cloud/131053'],
    ['customer sent a video, not open', 'meta/cloud/131052'],
    ['update billing in business manager', 'meta/cloud/131042'],
    ['muted promos', 'meta/cloud/131050'],
    ['heic picture', 'meta/cloud/131053'],
    ['oauth broken after update', 'meta/cloud/190'],
    ['my access key stopped working this morning', 'meta/cloud/190'],
    [
      'marketing message not shown to user because of meta engagement rules',
      'meta/cloud/131049',
    ],
    ['template has two placeholders but I filled three', 'meta/cloud/132000'],
    ['forgot two factor code, tried too many times', 'meta/cloud/133008'],
    [
      'user belongs to an experiment and did not get marketing',
      'meta/cloud/130472',
    ],
    ['service unavailable while upgrading the account', 'meta/cloud/131057'],
    ['call was refused by customer', 'meta/calling/486'],
    [
      'header in template has emojis, newline not allowed',
      'meta/management/2388047',
    ],
    ['footer too long in template', 'meta/management/2388040'],
    ['rate limit for calls of the business account', 'meta/cloud/80007'],
    ['message got stuck in sent status', 'meta/guides/sent-not-delivered'],
    ['संदेश वितरित नहीं हुआ', 'meta/cloud/131026'],
    ['टेम्पलेट अस्वीकृत', 'meta/management/REJECTED~template'],
    ['消息无法送达', 'meta/cloud/131026'],
    ['模板不存在', 'meta/cloud/132001'],
    ['访问令牌已过期', 'meta/cloud/190'],
    ['テンプレートが存在しません', 'meta/cloud/132001'],
    ['アクセストークンの有効期限が切れました', 'meta/cloud/190'],
  ])('finds by %s', (query, key) => expect(first(query, 1)).toEqual([key]));
});

describe('the order of the kinds', () => {
  const findKinds = (query: string) =>
    search.find(query).map(({ kind, entry }) => [kind, entry.code] as const);

  it.each(['131047', '63016', '190', '4'])(
    '%s: the number itself first, then longer ones, then texts',
    (code) => {
      const found = findKinds(code);
      expect(found[0]).toEqual(['exact', code]);
      const order = ['exact', 'prefix', 'text', 'neighbour'];
      const places = found.map(([kind]) => order.indexOf(kind));
      expect(places).toEqual([...places].sort());
    },
  );

  it.each(['131046', '131407', '63061'])(
    '%s, one slip away, is offered its neighbours as neighbours only',
    (code) => {
      const found = findKinds(code);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map(([kind]) => kind))).toEqual(
        new Set(['neighbour']),
      );
    },
  );

  it.each([
    ['131046', '131047'],
    ['131074', '131047'],
    ['131407', '131047'],
    ['13147', '131047'],
    ['131O47', '131047'],
    ['13l047', '131047'],
  ])('%s is near %s before all', (code, near) => {
    const [first] = findKinds(code);
    expect(first?.[1]).toBe(near);
  });

  it.each([
    'how to bake bread',
    'nothing here at all',
    'xkcd',
    'gift card number lookup refund',
    '99999999',
  ])('%s finds nothing', (query) => expect(search.find(query)).toEqual([]));
});

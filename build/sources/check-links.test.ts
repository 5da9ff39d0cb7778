import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, SourceRecord } from '../../data/schema.ts';
import {
  checkLinks,
  isOffline,
  isPageGone,
  type LinkAnswer,
  listAddresses,
  recordLinks,
} from './check-links.ts';
import { formatLinks } from './differences-report.ts';

const source = (id: string, change: Partial<SourceRecord>): SourceRecord => ({
  id,
  name: 'Errors',
  publisher: 'Acme',
  kind: 'provider',
  seen: '2026-11-01',
  trust: 3,
  unreadable: 'Prose.',
  ...change,
});

const DATA = {
  entries: [
    {
      claims: [
        { source: 'acme', agrees: true },
        { source: 'threads', url: 'https://b.example/7', agrees: true },
      ],
    },
  ] as unknown as Entry[],
  sources: [
    source('acme', {
      url: 'https://a.example/errors',
      copy: 'https://b.example/copy',
    }),
    source('threads', { seen: '2026-10-01' }),
  ],
  accepted: [],
  reads: { acme: { read: '2026-11-20', codes: {} } },
  links: {},
};

const ALL = listAddresses(DATA);
const answers = (change: Readonly<Record<string, LinkAnswer>>) =>
  checkLinks(ALL, async (url) => change[url] ?? { status: 200 });

describe('the addresses of the catalogue', () => {
  it('are those of sources, copies and claims, with the day of the last reading', () => {
    expect(ALL).toEqual([
      {
        url: 'https://a.example/errors',
        read: '2026-11-20',
        sources: ['acme'],
      },
      { url: 'https://b.example/7', read: '2026-10-01', sources: ['threads'] },
      { url: 'https://b.example/copy', read: '2026-11-20', sources: ['acme'] },
    ]);
  });

  it('are only those of the chosen sources', () => {
    const urls = listAddresses(DATA, new Set(['threads']));
    expect(urls.map(({ url }) => url)).toEqual(['https://b.example/7']);
  });

  it('of one site are asked one after the other', async () => {
    let open = 0;
    let most = 0;

    const site = Array.from({ length: 5 }, (_, at) => ({
      url: `https://a.example/${at}`,
      read: '',
      sources: [],
    }));

    await checkLinks(site, async () => {
      most = Math.max(most, ++open);
      await null;
      open--;
      return { status: 200 };
    });

    expect(most).toBe(1);
  });

  it('are each asked once, whatever the number of sites', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc
            .tuple(fc.nat(9), fc.nat(9))
            .map(([site, page]) => `https://${site}.example/${page}`),
        ),
        async (urls) => {
          const asked: string[] = [];
          const addresses = urls.map((url) => ({ url, read: '', sources: [] }));

          await checkLinks(addresses, async (url) => {
            asked.push(url);
            return { status: 200 };
          });

          expect(asked.sort()).toEqual([...urls].sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a check of addresses', () => {
  it('tells a page that is gone from a site that refuses programs', async () => {
    const checks = await answers({
      'https://a.example/errors': { status: 403 },
      'https://b.example/7': { status: 404 },
      'https://b.example/copy': { failure: 'ENOTFOUND' },
    });

    expect(checks.filter(isPageGone).map(({ url }) => url)).toEqual([
      'https://b.example/7',
      'https://b.example/copy',
    ]);
  });

  it('reports each address, those that are gone first', async () => {
    const report = formatLinks(
      await answers({ 'https://b.example/7': { status: 410 } }),
    );

    expect(report).toContain(
      '2 of 3 addresses answer, 1 are gone, 0 did not answer this time.',
    );

    expect(report.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- `https://b.example/7`: `HTTP 410`, last read 2026-10-01, of threads',
      '- `https://a.example/errors`: `HTTP 200`, last read 2026-11-20, of acme',
      '- `https://b.example/copy`: `HTTP 200`, last read 2026-11-20, of acme',
    ]);
  });

  it('keeps the day on which a page was first gone, and forgets addresses that nobody cites', async () => {
    const before = {
      'https://b.example/7': { answered: '2026-09-01', gone: '2026-10-05' },
      'https://a.example/errors': { gone: '2026-10-05' },
      'https://left.example/': { answered: '2026-09-01' },
    };

    const checks = await answers({
      'https://b.example/7': { status: 404 },
      'https://b.example/copy': { failure: 'ETIMEDOUT' },
    });

    const cited = new Set(ALL.map(({ url }) => url));
    const text = recordLinks(checks, before, cited, '2026-11-30');

    expect(JSON.parse(text)).toEqual({
      'https://a.example/errors': { answered: '2026-11-30' },
      'https://b.example/7': { answered: '2026-09-01', gone: '2026-10-05' },
    });
  });

  it('without a network says so, and knows nothing of any address', async () => {
    const checks = await checkLinks(ALL, async () => ({
      failure: 'ENETUNREACH',
    }));

    expect(isOffline(checks)).toBe(true);
    expect(formatLinks(checks)).toContain('No network');
    expect(isOffline([])).toBe(false);
  });
});

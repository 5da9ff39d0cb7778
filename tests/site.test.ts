import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DOMParser, parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toCodeData, toSearchData } from '../build/catalogue-plugin.ts';
import { readCatalogue } from '../build/read-catalogue.ts';
import { PLANS, RETRIES, TURNS } from '../data/schema.ts';
import { answerQuery } from '../lib/answer/answer.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { AUDIT_KINDS } from '../lib/checks/audit/audit.ts';
import { buildSite } from '../publish/site/build-site.ts';
import { createFeed } from '../publish/site/feed.ts';
import { takeNthByDay } from './by-day.ts';

const SITE = 'https://acme.example/errata/';
/** The list of sources is the largest. */
const MAX_PAGE_BYTES = 90_000;
const MAX_SEARCH_BYTES = { plain: 1_290_000, gzip: 345_000 };
/** What a number loads. */
const MAX_CODE_SEARCH_BYTES = { plain: 555_000, gzip: 180_000 };
const catalogue = createCatalogue(readCatalogue());

let folder = '';
let files: string[] = [];
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const open = (path: string) => parseHTML(read(path)).document;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'errata-site-'));
  await buildSite(folder, SITE, []);
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (path) => path.replaceAll('\\', '/'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the static site', () => {
  test('has a page for each code, with its own address, title and description', () => {
    const document = open('meta/cloud/131047.html');
    expect(document.querySelector('title')?.textContent).toBe(
      '131047 Re-engagement message · Meta Cloud API',
    );
    expect(
      document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    ).toBe(`${SITE}meta/cloud/131047.html`);
    expect(
      document
        .querySelector('meta[name="description"]')
        ?.getAttribute('content'),
    ).toContain('24 hours');
    const text = document.querySelector('main')?.textContent ?? '';
    for (const part of [
      'Your turn',
      'Send an approved template',
      'Confirmed by Meta and 5 others',
      'Shown by providers as',
      'Example',
    ])
      expect(text).toContain(part);
  });

  test('has titles and descriptions that search engines show whole, each once', () => {
    // Without the bodies, whose thousand documents would take ten seconds.
    const heads = files.flatMap((name) => {
      const [head = ''] = name.endsWith('.html')
        ? read(name).split('<body')
        : [];
      return head ? [parseHTML(`${head}</html>`).document] : [];
    });
    expect(heads.length).toBeGreaterThan(1_000);
    const getAll = (selector: string) =>
      heads.map(
        (page) => page.querySelector(selector)?.getAttribute('content') ?? '',
      );
    const [titles, descriptions] = [
      getAll('meta[property="og:title"]'),
      getAll('meta[name="description"]'),
    ];
    expect(
      titles.filter((title) => title.length > 65 || title.length < 3),
    ).toEqual([]);
    expect(
      descriptions.filter((text) => text.length > 160 || text.length < 20),
    ).toEqual([]);
    expect(
      descriptions.length - new Set(descriptions).size,
    ).toBeLessThanOrEqual(20);
  });

  test('names what a shared link shows', () => {
    const get = (name: string) =>
      open('twilio/index.html')
        .querySelector(`meta[property="og:${name}"]`)
        ?.getAttribute('content');
    expect(['type', 'site_name', 'title', 'url', 'image'].map(get)).toEqual([
      ...['website', 'Errata', 'Twilio error codes for WhatsApp'],
      ...[`${SITE}twilio/`, `${SITE}errata.png`],
    ]);
    expect(files).toContain('errata.png');
  });

  test('lists codes by provider, topic and word', () => {
    const getLinks = (path: string) =>
      [...open(path).querySelectorAll('main a')].map((link) =>
        link.getAttribute('href'),
      );
    expect(getLinks('index.html')).toEqual(
      expect.arrayContaining([
        'twilio/index.html',
        'subjects/media/index.html',
        'words/index.html',
      ]),
    );
    const words = getLinks('words/index.html');
    expect(words).toEqual(
      words.toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'en')),
    );
    expect(words).toContain('window/index.html');
    expect(words.filter((link) => /^(?:not|\d+)\//.test(link ?? ''))).toEqual(
      [],
    );
    const listed = catalogue.entries.filter(({ title }) =>
      /\bwindow\b/i.test(title),
    );
    expect(getLinks('words/window/index.html')).toEqual(
      expect.arrayContaining(
        listed.map(({ key }) => `../../${key.replaceAll(' ', '-')}.html`),
      ),
    );
  });

  test('has pages for developers, which name every finding of the audit and every value of a decision', () => {
    const read = (path: string) =>
      open(path).querySelector('main')?.textContent ?? '';
    const audit = read('audit/index.html');
    for (const [kind, text] of Object.entries(AUDIT_KINDS))
      expect(audit).toContain(`${kind} ${text}`);
    const vectors = read('vectors/index.html');
    for (const values of [TURNS, RETRIES, PLANS])
      expect(vectors).toContain(values.join(', '));
    const files = [
      ...open('vectors/index.html').querySelectorAll('main a[href]'),
    ];
    expect(files.map((link) => link.getAttribute('href'))).toEqual(
      [
        'retry.json',
        'retry.schema.json',
        'vectors.jsonl',
        'vectors.schema.json',
      ].map((file) => `../${file}`),
    );
  });

  test('says first that several providers share a code, and lists all meanings on one page', () => {
    const first = open('gupshup/api/1003.html').querySelector('main p');
    expect(first?.textContent).toContain('Four meanings of 1003');
    const shared = open('code/1003.html');
    const links = [...shared.querySelectorAll('main a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toContain('../gupshup/api/1003.html');
    expect(shared.querySelector('main')?.textContent).toContain(
      'Recharge the wallet',
    );
  });

  test('has no broken link, no unnamed page and no page above 90 KB', () => {
    const known = new Set(files);
    const pages = files
      .filter((name) => name.endsWith('.html'))
      .map((path) => ({ path, html: read(path) }));
    // One assertion for all, because Vitest takes seconds for one for each of 100,000 links.
    const broken = pages.flatMap(({ path, html }) =>
      [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].flatMap(
        ([, href = '']) => {
          if (/^https?:/.test(href)) return [];
          const isKnown = known.has(
            normalize(join(dirname(path), href)).replaceAll('\\', '/'),
          );
          return isKnown ? [] : [`${href} in ${path}`];
        },
      ),
    );
    expect(broken).toEqual([]);
    const findPaths = (isWrong: (html: string) => boolean) =>
      pages.filter(({ html }) => isWrong(html)).map(({ path }) => path);
    expect(
      findPaths((html) => Buffer.byteLength(html) > MAX_PAGE_BYTES),
    ).toEqual([]);
    expect(findPaths((html) => !/<h1[^>]*>./.test(html))).toEqual([]);
  });

  test('names every source with its claims, and every conflict with its decision', () => {
    const items = [
      ...open('sources/index.html').querySelectorAll('main li'),
    ].map(({ textContent }) => textContent ?? '');
    const sources = items.filter((text) =>
      /claims, \d+ of them wrong$/.test(text),
    );
    expect(sources.length).toBe(catalogue.sources.length);
    expect(sources[0]).toMatch(
      /, read 20\d\d-\d\d-\d\d.*: \d+ claims, \d+ of them wrong$/,
    );
    // Three more say how well sources support an entry.
    expect(items.length).toBe(sources.length + 3);
    const disputed = catalogue.entries.filter(({ claims }) =>
      claims.some(({ agrees }) => !agrees),
    );
    const conflicts = [
      ...open('conflicts/index.html').querySelectorAll('main li'),
    ];
    expect(conflicts).toHaveLength(disputed.length);
    const notes = new Set(
      conflicts.map((item) => item.querySelector('small')?.textContent?.trim()),
    );
    expect(
      disputed.filter(({ decided }) => !decided || !notes.has(decided.trim())),
    ).toEqual([]);
  });

  test('has an entry as JSON, and every page in its sitemap', () => {
    expect(JSON.parse(read('codes/meta/cloud/131047.json'))).toMatchObject({
      key: 'meta/cloud/131047',
      retry: 'after-fix',
    });
    const listed = [
      ...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g),
    ].map(([, address]) => address);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toHaveLength(
      files.filter((name) => name.endsWith('.html')).length,
    );
    expect(listed).toContain(`${SITE}meta/cloud/131047.html`);
  });

  test('works without scripts: a script only shows the search', () => {
    const document = open('meta/cloud/131047.html');
    expect(document.querySelectorAll('button')).toHaveLength(0);
    expect(document.querySelector('search')?.hasAttribute('hidden')).toBe(true);
    expect([...document.querySelectorAll('script[src]')]).toHaveLength(1);
  });
});

describe('the data of the search', () => {
  test('are a half of what they would be with everything that the pages show', () => {
    const scripts = files.filter((name) => /^[^/]+\.js$/.test(name));
    expectSize(scripts, MAX_SEARCH_BYTES);
    expect(scripts.map(read).join('')).not.toContain(
      catalogue.byKey.get('meta/cloud/131047')?.steps?.[0]?.do,
    );
  });

  test('are smaller for a number, for which the words are not loaded', () => {
    const scripts = files.filter(
      (name) => /^[^/]+\.js$/.test(name) && !name.includes('words'),
    );
    expectSize(scripts, MAX_CODE_SEARCH_BYTES);
    expect(scripts.map(read).join('')).not.toContain(
      catalogue.byKey.get('meta/cloud/131047')?.meaning,
    );
  });

  const expectSize = (
    paths: readonly string[],
    most: typeof MAX_SEARCH_BYTES,
  ) => {
    const sum = (measure: (text: string) => number) =>
      paths.reduce((total, path) => total + measure(read(path)), 0);
    expect(sum(Buffer.byteLength)).toBeLessThanOrEqual(most.plain);
    expect(sum((text) => gzipSync(text).length)).toBeLessThanOrEqual(most.gzip);
  };

  test('give the same results as the whole catalogue, for words, codes and filters', () => {
    const part = createCatalogue(toSearchData(readCatalogue()));
    const asked: { query: string }[] = parse(
      readFileSync(join(import.meta.dirname, 'search-queries.yaml'), 'utf8'),
    );
    const queries = [
      ...takeNthByDay(48, asked).map(({ query }) => query),
      ...takeNthByDay(200, catalogue.entries).flatMap(
        ({ code, key, title }) => [code, key, title.slice(0, 12)],
      ),
      ...[
        'owner:developer',
        'turn:wait template',
        'retry:backoff',
        'provider:twilio',
        'class:media',
      ],
      ...[
        'template status: PAUSED',
        '190.463',
        '1005-1006',
        '{"error":{"code":131047}}',
        'no such words',
      ],
    ];
    const expected = queries.map((query) => find(query, catalogue));
    expect(
      expected.filter((results) => results.length > 0).length,
    ).toBeGreaterThan(45);
    for (const [at, query] of queries.entries())
      expect(find(query, part), query).toEqual(expected[at]);
  });

  test('give the same results for a number without the words', () => {
    const part = createCatalogue(toCodeData(readCatalogue()));
    const codes = [...catalogue.byKey.values()].flatMap(({ code, subcode }) => [
      code,
      subcode ?? '',
    ]);
    const numbers = new Set(codes.filter((code) => /^\d{1,7}$/.test(code)));
    const queries = takeNthByDay(10, [...numbers]).flatMap((code) => [
      code,
      `#${code}`,
      code.slice(0, -1),
    ]);
    expect(queries.length).toBeGreaterThan(200);
    for (const query of [...queries, '', '#', '131099', '99', '0'])
      expect(find(query, part), query).toEqual(find(query, catalogue));
  });

  const find = (query: string, all: typeof catalogue) =>
    answerQuery(query, { catalogue: all, limit: 3_000 }).results.map(
      ({ entry, kind }) => `${entry.key} ${kind}`,
    );
});

test('the feed has an item for each day of changes, with links to the codes that still exist', () => {
  const day = {
    day: '2026-11-26',
    changes: [
      ['New', ['a/b/1']],
      ['Removed', ['a/b/<2>']],
    ],
  } as const;
  const feed = createFeed(
    [day],
    SITE,
    '2026-11-27',
    new Map([['a/b/1', `${SITE}a/b/1.html`]]),
  );
  const document = new DOMParser().parseFromString(feed, 'text/xml');
  expect(document.querySelectorAll('entry')).toHaveLength(1);
  expect(document.querySelector('entry title')?.textContent).toBe(
    'New: 1, Removed: 1',
  );
  const content = document.querySelector('content')?.textContent ?? '';
  expect(content).toContain(`<a href="${SITE}a/b/1.html">a/b/1</a>`);
  expect(content).toContain('<li>a/b/&lt;2&gt;</li>');
});

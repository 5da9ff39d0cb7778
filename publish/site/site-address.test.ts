import { DOMParser } from 'linkedom';
import { expect, it } from 'vitest';
import { createFeed } from './feed.ts';
import { parseSiteAddress } from './site-address.ts';
import { createSitemap } from './sitemap.ts';

it.each([
  ['https://acme.example', 'https://acme.example/'],
  ['https://acme.example/errata', 'https://acme.example/errata/'],
  ['http://localhost:8080/', 'http://localhost:8080/'],
])('%s is the address of a site', (text, address) =>
  expect(parseSiteAddress(text)).toBe(address),
);

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///tmp/site/',
  'ftp://acme.example/',
  'https://acme.example/?a=1&b=2',
  'https://acme.example/?',
  'https://acme.example/#top',
  'https://ana:secret@acme.example/',
  'https://acme.example:99999/',
  'acme.example',
  '',
])('%j is none', (text) => expect(parseSiteAddress(text)).toBeNull());

it.each(['https://acme.example/a&b/', "https://acme.example/'a'/"])(
  'sitemap and feed are well-formed for a site at %s',
  (site) => {
    const days = [
      { day: '2026-11-26', changes: [['New', ['a/b/1']]] },
    ] as const;
    const pages = new Map([['a/b/1', `${site}a/b/1.html`]]);
    const [sitemap, feed] = [
      createSitemap([site], '2026-11-27'),
      createFeed(days, site, '2026-11-27', pages),
    ].map((text) => new DOMParser().parseFromString(text, 'text/xml'));
    expect(sitemap?.querySelector('loc')?.textContent).toBe(site);
    expect(feed?.querySelector('id')?.textContent).toBe(`${site}feed.xml`);
    for (const text of [
      createSitemap([site], ''),
      createFeed(days, site, '', pages),
    ])
      expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
  },
);

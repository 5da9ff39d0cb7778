import { expect, it } from 'vitest';
import type { Claim, Entry, Source } from '../data/schema.ts';
import { rateConfidence } from './rate-confidence.ts';

const page = (id: string, change: Partial<Source> = {}): Source => ({
  id,
  name: 'Error codes',
  publisher: id,
  kind: 'third-party',
  url: `https://${id}.example/errors`,
  seen: '2026-11-20',
  trust: 2,
  ...change,
});

const SOURCES = [
  page('acme', { publisher: 'Acme (help)', kind: 'provider' }),
  page('acme-2026', { publisher: 'Acme', kind: 'official' }),
  page('other-provider', { kind: 'provider' }),
  page('clients'),
  // Gather claims of many authors: only a claim's own address can be opened.
  page('repositories', { url: undefined }),
  page('unnamed', { url: undefined }),
];

const by = (source: string, change: Partial<Claim> = {}): Claim => ({
  source,
  agrees: true,
  ...change,
});

const SAYS = { says: 'The tray is empty.' };
const inRepository = (owner: string) => ({
  url: `https://github.com/${owner}/client/blob/0a1b2c3/errors.ts`,
});

function rate(claims: readonly Claim[], checked?: Entry['checked']) {
  return rateConfidence(
    { claims: [...claims], ...(checked && { checked }) },
    {
      find: (id) => SOURCES.find((source) => source.id === id),
      ownPublishers: ['Acme'],
    },
  );
}

it.each<[string, readonly Claim[], string]>([
  ['the provider’s own page explains it', [by('acme', SAYS)], 'confirmed'],
  [
    'its own page says only something else',
    [by('acme', { ...SAYS, aside: true })],
    'single-source',
  ],
  [
    'two publishers agree and one explains it',
    [by('clients', { title: 'Out of paper' }), by('other-provider', SAYS)],
    'confirmed',
  ],
  [
    'a numbered row and another publisher agree',
    [by('clients', { row: 7 }), by('other-provider')],
    'confirmed',
  ],
  [
    'two repositories of different owners agree and one explains it',
    [
      by('repositories', inRepository('ada')),
      by('repositories', { ...SAYS, ...inRepository('grace') }),
    ],
    'confirmed',
  ],
  [
    'the provider’s own page only names it',
    [by('acme', { title: 'Out of paper' })],
    'single-source',
  ],
  [
    'two publishers only name it',
    [
      by('clients', { title: 'Out of paper' }),
      by('acme', { title: 'Out of paper' }),
    ],
    'single-source',
  ],
  [
    'another provider alone explains it',
    [by('other-provider', SAYS)],
    'single-source',
  ],
  [
    'two files of one owner agree',
    [
      by('repositories', { ...SAYS, ...inRepository('ada') }),
      by('repositories', inRepository('ada')),
    ],
    'single-source',
  ],
  [
    'a second source cannot be opened',
    [by('clients', SAYS), by('unnamed', SAYS)],
    'single-source',
  ],
  [
    'the second source disagrees',
    [by('clients', SAYS), by('other-provider', { agrees: false })],
    'single-source',
  ],
  [
    'no source can be opened',
    [by('unnamed', SAYS), by('repositories', SAYS)],
    'seen-in-use',
  ],
])('%s: %s', (_, claims, confidence) => {
  expect(rate(claims)).toBe(confidence);
});

it('a look-up that found only the name, or nothing, leaves two publishers unconfirmed, but not the provider’s own page', () => {
  const two = [by('clients', SAYS), by('other-provider')];
  const own = [by('acme', SAYS)];

  for (const found of ['name', 'nothing'] as const) {
    const checked = { on: '2026-11-20', found };
    expect(rate(two, checked)).toBe('single-source');
    expect(rate(own, checked)).toBe('confirmed');
  }

  expect(rate(two, { on: '2026-11-20', found: 'publisher' })).toBe('confirmed');
});

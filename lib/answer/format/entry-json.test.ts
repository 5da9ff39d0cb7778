import { expect, it } from 'vitest';
import type { Entry } from '../../../data/schema.ts';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { toEntryJson } from './entry-json.ts';

it('writes every field of the contract, null if the catalogue has no value', () => {
  for (const entry of testCatalogue.entries) {
    const json = toEntryJson(entry);
    expect(Object.values(json)).not.toContain(undefined);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  }
});

it('keeps a claim that disagrees, with its row and the reason', () => {
  const entry = testCatalogue.byKey.get('meta/cloud/131056');
  expect(entry && toEntryJson(entry).claims[1]).toEqual({
    source: 'unnamed-table',
    row: 17,
    title: 'Unsupported Media Type',
    says: 'The media file is of a wrong type.',
    remedy: 'Convert the file.',
    agrees: false,
    http: null,
    at: null,
    url: null,
    reason: 'An unsupported file type is a cause of 131053.',
  });
});

it('says who names a cause, as it does for a claim', () => {
  const entry = testCatalogue.entries[0] as Entry;
  const url = 'https://acme.example/threads/7';
  const page = 'https://acme.example/causes';

  const claims = [
    { source: 'acme', agrees: true },
    { source: 'acme', agrees: true, url: page, at: 'second table' },
  ];

  const causes = [
    { text: 'One.', source: 'acme' },
    { text: 'Two.', source: 'acme', at: 'second table' },
    { text: 'Three.', source: url, at: 'last answer' },
    { text: 'Four.' },
  ];

  expect(
    toEntryJson({ ...entry, claims, causes }).causes.map((cause) => [
      cause.source,
      cause.url,
      cause.at,
    ]),
  ).toEqual([
    ['acme', null, null],
    ['acme', page, 'second table'],
    [null, url, 'last answer'],
    [null, null, null],
  ]);
});

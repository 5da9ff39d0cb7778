import { expect, it } from 'vitest';
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

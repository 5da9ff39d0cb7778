import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPublication } from '../build/publication.ts';
import { readCatalogue } from '../build/read-catalogue.ts';
import { createSections } from '../components/catalogue/EntryList.tsx';
import { NO_PAGE_FILTERS } from '../components/shared/FilterBar.tsx';
import { answerText } from '../lib/answer/answer-text.ts';
import { type Catalogue, createCatalogue } from '../lib/catalogue/catalogue.ts';
import { createSearch } from '../lib/catalogue/search/search.ts';
import {
  createCodeIndex,
  createCodeIndexData,
} from '../lib/detect/code-index.ts';
import { detect, isConfident } from '../lib/detect/detect.ts';

const RECORD = `
  - code: '139999'
    title: Carrier pigeon has flown off
    http: 400
    class: network
    meaning: The pigeon that carried this message is not on its perch.
    verdict: { turn: you, retry: after-fix }
    next: Put grain on the perch and send again.
    steps:
      - { do: Put grain on the perch., who: operator }
    claims:
      - { source: meta-2026, agrees: true }
`;
const KEY = 'meta/cloud/139999';

/** One change in one file of `data/`, and nothing else. */
describe('a record added to a file of data/', () => {
  let dir = '';
  let catalogue: Catalogue;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'errata-data-'));
    cpSync(join(import.meta.dirname, '../data'), dir, { recursive: true });
    appendFileSync(join(dir, 'meta/cloud.yaml'), RECORD);
    catalogue = createCatalogue(readCatalogue(dir));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('is underlined in a page', () => {
    const index = createCodeIndex(createCodeIndexData(catalogue));
    const hits = detect(
      'ERROR send failed: (#139999) Carrier pigeon has flown off',
      index,
    ).filter(isConfident);
    expect(hits.map(({ code, meanings }) => [code, meanings[0]?.key])).toEqual([
      ['139999', KEY],
    ]);
  });

  it.each(['139999', 'carrier pigeon', 'pigeon perch'])(
    'is found by "%s"',
    (query) => {
      expect(createSearch(catalogue).find(query)[0]?.entry.key).toBe(KEY);
    },
  );

  it('is on the catalogue page', () => {
    const sections = createSections({ catalogue }, NO_PAGE_FILTERS);
    expect(
      sections
        .flatMap(({ entries }) => entries)
        .filter(({ key }) => key === KEY),
    ).toHaveLength(1);
  });

  it('is explained on the command line', () => {
    expect(answerText('139999', { catalogue }).entries[0]?.key).toBe(KEY);
    expect(
      answerText('{"errors":[{"code":139999}]}', { catalogue }).entries[0]?.key,
    ).toBe(KEY);
  });

  it('is in the catalogue as data, ready to be joined with', () => {
    const { entries, codes } = createPublication(catalogue);
    expect(entries.filter(({ key }) => key === KEY)).toMatchObject([
      { code: '139999', turn: 'you' },
    ]);
    expect(codes.filter(({ code }) => code === '139999')).toMatchObject([
      { provider: 'meta', rank: 1, meanings: 1, key: KEY },
    ]);
  });
});

import { expect, test } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { explain } from '../answer/explain/explain.ts';
import { createCatalogue } from './catalogue.ts';
import { createExcerpt } from './excerpt.ts';
import { findNearestCodes, findNeighbour } from './nearest-codes.ts';

const catalogue = createCatalogue(readCatalogue());

test('an excerpt explains its codes like the whole catalogue, with all references', () => {
  const pairs = new Map(
    catalogue.entries.map(({ code, subcode }) => [
      `${code} ${subcode}`,
      { code, subcode },
    ]),
  );
  for (const { code, subcode } of [
    ...pairs.values(),
    { code: '131999', subcode: null },
    { code: '1005-1006', subcode: null },
  ]) {
    const excerpt = createCatalogue(
      createExcerpt(subcode ? [code, subcode] : [code], catalogue),
    );
    const question = {
      code,
      subcode: subcode ?? null,
      host: 'business.facebook.com',
      path: '/',
      nearby: `error ${code}`,
    };
    const explained = explain(question, excerpt);
    expect(explained).toEqual(explain(question, catalogue));
    for (const entry of [explained.entry, ...explained.others]) {
      for (const { key } of entry?.related ?? [])
        expect(excerpt.byKey.get(key)).toBe(catalogue.byKey.get(key));
      for (const { source } of entry?.claims ?? [])
        expect(excerpt.source(source)).toBe(catalogue.source(source));
      if (entry) expect(excerpt.apiName(entry)).toBe(catalogue.apiName(entry));
    }
  }
});

test('an excerpt has the codes that an unknown one may be a slip of', () => {
  const excerpt = createCatalogue(createExcerpt(['131099'], catalogue));
  const near = findNearestCodes('131099', catalogue);
  expect(near.length).toBeGreaterThan(2);
  expect(findNearestCodes('131099', excerpt)).toEqual(near);
});

test('an excerpt has a code of the list that an unknown one is probably of', () => {
  const excerpt = createCatalogue(createExcerpt(['131999'], catalogue));
  expect(findNeighbour('131999', excerpt)).toMatchObject({
    provider: 'meta',
    api: 'cloud',
  });
});

test('it is small', () => {
  expect(
    JSON.stringify(createExcerpt(['131047', '131026'], catalogue)).length,
  ).toBeLessThan(220_000);
});

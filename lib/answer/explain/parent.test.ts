import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { explain } from './explain.ts';
import { findParentEntry } from './linked-codes.ts';

const place = { host: 'business.facebook.com' };
const known = testCatalogue.entries.find(
  ({ provider, code, subcode }) =>
    provider === 'meta' && /^\d{2,6}$/.test(code) && !subcode,
);
const parent = known?.code ?? '';

describe('the parent of an unlisted subcode', () => {
  it.each([
    [`{"code": ${parent}, "error_subcode": 2494067}`],
    [`{"error_subcode":2494067,"code":${parent}}`],
    [`{\\"code\\":${parent},\\"error_subcode\\":2494067}`],
    [`code=${parent} error_subcode=2494067`],
    [`(#${parent}, subcode 2494067): Unsupported`],
    [`CODE=${parent} ERROR_SUBCODE=2494067`],
    [`{"code": ${parent}, "error_subcode": 2494067}${' '.repeat(400)}`],
  ])('is the code of the same object: %s', (nearby) => {
    expect(
      findParentEntry('2494067', { ...place, nearby }, testCatalogue)?.code,
    ).toBe(parent);
  });

  it.each([
    [`{"code": ${parent}} and 2494067 rows`],
    ['{"error_subcode": 2494067}'],
    [`{"code": ${parent}}, {"error_subcode": 2494067}`],
    ['"code": 999999, "error_subcode": 2494067'],
  ])('is no other code: %s', (nearby) => {
    expect(
      findParentEntry('2494067', { ...place, nearby }, testCatalogue),
    ).toBeNull();
  });

  it.each([parent, '[1', '1['])('is never searched for %s', (code) => {
    const nearby = `{"code": ${parent}, "error_subcode": ${code}}`;
    expect(
      findParentEntry(code, { ...place, nearby }, testCatalogue),
    ).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        findParentEntry(
          '2494067',
          { ...place, nearby: `${text} "error_subcode": 2494067 ${text}` },
          testCatalogue,
        );
      }),
    );
  });

  it('is part of the explanation, without changing its meaning', () => {
    const nearby = `{"code": ${parent}, "error_subcode": 2494067}`;
    const explanation = explain(
      { code: '2494067', nearby, ...place },
      testCatalogue,
    );
    expect(explanation.entry).toBeNull();
    expect(explanation.parent?.code).toBe(parent);
    expect(explanation.family).toMatch(/^Not in the catalogue\./);
  });
});

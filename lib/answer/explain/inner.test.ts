import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { explain } from './explain.ts';
import { findWrappedEntry } from './linked-codes.ts';

const outer = testCatalogue.entries.find(
  ({ provider, code }) =>
    provider !== 'meta' && testCatalogue.meaningsOf(code).length === 1,
);
const code = outer?.code ?? '';
const meta = testCatalogue.byKey.get('meta/cloud/131047');

describe('the code that a provider’s own code wraps', () => {
  it.each([
    [`{"code":"${code}","whatsappApiError":{"message":"x","code":"131047"}}`],
    [`{"code":"${code}","meta_error_code":"131047"}`],
    [`{"code":"${code}","message":"(#131047) too late"}`],
    [`status=400 code=${code} whatsappCode=131047`],
  ])('is the Meta code of the same payload: %s', (nearby) => {
    expect(
      outer && findWrappedEntry(outer, { nearby }, testCatalogue)?.code,
    ).toBe('131047');
  });

  it.each([
    [`{"code":"${code}"}`],
    [`{"code":"${code}","count":131047}`],
    ['{"meta_error_code":"131047"}'],
    [`{"code":"${code}","message":"(#999999) unknown"}`],
    [`{"code":"${code}","message":"(#30003) of another provider"}`],
  ])('is none where nothing of Meta is passed on: %s', (nearby) => {
    expect(
      outer && findWrappedEntry(outer, { nearby }, testCatalogue),
    ).toBeNull();
  });

  it('is not the same number, although Meta has it, too', () => {
    const own = testCatalogue.byKey.get('gupshup/api/1003');
    expect(
      own &&
        findWrappedEntry(
          own,
          { nearby: '{"code":1003,"message":"(#1003)"}' },
          testCatalogue,
        ),
    ).toBeNull();
  });

  it('is never searched for a Meta code', () => {
    expect(
      meta &&
        findWrappedEntry(meta, { nearby: '131047 (#131026)' }, testCatalogue),
    ).toBeNull();
  });

  it('is part of the explanation', () => {
    const nearby = `{"code":"${code}","message":"(#131047) too late"}`;
    const provider = outer?.provider ?? '';
    expect(explain({ code, nearby, provider }, testCatalogue).inner?.code).toBe(
      '131047',
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        if (outer)
          findWrappedEntry(
            outer,
            { nearby: `${code} ${text} meta_error_code ${text}` },
            testCatalogue,
          );
      }),
    );
  });
});

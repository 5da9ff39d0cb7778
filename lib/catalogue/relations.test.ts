import { describe, expect, it } from 'vitest';
import type { Entry, Related } from '../../data/schema.ts';
import { testCatalogueData } from '../../tests/fixtures/catalogue.ts';
import { addInverseRelations, findAmbiguousWrappedCodes } from './relations.ts';

const [model] = testCatalogueData.entries;

function createEntry(key: string, related?: Related[]): Entry {
  const [provider = '', api = '', code = ''] = key.split('/');
  return { ...(model as Entry), key, provider, api, code, related };
}

function linkEntries(...entries: Entry[]) {
  const found = addInverseRelations(entries);
  return (key: string) => found.find((one) => one.key === key)?.related;
}

describe('relations', () => {
  it('lead back from the current code to the retired one', () => {
    const of = linkEntries(
      createEntry('m/old/470', [{ key: 'm/new/131047', as: 'successor' }]),
      createEntry('m/new/131047'),
    );
    expect(of('m/new/131047')).toEqual([
      { key: 'm/old/470', as: 'predecessor' },
    ]);
  });

  it('lead back from a wrapped code to every code that wraps it', () => {
    const of = linkEntries(
      createEntry('t/api/63019', [{ key: 'm/new/131053', as: 'behind' }]),
      createEntry('t/api/63034', [{ key: 'm/new/131053', as: 'behind' }]),
      createEntry('m/new/131053'),
    );
    expect(of('m/new/131053')).toEqual([
      { key: 't/api/63019', as: 'shown-as' },
      { key: 't/api/63034', as: 'shown-as' },
    ]);
  });

  it.each(['confused', 'same-cause', 'see-also'] as const)(
    'are symmetric for %s',
    (as) => {
      const of = linkEntries(
        createEntry('m/new/1', [{ key: 'm/new/2', as }]),
        createEntry('m/new/2'),
      );
      expect(of('m/new/2')).toEqual([{ key: 'm/new/1', as }]);
    },
  );

  it('lead through a retired code to the current one, and name the retired one', () => {
    const of = linkEntries(
      createEntry('t/api/63012', [{ key: 'm/old/1011', as: 'behind' }]),
      createEntry('m/old/1011', [{ key: 'm/new/131016', as: 'successor' }]),
      createEntry('m/new/131016'),
    );
    expect(of('t/api/63012')).toContainEqual({
      key: 'm/new/131016',
      as: 'behind',
      via: 'm/old/1011',
    });
    expect(of('m/new/131016')).toContainEqual({
      key: 't/api/63012',
      as: 'shown-as',
      via: 'm/old/1011',
    });
  });

  it('exclude a code for which the provider has its own', () => {
    const of = linkEntries(
      createEntry('t/api/63024', [{ key: 'm/old/1026', as: 'behind' }]),
      createEntry('t/api/63049', [{ key: 'm/new/131049', as: 'behind' }]),
      createEntry('m/old/1026', [{ key: 'm/new/131049', as: 'successor' }]),
      createEntry('m/new/131049'),
    );
    expect(of('t/api/63024')).toEqual([{ key: 'm/old/1026', as: 'behind' }]);
  });

  it('name another entry once, by its strongest relation', () => {
    const of = linkEntries(
      createEntry('m/new/1', [
        { key: 'm/new/2', as: 'see-also' },
        { key: 'm/new/2', as: 'confused' },
      ]),
      createEntry('m/new/2'),
    );
    expect(of('m/new/2')).toEqual([{ key: 'm/new/1', as: 'confused' }]);
  });

  it('ignore missing entries', () => {
    expect(
      linkEntries(createEntry('m/new/1', [{ key: 'm/new/9', as: 'confused' }]))(
        'm/new/1',
      ),
    ).toEqual([{ key: 'm/new/9', as: 'confused' }]);
  });
});

describe('ambiguous wrapped codes', () => {
  it('are the codes of one registry that share one number of the provider', () => {
    const twilio = createEntry('t/api/63012', [
      { key: 'm/new/131000', as: 'behind' },
      { key: 'm/old/500', as: 'behind' },
      { key: 'm/old/1011', as: 'behind' },
    ]);
    expect(findAmbiguousWrappedCodes(twilio)).toEqual([
      'm/old/500',
      'm/old/1011',
    ]);
  });

  it("are empty if the provider's code wraps one code of each registry", () => {
    const twilio = createEntry('t/api/63016', [
      { key: 'm/new/131047', as: 'behind' },
      { key: 'm/old/470', as: 'behind' },
      { key: 'm/new/131000', as: 'behind', via: 'm/old/470' },
    ]);
    expect(findAmbiguousWrappedCodes(twilio)).toEqual([]);
  });
});

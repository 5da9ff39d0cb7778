import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { parseCodeRange } from '../core/code-map.ts';

const getKeys = (code: string) =>
  testCatalogue.meaningsOf(code).map(({ key }) => key);

describe('catalogue', () => {
  it('finds an entry by its key', () => {
    expect(testCatalogue.byKey.get('meta/graph/190.463')?.title).toBe(
      'Expired',
    );
    expect(
      testCatalogue.byKey.get('360dialog/registration/1005~timeout')?.title,
    ).toBe('Timeout');
  });

  it.each([
    ['131047', ['meta/cloud/131047']],
    ['230', ['meta/cloud/200-299']],
    ['200', ['meta/cloud/200-299']],
    ['299', ['meta/cloud/200-299']],
    ['300', []],
    ['200-299', ['meta/cloud/200-299']],
    ['463', ['meta/graph/190.463']],
    ['biz_link_error', ['360dialog/registration/1005~biz-link-error']],
    ['1003', ['meta/onprem/1003', 'gupshup/api/1003']],
    ['131999', []],
    ['', []],
    ['constructor', []],
  ])('knows the meanings of %s', (code, keys) =>
    expect(getKeys(code)).toEqual(keys),
  );

  it('names the registry of an entry, even if providers.yaml does not list it', () => {
    expect(testCatalogue.apiName({ provider: 'meta', api: 'cloud' })).toBe(
      'Meta Cloud API',
    );
    expect(testCatalogue.apiName({ provider: 'meta', api: 'new' })).toBe(
      'Meta',
    );
    expect(testCatalogue.apiName({ provider: 'nobody', api: 'new' })).toBe(
      'nobody',
    );
  });

  it('reads a range', () => {
    expect(parseCodeRange('200-299')).toEqual({ from: 200, to: 299 });
    expect(parseCodeRange('200')).toBeNull();
    expect(parseCodeRange('biz-link-error')).toBeNull();
  });
});

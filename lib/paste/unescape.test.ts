import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unescapePaste } from './unescape.ts';

const PAYLOAD = '{"error":{"code":131026,"message":"(#131026) Message undeliverable"}}';

describe('unescaping a paste', () => {
  it.each([
    ['JSON in a string', JSON.stringify(PAYLOAD)],
    ['JSON in a string in a string', JSON.stringify(JSON.stringify(PAYLOAD))],
    ['HTML', PAYLOAD.replaceAll('"', '&quot;')],
    ['HTML twice', PAYLOAD.replaceAll('"', '&amp;quot;')],
    ['numbered entities', PAYLOAD.replaceAll('"', '&#34;').replaceAll('{', '&#x7b;')],
    ['an address', encodeURIComponent(PAYLOAD)],
    ['an escaped address', encodeURIComponent(JSON.stringify(PAYLOAD))],
  ])('reads %s', (_, text) => expect(unescapePaste(text)).toContain(PAYLOAD));

  it('decodes an entity by name and by number', () =>
    expect(unescapePaste('&quot;131026&quot;&#160;&mdash;&#8212;')).toBe('"131026" ——'));

  it.each([
    '100% sure, 50%25 off',
    'AT&T & co',
    'C:\\new\\table',
    '(#131047) Re-engagement',
    '%22%ff%zz broken',
  ])('does not change prose: %s', (text) => expect(unescapePaste(text).replace('"', '%22')).toBe(text));

  it('never throws, and ends after a few layers', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof unescapePaste(text) === 'string'));
    const parts = fc.constantFrom(
      '\\',
      '"',
      '&',
      'amp;',
      'quot;',
      '%',
      '22',
      '25',
      '#x22;',
      'u0022',
      'n',
      '/',
    );
    fc.assert(fc.property(fc.array(parts), (all) => typeof unescapePaste(all.join('')) === 'string'));
  });

  it.each(['\\', '\\"', '%22', '&amp;', '&', '%'])('handles a megabyte of %s in time', (unit) => {
    const start = performance.now();
    unescapePaste(unit.repeat(1_000_000 / unit.length));
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

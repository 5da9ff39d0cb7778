import codes from 'virtual:codes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openIndex } from '../detect/code-index.ts';
import { createEngine } from './engine.ts';

const engine = createEngine(() => openIndex(codes));

describe('the first look at a text', () => {
  test.each(['(#131047)', 'Error 100', '131047', 'MISSING_TOKEN', 'código ١٣١٠٤٧', 'code: 131999'])(
    'keeps %s for a closer one',
    (text) => {
      expect(engine.mayHoldCode(text)).toBe(true);
    },
  );

  test.each(['Delivered', '+91 98765 43210', 'Messages', '18,204', ''])('passes over %j', (text) => {
    expect(engine.mayHoldCode(text)).toBe(false);
  });

  test('passes over nothing that the engine would find', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'error',
        'Error',
        'code',
        '"code":',
        '(#',
        ')',
        'failed',
        ':',
        '\n',
        '-',
        '/',
        '.',
        ',',
        'MISSING_TOKEN',
        '{',
        '}',
      ),
      fc.constantFrom(
        '131047',
        '100',
        '190',
        '63016',
        '2494010',
        '80007',
        '0',
        '1',
        '470',
        '131999',
        '١٣١٠٤٧',
      ),
      fc.nat({ max: 9_999_999 }).map(String),
      fc.string({ maxLength: 4 }),
    );
    const text = fc
      .tuple(fc.array(word, { maxLength: 8 }), fc.constantFrom('', ' '))
      .map(([words, gap]) => words.join(gap));
    fc.assert(
      fc.property(text, (written) => {
        fc.pre(!engine.mayHoldCode(written));
        expect(engine.detect(written, { header: 'Error code', nearby: 'WhatsApp failed' })).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

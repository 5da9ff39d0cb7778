import patterns from 'virtual:coarse-patterns';
import codes from 'virtual:codes';
import known from 'virtual:prefilter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCodeIndex } from '../code-index.ts';
import { createCoarseFilter } from './coarse-filter.ts';
import { createPrefilter } from './prefilter.ts';

const { passes, isSure } = createCoarseFilter(patterns, '');
const prefilter = createPrefilter(known);

describe('the coarse filter', () => {
  test.each([
    '(#131047)',
    'Error 4',
    '4 – API Too Many Calls',
    'E131047',
    'ErrorCode63016',
    '131_047',
    '131,047',
    '131 047',
    '1,013',
    '63016.0',
    'undeliverable',
    'Message undeliverable',
    'delivery failed: reason unknown',
    '"status":"OPT-OUT"',
    'código ١٣١٠٤٧',
    'SmscReject',
    'in line\\n131047',
  ])('passes %j', (text) => {
    expect(passes(text)).toBe(true);
  });

  test.each([
    'Delivered',
    'failed',
    'Failed at 03:59:16',
    '+55 11 5550 0123',
    '131072 KB',
    '1013 ms, attempt 2',
    'SM7ead14a1a3f4ebbb',
    '2026-11-24 10:33:12',
    '$0.0100',
    'one_time_code_v8 (id)',
    'Error code',
    'Version 2.0',
    'e-mail',
    'WhatsApp',
    'Rechazada',
    '',
  ])('rejects %j', (text) => {
    expect(passes(text)).toBe(false);
  });

  test('passes each symbol of the catalogue that the prefilter passes', () => {
    const { symbols } = createCodeIndex(codes);
    const texts = symbols.flatMap((symbol) => [symbol, `It says ${symbol}.`]);
    expect(texts.filter((text) => prefilter(text) && !passes(text))).toEqual(
      [],
    );
  });

  test('passes each number that the prefilter passes, with what is around it', () => {
    // Without letters, because other words may have the hash of a code.
    const sign = fc.constantFrom(...' .,:;-/+()#"$%–\n');
    const number = fc.oneof(
      fc.constantFrom('131047', '63016', '1013', '470', '80007', '190', '4'),
      fc.nat({ max: 99_999_999 }).map(String),
      fc.nat({ max: 40 }).map((value) => String(value).padStart(2, '0')),
    );
    const text = fc
      .array(fc.oneof(sign, number), { maxLength: 9 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (written) => {
        // Each line of a text may be a phone number here.
        fc.pre(!(written.includes('+') && written.includes('\n')));
        expect(!prefilter(written) || passes(written)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['Pending', 'Quality rating – Low', 'in_review', 'Rechazada'])(
    'passes the state %j on consoles of Meta and providers',
    (text) => {
      const onConsole = createCoarseFilter(patterns, 'business.facebook.com');
      expect(onConsole.passes(text)).toBe(true);
      expect(createCoarseFilter(patterns, 'zendesk.com').passes(text)).toBe(
        false,
      );
    },
  );

  test('reads a part of a text as if it were all', () => {
    expect(passes('99131047', 2)).toBe(true);
    expect(passes('131047 ms', 0, 6)).toBe(true);
    expect(passes('131047 and', 7)).toBe(false);
  });

  test.each([
    ['131047', true],
    ['Code MESSAGE_UNDELIVERABLE_131026', true],
    ['12 of 131,047', true],
    ['12 of 13,104', false],
    ['Sum 1,006.00', false],
    ['470', false],
    ['63,016', false],
    ['MISSING_TOKEN', false],
    ['error 4', false],
  ])('is sure of long numbers only: %s %j', (text, is) => {
    expect(isSure(text)).toBe(is);
  });
});

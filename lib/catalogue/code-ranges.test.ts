import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeUnknownCode } from './code-ranges.ts';

describe('family of an unknown code', () => {
  it.each([
    [
      '131999',
      "Not in the catalogue. Six-digit codes beginning with 131 are Meta's Cloud API codes about sending messages.",
    ],
    [
      '131299',
      "Not in the catalogue. Six-digit codes beginning with 1312 are Meta's codes about WhatsApp groups.",
    ],
  ])('describes %s by its range', (code, sentence) =>
    expect(describeUnknownCode(code)).toBe(sentence),
  );

  it.each([
    ['132999', /templates/],
    ['63999', /Twilio/],
    ['2388999', /subcodes/],
    ['2494999', /subcodes/],
    ['1035', /on-premises/],
    ['2063', /on-premises/],
    ['430', /HTTP/],
    ['612', /Infobip/],
    ['63000-63999', /Twilio/],
    ['1000-1999', /several lists/],
    ['EX_SOMETHING', /Exotel/],
    ['1234567', /subcodes/],
  ])('names the range of %s', (code, words) =>
    expect(describeUnknownCode(code)).toMatch(words),
  );

  it.each(['999999', '12345678', 'FOO', '', '131-047'])(
    'says that no list contains "%s"',
    (code) => {
      expect(describeUnknownCode(code)).toMatch(
        /^Not in the catalogue\. No list/,
      );
    },
  );

  it('is a sentence for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (code) =>
        describeUnknownCode(code).startsWith('Not in the catalogue. '),
      ),
    );
  });
});

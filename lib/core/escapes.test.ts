import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCodeIndex } from '../../tests/fixtures/code-index.ts';
import { detect } from '../detect/detect.ts';
import { unescapeText } from './escapes.ts';

const PAYLOAD =
  '{"error":{"message":"(#131047) Re-engagement message","code":131047}}';
const WAYS: Record<string, (text: string) => string> = {
  html: (text) => text.replaceAll('"', '&quot;').replaceAll('>', '&gt;'),
  'html by number': (text) =>
    text.replaceAll('"', '&#34;').replaceAll("'", '&#x27;'),
  'an address': encodeURIComponent,
  'a string of JSON': (text) => JSON.stringify({ body: text }),
  'a string in a string': (text) =>
    JSON.stringify({ body: JSON.stringify({ body: text }) }),
  'JSON in an address': (text) =>
    encodeURIComponent(JSON.stringify({ body: text })),
  'JSON in HTML': (text) =>
    JSON.stringify({ body: text }).replaceAll('"', '&quot;'),
};

describe.each(Object.entries(WAYS))(
  'a payload escaped for %s',
  (_, escaped) => {
    const text = escaped(PAYLOAD);

    it('contains the same codes', () => {
      expect(detect(text, testCodeIndex).map(({ code }) => code)).toEqual([
        '131047',
        '131047',
      ]);
    });

    it('contains them at their offsets', () => {
      for (const { start, end, code } of detect(text, testCodeIndex))
        expect(text.slice(start, end)).toBe(code);
    });
  },
);

it('reads the text between the tags of a line', () => {
  const text = '<p>Error <code>131047</code></p>';
  expect(unescapeText(text)?.text).toBe(' Error `131047` ');
  const [hit] = detect(text, testCodeIndex);
  expect(text.slice(hit?.start, hit?.end)).toBe('131047');
});

it.each([
  ['nothing is escaped', 'AT&T error 131047; "x" \\n C:\\temp\\new'],
  ['a share is told', '50% of 131047, 20%20 off'],
  [
    'XML has a value of that name',
    '<error><code>131047</code><message>x</message></error>',
  ],
  ['there are tags of another kind', '<td>131047</td>'],
])('does not change a text if %s', (_, text) => {
  expect(unescapeText(text)).toBeNull();
});

it('maps every code unit to the original', () => {
  const piece = fc.constantFrom(
    '&quot;',
    '&amp;',
    '%22',
    '%7B',
    '\\"',
    '\\n',
    '<b>',
    '</b>',
    'x',
    '1',
    ' ',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const plain = unescapeText(text);
      if (!plain) return;
      let last = -1;
      for (let at = 0; at < plain.text.length; at++) {
        const original = plain.toOriginal(at, at + 1)[0];
        expect(original).toBeGreaterThan(last);
        expect(original).toBeLessThan(text.length);
        if (/[x1é]/.test(plain.text[at] ?? ''))
          expect(text[original]).toBe(plain.text[at]);
        last = original;
      }
    }),
  );
});

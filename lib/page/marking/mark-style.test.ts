import { describe, expect, test } from 'vitest';
import { MARK_KINDS } from '../../core/mark-kind.ts';
import { getHighlightName, LOOKS } from '../../core/mark-look.ts';
import { createMarkStyle } from './mark-style.ts';

describe.each(['chrome', 'firefox'])('the style of marks in %s', (browser) => {
  const style = createMarkStyle(browser);

  test('has a rule for each mark in each look, and none for those that show on hover only', () => {
    for (const mark of MARK_KINDS)
      for (const look of LOOKS)
        expect(
          style.includes(`::highlight(${getHighlightName(mark, look)}) {`),
        ).toBe(look.style !== 'hover');
  });

  test('is for screens only', () => {
    expect(style.split(/@media screen[^{]*/)[0]?.trim()).toBe('');
    for (const rule of style.split('\n@media '))
      expect(rule).toMatch(/^(?:@media )?screen/);
  });

  test('draws every kind of mark with its own line, or a thinner one', () => {
    const [, shown = '', forced = ''] = style.split('@media screen');
    const lines = [
      ...shown.matchAll(/: underline (?!overline)(\w+) (.*) (\dpx)/g),
    ];
    for (const strength of [
      lines.slice(0, 5),
      lines.slice(5, 10),
      lines.slice(10, 15),
    ])
      expect(
        new Set(strength.map(([, line, , px]) => `${line} ${px}`)).size,
      ).toBe(MARK_KINDS.length);
    expect(
      new Set(lines.map(([, line, ink, px]) => `${line} ${ink} ${px}`)).size,
    ).toBe(3 * MARK_KINDS.length);
    // In forced colours the system sets the colours, and a tint also has an underline.
    const told = [
      ...forced.matchAll(
        /([^{}]+)\{\s*text-decoration: underline (\w+ LinkText \dpx)/g,
      ),
    ];
    expect(new Set(told.map(([, , line]) => line)).size).toBe(
      MARK_KINDS.length,
    );
    for (const [, names = ''] of told) expect(names).toMatch(/tint/);
  });

  test('draws the current mark between two lines, with forced colours too', () => {
    for (const media of style.split('@media screen').slice(1))
      expect(media.match(/underline overline/g)).toHaveLength(
        MARK_KINDS.length,
      );
  });
});

test('only Chromium inherits a style from the root', () => {
  expect(
    createMarkStyle('chrome').replaceAll('text::highlight', ''),
  ).not.toMatch(/(?<!:root)::highlight/);
  expect(createMarkStyle('firefox')).not.toContain(':root');
});

test('In Chromium, which draws no line under the text of a drawing, each mark is a tint there', () => {
  for (const mark of MARK_KINDS) {
    const name = getHighlightName(mark, {
      style: 'underline',
      strength: 'normal',
    });
    expect(createMarkStyle('chrome')).toMatch(
      new RegExp(`text::highlight\\(${name}\\), [^{]*{\\s*background-color`),
    );
  }
  expect(createMarkStyle('firefox')).not.toContain('text::highlight');
});

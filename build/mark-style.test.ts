import { describe, expect, test } from 'vitest';
import { MARKS } from '../lib/catalogue/mark.ts';
import { HIGHLIGHT_STYLES, highlightName } from '../lib/page/highlight-name.ts';
import { markStyle } from './mark-style.ts';

describe.each(['chrome', 'firefox'])('the style of marks in %s', (browser) => {
  const style = markStyle(browser);

  test('has a rule for each mark in each style', () => {
    for (const mark of MARKS)
      for (const drawn of HIGHLIGHT_STYLES)
        expect(style).toContain(`::highlight(${highlightName(mark, drawn)}) {`);
  });

  test('is for screens only', () => {
    expect(style.split(/@media screen[^{]*/)[0]?.trim()).toBe('');
    for (const rule of style.split('\n@media ')) expect(rule).toMatch(/^(?:@media )?screen/);
  });

  test('draws every kind of mark with a line of its own, or a thinner one', () => {
    const lines = [...style.matchAll(/underline (\w+) .* (\dpx)/g)].map(([, line, px]) => `${line} ${px}`);
    expect(new Set(lines).size).toBe(MARKS.length);
  });
});

test('Chromium hands a style down from the root, and Firefox does not', () => {
  expect(markStyle('chrome')).not.toMatch(/(?<!:root)::highlight/);
  expect(markStyle('firefox')).not.toContain(':root');
});

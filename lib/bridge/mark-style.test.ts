import { describe, expect, test } from 'vitest';
import { MARKS } from '../catalogue/mark.ts';
import { markStyle } from './mark-style.ts';

const CHROMIUM = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
const firefox = (version: number) =>
  `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;

describe('the style of marks', () => {
  test.each([CHROMIUM, firefox(145), firefox(153)])(
    'has a rule for each mark, on screens only: %s',
    (agent) => {
      const style = markStyle(agent);
      for (const mark of MARKS) expect(style).toContain(`::highlight(errata-${mark}) {`);
      const printed = style.split(/@media screen[^{]*/)[0];
      expect(printed?.trim()).toBe('');
      for (const rule of style.split('\n@media ')) expect(rule).toMatch(/^(?:@media )?screen/);
    },
  );

  test('underlines, or lays a ground where the browser cannot underline', () => {
    expect(markStyle(CHROMIUM)).toContain('underline');
    expect(markStyle(firefox(146))).toContain('underline');
    expect(markStyle(firefox(145))).not.toContain('underline');
    expect(markStyle(firefox(145))).toContain('background-color');
  });
});

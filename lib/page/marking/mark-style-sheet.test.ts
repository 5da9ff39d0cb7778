import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import LINES from '../../../data/mark-lines.json' with { type: 'json' };
import { MARK_KINDS, type MarkKind } from '../../core/mark-kind.ts';
import {
  getHighlightName,
  LOOKS,
  MARK_BACKDROPS,
} from '../../core/mark-look.ts';
import { computeContrast, parseColor } from '../dom/css-color.ts';
import { chooseBackdrop } from '../text/backdrop.ts';
import { createMarkStyle } from './mark-style-sheet.ts';

interface Rule {
  selector: string;
  declarations: string;
}

/** Splits a style sheet into the rules for all screens and those for forced colours. */
function readRules(style: string): { shown: Rule[]; forced: Rule[] } {
  const [, shown = '', forced = ''] = style.split('@media screen');

  const read = (part: string) =>
    [
      ...part.slice(part.indexOf('{') + 1).matchAll(/([^{}]+)\{([^{}]*)\}/g),
    ].map(([, selector = '', declarations = '']) => ({
      selector: selector.trim(),
      declarations,
    }));

  return { shown: read(shown), forced: read(forced) };
}

const readLine = ({ declarations }: Rule) =>
  /text-decoration: underline (\w+) .* (\dpx)/.exec(declarations)?.slice(1);

describe.each(['chrome', 'firefox'])('the style of marks in %s', (browser) => {
  const style = createMarkStyle(browser);
  const { shown, forced } = readRules(style);

  const findRule = (name: string) =>
    shown.find(({ selector }) => selector.endsWith(`::highlight(${name})`));

  test('has a rule for each mark in each look on each backdrop, and none for those that show on hover only', () => {
    for (const mark of MARK_KINDS)
      for (const look of LOOKS)
        for (const backdrop of MARK_BACKDROPS)
          expect(
            findRule(getHighlightName(mark, look, backdrop)) !== undefined,
          ).toBe(look.style !== 'hover');
  });

  test('is for screens only', () => {
    expect(style.split(/@media screen[^{]*/)[0]?.trim()).toBe('');
    for (const rule of style.split('\n@media '))
      expect(rule).toMatch(/^(?:@media )?screen/);
  });

  test.each(['plain', 'dark', 'light'] as const)(
    'draws every kind of mark with its own line, or a thinner one, on a backdrop that is %s',
    (backdrop) => {
      const looks = LOOKS.filter(({ style }) => style === 'underline');
      const seen = new Set<string>();
      for (const look of looks) {
        const lines = MARK_KINDS.map((mark) => {
          const rule = findRule(getHighlightName(mark, look, backdrop));
          seen.add(rule?.declarations ?? '');

          return rule && readLine(rule)?.join(' ');
        });
        expect(new Set(lines).size).toBe(MARK_KINDS.length);
      }
      expect(seen.size).toBe(looks.length * MARK_KINDS.length);
    },
  );

  test('in forced colours, where the system sets the colours, draws lines for tints too', () => {
    const lines = forced.filter(
      ({ declarations }) => !declarations.includes('overline'),
    );
    expect(new Set(lines.map((rule) => readLine(rule)?.join())).size).toBe(
      MARK_KINDS.length,
    );
    for (const { selector } of lines) expect(selector).toMatch(/tint/);
  });

  test('draws the current mark between two lines, with forced colours too', () => {
    for (const rules of [shown, forced])
      expect(
        new Set(
          rules
            .filter(({ declarations }) => declarations.includes('overline'))
            .map(({ selector }) => selector),
        ).size,
      ).toBeGreaterThanOrEqual(MARK_KINDS.length);
  });
});

test('only Chromium inherits a style from the root', () => {
  expect(createMarkStyle('chrome')).not.toMatch(/(?<!:root)::highlight/);
  expect(createMarkStyle('firefox')).not.toContain(':root');
});

test('in Chromium, which draws no line under the text of a drawing, each mark is a tint there', () => {
  const look = { style: 'underline', strength: 'normal' } as const;
  for (const mark of MARK_KINDS) {
    const name = getHighlightName(mark, look, 'drawing');
    expect(createMarkStyle('chrome')).toMatch(
      new RegExp(`::highlight\\(${name}\\) {\\s*background-color`),
    );
    expect(createMarkStyle('firefox')).toMatch(
      new RegExp(`::highlight\\(${name}\\) {\\s*text-decoration`),
    );
  }
});

test('a line has a contrast of at least 3:1 on every backdrop', () => {
  const getColorName = (luminance: number, isDarkScheme: boolean) =>
    ({
      plain: isDarkScheme ? 'dark' : 'light',
      dark: 'pale',
      light: 'deep',
      drawing: 'light',
    })[
      chooseBackdrop(luminance, isDarkScheme)
    ] as keyof (typeof LINES)[MarkKind];
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      fc.constantFrom(...MARK_KINDS),
      (luminance, isDarkScheme, mark) => {
        const css = LINES[mark][getColorName(luminance, isDarkScheme)];
        const line = parseColor(String(css))?.luminance ?? 0;
        expect(computeContrast(line, luminance)).toBeGreaterThanOrEqual(3);
      },
    ),
  );
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type CardOnPage,
  createCardOnPage,
  createPageWith,
  createTestRequest,
} from '../../tests/fixtures/card-page.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { createFontSteps, FONTS_BY_TOKEN, getFontFamily } from './fonts.ts';

let on: CardOnPage;

beforeEach(() => {
  on = createCardOnPage();
});
afterEach(() => {
  on.clear();
  vi.restoreAllMocks();
});

const normalizeFamily = (family: string) => family.replaceAll("'", '"').replaceAll(/\s*,\s*/g, ', ');

function getFonts(root: ShadowRoot): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const fonts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent?.checkVisibility() || !node.nodeValue?.trim() || parent.localName === 'style') continue;
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
    fonts.push(`${fontWeight} ${fontSize} ${normalizeFamily(fontFamily)}`);
  }
  return fonts;
}

test('the first texts of a card use exactly the measured fonts', () => {
  const shown = new Set<string>();
  for (const { code } of testCatalogue.entries) {
    on.card.show(createTestRequest(createPageWith(`<p>Error ${code}</p>`, code)));
    const root = on.root();
    if (!root) throw new TypeError('expected a card');
    for (const font of getFonts(root)) shown.add(font);
    on.card.close();
  }
  const lookedUp = Object.entries(FONTS_BY_TOKEN).flatMap(([token, fonts]) =>
    fonts.map((font) => `${font} ${normalizeFamily(getFontFamily(token))}`),
  );
  expect([...shown].sort()).toEqual(lookedUp.sort());
});

test('a canvas supports each of them', () => {
  const fonts: string[] = [];
  const measure = OffscreenCanvasRenderingContext2D.prototype.measureText;
  vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'measureText').mockImplementation(function (
    this: OffscreenCanvasRenderingContext2D,
    text,
  ) {
    fonts.push(this.font);
    return measure.call(this, text);
  });
  const steps = createFontSteps();
  for (const step of steps) step();
  expect(new Set(fonts).size).toBe(steps.length);
  expect(steps.length).toBe(Object.values(FONTS_BY_TOKEN).flat().length);
});

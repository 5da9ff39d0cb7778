import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import { COVERED_TEXTS } from '../fixtures/covered-texts.ts';
import {
  BOTH,
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  expectCodes,
} from './in-browsers.ts';
import { findSeenMarks, type SeenMark } from './seen-marks.ts';

// A mark in `CSS.highlights` may still be invisible. These tests look at the pixels.

const { resolve } = createRequire(import.meta.url);
/** Their metrics decide how much room a line has. Arimo has the metrics of Liberation and Arial. */
const FONTS = {
  DejaVu: resolve(
    '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2',
  ),
  Liberation: resolve('@fontsource/arimo/files/arimo-latin-400-normal.woff2'),
  Noto: resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2'),
  Roboto: resolve('@fontsource/roboto/files/roboto-latin-400-normal.woff2'),
};
const SIZES_PX = [11, 12, 13, 14, 15, 16];
const LINE_HEIGHTS = ['1', '1.15', '1.2', '1.3', '1.4', '1.5', 'normal'];
/** A solid and a double line, of which the latter needs the most room. */
const CODES = ['131047', '131000'];

/** Boxes that cut what leaves the line box of their text. */
const BOXES: Readonly<Record<string, (text: string) => string>> = {
  'a truncated cell': (text) =>
    `<div style="overflow: hidden; text-overflow: ellipsis; white-space: nowrap">${text}</div>`,
  'overflow: auto': (text) => `<div style="overflow: auto">${text}</div>`,
  'overflow: clip': (text) => `<div style="overflow: clip">${text}</div>`,
  'contain: paint': (text) => `<div style="contain: paint">${text}</div>`,
  'contain: strict': (text) =>
    `<div style="contain: strict; height: 1lh">${text}</div>`,
  'content-visibility: auto': (text) =>
    `<div style="content-visibility: auto">${text}</div>`,
  'the last line of a pre that scrolls': (text) =>
    `<pre style="margin: 0; font: inherit; overflow: auto">${text}</pre>`,
  'a pill': (text) =>
    `<span style="display: inline-block; overflow: hidden; border-radius: 4px; background: #eee; color: #222">${text}</span>`,
  'a line before a row with a background': (text) =>
    `<div>${text}</div><div style="position: relative; background: canvas; height: 8px"></div>`,
  'a badge': (text) =>
    `<span style="display: inline-block; overflow: hidden; background: #dc3545; color: white">${text}</span>`,
  'a success badge with white text': (text) =>
    `<span style="display: inline-block; overflow: hidden; background: #4caf50; color: white">${text}</span>`,
  'a warning badge with black text': (text) =>
    `<span style="display: inline-block; overflow: hidden; background: #ffc107; color: black">${text}</span>`,
  'a selected row': (text) =>
    `<div style="overflow: hidden; background: rgb(13 110 253 / 0.9); color: white">${text}</div>`,
};

const MIN_SHARE = 0.6;
/** The upper one of two lines is partly behind the digits. */
const MIN_SHARE_OF_DOUBLE = 0.5;
/** At a line height of 1, half of a line is out of its box. */
const MIN_SHARE_IN_TIGHT_BOX = 0.15;
/** By day, one combination of font, size and line height for each box, and another one for each. */
const DAILY_STEP = 31;
const CELLS_IN_PAGE = 300;

interface Cell {
  name: string;
  markup: string;
}

const cells: readonly Cell[] = Object.entries(BOXES).flatMap(([box, wrap]) =>
  Object.keys(FONTS).flatMap((font) =>
    SIZES_PX.flatMap((size) =>
      LINE_HEIGHTS.flatMap((lineHeight) =>
        CODES.map((code) => ({
          name: `${box}, ${font} ${size}px/${lineHeight}, ${code}`,
          markup: `<div style="font: ${size}px/${lineHeight} Test${font}">${wrap(`Error ${code}`)}</div>`,
        })),
      ),
    ),
  ),
);

const fontFaces = Object.entries(FONTS)
  .map(([name, file]) => {
    const data = readFileSync(file).toString('base64');
    return `@font-face { font-family: Test${name}; src: url(data:font/woff2;base64,${data}) }`;
  })
  .join('\n');

function splitIntoPages(all: readonly Cell[]): Cell[][] {
  return Array.from(
    { length: Math.ceil(all.length / CELLS_IN_PAGE) },
    (_, at) => all.slice(at * CELLS_IN_PAGE, (at + 1) * CELLS_IN_PAGE),
  );
}

/** Shows cells in a grid. Runs in the page. */
async function showCells({ css, cells }: { css: string; cells: Cell[] }) {
  document.head.insertAdjacentHTML('beforeend', `<style>${css}</style>`);
  document.body.innerHTML = cells
    .map(
      ({ name, markup }) =>
        `<div data-name="${name}" style="float: left; width: 128px; height: 34px">${markup}</div>`,
    )
    .join('');
  await document.fonts.ready;
}

function getMinShare({ name, highlight }: SeenMark): number {
  if (name.includes('px/1,')) return MIN_SHARE_IN_TIGHT_BOX;

  return highlight.endsWith('provider') ? MIN_SHARE_OF_DOUBLE : MIN_SHARE;
}

const LAYOUT = 'body { margin: 8px; background: canvas; color: canvastext }';

describeInBrowsers(BOTH, (open) => {
  describe.each(['light', 'dark'] as const)('in a %s page', (scheme) => {
    test.each(
      splitIntoPages(takeNthByDay(DAILY_STEP, cells)).map(
        (page, at) => [at, page] as const,
      ),
    )(
      'marks can be seen in boxes that cut their text, page %i',
      async (_, page) => {
        const tab = await open('quiet', { width: 1600, height: 1000, scheme });
        const css = `${fontFaces} ${LAYOUT} :root { color-scheme: ${scheme} }`;
        await tab.run(showCells, { css, cells: page });
        await expectCodes(
          tab,
          page.map(({ name }) => name.slice(-6)),
        );
        const seen = await findSeenMarks(tab);
        expect(seen).toHaveLength(page.length);
        expect(seen.filter((mark) => mark.share < getMinShare(mark))).toEqual(
          [],
        );
      },
    );
  });

  test('a mark in SVG text of a shadow root can be seen', async () => {
    const tab = await open('quiet');
    await tab.run(() => {
      document.body.innerHTML = '<div data-name="chart"></div>';
      const root = document
        .querySelector('div')
        ?.attachShadow({ mode: 'open' });
      if (root)
        root.innerHTML = '<svg><text x="10" y="30">Error 131047</text></svg>';
    });
    await expectCodes(tab, ['131047']);
    const [mark] = await findSeenMarks(tab);
    expect(mark?.changed).toBeGreaterThan(0.8);
  });
});

/** Text that is not set in plain lines, in boxes that cut it. */
const OTHER_WRITING: Readonly<Record<string, string>> = {
  'a ruby base': '<p>Error <ruby>131047<rt>window</rt></ruby></p>',
  'a ruby text': '<p>Error <ruby>code<rt>131047</rt></ruby></p>',
  'a ruby base in a cell':
    '<table><tr><th>Error code<tr><td><ruby>131047<rt>x</rt></ruby></table>',
  'SVG text that is shown twice':
    '<svg><text id="code" y="20">Error 131047</text><use href="#code" y="30"/></svg>',
  ...Object.fromEntries(
    ['vertical-rl', 'vertical-lr', 'sideways-lr'].map((mode) => [
      mode,
      `<div style="writing-mode: ${mode}; height: 200px; overflow: hidden; font: 13px/1.15 sans-serif">Error 131047</div>`,
    ]),
  ),
  'upright digits':
    '<div style="writing-mode: vertical-rl; text-orientation: upright; height: 260px; overflow: hidden">Error 131047</div>',
  'turned text':
    '<div style="rotate: -90deg; width: 120px; margin: 60px 0; overflow: hidden; font: 13px/1.15 sans-serif">Error 131047</div>',
};

describeInBrowsers(BOTH_AT_NIGHT, (open) => {
  test.each(Object.entries(OTHER_WRITING))(
    'a mark can be seen and opens its card: %s',
    async (_, markup) => {
      const tab = await open('quiet');
      await tab.run((html) => {
        document.body.innerHTML = html;
      }, markup);

      await expectCodes(tab, ['131047']);
      const [mark] = await findSeenMarks(tab);
      expect(mark?.share).toBeGreaterThan(MIN_SHARE);
      await tab.move(await tab.pointOf('131047'));
      await expectCard(tab, '131047');
    },
  );

  test.each(
    takeNthByDay(6, COVERED_TEXTS).map(
      (text) => [text.isReadable, text.name, text.markup] as const,
    ),
  )(
    'a card opens if the code can be read (%s): %s',
    async (isReadable, _, markup) => {
      const tab = await open('quiet');
      await tab.run((html) => {
        document.body.innerHTML = `${html}<p>Failed with error 131026</p>`;
      }, markup);
      await expectCodes(tab, ['131047', '131026']);
      await tab.move(await tab.pointOf('131047'));
      if (isReadable) return expectCard(tab, '131047');

      // Longer than the pointer has to rest.
      await tab.run(() => new Promise((done) => setTimeout(done, 1_000)));
      await expectCard(tab, null);
      await tab.move(await tab.pointOf('131026'));
      await expectCard(tab, '131026');
    },
  );
});

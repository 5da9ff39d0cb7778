import { join } from 'node:path';
import axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from 'vitest';
import { tabOf } from './chromium.ts';
import { expectCodes, MESSAGES } from './in-browsers.ts';
import { type Launched, launchWithExtension } from './launch-chromium.ts';
import { countChangedPixels, readPng } from './picture.ts';
import { respondWithPage } from './serve-pages.ts';
import { type Focused, installMeasures } from './wcag-measures.ts';

// Automated checks of WCAG 2.2 level AA for every extension page and the card, as painted.

const CONSOLE = 'https://business.facebook.com/wa/messages/';
const LOG = [131047, 131026, 131049, 131000, 132000]
  .map(
    (code) =>
      `2026-11-20T10:00:00Z ERROR worker send failed to=+5511987654321 (#${code}) fbtrace_id=A1`,
  )
  .join('\n');
/** The width of the toolbar popup. */
const POPUP = { width: 380, height: 600 };
const WIDE = { width: 1280, height: 800 };
/** A window 1280 px wide at a zoom of 200% and 400%. */
const ZOOMED = [
  { width: 640, height: 400 },
  { width: 320, height: 256 },
];

interface Place {
  name: string;
  size: { width: number; height: number };
  open(): Promise<Page>;
}

let launched: Launched;

beforeAll(async () => {
  launched = await launchWithExtension({
    extension: join(import.meta.dirname, '../../.output/chrome-mv3'),
  });
  await launched.context.route(/^https?:/, async (route) =>
    route.fulfill(await respondWithPage(route.request().url())),
  );
});
afterAll(() => launched?.close());

async function openPage(address: string, size: Place['size']): Promise<Page> {
  const page = await launched.context.newPage();
  await page.setViewportSize(size);
  await page.goto(address);
  return page;
}

async function openPopup(
  ready: (page: Page) => Promise<unknown>,
  query = '',
): Promise<Page> {
  const page = await openPage(`${launched.origin}/popup.html${query}`, POPUP);
  await page.locator('#site-state').waitFor();
  await ready(page);
  return page;
}

async function openOwnPage(
  path: string,
  size: Place['size'],
  ready: string,
): Promise<Page> {
  const page = await openPage(`${launched.origin}/${path}`, size);
  await page.locator(ready).first().waitFor();
  return page;
}

/** Exposes the card's closed shadow root to the tests in the page, through the debugger. */
async function openRoot(page: Page): Promise<void> {
  const session = await launched.context.newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', {
    depth: -1,
    pierce: true,
  });
  type Node = typeof root;
  const findRoot = (node: Node): Node | undefined =>
    node.nodeName === 'ERRATA-CARD'
      ? node.shadowRoots?.[0]
      : (node.children ?? []).map(findRoot).find((one) => one !== undefined);
  const shadow = findRoot(root);
  if (!shadow) throw new Error('no card');
  const { object } = await session.send('DOM.resolveNode', {
    backendNodeId: shadow.backendNodeId,
  });
  await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId as string,
    functionDeclaration: `function () { Object.defineProperty(this.host, 'shadowRoot', { value: this }) }`,
  });
}

async function openCard(): Promise<Page> {
  const page = await openPage(CONSOLE, WIDE);
  const tab = tabOf(launched.context, page);
  await expectCodes(tab, MESSAGES);
  // Also at the edge of a narrow window.
  await page.evaluate(() => {
    document.body.innerHTML =
      '<p style="margin: 60px 8px 900px">Error code: 131047</p>';
  });
  await expectCodes(tab, ['131047']);
  await walkIn(page);
  await openRoot(page);
  return page;
}

/** Moves to the next code of the page by its shortcut, then into its card. */
async function walkIn(page: Page): Promise<void> {
  await page.bringToFront();
  await (await launched.worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch('next-code', tab);
  })()`);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.localName))
    .toBe('errata-card');
  // The page scrolls to the code, and then the card follows.
  await (await page.waitForSelector('errata-card')).waitForElementState(
    'stable',
  );
}

/** Opens all collapsed parts. */
async function expandAll(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const folds = 'details:not([open])';
        const folded = globalThis.wcag
          .root()
          .querySelectorAll<HTMLDetailsElement>(folds);
        for (const fold of folded) fold.open = true;
        return folded.length;
      }),
    )
    .toBe(0);
}

const PLACES: Place[] = [
  {
    name: 'the popup',
    size: POPUP,
    open: () => openPopup(async () => undefined),
  },
  {
    name: 'the popup with an answer',
    size: POPUP,
    open: () =>
      openPopup(
        (page) => page.locator('.er-verdict').first().waitFor(),
        '?q=131047',
      ),
  },
  {
    name: 'the popup with results',
    size: POPUP,
    open: () =>
      openPopup(async (page) => {
        await page.getByRole('combobox').fill('template paused');
        await page.getByRole('option').nth(3).waitFor();
      }),
  },
  {
    name: 'the popup with a paste',
    size: POPUP,
    open: () =>
      openPopup(async (page) => {
        await page.evaluate((text) => {
          const data = new DataTransfer();
          data.setData('text', text);
          const event = new ClipboardEvent('paste', {
            bubbles: true,
            cancelable: true,
            clipboardData: data,
          });
          document.querySelector('input')?.dispatchEvent(event);
        }, LOG);
        await page.getByRole('option').nth(3).waitFor();
      }),
  },
  {
    name: 'the settings',
    size: WIDE,
    open: () => openOwnPage('options.html', WIDE, '.setting'),
  },
  {
    name: 'the catalogue with an entry',
    size: WIDE,
    open: () =>
      openOwnPage(
        'catalogue.html?provider=oca#131042',
        WIDE,
        '.detail .er-verdict',
      ),
  },
  {
    name: 'the side panel',
    size: { width: 360, height: 800 },
    open: async () => {
      const page = await openPage(CONSOLE, WIDE);
      await expectCodes(tabOf(launched.context, page), MESSAGES);
      return openOwnPage(
        'sidepanel.html',
        { width: 360, height: 800 },
        '[data-code="132000"]',
      );
    },
  },
  {
    name: 'the first page',
    size: WIDE,
    open: () => openOwnPage('welcome.html', WIDE, 'table'),
  },
  { name: 'the card', size: WIDE, open: openCard },
];

describe.each(PLACES)('$name', ({ name, size, open }) => {
  let page: Page;
  let session: CDPSession;
  // Opened lazily, so that a filtered run does not wait for it.
  beforeEach(async () => {
    if (!page) {
      page = await open();
      session = await launched.context.newCDPSession(page);
      await page.evaluate(
        installMeasures,
        name === 'the card' ? 'errata-card' : null,
      );
      await page.evaluate(axe.source);
      await expandAll(page);
    }
    await resizeWindow(size);
    await page.emulateMedia({
      colorScheme: 'light',
      reducedMotion: 'no-preference',
    });
  });
  afterAll(() => page?.close());

  test.each(['light', 'dark'] as const)(
    'has no axe violation in the %s scheme',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: typeof import('axe-core');
        };
        const card = document.querySelector('errata-card') && {
          fromShadowDom: ['errata-card', '.er-card'],
        };
        const { violations } = await axe.run((card as never) ?? document, {
          rules: { 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ html, failureSummary }) =>
              `${id}: ${html.slice(0, 160)} ${failureSummary}`,
          ),
        );
      });
      expect(found).toEqual([]);
      // Cases that axe cannot check: overlapped text, icons, switches and fields.
      expect(await page.evaluate(() => globalThis.wcag.pale())).toEqual([]);
    },
  );

  test('has no control below the minimum size', async () => {
    expect(await page.evaluate(() => globalThis.wcag.smallTargets())).toEqual(
      [],
    );
  });

  test('clips nothing at its own width and at 200 % and 400 % zoom', async () => {
    for (const zoomed of [size, ...ZOOMED]) {
      await resizeWindow(zoomed);
      if (process.env.WCAG_SHOTS) await saveShot(`${zoomed.width}`);
      expect
        .soft(
          await page.evaluate(() => globalThis.wcag.cutOff()),
          `at ${zoomed.width} px`,
        )
        .toEqual([]);
    }
  });

  test('clips nothing with larger text spacing', async () => {
    const undo = await addStyle(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    for (const spaced of [size, { width: 320, height: 640 }]) {
      await resizeWindow(spaced);
      if (process.env.WCAG_SHOTS) await saveShot(`spaced-${spaced.width}`);
      expect
        .soft(
          await page.evaluate(() => globalThis.wcag.cutOff()),
          `at ${spaced.width} px`,
        )
        .toEqual([]);
    }
    await undo();
  });

  test('has no motion if reduced motion is preferred', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate(() => globalThis.wcag.moving())).toEqual([]);
  });

  test('the Tab key reaches every control, and each shows that', async () => {
    await page.emulateMedia({
      colorScheme:
        PLACES.findIndex((one) => one.name === name) % 2 ? 'dark' : 'light',
    });
    if (name === 'the card') await walkIn(page);
    else await page.evaluate(() => globalThis.wcag.begin());
    const stops = await page.evaluate(() => globalThis.wcag.tabStops());
    const reached = new Set<number>();
    const poor: string[] = [];
    // A date field has several tab stops.
    for (let presses = 2 * stops.length + 12; presses > 0; presses--) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => globalThis.wcag.focused());
      if (!focused) {
        if (reached.size > 0) break;
        continue;
      }
      if (reached.has(focused.id)) continue;
      reached.add(focused.id);
      if (focused.isCovered) poor.push(`covered: ${focused.name}`);
      const { pixels, least } = await countIndicatorPixels(focused);
      if (pixels < least)
        poor.push(`${focused.name}: ${pixels} pixels of ${least}`);
    }
    expect.soft(stops.filter(({ id }) => !reached.has(id))).toEqual([]);
    expect(poor).toEqual([]);
  });

  /** Under the toolbar button the popup has its own width. Here it is in a tab, as on a phone. */
  async function resizeWindow(to: Place['size']) {
    await page.setViewportSize(to);
    await page.evaluate(
      async (place) => {
        const { dataset } = document.documentElement;
        if (dataset.place) dataset.place = place;
        // Wait until size observers have run.
        for (let frame = 0; frame < 4; frame++)
          await new Promise(requestAnimationFrame);
      },
      to === POPUP ? 'popup' : 'tab',
    );
  }

  /** Adds a user style. */
  async function addStyle(css: string) {
    const added = await page.evaluateHandle((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      const root = globalThis.wcag.root();
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      return { sheet, root };
    }, css);
    return () =>
      added.evaluate(({ root, sheet }) => {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
          (one) => one !== sheet,
        );
      });
  }

  /** Counts the pixels around a control that change clearly when it gets the focus. */
  async function countIndicatorPixels({ box }: Focused) {
    const [left, top] = [Math.max(0, box.x - 6), Math.max(0, box.y - 6)];
    const { width, height } = page.viewportSize() ?? size;
    const scrolled = await page.evaluate(() => ({ x: scrollX, y: scrollY }));
    const clip = {
      x: Math.floor(left) + scrolled.x,
      y: Math.floor(top) + scrolled.y,
      width: Math.ceil(Math.min(box.x + box.width + 6, width) - left),
      height: Math.ceil(Math.min(box.y + box.height + 6, height) - top),
      scale: 1,
    };
    const captureClip = async () => {
      const { data } = await session.send('Page.captureScreenshot', {
        clip,
        optimizeForSpeed: true,
      });
      return readPng(Buffer.from(data, 'base64'));
    };
    const after = await captureClip();
    await page.evaluate(() => globalThis.wcag.blur());
    const before = await captureClip();
    await page.evaluate(() => globalThis.wcag.focusAgain());
    // An outline of one pixel, or a thick line along one side.
    const [short, long] = [box.width, box.height].sort((a, b) => a - b) as [
      number,
      number,
    ];
    return {
      pixels: countChangedPixels(before, after, 3),
      least: Math.floor(Math.min(2 * (short + long), 4 * short)),
    };
  }

  async function saveShot(what: string) {
    const file = `${process.env.WCAG_SHOTS}/${name.replaceAll(' ', '-')}-${what}`;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${file}-${colorScheme}.png` });
    }
  }
});

test.each([320, 360, 520])(
  'a code of the first page, which is to be tried, is in view at %i pixels',
  async (width) => {
    const page = await openOwnPage(
      'welcome.html',
      { width, height: 640 },
      'table',
    );
    const { box, code } = await page.evaluate(() => {
      const found = [...document.querySelectorAll('td')].find(
        ({ textContent }) => textContent === '131047',
      );
      const getEdges = (element: Element) =>
        element.getBoundingClientRect().toJSON() as DOMRect;
      return {
        box: getEdges(document.querySelector('.log') as Element),
        code: getEdges(found as Element),
      };
    });
    expect(code.right).toBeLessThanOrEqual(box.right);
    expect(code.left).toBeGreaterThanOrEqual(box.left);
    await page.close();
  },
);

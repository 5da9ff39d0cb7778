import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Box, Tab } from './browser.ts';
import { tabOf } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { expectCodes, hoverCode, MESSAGES } from './in-browsers.ts';
import { launchWithExtension } from './launch-chromium.ts';
import {
  computeContrast,
  countChangedPixels,
  cropPicture,
  type Picture,
  readPng,
} from './picture.ts';
import { respondWithPage } from './serve-pages.ts';
import { installMeasures } from './wcag-measures.ts';

// With the user's own colours, and in Firefox with text at twice the size, everything must stay visible.

interface Opener {
  openPage(): Promise<Tab>;
  openExtension(path: string): Promise<Tab>;
  close(): Promise<void>;
}

async function startChromium(): Promise<Opener> {
  const { context, origin, close } = await launchWithExtension({
    extension: join(import.meta.dirname, '../../.output/chrome-mv3'),
  });
  await context.route(/^https?:/, async (route) =>
    route.fulfill(await respondWithPage(route.request().url())),
  );
  const openPage = async (address: string) => {
    const page = await context.newPage();
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(address);
    return tabOf(context, page);
  };
  return {
    openPage: () => openPage('https://business.facebook.com/wa/messages/'),
    openExtension: (path) => openPage(`${origin}/${path}`),
    close,
  };
}

async function startFirefox(): Promise<Opener> {
  const {
    open: openPage,
    openExtension,
    close,
  } = await launchFirefox(undefined, undefined, {
    // Always.
    'browser.display.document_color_use': 2,
    'ui.textScaleFactor': 200,
    // Zoom the text only.
    'browser.display.os-zoom-behavior': 2,
  });
  return { openPage: () => openPage('messages'), openExtension, close };
}

const folder = mkdtempSync(join(tmpdir(), 'errata-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let shots = 0;

async function takePicture(tab: Tab): Promise<Picture> {
  const file = join(
    process.env.WCAG_SHOTS ?? folder,
    `own-colours-${++shots}.png`,
  );
  await tab.screenshot(file);
  return readPng(readFileSync(file));
}

/** Returns the boxes of these elements, by the text next to them. */
const getBoxes = (tab: Tab, selector: string): Promise<Box[]> =>
  tab.run((wanted) => {
    const all = [...document.querySelectorAll(wanted)];
    all[0]?.scrollIntoView({ block: 'center' });
    return all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x, y, width, height };
    });
  }, selector);

/** Returns pairs of these elements that look the same, by their index in the page. */
async function findAlike(
  tab: Tab,
  selector: string,
): Promise<{ count: number; pairs: string[] }> {
  const boxes = await getBoxes(tab, selector);
  const picture = await takePicture(tab);
  const parts = boxes.map((box) => cropPicture(picture, box));
  const pairs = parts.flatMap((one, at) =>
    parts.slice(at + 1).flatMap((other, after) => {
      const different = countChangedPixels(one, other, 3);
      return different < 12
        ? [`${at} and ${at + 1 + after}: ${different} pixels`]
        : [];
    }),
  );
  return { count: boxes.length, pairs };
}

describe.each([
  ['chromium', startChromium],
  ['firefox', startFirefox],
] as const)('in the reader’s own colours, %s', (_, start) => {
  let browser: Opener;
  beforeAll(async () => {
    browser = await start();
  });
  afterAll(() => browser?.close());

  test('the five turn signs are distinguishable', async () => {
    const catalogue = await browser.openExtension('catalogue.html#131047');
    await expect.poll(() => getBoxes(catalogue, '.legend svg')).toHaveLength(5);
    expect(
      await catalogue.run(() => matchMedia('(forced-colors: active)').matches),
    ).toBe(true);
    expect(await findAlike(catalogue, '.legend svg')).toEqual({
      count: 5,
      pairs: [],
    });
    await catalogue.close();
  });

  test('the marks of a page are distinguishable', async () => {
    const page = await browser.openPage();
    await expectCodes(page, MESSAGES);
    const marks = await page.marks();
    await page.run(
      () =>
        new Promise((drawn) =>
          requestAnimationFrame(() => requestAnimationFrame(drawn)),
        ),
    );
    const marked = await takePicture(page);
    await page.run(() => CSS.highlights.clear());
    const bare = await takePicture(page);
    for (const { text, x, y } of marks.filter((mark) => mark.y < 700)) {
      const around = { x: x - 20, y: y - 12, width: 40, height: 32 };
      expect
        .soft(
          countChangedPixels(
            cropPicture(marked, around),
            cropPicture(bare, around),
            3,
          ),
          text,
        )
        .toBeGreaterThan(15);
    }
    await page.close();
  });

  test('the popup is readable, and nothing is clipped', async () => {
    for (const path of [
      'popup.html',
      'popup.html?q=131047',
      'popup.html?q=template+paused',
    ]) {
      const popup = await browser.openExtension(path);
      await popup.run(() => {
        document.documentElement.dataset.place = 'popup';
      });
      await expect
        .poll(() =>
          popup.run(() => document.querySelector('#site-state') !== null),
        )
        .toBe(true);
      await popup.run(installMeasures, null);
      expect
        .soft(await popup.run(() => globalThis.wcag.pale()), path)
        .toEqual([]);
      expect
        .soft(await popup.run(() => globalThis.wcag.cutOff()), path)
        .toEqual([]);
      if (process.env.WCAG_SHOTS) await takePicture(popup);
      await popup.close();
    }
  });

  test('the card has an edge and words', async () => {
    const page = await browser.openPage();
    const before = await takePicture(page);
    await hoverCode(page, '131047');
    await expect
      .poll(async () => (await page.cardTree())?.text)
      .toContain('Fix first');
    // It appears within 80 ms.
    await page.run(() => new Promise((appeared) => setTimeout(appeared, 200)));
    const [box] = await getBoxes(page, 'errata-card');
    if (!box) throw new Error('no card');
    const inside = cropPicture(await takePicture(page), box);
    const ground = inside.at(Math.round(inside.width / 2), 5);
    let ink = 0;
    for (let y = 0; y < inside.height; y++)
      for (let x = 0; x < inside.width; x++)
        if (computeContrast(inside.at(x, y), ground) >= 4.5) ink++;
    expect(ink).toBeGreaterThan(inside.width * inside.height * 0.03);
    for (const at of [0.2, 0.5, 0.8])
      expect(
        computeContrast(inside.at(0, Math.round(inside.height * at)), ground),
      ).toBeGreaterThan(3);
    expect(
      countChangedPixels(inside, cropPicture(before, box), 3),
    ).toBeGreaterThan(ink / 2);
    await page.close();
  });
});

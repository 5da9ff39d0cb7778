import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { tabOf } from './chromium.ts';
import { beforeAllInChromium, hoverCode } from './in-browsers.ts';
import type { Launched } from './launch-chromium.ts';
import {
  readCardLines,
  readPopupLines,
  type ShownTexts,
} from './readme-views.ts';
import { openToolbarPopup } from './toolbar-popup.ts';

const OUTDATED =
  'the README shows another text: run npm run shots, look at docs/images, and commit it';

const shown: ShownTexts = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../../docs/images/shown.json'),
    'utf8',
  ),
);

describe('the pictures of the README', () => {
  let launched: Launched;
  let page: Page;

  beforeAllInChromium((one) => {
    launched = one;
  });

  beforeAll(async () => {
    page = await launched.context.newPage();
    await page.goto('https://business.facebook.com/wa/demo-console/');
    await page.bringToFront();
  });

  test('show the card as it is', async () => {
    const tab = tabOf(launched.context, page);
    await hoverCode(tab, '131047');
    expect(await readCardLines(tab), OUTDATED).toEqual(shown.card);
  });

  test('show the popup as it is', async () => {
    const popup = await openToolbarPopup(launched, page.url());

    // On a page of Meta, Errata also lists states, so counts and the provider's line differ.
    const texts = shown.popup.filter(
      (line) => !/\d/.test(line) && !line.startsWith('Codes:'),
    );

    await expect
      .poll(() => readPopupLines(popup), { message: OUTDATED })
      .toEqual(expect.arrayContaining(texts));
  });
});

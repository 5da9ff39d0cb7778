import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findButton, findNode, middle, type ShadowNode, type Tab } from '../tests/e2e/browser.ts';
import { HAS_DISPLAY, startDisplay } from '../tests/e2e/display.ts';
import { selectionPoint, selectText } from '../tests/e2e/in-page.ts';
import { launchWithExtension } from '../tests/e2e/launch-chromium.ts';
import { openToolbarPopup } from '../tests/e2e/toolbar-popup.ts';
import { openTab, type Scheme, type Shot, until, visitViews } from './demo-views.ts';

export interface Demo {
  /** Folder of the extension, built in demo mode. */
  extension: string;
  /** Port of the server of the demo pages. */
  port: number;
}

/**
 * Takes screenshots of the extension's views in both colour schemes.
 *
 * @param folder Target folder of the PNG files. Null takes no screenshots.
 * @returns The file names.
 */
export async function takeShots(demo: Demo, folder: string | null): Promise<string[]> {
  if (folder) mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    const shot = async (name: string, screenshot: (file: string) => Promise<void>) => {
      if (!folder) return;
      names.push(`${name}-${scheme}.png`);
      await screenshot(join(folder, `${name}-${scheme}.png`));
    };
    await visitConsole(demo, scheme, shot);
    if (HAS_DISPLAY) await visitOtherSite(demo, scheme, shot);
    else console.log('errata: Xvfb or xdotool not found, so the context menu was not captured');
  }
  return names;
}

/** The size that the extension stores require. */
const SIZE = { width: 1280, height: 800 };
/** Makes extension pages and the toolbar popup use the colour scheme too. */
const schemeArgs = (scheme: Scheme) => (scheme === 'dark' ? ['--force-dark-mode'] : []);

async function visitConsole({ extension, port }: Demo, scheme: Scheme, shot: Shot) {
  const launched = await launchWithExtension({ extension, args: schemeArgs(scheme), ...SIZE });
  try {
    const tab = await openTab(launched, `http://127.0.0.1:${port}/demo-console/`, scheme);
    await until(async () => (await tab.codes()).length > 5);
    await shot('console', tab.screenshot);

    await tab.move(await tab.pointOf('131047'));
    await until(async () => (await tab.card()).state === 'open');
    await shot('card', tab.screenshot);

    const pin = middle(await (await needed(tab, (tree) => findButton(tree, /^pin$/i))).box());
    await tab.move(pin, 25);
    await tab.click(pin);
    await until(async () => (await tab.card()).state === 'pinned');
    const fold = await needed(tab, (tree) => findNode(tree, ({ tag }) => tag === 'summary'));
    await tab.click(middle(await fold.box()));
    await tab.move({ x: SIZE.width - 40, y: SIZE.height - 20 });
    await shot('card-pinned', tab.screenshot);
    await tab.press('Escape');
    await until(async () => (await tab.card()).state === null);

    const popup = await openToolbarPopup(launched, await tab.address());
    await until(() => popup.run<boolean>('document.querySelectorAll("[data-code]").length > 2'));
    await shot('popup-page', popup.screenshot);
    await popup.type('window closed');
    await until(() => popup.run<boolean>('document.querySelectorAll("[role=option]").length > 2'));
    await shot('popup-results', popup.screenshot);

    const catalogue = await openTab(launched, `${launched.origin}/catalogue.html#131047`, scheme);
    await until(() => catalogue.run(() => document.querySelectorAll('[data-code]').length > 10));
    await shot('catalogue', catalogue.screenshot);
    const options = await openTab(launched, `${launched.origin}/options.html`, scheme);
    await until(() => options.run(() => document.querySelectorAll('button, input').length > 0));
    await shot('options', options.screenshot);
    await visitViews(launched, `http://127.0.0.1:${port}`, scheme, shot);
  } finally {
    await launched.close();
  }
}

/** Uses the context menu on a site that is not a console, with a real pointer: only that grants `activeTab` access. */
async function visitOtherSite({ extension, port }: Demo, scheme: Scheme, shot: Shot) {
  const display = await startDisplay();
  const launched = await launchWithExtension({ extension, display: display.name, args: schemeArgs(scheme) });
  try {
    const tab = await openTab(launched, `http://localhost:${port}/other-site/`, scheme);
    await tab.run(selectText, '131047');
    await display.choose(tab, await tab.run(selectionPoint), 'e');
    await until(async () => (await tab.card()).state !== null);
    await shot('menu-other-site', tab.screenshot);
  } finally {
    await launched.close();
    display.close();
  }
}

async function needed(tab: Tab, find: (tree: ShadowNode | null) => ShadowNode | null): Promise<ShadowNode> {
  const found = find(await tab.cardTree());
  if (!found) throw new Error('The card lacks a control');
  return found;
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findButton, getMiddle, type ShadowNode, type Tab } from '../tests/e2e/browser.ts';
import { tabOf } from '../tests/e2e/chromium.ts';
import { type Launched, launchWithExtension } from '../tests/e2e/launch-chromium.ts';
import { openToolbarPopup } from '../tests/e2e/toolbar-popup.ts';

type Scheme = 'light' | 'dark';
type TakeShot = (name: string, screenshot: (file: string) => Promise<void>) => Promise<void>;

export interface Demo {
  extension: string;
  port: number;
}

/** Takes screenshots of the views in both colour schemes, unless `folder` is null. Returns their names. */
export async function takeShots(demo: Demo, folder: string | null): Promise<string[]> {
  if (folder) mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    const takeShot = async (name: string, screenshot: (file: string) => Promise<void>) => {
      if (!folder) return;
      names.push(`${name}-${scheme}.png`);
      await screenshot(join(folder, `${name}-${scheme}.png`));
    };
    await visitConsole(demo, scheme, takeShot);
  }
  return names;
}

/** The size that the extension stores require. */
const SIZE = { width: 1280, height: 800 };

async function visitConsole({ extension, port }: Demo, scheme: Scheme, takeShot: TakeShot) {
  // Makes extension pages and the toolbar popup use the colour scheme too.
  const args = scheme === 'dark' ? ['--force-dark-mode'] : [];
  const launched = await launchWithExtension({ extension, args, ...SIZE });
  try {
    const tab = await openDemoTab(launched, `http://127.0.0.1:${port}/demo-console/`, scheme);
    await waitUntil(async () => (await tab.codes()).length > 5);
    await takeShot('console', tab.screenshot);

    await tab.move(await tab.pointOf('131047'));
    await waitUntil(async () => (await tab.card()).state === 'open');
    await takeShot('card', tab.screenshot);

    const pin = getMiddle(await (await waitForNode(tab, (tree) => findButton(tree, /^pin$/i))).box());
    await tab.move(pin, 25);
    await tab.click(pin);
    await waitUntil(async () => (await tab.card()).state === 'pinned');
    const fold = await waitForNode(tab, (tree) => findButton(tree, /^why and how$/i));
    await tab.click(getMiddle(await fold.box()));
    await tab.move({ x: SIZE.width - 40, y: SIZE.height - 20 });
    await takeShot('card-pinned', tab.screenshot);
    await tab.press('Escape');
    await waitUntil(async () => (await tab.card()).state === null);

    const popup = await openToolbarPopup(launched, await tab.address());
    await waitUntil(() => popup.run<boolean>('document.querySelectorAll("[data-code]").length > 2'));
    await takeShot('popup-page', popup.screenshot);
    await popup.type('window closed');
    await waitUntil(() => popup.run<boolean>('document.querySelectorAll("[role=option]").length > 2'));
    await takeShot('popup-results', popup.screenshot);

    const catalogue = await openDemoTab(launched, `${launched.origin}/catalogue.html#131047`, scheme);
    await waitUntil(() => catalogue.run(() => document.querySelectorAll('[data-code]').length > 10));
    await takeShot('catalogue', catalogue.screenshot);
    const options = await openDemoTab(launched, `${launched.origin}/options.html`, scheme);
    await waitUntil(() => options.run(() => document.querySelectorAll('button, input').length > 0));
    await takeShot('options', options.screenshot);
  } finally {
    await launched.close();
  }
}

async function waitForNode(tab: Tab, find: (tree: ShadowNode | null) => ShadowNode | null) {
  const found = find(await tab.cardTree());
  if (!found) throw new Error('The card lacks a control');
  return found;
}

async function openDemoTab({ context }: Launched, address: string, colorScheme: Scheme): Promise<Tab> {
  const page = await context.newPage();
  // Without animations, no screenshot shows half a fade.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(address);
  return tabOf(context, page);
}

/** Waits until a condition is true. Throws after 20 seconds. */
async function waitUntil(ready: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await ready())) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${ready}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

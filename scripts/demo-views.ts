import { findButton, type Tab } from '../tests/e2e/browser.ts';
import { tabOf } from '../tests/e2e/chromium.ts';
import type { Launched } from '../tests/e2e/launch-chromium.ts';
import { suppressColumn } from '../tests/e2e/suppress-column.ts';
import paste from './demo-paste.json' with { type: 'json' };

export type Scheme = 'light' | 'dark';
export type TakeShot = (name: string, screenshot: (file: string) => Promise<void>) => Promise<void>;

/** Sizes of the toolbar popup, a desktop window and a phone. */
const POPUP = { width: 400, height: 600 };
const WIDE = { width: 1440, height: 900 };
const SIZES = { wide: WIDE, narrow: { width: 360, height: 740 } };

const PASTE = JSON.stringify(paste);

/** Visits secondary views: a decoded paste, a ticket, a less certain match, the sources, suppressed marks. */
export async function visitViews(launched: Launched, base: string, scheme: Scheme, shot: TakeShot) {
  const { origin } = launched;
  const openPopup = (query = '') => openDemoTab(launched, `${origin}/popup.html${query}`, scheme, POPUP);

  const quiet = await openDemoTab(launched, `${base}/quiet/`, scheme, WIDE);
  await waitUntil(async () => (await quiet.codes()).length > 0);
  const perhaps = await openPopup();
  await waitUntil(() => perhaps.run(() => document.querySelectorAll('.row-around').length > 1));
  await shot('popup-perhaps', perhaps.screenshot);

  const decoder = await openPopup();
  await waitUntil(() => decoder.run(() => document.activeElement?.localName === 'input'));
  await decoder.run((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, PASTE);
  await waitUntil(() => decoder.run(() => document.querySelectorAll('[role=option]').length > 3));
  await shot('popup-decoder', decoder.screenshot);

  const ticket = await openPopup('?q=131047');
  await pressButton(ticket, 'Ticket…');
  await waitUntil(() => ticket.run(() => document.querySelector('.er-preview') !== null));
  await shot('popup-ticket', ticket.screenshot);

  for (const [name, size] of Object.entries(SIZES)) {
    const entry = await openDemoTab(launched, `${origin}/catalogue.html#131056`, scheme, size);
    await waitUntil(() => entry.run(() => document.querySelector('.er-sources') !== null));
    await shot(`catalogue-${name}`, entry.screenshot);
    await entry.run(() => {
      const sources = document.querySelector('.er-sources');
      sources?.closest('details')?.setAttribute('open', '');
      sources?.scrollIntoView({ block: 'start' });
    });
    await shot(`sources-${name}`, entry.screenshot);
  }

  const console_ = await openDemoTab(launched, `${base}/demo-console/`, scheme, WIDE);
  await waitUntil(async () => (await console_.codes()).length > 5);
  await console_.move(await console_.pointOf('131047'));
  await waitUntil(async () => (await console_.card()).state === 'open');
  await suppressColumn(console_);
  await waitUntil(async () => findButton(await console_.cardTree(), /undo/i) !== null);
  await shot('card-silenced', console_.screenshot);
  for (const [name, size] of Object.entries(SIZES)) {
    const options = await openDemoTab(launched, `${origin}/options.html`, scheme, size);
    await waitUntil(() => options.run(() => document.body.textContent.includes('131047')));
    await shot(`options-${name}`, options.screenshot);
    await options.run(() => scrollTo(0, document.body.scrollHeight));
    await shot(`options-${name}-end`, options.screenshot);
  }
}

async function pressButton(tab: Tab, name: string) {
  const click = () =>
    tab.run((wanted) => {
      const button = [...document.querySelectorAll('button')].find(
        (one) => one.textContent?.trim() === wanted,
      );
      button?.click();
      return button !== undefined;
    }, name);
  await waitUntil(click);
}

export async function openDemoTab(
  { context }: Launched,
  address: string,
  colorScheme: Scheme,
  size?: { width: number; height: number },
): Promise<Tab> {
  const page = await context.newPage();
  if (size) await page.setViewportSize(size);
  // Without animations, no screenshot shows half a fade.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(address);
  return tabOf(context, page);
}

/** Waits until a condition is true. Throws after 20 seconds. */
export async function waitUntil(ready: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await ready())) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${ready}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

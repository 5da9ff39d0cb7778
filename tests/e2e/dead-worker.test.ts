import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import { tabOf } from './chromium.ts';
import { expectCodes, hoverCode, MESSAGES } from './in-browsers.ts';
import { type Launched, launchWithExtension } from './launch-chromium.ts';
import { respondWithPage } from './serve-pages.ts';
import { suppressColumn } from './suppress-column.ts';

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3');

// The browser may stop the worker at any time, but an attached debugger keeps it alive. So this build has a worker that
// never responds.
describe('chromium with a dead worker and no network', () => {
  const extension = mkdtempSync(join(tmpdir(), 'errata-dead-worker-'));
  let launched: Launched;
  let popup: Page;
  beforeAll(async () => {
    cpSync(BUILD, extension, { recursive: true });
    writeFileSync(join(extension, 'background.js'), '');
    launched = await launchWithExtension({ extension });
    const { context, origin } = launched;
    await context.route(/^https?:/, async (route) =>
      route.fulfill(await respondWithPage(route.request().url())),
    );
    const page = await context.newPage();
    await page.goto('https://business.facebook.com/wa/frames/');
    await page.waitForLoadState('load');
    await context.setOffline(true);
    popup = await context.newPage();
    await popup.goto(`${origin}/popup.html`);
  });
  afterAll(async () => {
    await launched?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  const readShownCodes = () =>
    popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-code]')].map(
        (row) => row.dataset.code,
      ),
    );

  test('the page has no marks, and the popup says nothing false', async () => {
    await expect
      .poll(() => popup.evaluate(() => document.body.textContent))
      .not.toContain('Reading');
    expect(await readShownCodes()).toEqual([]);
  });

  test('the popup finds and explains', async () => {
    await popup.keyboard.type('131042');
    await expect.poll(async () => (await readShownCodes())[0]).toBe('131042');
    await popup.keyboard.press('Enter');
    await expect
      .poll(() => popup.evaluate(() => document.body.textContent))
      .toContain('Your turn');
  });

  test.each(
    takeNthByDay(3, [
      ['popup', 'Settings'],
      ['sidepanel', 'Errata'],
      ['catalogue', 'Error codes for WhatsApp Business'],
      ['options', 'Changes apply immediately'],
      ['welcome', 'Error codes for WhatsApp Business'],
    ]),
  )('the page "%s" paints while storage never answers', async (name, text) => {
    const page = await launched.context.newPage();
    await page.addInitScript(() => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: Record<string, object> } }
      ).chrome;
      for (const area of ['local', 'session', 'sync', 'managed'])
        Object.assign(storage[area] ?? {}, {
          get: () => new Promise(() => {}),
        });
    });
    await page.goto(`${launched.origin}/${name}.html`);
    await expect
      .poll(() => page.evaluate(() => document.body.textContent))
      .toContain(text);
    await page.close();
  });
});

/** Prepended to a worker: it writes to the storage but the promise never resolves. */
const STORES_AND_HANGS = `{
  const set = chrome.storage.local.set.bind(chrome.storage.local);
  chrome.storage.local.set = (items) => set(items).then(() => globalThis.isToHang && new Promise(() => {}));
}
`;

describe('chromium that stops the worker after it stored', () => {
  const extension = mkdtempSync(join(tmpdir(), 'errata-stopped-worker-'));
  let launched: Launched;
  beforeAll(async () => {
    cpSync(BUILD, extension, { recursive: true });
    const worker = join(extension, 'background.js');
    writeFileSync(worker, STORES_AND_HANGS + readFileSync(worker, 'utf8'));
    launched = await launchWithExtension({ extension });
    await launched.context.route(/^https?:/, async (route) =>
      route.fulfill(await respondWithPage(route.request().url())),
    );
  });
  afterAll(async () => {
    await launched?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  async function getWorkers() {
    const { targetInfos } = await launched.session.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'service_worker');
  }
  async function stopWorker(): Promise<void> {
    for (const { targetId } of await getWorkers())
      await launched.session
        .send('Target.closeTarget', { targetId })
        .catch(() => undefined);
  }

  test('a stored change is not reported as failed', async () => {
    const { context, worker } = launched;
    const page = await context.newPage();
    const tab = tabOf(context, page);
    await page.goto('https://business.facebook.com/wa/messages/');
    await hoverCode(tab, '131047');
    await (await worker()).evaluate('globalThis.isToHang = true');
    await suppressColumn(tab);
    await expectCodes(
      tab,
      MESSAGES.filter((code) => code !== '131047'),
    );
    await stopWorker();
    await new Promise((answered) => setTimeout(answered, 1_000));
    const card = (await tab.cardTree())?.text ?? '';
    expect(card).toMatch(/undo/i);
    expect(card).not.toMatch(/not saved|couldn’t/i);
    // An open console would start the worker again.
    await page.close();
  });

  test('a console starts the worker while it loads', async () => {
    // The page that closed may start it once more.
    await expect
      .poll(async () => {
        await stopWorker();
        await new Promise((started) => setTimeout(started, 300));
        return getWorkers();
      })
      .toEqual([]);
    const page = await launched.context.newPage();
    // Its script never arrives, so the document never becomes idle.
    await page.route('**/loading/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script src="/never/"></script>',
      }),
    );
    void page
      .goto('https://business.facebook.com/wa/loading/')
      .catch(() => undefined);
    await expect.poll(getWorkers).toHaveLength(1);
    await page.close();
  });
});

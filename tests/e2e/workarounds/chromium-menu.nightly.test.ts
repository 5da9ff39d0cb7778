import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tabOf } from '../chromium.ts';
import { HAS_DISPLAY, startDisplay } from '../display.ts';
import { getSelectionPoint, selectText } from '../in-page.ts';
import { launchWithExtension } from '../launch-chromium.ts';
import { expectStillNeeded, writeExtension } from './workaround.ts';

/** Maximum choices. Of 30 on two busy cores, access came too late for 6. */
const MAX_CHOICES = 100;

const WORKER = `
  globalThis.results = [];
  chrome.runtime.onInstalled.addListener(() =>
    chrome.contextMenus.create({ id: 'explain', title: 'Explain', contexts: ['selection'] }));
  chrome.contextMenus.onClicked.addListener((_, { id }) =>
    chrome.scripting.executeScript({ target: { tabId: id }, func: () => 'ran' })
      .then(([{ result }]) => result, String).then((result) => results.push(result)));
`;

// Only Chromium's own menu grants `activeTab`.
test.skipIf(!HAS_DISPLAY)(
  'lib/extension/webext/context-menu.ts: the worker may get a click in the menu before its access',
  async () => {
    const extension = writeExtension({
      'manifest.json': {
        manifest_version: 3,
        name: 'Workarounds',
        version: '1',
        permissions: ['scripting', 'contextMenus', 'activeTab'],
        background: { service_worker: 'worker.js' },
      },
      'worker.js': WORKER,
    });
    const display = await startDisplay();
    const {
      context,
      worker: getWorker,
      close,
    } = await launchWithExtension({ extension, display: display.name });
    const results: string[] = [];
    try {
      const worker = await getWorker();
      await context.route(/^https?:/, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><title>Site</title><p>zebrafish',
        }),
      );
      const page = await context.newPage();
      const tab = tabOf(context, page);
      while (results.length < MAX_CHOICES && new Set(results).size < 2) {
        // Access lasts until the tab shows another site.
        await page.goto(`https://site-${results.length}.example/`);
        await tab.run(selectText, 'zebrafish');
        await display.choose(tab, await tab.run(getSelectionPoint), 'e');
        await expect
          .poll(() => worker.evaluate('results.length'))
          .toBe(results.length + 1);
        results.push(await worker.evaluate('results.at(-1)'));
      }
    } finally {
      await close();
      display.close();
      rmSync(extension, { recursive: true });
    }
    expect(results).toContain('ran');
    expectStillNeeded(
      results.some((result) => result.includes('Cannot access')),
    );
  },
);

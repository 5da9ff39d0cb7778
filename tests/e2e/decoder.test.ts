import { describe, expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import type { Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  testByNight,
} from './in-browsers.ts';

/** A log with this number of lines and a failure in each. The code of the last line occurs nowhere else. */
interface Log {
  lines: number;
  as: 'paste' | 'drop';
}

declare global {
  var paste: (text: string) => void;
  var frameGaps: number[];
  var givenAt: number;
  var doneAt: number;
}

/**
 * Adds a `paste` function for both browsers. Firefox ignores the `clipboardData` option of `new ClipboardEvent()`: to
 * reproduce, pass a `DataTransfer` with text and read `event.clipboardData`. So this dispatches a plain event with the
 * `getData` method that the popup uses.
 */
function installPaste(): void {
  globalThis.paste = (text) => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', {
      value: { getData: () => text },
    });
    document.querySelector('input')?.dispatchEvent(event);
  };
}

/** Generates the log, pastes or drops it in the popup and records all frames from then on. Runs in the popup's main world. */
function pasteLog({ lines, as }: Log): number {
  const row = (at: number) =>
    `2026-11-20T10:00:${String(at % 60).padStart(2, '0')}Z ERROR worker send failed to=+5511987654321 wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjdGN0YzQ0E5NTkA (#${at % 3 === 0 ? 131056 : 131026}) fbtrace_id=A${at}\n`;
  const text = `${Array.from({ length: lines }, (_, at) => row(at)).join('')}ERROR (#131042) SECRET-MARKER payment issue\n`;
  globalThis.frameGaps = [];
  let last = performance.now();
  const recordFrame = () => {
    const now = performance.now();
    // While the worker loads, the page has nothing to do.
    if (document.querySelector('progress'))
      globalThis.frameGaps.push(now - last);
    last = now;
    if (globalThis.doneAt === 0) requestAnimationFrame(recordFrame);
  };
  requestAnimationFrame(recordFrame);
  globalThis.givenAt = last;
  globalThis.doneAt = 0;
  new MutationObserver((_, observer) => {
    if (
      document.querySelector('progress') ||
      !document.querySelector('[data-code="131042"]')
    )
      return;
    globalThis.doneAt = performance.now();
    observer.disconnect();
  }).observe(document.body, { subtree: true, childList: true });
  if (as === 'paste') globalThis.paste(text);
  else {
    const data = new DataTransfer();
    data.items.add(new File([text], 'app.log', { type: 'text/plain' }));
    const drop = new DragEvent('drop', {
      bubbles: true,
      cancelable: true,
      dataTransfer: data,
    });
    document.querySelector('main')?.dispatchEvent(drop);
  }
  return text.length;
}

/** Drops a file with these bytes. Runs in the popup's main world. */
function dropFile(bytes: readonly number[]): void {
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.from(bytes)], 'export'));
  document.querySelector('main')?.dispatchEvent(
    new DragEvent('drop', {
      bubbles: true,
      cancelable: true,
      dataTransfer: data,
    }),
  );
}

const readShownCodes = (tab: Tab) =>
  tab.run(() =>
    [...document.querySelectorAll<HTMLElement>('[data-code]')].map(
      (row) => row.dataset.code,
    ),
  );
const readText = (tab: Tab) => tab.run(() => document.body.textContent);
/** By day a third of a megabyte. */
const LINES = process.env.NIGHTLY ? 8_000 : 2_700;
/** So many that they can be stopped before they are read: 8 MB. */
const LONG_LINES = 60_000;

describeInBrowsers(BOTH_AT_NIGHT, (_, browser) => {
  async function withPopup(work: (tab: Tab) => Promise<void>) {
    const tab = await browser().openExtension('popup.html');
    try {
      await expect
        .poll(() => tab.run(() => document.activeElement?.localName))
        .toBe('input');
      // Before the catalogue has loaded, only the field is shown.
      await expect
        .poll(() => tab.run(() => document.querySelectorAll('main').length))
        .toBe(1);
      await tab.run(installPaste);
      await work(tab);
    } finally {
      await tab.close();
    }
  }

  describe('a log of thousands of lines', () => {
    test.each(takeNthByDay(2, ['paste', 'drop'] as const))(
      'by %s is read while the page stays responsive',
      (as) =>
        withPopup(async (tab) => {
          expect(await tab.run(pasteLog, { lines: LINES, as })).toBeGreaterThan(
            LINES * 125,
          );
          await expect
            .poll(() => tab.run(() => globalThis.doneAt))
            .toBeGreaterThan(0);
          expect(await readShownCodes(tab)).toEqual([
            '131056',
            '131026',
            '131042',
          ]);
          expect(await readText(tab)).toContain(
            `${(LINES + 1).toLocaleString('en')} failures, 3 codes`,
          );
          const { took, gaps } = await tab.run(() => ({
            took: globalThis.doneAt - globalThis.givenAt,
            gaps: globalThis.frameGaps,
          }));
          console.info(
            `${browser().name} ${as}: ${Math.round(took)} ms, longest frame ${Math.round(Math.max(...gaps))} ms of ${gaps.length}`,
          );
          // If the page itself decoded the paste, all of it would take one frame. A busy machine makes frames long, too.
          expect(gaps.length).toBeGreaterThan(4);
        }),
    );

    test('can be stopped, and the next paste is read', () =>
      withPopup(async (tab) => {
        await tab.run(pasteLog, { lines: LONG_LINES, as: 'paste' });
        await tab.run(async () => {
          const findStopButton = () =>
            [...document.querySelectorAll('button')].find(
              (one) => one.textContent === 'Stop',
            );

          while (!findStopButton() && globalThis.doneAt === 0)
            await new Promise(requestAnimationFrame);

          findStopButton()?.click();
        });
        await expect
          .poll(() => readText(tab))
          .toMatch(/Stopped before|part that was read/);
        expect(
          await tab.run(() => document.querySelectorAll('progress').length),
        ).toBe(0);
        await tab.run(pasteLog, { lines: 4, as: 'paste' });
        await expect.poll(() => readShownCodes(tab)).toContain('131042');
      }));
  });

  test('a paste leaves nothing in storage or history, and makes no network request', () =>
    withPopup(async (tab) => {
      await tab.run(pasteLog, { lines: 2_000, as: 'paste' });
      await expect.poll(() => readShownCodes(tab)).toContain('131042');
      await tab.press('Enter');
      await expect
        .poll(() =>
          tab.run(() => document.querySelector('article')?.dataset.code),
        )
        .toBe('131056');
      const settings = await browser().inExtension<string>(
        '(async () => JSON.stringify(await (globalThis.browser ?? chrome).storage.local.get(null)))()',
      );
      expect(settings).not.toMatch(/SECRET-MARKER|5511987654321|wamid/);
      const kept = await tab.run(async () => [
        Object.keys(localStorage).filter(
          (key) => !key.startsWith('start-settings'),
        ).length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => !name.startsWith(location.origin)).length,
      ]);
      expect(kept).toEqual([0, 0, 0, 0, 0]);
      expect(await tab.address()).toMatch(/popup\.html$/);
      expect(browser().outside()).toEqual([]);
    }));

  testByNight('a truncated payload is explained, with the position', () =>
    withPopup(async (tab) => {
      await tab.run(() =>
        globalThis.paste(
          '{"error":{\n  "message": "(#131047) Re-engagement message",\n  "code": 131047,\n  "fbtr',
        ),
      );
      await expect.poll(() => readShownCodes(tab)).toEqual(['131047']);
      await expect
        .poll(() => readText(tab))
        .toMatch(/cut off at line 4, column 8/);
    }),
  );

  testByNight('a binary file is rejected by name, a UTF-16 file is read', () =>
    withPopup(async (tab) => {
      await tab.run(dropFile, [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
      await expect
        .poll(() => readText(tab))
        .toMatch(/This is a gzip file, not text\./);
      await tab.run(
        dropFile,
        [...'ERROR (#131042) payment issue'].flatMap((unit) => [
          unit.charCodeAt(0),
          0,
        ]),
      );
      await expect.poll(() => readShownCodes(tab)).toEqual(['131042']);
    }),
  );

  test('no page logged an error', async () =>
    expect(await browser().errors()).toEqual([]));
});

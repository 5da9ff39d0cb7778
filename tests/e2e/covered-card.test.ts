import { afterEach, expect, test } from 'vitest';
import { type Box, getMiddle, type Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCodes,
  hoverCode,
  MESSAGES,
} from './in-browsers.ts';
import { suppressColumn } from './suppress-column.ts';

const AROUND = 'console.twilio.com';

/** Covers the card, and lets presses through. */
function addCover(): void {
  const style =
    'width: 100vw; height: 100vh; background: white; pointer-events: none';
  document.body.insertAdjacentHTML(
    'beforeend',
    `<p id="lid" popover="manual" style="${style}">WIN</p>`,
  );
  document.querySelector<HTMLElement>('#lid')?.showPopover();
}

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  afterEach(() => browser().inExtension('chrome.storage.local.clear()'));

  const countStored = () =>
    browser().inExtension<number>(
      'chrome.storage.local.get().then(({ settings }) => settings?.suppressions?.length ?? 0)',
    );

  /** Clicks a button of an extension page as soon as it is enabled. */
  async function pressOn(page: Tab, words: string): Promise<void> {
    const getButtonBox = () =>
      page.run((words) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === words,
        );
        const { x, y, width, height } =
          button?.getBoundingClientRect() ?? new DOMRect();
        return { isReady: button?.disabled === false, x, y, width, height };
      }, words);
    await expect.poll(async () => (await getButtonBox()).isReady).toBe(true);
    // The window may close before the driver gets its response.
    await page.click(getMiddle(await getButtonBox())).catch(() => undefined);
  }

  /** Returns the box of the marked code in the frame, or of a button of the card that is open there; null if it is not there yet. */
  const findBoxInFrame = (words: string | null) =>
    browser().inExtension<Box | null>(`(async () => {
      const [{ id }] = await chrome.tabs.query({ url: 'https://${AROUND}/*' });
      const func = (words) => {
        if (location.hostname !== 'business.facebook.com') return null;
        const host = document.querySelector('errata-card');
        const root = host && (host.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host));
        const buttons = [...(root?.querySelectorAll('button') ?? [])];
        let found = buttons.find(({ textContent }) => textContent === words);
        found?.scrollIntoView({ block: 'nearest' });
        if (words === null && globalThis.errataPage?.codes?.().length > 0) {
          found = document.createRange();
          found.setStart(document.querySelector('p').firstChild, 'Error '.length);
          found.setEnd(document.querySelector('p').firstChild, 'Error 131047'.length);
        }
        const { x, y, width, height } = found?.getBoundingClientRect() ?? {};
        return x === undefined ? null : { x, y, width, height };
      };
      const target = { tabId: id, allFrames: true };
      const frames = await chrome.scripting.executeScript({ target, func, args: [${JSON.stringify(words)}] });
      return frames.map(({ result }) => result).find(Boolean) ?? null;
    })()`);

  /** Presses "Not an error code" in a card that a page of another origin contains. */
  async function pressInFrame(): Promise<void> {
    const tab = await open('quiet', { base: `https://${AROUND}/wa/` });
    await tab.run(() => {
      document.body.innerHTML =
        '<iframe src="https://business.facebook.com/wa/frames/" style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0"></iframe>';
    });
    await expect.poll(() => findBoxInFrame(null)).not.toBeNull();
    await tab.move(getMiddle((await findBoxInFrame(null)) as Box), 2);
    for (const name of ['More', 'Not an error code']) {
      await expect.poll(() => findBoxInFrame(name)).not.toBeNull();
      const button = getMiddle((await findBoxInFrame(name)) as Box);
      await tab.move(button, 4);
      await tab.click(button);
    }
  }

  test.each([
    ['Cancel', 0],
    ['Stop marking', 1],
  ])(
    'in a frame of another origin, a press stores nothing before a window of Errata has asked: %s',
    async (answer, stored) => {
      await pressInFrame();
      const question = await browser().tabAt('options.html?handed=');
      expect(await countStored()).toBe(0);
      await pressOn(question, answer);
      await expect
        .poll(async () => (await browser().addresses()).join())
        .not.toContain('handed=');
      expect(await countStored()).toBe(stored);
    },
  );

  test('the page draws nothing in the host or over it', async () => {
    const tab = await open('messages');
    await tab.run(() => {
      const rule =
        'content: "WIN"; position: fixed; inset: 0; background: white; pointer-events: none; display: block';
      document.head.insertAdjacentHTML(
        'beforeend',
        `<style>errata-card::before, errata-card::after { ${rule} !important }
        errata-card { opacity: 0.01 !important; filter: blur(9px) !important; --er-ink: transparent !important }</style>`,
      );
    });
    await hoverCode(tab, '131047');
    const drawn = await tab.run(() => {
      const card = document.querySelector('errata-card') as HTMLElement;
      card.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 60_000 });
      const { opacity, filter } = getComputedStyle(card);
      return [
        opacity,
        filter,
        getComputedStyle(card, '::before').content,
        getComputedStyle(card, '::after').content,
      ];
    });
    expect(drawn).toEqual(['1', 'none', 'none', 'none']);
  });

  test('a page that covers a card of its own is not asked about: a choice for it gives it nothing', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await tab.run(addCover);
    await suppressColumn(tab);
    await expect.poll(countStored).toBe(1);
    expect((await browser().addresses()).join()).not.toContain('handed=');
    await expectCodes(
      tab,
      MESSAGES.filter((code) => code !== '131047'),
    );
  });
});

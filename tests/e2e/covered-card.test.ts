import { afterEach, describe, expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import { getMiddle, type Tab } from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCodes,
  hoverCode,
  MESSAGES,
  pressInCard,
} from './in-browsers.ts';
import { suppressColumn } from './suppress-column.ts';

const PICTURE = 'a picture of the page';

/** Overlays with which a page covers the card. All have `pointer-events: none`. */
const COVERS: Record<string, () => void> = {
  'a popover': () => {
    const lid = document.createElement('div');
    lid.style.cssText =
      'all: unset; position: fixed; inset: 0; background: white; pointer-events: none; font-size: 90px';
    lid.textContent = 'WIN A PRIZE';
    document.body.append(lid);
    lid.popover = 'manual';
    lid.showPopover();
  },
  'the backdrop of a popover elsewhere': () => {
    const style =
      '<style>#lid { inset: auto } #lid::backdrop { background: white; pointer-events: none }</style>';
    document.body.insertAdjacentHTML('beforeend', `${style}<p id="lid" popover="manual">-</p>`);
    document.querySelector<HTMLElement>('#lid')?.showPopover();
  },
  'the shadow of a popover elsewhere': () => {
    const style = 'inset: auto; pointer-events: none; box-shadow: 0 0 0 4000px white';
    document.body.insertAdjacentHTML('beforeend', `<p id="lid" popover="manual" style="${style}">-</p>`);
    document.querySelector<HTMLElement>('#lid')?.showPopover();
  },
  'a popover in a closed root': () => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML =
      '<p popover="manual" style="width: 100vw; height: 100vh; background: white; pointer-events: none">WIN</p>';
    root.querySelector('p')?.showPopover();
  },
  'a popover that goes as the pointer is pressed': () => {
    const style = 'width: 100vw; height: 100vh; background: white; pointer-events: none';
    document.body.insertAdjacentHTML('beforeend', `<p id="lid" popover="manual" style="${style}">WIN</p>`);
    const lid = document.querySelector<HTMLElement>('#lid');
    lid?.showPopover();
    for (const type of ['pointerdown', 'mousedown', 'pointermove', 'mousemove', 'wheel'])
      window.addEventListener(
        type,
        () => {
          lid?.hidePopover();
          setTimeout(() => lid?.showPopover());
        },
        true,
      );
  },
  'a popover that is there only to be painted': () => {
    const style = 'width: 100vw; height: 100vh; background: white; pointer-events: none';
    document.body.insertAdjacentHTML('beforeend', `<p id="lid" popover="manual" style="${style}">WIN</p>`);
    const lid = document.querySelector<HTMLElement>('#lid');
    const after = new MessageChannel();
    after.port1.onmessage = () => lid?.hidePopover();
    const showCover = () => {
      lid?.showPopover();
      after.port2.postMessage(0);
      requestAnimationFrame(showCover);
    };
    requestAnimationFrame(showCover);
  },
  'a popover that is painted, and gone whenever the page lets go of the thread': () => {
    const style = 'width: 100vw; height: 100vh; background: white; pointer-events: none';
    document.body.insertAdjacentHTML('beforeend', `<p id="lid" popover="manual" style="${style}">WIN</p>`);
    const lid = document.querySelector<HTMLElement>('#lid');
    const after = new MessageChannel();
    const showCover = () =>
      requestAnimationFrame(() => {
        lid?.showPopover();
        after.port2.postMessage(0);
      });
    after.port1.onmessage = () => {
      const until = performance.now() + 500;
      while (performance.now() < until);
      lid?.hidePopover();
      setTimeout(showCover, 40);
    };
    showCover();
  },
  [PICTURE]: () => {
    const name = '::view-transition';
    document.head.insertAdjacentHTML(
      'beforeend',
      `<style>${name} { pointer-events: none; background: white } ${name}-group(root) { animation-duration: 60s }</style>`,
    );
    document.startViewTransition?.(() => document.body.append('-'));
  },
};

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  afterEach(() => browser().inExtension('chrome.storage.local.clear()'));

  const countStored = () =>
    browser().inExtension<number>(
      'chrome.storage.local.get().then(({ settings }) => settings?.silenced?.length ?? 0)',
    );

  /** Clicks a button of an extension page as soon as it is enabled. */
  async function pressOn(page: Tab, words: string): Promise<void> {
    const getButtonBox = () =>
      page.run((words) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === words,
        );
        const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
        return { isReady: button?.disabled === false, x, y, width, height };
      }, words);
    await expect.poll(async () => (await getButtonBox()).isReady).toBe(true);
    // The window may close before the driver gets its response.
    await page.click(getMiddle(await getButtonBox())).catch(() => undefined);
  }

  describe('a press stores nothing', () => {
    test.for(takeNthByDay(3, Object.keys(COVERS)))(
      'under %s, and is asked again where no page draws',
      async (name, { skip }) => {
        skip(name === PICTURE && browser().name === 'chromium', 'no press gets through such a picture');
        const tab = await open('messages');
        await hoverCode(tab, '131047');
        await pressInCard(tab, /^pin$/i);
        const addCover = () => tab.run(COVERS[name] as () => void);
        // Under a picture the card cannot scroll, so the page adds it after the first click, which only asks.
        if (name !== PICTURE) await addCover();
        const isPressed = await suppressColumn(tab, name === PICTURE ? addCover : undefined).then(
          () => true,
          () => name !== PICTURE,
        );
        expect(await countStored()).toBe(0);
        // On a slow machine the picture may appear before the first click ends, so that the click reaches nothing.
        if (!isPressed) return;
        const question = await browser().tabAt('options.html?handed=');
        expect(await countStored()).toBe(0);
        await pressOn(question, 'Cancel');
        await expect.poll(async () => (await browser().addresses()).join()).not.toContain('handed=');
        expect(await countStored()).toBe(0);
      },
    );
  });

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

  test('a choice in the confirmation window is stored, and the marks go', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await pressInCard(tab, /^pin$/i);
    await tab.run(COVERS['a popover'] as () => void);
    await suppressColumn(tab);
    await pressOn(await browser().tabAt('options.html?handed='), 'Stop marking');
    await expect.poll(countStored).toBe(1);
    await expectCodes(
      tab,
      MESSAGES.filter((code) => code !== '131047'),
    );
  });

  describe('a person is asked nothing more', () => {
    test.each<[where: string, page: () => void]>(
      takeNthByDay(2, [
        ['in a page that is scrolled', () => scrollTo(0, 12)],
        ['in a page that zooms itself', () => document.documentElement.style.setProperty('zoom', '1.25')],
        [
          'over a modal dialog of the page',
          () => {
            document.body.insertAdjacentHTML('beforeend', '<dialog></dialog>');
            const dialog = document.querySelector('dialog');
            dialog?.append(document.querySelector('table') as Element);
            dialog?.showModal();
          },
        ],
        [
          'with a closed popover and a box above all others',
          () => {
            document.body.insertAdjacentHTML(
              'beforeend',
              `<p popover>-</p><p style="position: fixed; inset: 0; z-index: 2147483647; pointer-events: none"></p>`,
            );
          },
        ],
      ]),
    )('%s', async (_, change) => {
      const findConfirmations = async () =>
        (await browser().addresses()).filter((address) => address.includes('handed='));
      const before = await findConfirmations();
      const tab = await open('messages');
      await tab.run(change);
      await hoverCode(tab, '131047');
      await suppressColumn(tab);
      await expect.poll(countStored).toBe(1);
      expect(await findConfirmations()).toEqual(before);
    });
  });
});

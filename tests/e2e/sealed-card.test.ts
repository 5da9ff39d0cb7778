import { expect, test } from 'vitest';
import {
  type Box,
  findNode,
  getMiddle,
  type ShadowNode,
  type Tab,
} from './browser.ts';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCard,
  expectCodes,
  hoverCode,
  MESSAGES,
  moveTo,
  pressInCard,
  testByNight,
  waitUntilStill,
} from './in-browsers.ts';
import { readCard } from './read-card.ts';

declare global {
  var kept: Node | undefined;
}

/** Texts of the card of 131047 that are not on the page. */
const WORDS = ['approved template', '24 hours', 'Fix first', 'Ticket'];

/** Copies the selection with the keyboard and reads it from an input of the page. */
async function pasted(tab: Tab): Promise<string> {
  await tab.press('Control+c');
  await tab.run(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<textarea id="pasted" style="position: fixed; left: 0; bottom: 0"></textarea>',
    );
    document
      .querySelector<HTMLElement>('#pasted')
      ?.focus({ preventScroll: true });
  });
  await tab.press('Control+v');
  return tab.run(
    () => document.querySelector<HTMLTextAreaElement>('#pasted')?.value ?? '',
  );
}

async function find(
  tab: Tab,
  fits: (node: ShadowNode) => boolean,
): Promise<Box> {
  const found = await findNode(await tab.cardTree(), fits)?.box();
  if (!found) throw new Error('The card has no such part');
  return found;
}

const wordsOf = (tab: Tab) =>
  find(tab, ({ tag, text }) => tag === 'p' && text.includes('24 hours'));

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  async function openByKeyboard(tab: Tab): Promise<void> {
    await expectCodes(tab, MESSAGES);
    await browser().command(tab, 'next-code');
    await expectCard(tab, '131047');
    await expect
      .poll(() => tab.run(() => document.activeElement?.localName))
      .toBe('errata-card');
  }

  test('no known method reads the open card under the pointer', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    for (const word of WORDS)
      expect((await tab.cardTree())?.text).toContain(word);
    await pressInCard(tab, /^pin$/i);
    await expectCard(tab, '131047', 'pinned');
    expect(await tab.run(readCard, WORDS)).toEqual([]);
    await expectCard(tab, '131047', 'pinned');
  });

  testByNight('nor a focused card', async () => {
    const tab = await open('messages');
    await openByKeyboard(tab);
    await tab.press('p');
    expect(await tab.run(readCard, WORDS)).toEqual([]);
  });

  /** Records every event that exposes a node of the card, including those that a script can cause. */
  function noteNames(): void {
    globalThis.records = [];
    const types = new Set(
      'focusin focusout DOMActivate DOMMouseScroll MozMousePixelScroll compositionstart'.split(
        ' ',
      ),
    );
    for (const one of [window, document, document.body])
      for (const name in one)
        if (name.startsWith('on')) types.add(name.slice(2));
    const isIn = (node: unknown) =>
      node instanceof Node && node.getRootNode() instanceof ShadowRoot;
    const look = (event: Event) => {
      const { clientX, clientY } = event as MouseEvent;
      for (const one of [event, new MouseEvent('made', { clientX, clientY })]) {
        const told: unknown[] = one.composedPath();
        for (const name in one) told.push(one[name as keyof Event]);
        if (told.some(isIn))
          globalThis.records.push(`${one.type} in ${event.type}`);
      }
    };
    const host = () => document.querySelector('errata-card');
    for (const type of types) {
      for (const target of [window, document])
        target.addEventListener(type, look, true);
      const listen = () => host()?.addEventListener(type, look);
      addEventListener('mousemove', listen, { capture: true, once: true });
      new MutationObserver(listen).observe(document.documentElement, {
        childList: true,
      });
    }
  }

  test('no event exposes a node of the card, whatever the user does', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.run(noteNames);
    await tab.run(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<input id="own"><p id="menu" popover>Menu</p>',
      );
      document
        .querySelector<HTMLElement>('#own')
        ?.focus({ preventScroll: true });
    });
    await hoverCode(tab, '131047');
    await moveTo(tab, /^pin$/i);
    await tab.run(() =>
      document.querySelector<HTMLElement>('#menu')?.showPopover(),
    );
    await pressInCard(tab, /^pin$/i);
    await expectCard(tab, '131047', 'pinned');
    await tab.press('Tab');
    await tab.press('Shift+Tab');
    await tab.press('p');
    await expectCard(tab, '131047');
    const { y } = await wordsOf(tab);
    await tab.scroll(40);
    await expect.poll(async () => (await wordsOf(tab)).y).toBeLessThan(y);
    const words = await waitUntilStill(() => wordsOf(tab));
    for (let time = 0; time < 2; time++) {
      // The second time, the selected text is dragged.
      await tab.move({ x: words.x + 3, y: words.y + 8 });
      await tab.mouse('down');
      await tab.move({ x: words.x + words.width / 2, y: words.y + 10 });
      await tab.mouse('up');
    }
    await tab.press('Control+c');
    await tab.click({ x: words.x + 8, y: words.y + 8 });
    await tab.press('Escape');
    await expectCard(tab, null);
    await browser().command(tab, 'next-code');
    await expectCard(tab, '131049');
    await tab.press('ArrowDown');
    await tab.press('Escape');
    await expectCard(tab, null);
    expect(
      await tab.run(() => [...new Set(globalThis.records)].sort()),
    ).toEqual([]);
  });

  test('the page gets its own events: of its field, its menu and what it drags', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await moveTo(tab, /^pin$/i);
    await tab.run(() => {
      globalThis.records = [];
      const told = ({ type, target }: Event) =>
        globalThis.records.push(`${type} ${(target as Element).id}`);
      document.body.insertAdjacentHTML(
        'beforeend',
        '<input id="own" style="position: fixed; left: 0; bottom: 0"><p id="menu" popover>Menu</p>',
      );
      const [own, menu] = ['#own', '#menu'].map(
        (name) => document.querySelector(name) as HTMLElement,
      );
      own?.focus({ preventScroll: true });
      menu?.showPopover();
      for (const type of ['blur', 'change']) own?.addEventListener(type, told);
      menu?.addEventListener('beforetoggle', told);
      addEventListener(
        'mouseup',
        () => globalThis.records.push('mouseup'),
        true,
      );
    });
    await tab.type('a');
    await pressInCard(tab, /^pin$/i);
    const told = () =>
      tab.run(() =>
        globalThis.records.filter((one) => one !== 'mouseup').sort(),
      );
    await expect
      .poll(told)
      .toEqual(['beforetoggle menu', 'blur own', 'change own']);
    const at = await moveTo(tab, /^pin$/i);
    await tab.move({ x: 60, y: 700 });
    await tab.run(() => {
      globalThis.records = [];
    });
    await tab.mouse('down');
    await tab.move(at);
    await tab.mouse('up');
    await expect
      .poll(() => tab.run(() => globalThis.records))
      .toEqual(['mouseup']);
  });

  test('a fold in the card reacts once', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await pressInCard(tab, /^pin$/i);
    const isFold = ({ tag, text }: ShadowNode) =>
      tag === 'details' && text.startsWith('Confirmed by');
    await tab.move(getMiddle(await wordsOf(tab)));
    // Into the middle of the card, wherever the texts above it end.
    await tab.scroll(Math.round((await find(tab, isFold)).y - 500));
    const { x, y } = await waitUntilStill(() => find(tab, isFold));
    await tab.click({ x: x + 30, y: y + 8 });
    const isOpen = async () =>
      findNode(await tab.cardTree(), isFold)?.attributes.open !== undefined;
    await expect.poll(isOpen).toBe(true);
    await new Promise((next) => setTimeout(next, 300));
    expect(await isOpen()).toBe(true);
  });

  test('a page that defines an element of the same name gets no shadow root', async () => {
    const tab = await open('messages');
    await tab.run(() => {
      globalThis.records = [];
      customElements.define(
        'errata-card',
        class extends HTMLElement {
          connectedCallback() {
            globalThis.records.push(
              this.attachInternals().shadowRoot ? 'read' : 'closed',
            );
          }
        },
      );
    });
    await hoverCode(tab, '131047');
    expect(
      await tab.run(() =>
        globalThis.records.filter((record) => record === 'read'),
      ),
    ).toEqual([]);
    expect((await tab.cardTree())?.text).toContain('131047');
  });

  test('a page reads no letter of the card by a font', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.run(() => {
      const names = [
        'ui-sans-serif',
        'system-ui',
        '-apple-system',
        'Segoe UI',
        'Roboto',
        'Noto Sans',
      ];
      const others = [
        'ui-monospace',
        'SF Mono',
        'Cascadia Mono',
        'Roboto Mono',
        'DejaVu Sans Mono',
        'sans-serif',
      ];
      for (const name of [...names, ...others])
        document.fonts.add(
          new FontFace(`"${name}"`, `url("/wa/font/never/?${name}")`),
        );
    });
    await hoverCode(tab, '131047');
    await moveTo(tab, /^pin$/i);
    expect(
      await tab.run(() =>
        [...document.fonts]
          .filter(({ status }) => status !== 'unloaded')
          .map(({ family }) => family),
      ),
    ).toEqual([]);
  });

  test('a user can select and copy in the card by mouse, and the next card is protected again', async () => {
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await moveTo(tab, /^pin$/i);
    const words = await wordsOf(tab);
    await tab.move({ x: words.x + 3, y: words.y + 8 });
    await tab.mouse('down');
    await tab.move({ x: words.x + words.width / 2, y: words.y + 10 });
    await tab.mouse('up');
    // In Firefox this is the shadow root of the card.
    await tab.run(() => {
      kept = getSelection()?.anchorNode?.getRootNode();
    });
    expect((await pasted(tab)).length).toBeGreaterThan(10);
    await tab.press('Escape');
    await tab.move({ x: 5, y: 700 });
    await expectCard(tab, null);
    await hoverCode(tab, '131047');
    expect(await tab.run(readCard, WORDS)).toEqual([]);
    expect(await tab.run(() => kept?.textContent ?? '')).not.toContain(
      WORDS[0],
    );
  });

  test('a user can select and copy the whole card by keyboard', async () => {
    const tab = await open('messages');
    await openByKeyboard(tab);
    await tab.press('Control+a');
    const text = await pasted(tab);
    for (const word of WORDS.slice(0, 3)) expect(text).toContain(word);
    expect(text).not.toContain('131026');
  });
});

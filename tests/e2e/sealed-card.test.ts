import { expect, test } from 'vitest';
import { findNode, type Tab } from './browser.ts';
import { BOTH, expectCard, expectCodes, hover, inBrowsers, MESSAGES, press, reach } from './in-browsers.ts';
import { readCard } from './read-card.ts';

declare global {
  var kept: Node | undefined;
}

/** Shown in the card of 131047, and not on the page. */
const WORDS = ['approved template', '24 hours', 'Wrong mark?', 'Ticket'];

/** Copies what is selected, as a person does, and reads it where the page has a field for it. */
async function pasted(tab: Tab): Promise<string> {
  await tab.press('Control+c');
  await tab.run(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<textarea id="pasted" style="position: fixed; left: 0; bottom: 0"></textarea>',
    );
    document.querySelector<HTMLElement>('#pasted')?.focus({ preventScroll: true });
  });
  await tab.press('Control+v');
  return tab.run(() => document.querySelector<HTMLTextAreaElement>('#pasted')?.value ?? '');
}

inBrowsers(BOTH, (open, browser) => {
  async function openByKeyboard(tab: Tab): Promise<void> {
    await expectCodes(tab, MESSAGES);
    await browser().command(tab, 'next-code');
    await expectCard(tab, '131047');
    await expect.poll(() => tab.run(() => document.activeElement?.localName)).toBe('errata-card');
  }

  test('no way that is known reads the open card that the pointer lies in', async () => {
    const tab = await open('messages');
    await hover(tab, '131047');
    for (const word of WORDS) expect((await tab.cardTree())?.text).toContain(word);
    await press(tab, /^pin$/i);
    await expectCard(tab, '131047', 'pinned');
    expect(await tab.run(readCard, WORDS)).toEqual([]);
    await expectCard(tab, '131047', 'pinned');
  });

  test('nor one that has the focus', async () => {
    const tab = await open('messages');
    await openByKeyboard(tab);
    await tab.press('p');
    expect(await tab.run(readCard, WORDS)).toEqual([]);
  });

  test('no event gives a node of it in Chromium; Firefox gives them to every page', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.run(() => {
      globalThis.records = [];
      const types = ['pointermove', 'mouseover', 'mousedown', 'click', 'focusin', 'pointerleave', 'keydown'];
      for (const type of types)
        addEventListener(
          type,
          (event) => {
            const told: unknown[] = [...event.composedPath()];
            for (const name in event) told.push(event[name as keyof Event]);
            const isIn = (node: unknown) => node instanceof Node && node.getRootNode() instanceof ShadowRoot;
            if (told.some(isIn)) globalThis.records.push(type);
          },
          true,
        );
    });
    await hover(tab, '131047');
    await press(tab, /^pin$/i);
    await tab.press('Tab');
    expect((await tab.run(() => globalThis.records)).length > 0).toBe(browser().name === 'firefox');
  });

  test('a page that defines elements of its name gets no root of it', async () => {
    const tab = await open('messages');
    await tab.run(() => {
      globalThis.records = [];
      customElements.define(
        'errata-card',
        class extends HTMLElement {
          connectedCallback() {
            globalThis.records.push(this.attachInternals().shadowRoot ? 'read' : 'closed');
          }
        },
      );
    });
    await hover(tab, '131047');
    expect(await tab.run(() => globalThis.records.filter((record) => record === 'read'))).toEqual([]);
    expect((await tab.cardTree())?.text).toContain('131047');
  });

  test('a page learns no letter of it by a font', async () => {
    const tab = await open('messages');
    await expectCodes(tab, MESSAGES);
    await tab.run(() => {
      const names = ['ui-sans-serif', 'system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'Noto Sans'];
      const others = [
        'ui-monospace',
        'SF Mono',
        'Cascadia Mono',
        'Roboto Mono',
        'DejaVu Sans Mono',
        'sans-serif',
      ];
      for (const name of [...names, ...others])
        document.fonts.add(new FontFace(`"${name}"`, `url("/wa/font/never/?${name}")`));
    });
    await hover(tab, '131047');
    await reach(tab, /^pin$/i);
    expect(
      await tab.run(() =>
        [...document.fonts].filter(({ status }) => status !== 'unloaded').map(({ family }) => family),
      ),
    ).toEqual([]);
  });

  test('a person selects and copies in it by mouse, and the next card is closed again', async () => {
    const tab = await open('messages');
    await hover(tab, '131047');
    await reach(tab, /^pin$/i);
    const words = await findNode(
      await tab.cardTree(),
      ({ tag, text }) => tag === 'p' && text.includes('24 hours'),
    )?.box();
    if (!words) throw new Error('The card has no such line');
    await tab.move({ x: words.x + 3, y: words.y + 8 });
    await tab.mouse('down');
    await tab.move({ x: words.x + words.width / 2, y: words.y + 10 });
    await tab.mouse('up');
    // In Firefox this is the root of the card.
    await tab.run(() => {
      kept = getSelection()?.anchorNode?.getRootNode();
    });
    expect((await pasted(tab)).length).toBeGreaterThan(10);
    await tab.press('Escape');
    await tab.move({ x: 5, y: 700 });
    await expectCard(tab, null);
    await hover(tab, '131047');
    expect(await tab.run(readCard, WORDS)).toEqual([]);
    expect(await tab.run(() => kept?.textContent ?? '')).not.toContain(WORDS[0]);
  });

  test('a person selects all of it and copies it by the keyboard', async () => {
    const tab = await open('messages');
    await openByKeyboard(tab);
    await tab.press('Control+a');
    const text = await pasted(tab);
    for (const word of WORDS.slice(0, 3)) expect(text).toContain(word);
    expect(text).not.toContain('131026');
  });
});

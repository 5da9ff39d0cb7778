import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Box, findNode, type ShadowNode, type Tab } from './browser.ts';
import {
  BOTH,
  describeInBrowsers,
  expectCard,
  hoverCode,
} from './in-browsers.ts';

describeInBrowsers(BOTH, (open, browser) => {
  beforeEach(() =>
    browser().inExtension(
      `chrome.storage.local.set({ settings: { language: 'ar' } })`,
    ),
  );
  afterEach(() => browser().inExtension('chrome.storage.local.clear()'));

  /** Returns the boxes of these texts. */
  const getTextBoxes = (tab: Tab, place: string, texts: readonly string[]) =>
    tab.run(
      ({ place, texts }) => {
        const root = document.querySelector(place) as Element;
        const range = document.createRange();
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        while (walker.nextNode()) nodes.push(walker.currentNode as Text);
        return texts.map((text) => {
          const node = nodes.find(({ data }) => data.includes(text));
          if (!node) throw new Error(`no ${text} in ${root.textContent}`);
          range.setStart(node, node.data.indexOf(text));
          range.setEnd(node, node.data.indexOf(text) + text.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        });
      },
      { place, texts },
    );
  const getRight = ({ x, width }: Box) => x + width;

  /** Minimum distance between two codes: a comma and a space. */
  const APART_PX = 5;

  /** Expects the codes from right to left, without overlap. */
  function expectApart(codes: readonly Box[]): void {
    expect(codes.length).toBeGreaterThan(1);
    codes.slice(1).forEach((code, at) => {
      const before = codes[at] as Box;
      if (Math.abs(code.y - before.y) < 4)
        expect(before.x - getRight(code)).toBeGreaterThan(APART_PX);
    });
  }

  const getCodeBoxes = (node: ShadowNode): ShadowNode[] =>
    node.tag === 'bdi' ? [node] : node.children.flatMap(getCodeBoxes);

  test('the codes of a list are separated, the first at the right, in the catalogue, the popup and the card', async () => {
    for (const page of [
      'catalogue.html#meta/cloud/131047',
      'popup.html?q=131047',
    ]) {
      const tab = await browser().openExtension(page);
      const getRowTexts = () =>
        tab.run(() =>
          [...document.querySelectorAll('.er-entry summary')].flatMap(
            (summary) => {
              const codes = [...summary.querySelectorAll('bdi')].map((code) => {
                const { x, y, width, height } = code.getBoundingClientRect();
                return { x, y, width, height };
              });
              return codes.length > 1 ? [codes] : [];
            },
          ),
        );
      await expect.poll(() => tab.run(() => document.dir)).toBe('rtl');
      await expect
        .poll(async () => (await getRowTexts()).length)
        .toBeGreaterThan(0);
      for (const codes of await getRowTexts()) expectApart(codes);
      await tab.close();
    }
    const tab = await open('messages');
    await hoverCode(tab, '131047');
    await tab.press('p');
    await expectCard(tab, '131047', 'pinned');
    const card = await tab.cardTree();
    const list = findNode(
      card,
      (node) => node.tag === 'summary' && getCodeBoxes(node).length > 1,
    );
    const codes: Box[] = [];
    for (const code of getCodeBoxes(list as ShadowNode))
      codes.push(await code.box());
    expectApart(codes);
    expect(list?.text).toContain('،');
  });

  test('the provider is below the title, at the same edge', async () => {
    const tab = await browser().openExtension(
      'catalogue.html#meta/cloud/131047',
    );
    await expect
      .poll(() =>
        tab.run(() => document.querySelector('.er-where')?.textContent),
      )
      .toBeTruthy();
    const [code] = await getTextBoxes(tab, '.er-title', ['131047']);
    const [where] = await getTextBoxes(tab, '.er-where', ['Meta Cloud API']);
    const edge = await tab.run(
      () =>
        document.querySelector('.er-where')?.getBoundingClientRect().right ?? 0,
    );
    expect(getRight(code as Box)).toBeCloseTo(edge, 0);
    expect(getRight(where as Box)).toBeGreaterThan(edge - 80);
    await tab.close();
  });

  test('telephone numbers read from left to right', async () => {
    const welcome = await browser().openExtension('welcome.html');
    await expect
      .poll(() =>
        welcome.run(
          () => document.querySelector('.welcome td:nth-child(2)')?.textContent,
        ),
      )
      .toBeTruthy();
    const [plus, last] = await getTextBoxes(
      welcome,
      '.welcome td:nth-child(2)',
      ['+', '4821'],
    );
    expect(plus?.x).toBeLessThan(last?.x ?? 0);
    await welcome.close();
  });

  test('the version and the count beside it do not run together', async () => {
    const options = await browser().openExtension('options.html');
    await expect
      .poll(() =>
        options.run(() => document.querySelector('footer')?.textContent),
      )
      .toBeTruthy();
    const [version] = await getTextBoxes(options, 'footer', ['0.1.0']);
    const link = await options.run(() => {
      const { x, width } = (
        document.querySelector('footer a') as Element
      ).getBoundingClientRect();
      return { x, y: 0, width, height: 0 };
    });
    const text = await options.run(
      () => document.querySelector('footer a')?.textContent ?? '',
    );
    const [count] = await getTextBoxes(options, 'footer a', [
      /[\d,]+/.exec(text)?.[0] ?? '?',
    ]);
    expect(getRight(link)).toBeLessThan(version?.x ?? 0);
    expect(getRight(count as Box)).toBeCloseTo(getRight(link), 0);
    await options.close();
  });
});

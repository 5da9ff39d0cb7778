import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { takeNthByDay } from '../by-day.ts';
import type { Tab } from './browser.ts';
import { tabOf } from './chromium.ts';
import { beforeAllInChromium, expectCard, hoverCode } from './in-browsers.ts';
import type { Launched } from './launch-chromium.ts';

/** One node of Chromium's accessibility tree, as a screen reader receives it. */
interface Spoken {
  role: string;
  name: string;
  states: Readonly<Record<string, unknown>>;
}

let launched: Launched;
let context: BrowserContext;
const pages: Page[] = [];

beforeAllInChromium((shared) => {
  launched = shared;
  context = launched.context;
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

async function openPage(
  address: string,
): Promise<{ page: Page; tab: Tab; cdp: CDPSession }> {
  const page = await context.newPage();
  pages.push(page);
  await page.goto(address);
  return {
    page,
    tab: tabOf(context, page),
    cdp: await context.newCDPSession(page),
  };
}
const openConsole = () =>
  openPage('https://business.facebook.com/wa/messages/');

/** Returns the accessible texts from the first node of a role on, in reading order. */
async function readSpoken(cdp: CDPSession, role: string): Promise<Spoken[]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const spoken: Spoken[] = [];
  const visitNode = (id: string) => {
    const node = byId.get(id);
    if (!node) return;
    if (!node.ignored) {
      const states = Object.fromEntries(
        (node.properties ?? []).map(({ name, value }) => [name, value.value]),
      );
      spoken.push({
        role: String(node.role?.value),
        name: String(node.name?.value ?? ''),
        states,
      });
    }
    for (const child of node.childIds ?? []) visitNode(child);
  };
  const first = nodes.find(
    (node) => !node.ignored && node.role?.value === role,
  );
  if (first) visitNode(first.nodeId);
  return spoken;
}

const CONTROLS = new Set([
  'button',
  'link',
  'combobox',
  'option',
  'switch',
  'textbox',
  'checkbox',
  'radio',
]);
const findUnnamedControls = (spoken: readonly Spoken[]) =>
  spoken.filter(({ role, name }) => CONTROLS.has(role) && name.trim() === '');
const findIndexOf = (spoken: readonly Spoken[], name: RegExp) =>
  spoken.findIndex((one) => name.test(one.name));

describe('a screen reader', () => {
  test('reads the card: its role, the verdict, the meaning, then the controls, each with a name', async () => {
    const { tab, cdp } = await openConsole();
    await hoverCode(tab, '131047');
    await expect
      .poll(async () => (await readSpoken(cdp, 'dialog'))[0]?.name)
      .toBe('Errata: 131047, Re-engagement message');
    const card = await readSpoken(cdp, 'dialog');
    expect(findUnnamedControls(card)).toEqual([]);
    const order = [
      /^131047 Re-engagement message$/,
      /^Your turn$/,
      /approved template/,
      /24 hours/,
      /^Copy$/,
      /^Pin$/,
      /^Close$/,
    ];
    const places = order.map((name) => findIndexOf(card, name));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(card[findIndexOf(card, order[0] as RegExp)]).toMatchObject({
      role: 'heading',
      states: { level: 2 },
    });
    expect(card.find(({ name }) => name === 'Pin')?.states).toMatchObject({
      pressed: 'false',
    });
  });

  test('announces the card as it opens and changes, without moving the focus', async () => {
    const { tab, cdp } = await openConsole();
    const readDialog = async () => {
      const card = await readSpoken(cdp, 'dialog');
      const at = card.findLastIndex(({ role }) => role === 'status');
      return { live: card[at]?.states.live, text: card[at + 1]?.name };
    };
    await hoverCode(tab, '131047');
    await expect
      .poll(readDialog)
      .toEqual({ live: 'polite', text: '131047, Re-engagement message' });
    await tab.move(await tab.pointOf('130472'), 3);
    await expectCard(tab, '130472');
    await expect
      .poll(async () => (await readDialog()).text)
      .toMatch(/^130472, /);
    expect(await tab.run(() => document.activeElement?.localName)).toBe('body');
  });

  test('reads the popup: field, number of results, and each result with code, title and provider', async () => {
    const { tab, cdp } = await openPage(`${launched.origin}/popup.html`);
    await expect
      .poll(() => tab.run(() => document.activeElement?.localName))
      .toBe('input');
    await tab.type('template paused');
    await expect
      .poll(async () => (await readSpoken(cdp, 'listbox'))[0]?.name)
      .toBe('Codes');
    const list = await readSpoken(cdp, 'listbox');
    const options = list.filter(({ role }) => role === 'option');
    expect(options.length).toBeGreaterThan(2);
    expect(options[0]).toMatchObject({ states: { selected: true } });
    for (const { name } of options) expect(name).toMatch(/\S+ \S.* \S+/);
    const [field] = await readSpoken(cdp, 'combobox');
    expect(field).toMatchObject({
      name: 'Code, words, or a pasted payload',
      states: { focused: true, expanded: true },
    });
    const all = await readSpoken(cdp, 'RootWebArea');
    expect(findUnnamedControls(all)).toEqual([]);
    await expect
      .poll(async () => (await readSpoken(cdp, 'status'))[1]?.name)
      .toMatch(/^8 of \d+ results$/);
  });
});

describe('the catalogue is a plain list', () => {
  const openEntries = () =>
    openPage(`${launched.origin}/catalogue.html?provider=gupshup`);

  test('for a screen reader: headings, and in each section a list of links with code and title', async () => {
    const { cdp, tab } = await openEntries();
    // The accessibility tree updates shortly after the DOM.
    await expect
      .poll(
        async () =>
          (await readSpoken(cdp, 'RootWebArea')).filter(
            ({ role }) => role === 'listitem',
          ).length,
      )
      .toBeGreaterThan(10);
    const all = await readSpoken(cdp, 'RootWebArea');
    expect(findUnnamedControls(all)).toEqual([]);
    const items = await tab.run(
      () => document.querySelectorAll('li [data-code]').length,
    );
    const links = all.filter(
      ({ role, name }) => role === 'link' && /^\S+ .*\p{L}{3}/u.test(name),
    );
    expect(links.length).toBeGreaterThanOrEqual(items);
    const marks = await tab.run(
      () => document.querySelectorAll('.legend li').length,
    );
    expect(all.filter(({ role }) => role === 'listitem')).toHaveLength(
      items + marks,
    );
    expect(
      all.some(({ role, name }) => role === 'heading' && /Gupshup/.test(name)),
    ).toBe(true);
  });

  test('in print: no controls, every entry with its verdict and next step', async () => {
    const { page, tab } = await openEntries();
    await expect
      .poll(() =>
        tab.run(() => document.querySelectorAll('li [data-code]').length),
      )
      .toBeGreaterThan(10);
    await page.emulateMedia({ media: 'print' });
    const paper = await tab.run(() => ({
      controls: [...document.querySelectorAll('input, select, button')].filter(
        (one) => one.checkVisibility(),
      ).length,
      bare: [...document.querySelectorAll('li:has([data-code])')].filter(
        (item) => {
          const said = item.querySelector<HTMLElement>('.on-paper');
          return (
            !said?.checkVisibility() ||
            !/\. \S+ .*\.$/.test(said.textContent ?? '')
          );
        },
      ).length,
    }));
    expect(paper).toEqual({ controls: 0, bare: 0 });
  });
});

test('a printed page shows neither marks nor card', async () => {
  const { page, tab } = await openConsole();
  await hoverCode(tab, '131047');
  const readShown = () =>
    tab.run(() => {
      const [name = ''] = [...CSS.highlights.keys()].filter((key) =>
        key.startsWith('errata'),
      );
      const { textDecorationLine } = getComputedStyle(
        document.body,
        `::highlight(${name})`,
      );
      const card = document.querySelector('errata-card');
      return {
        line: textDecorationLine,
        card: card && getComputedStyle(card).display,
      };
    });
  expect(await readShown()).toEqual({ line: 'underline', card: 'block' });
  await page.emulateMedia({ media: 'print' });
  expect(await readShown()).toEqual({ line: 'none', card: 'none' });
});

describe('at a zoom of the browser', () => {
  test.each(takeNthByDay(4, [4, 0.5, 1.5, 2]))(
    'of %d the card is next to its code',
    async (zoom) => {
      const { tab } = await openConsole();
      await expect.poll(() => tab.codes()).toContain('131047');
      const before = await tab.run(() => devicePixelRatio);
      await (await launched.worker()).evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      await chrome.tabs.setZoomSettings(tab.id, { scope: 'per-tab' });
      await chrome.tabs.setZoom(tab.id, ${zoom});
    })()`);
      await expect
        .poll(() => tab.run(() => devicePixelRatio))
        .toBeCloseTo(before * zoom, 1);
      await tab.run(() => {
        const [, ranges] =
          [...CSS.highlights].find(([name]) => name.startsWith('errata')) ?? [];
        const [range] = ranges ?? [];
        (range as Range).startContainer.parentElement?.scrollIntoView({
          block: 'center',
          inline: 'center',
        });
      });
      const [mark] = (await tab.marks()).filter(({ x }) => !Number.isNaN(x));
      if (!mark) throw new Error('no mark');
      await tab.move(mark);
      await expectCard(tab, mark.text);
      const measureDistance = () =>
        tab.run(({ x, y }) => {
          const card =
            document.querySelector('errata-card')?.getBoundingClientRect() ??
            new DOMRect();
          const inside =
            card.left >= 0 &&
            card.top >= 0 &&
            card.right <= innerWidth &&
            card.bottom <= innerHeight;
          const ends = [...document.querySelectorAll('tr > :last-child')].map(
            (cell) => {
              const text = document.createRange();
              text.selectNodeContents(cell);
              return text.getBoundingClientRect().right;
            },
          );
          const lastLetter = Math.max(...ends) - 4;
          const gap = Math.max(
            card.top - y,
            y - card.bottom,
            card.left - lastLetter,
          );
          return inside ? gap : Number.POSITIVE_INFINITY;
        }, mark);
      // From the centre of the code, or of the last letter of the longest row: half a line or letter, plus the gap of 8 px.
      await expect.poll(measureDistance).toBeGreaterThan(8);
      await expect.poll(measureDistance).toBeLessThan(48);
    },
  );
});

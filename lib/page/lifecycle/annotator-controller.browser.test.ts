import { text as codes } from 'virtual:codes';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  answerRequests,
  testPageState,
  testPrefilter,
} from '../../../tests/fixtures/engine.ts';
import {
  createEngine,
  detectForRequest,
} from '../../extension/engine/engine.ts';
import type { PageState } from '../../settings/settings.ts';
import type { Suppression } from '../../settings/suppression.ts';
import type { CardRequest, LoadedCard } from '../marking/page-api.ts';
import { getSuppressionAt } from '../text/suppression-of-mark.ts';
import { getSampleAt } from '../text/text-sample.ts';
import {
  type AnnotatorController,
  createAnnotatorController,
} from './annotator-controller.ts';

const closed = new WeakMap<Element, ShadowRoot>();
let page: AnnotatorController;
let getVisibleCodes: CardRequest[] = [];
const loadCard = vi.fn(async () => {
  globalThis.errataCard = createFakeCard();
});
const codesChanged = vi.fn();

function createFakeCard(): LoadedCard {
  let open = false;
  return {
    show(request) {
      open = true;
      getVisibleCodes.push(request);
    },
    close() {
      open = false;
    },
    anchorRemoved() {
      open = false;
    },
    isOpen: () => open,
    isPinned: () => false,
    contains: () => false,
    at: () => null,
    preloadEntries: async () => {},
    ensureEntries: async () => true,
    destroy() {
      open = false;
    },
  };
}

const asked = vi.fn(answerRequests);

beforeEach(() => {
  getVisibleCodes = [];
  vi.clearAllMocks();
  asked.mockImplementation(answerRequests);
  page = createAnnotatorController({
    prefilter: testPrefilter,
    detect: asked,
    getShadowRoot: (host) => closed.get(host) ?? null,
    loadCard,
    onCodesChanged: codesChanged,
  });
});
afterEach(() => {
  page.destroy();
  document.body.replaceChildren();
});

const settings: PageState = { ...testPageState, hoverDelayMs: 30 };
const switchOn = (more: Partial<typeof settings> = {}) =>
  page.configure({ ...settings, ...more });
const openPage = (html: string) => {
  document.body.innerHTML = html;
  switchOn();
};
const switchOff = () => page.configure({ ...settings, isOn: false });

function getUnderlinedTexts(): string[] {
  return [...CSS.highlights]
    .filter(([name]) => name.startsWith('errata'))
    .flatMap(([, highlight]) => [...highlight] as Range[])
    .map(
      (range) =>
        `${range}${range.startContainer.isConnected ? '' : ' (detached)'}`,
    )
    .sort();
}
const isRead = () => expect.poll(() => page.api.isReading()).toBe(false);
const getListedCodes = (...codes: string[]) =>
  page.api.codes().filter(({ code }) => codes.includes(code));
const expectMarks = (...codes: string[]) =>
  expect.poll(getUnderlinedTexts).toEqual(codes.sort());

describe('marks', () => {
  test('cover exactly the digits, in one element or several', async () => {
    openPage('<p>Error (#131047) x</p><p>Error <b>131</b><i>049</i>.</p>');
    await expectMarks('131047', '131049');
  });

  test('cover a number that continues in the next flex item, and no part of it', async () => {
    openPage(`<p>Error 131026</p><table><tr><th>Error code</th></tr>
      <tr><td><div style="display:flex"><span>131</span><span>047</span></div></td></tr>
      <tr><td><div style="display:flex"><div>131</div><div>049</div></div></td></tr>
      <tr><td><div style="display:flex"> <b>131</b> <b>000</b> </div></td></tr></table>`);
    // With blanks in the markup, the last one is missed.
    await expectMarks('131026', '131047', '131049');
  });

  test('cover the base of a ruby', async () => {
    openPage('<p>Error <ruby>131047<rt>error</rt></ruby> for Ana</p>');
    await expectMarks('131047');
  });

  test('use the page as it is when the result arrives', async () => {
    document.body.innerHTML = '<p id=a>Error 131047</p><p>Error 131049</p>';
    const a = document.getElementById('a')?.firstChild as Text;
    asked.mockImplementationOnce(async (requests) => {
      a.data = 'No Error 131026';
      return answerRequests(requests);
    });
    switchOn();
    await expectMarks('131026', '131049');
  });

  test('are being read from the start, until the settings say that there are none', () => {
    expect(page.api.isReading()).toBe(true);
    switchOff();
    expect(page.api.isReading()).toBe(false);
  });

  test('are not created if the background does not respond', async () => {
    asked.mockRejectedValue(new Error('Could not establish connection'));
    openPage('<p>Error 131047</p>');
    await expect.poll(() => asked.mock.calls.length).toBe(2);
    await expect.poll(() => page.api.isReading()).toBe(false);
    expect(getUnderlinedTexts()).toEqual([]);
  });

  test('are created if the background stops during a request and starts again', async () => {
    asked.mockRejectedValueOnce(
      new Error('The message channel closed before a response was received.'),
    );
    openPage('<p>Error 131047</p>');
    await expectMarks('131047');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('remain if the background stops, and a later result adds the missed ones', async () => {
    openPage('<p>Error 131047</p><p id=a>nothing</p>');
    await expectMarks('131047');
    const dead = new Error('Could not establish connection');
    asked.mockRejectedValueOnce(dead).mockRejectedValueOnce(dead);
    const a = document.getElementById('a') as HTMLElement;
    a.textContent = 'Error 131049';
    await expect.poll(() => asked.mock.calls.length).toBe(3);
    expect(getUnderlinedTexts()).toEqual(['131047']);
    a.textContent = 'Error 131026';
    await expectMarks('131047', '131026');
  });

  test('follow text that is added, changed, emptied and removed', async () => {
    openPage('<p id=a>Error 131047</p>');
    await expectMarks('131047');
    document.body.insertAdjacentHTML('beforeend', '<p>Error 131049</p>');
    await expectMarks('131047', '131049');
    (document.querySelector('#a')?.firstChild as Text).data =
      'Now error 131026';
    await expectMarks('131026', '131049');
    document.querySelector('#a')?.remove();
    expect(getUnderlinedTexts().some((mark) => mark.includes('detached'))).toBe(
      false,
    );
    await expectMarks('131049');
    document.body.innerHTML = '<p>All is well</p>';
    await expectMarks();
  });

  test('of thousands of rows stay correct when the page sorts, changes and removes rows', async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, row) => `<li>Error 13104${row % 2 ? 7 : 9}</li>`,
    );
    document.body.innerHTML = `<ul>${rows.join('')}</ul>`;
    const getMarkedRanges = () =>
      [...CSS.highlights].flatMap(([name, all]) =>
        name.startsWith('errata') ? [...all] : [],
      ) as AbstractRange[];
    const texts = () =>
      getMarkedRanges().map(
        ({ startContainer: { nodeValue }, startOffset, endOffset }) =>
          nodeValue?.slice(startOffset, endOffset),
      );
    // A busy machine does not read this many within a second.
    const poll = (what: () => number) => expect.poll(what);
    switchOn();
    await poll(() => getMarkedRanges().length).toBe(1500);
    expect(page.api.codes().map(({ code }) => code)).toEqual([
      '131049',
      '131047',
    ]);
    const list = document.querySelector('ul') as HTMLElement;
    list.append(...[...list.children].reverse());
    await poll(() => getMarkedRanges().length).toBe(1500);
    expect(new Set(texts())).toEqual(new Set(['131047', '131049']));
    expect(page.api.codes().map(({ code }) => code)).toEqual([
      '131047',
      '131049',
    ]);
    const changed = list.children[3]?.firstChild as Text;
    changed.data = 'The error was 131026';
    await poll(() => texts().filter((text) => text === '131026').length).toBe(
      1,
    );
    expect(texts().every((text) => /^1310(?:47|49|26)$/.test(text ?? ''))).toBe(
      true,
    );
    list.remove();
    await poll(() => getMarkedRanges().length).toBe(0);
  });

  test('are in the order of the page after it adds and moves rows', async () => {
    const getOrder = () => page.api.codes().map(({ code }) => code);
    openPage('<ul><li>Error 131047</li><li>Error 131049</li></ul>');
    await expectMarks('131047', '131049');
    expect(getOrder()).toEqual(['131047', '131049']);
    const list = document.querySelector('ul') as HTMLElement;
    const first = list.firstElementChild as Element;
    first.insertAdjacentHTML('afterend', '<li>Error 131026</li>');
    await expectMarks('131026', '131047', '131049');
    expect(getOrder()).toEqual(['131047', '131026', '131049']);
    list.append(first);
    await expect.poll(getOrder).toEqual(['131026', '131049', '131047']);
  });

  test('appear with an adjacent cue, and disappear with it', async () => {
    openPage('<ul><li><b id=cue>Order</b> <i>131047</i></li></ul>');
    const cue = document.querySelector('#cue')?.firstChild as Text;
    await expectMarks();
    cue.data = 'Error';
    await expectMarks('131047');
    cue.data = 'Order';
    await expectMarks();
  });

  test('remain in a table with adjacent text in the same block', async () => {
    openPage(
      '<div><table><tr><th>Error code</th><th>Sent</th></tr><tr><td>131026</td><td>131026</td></tr></table>Error 131049</div>',
    );
    await expectMarks('131026', '131049');
  });

  test('are detected again when their column header changes', async () => {
    openPage(
      '<table><thead><tr><th>To</th><th id=h>Count</th></tr></thead><tr><td>a</td><td>131047</td></tr></table>',
    );
    await expectMarks();
    const heading = document.querySelector('#h');
    if (heading) heading.textContent = 'Error code';
    await expectMarks('131047');
  });

  const row = (...cells: string[]) =>
    `<tr><td>${cells.join('</td><td>')}</td></tr>`;
  test.each<[string, string, (table: HTMLTableElement) => void]>([
    [
      'in a first row without markup',
      row('To', 'Count', 'Sent'),
      (table) => {
        const cell = table.rows[0]?.cells[1];
        if (cell?.firstChild) cell.firstChild.nodeValue = 'Error code';
      },
    ],
    [
      'in a first row that comes later',
      '',
      (table) =>
        table.rows[0]?.insertAdjacentHTML(
          'beforebegin',
          row('To', 'Error code', 'Sent'),
        ),
    ],
    [
      'in a head that comes later',
      '',
      (table) => {
        const head = document.createElement('thead');
        head.innerHTML = '<tr><th>To</th><th>Error code</th><th>Sent</th></tr>';
        table.prepend(head);
      },
    ],
  ])(
    'of a large table are detected again when their column gets a header %s',
    async (_, head, change) => {
      openPage(
        `<table>${head}${row('Ann', '131047', 'today').repeat(20)}</table>`,
      );
      await isRead();
      await expectMarks();
      change(document.querySelector('table') as HTMLTableElement);
      await expectMarks(...new Array<string>(20).fill('131047'));
    },
  );

  test('use the adjacent words in a shadow root', async () => {
    document.body.innerHTML = '<div id=a></div>';
    const root = document.querySelector('#a')?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('no host');
    root.innerHTML = '<b>Order</b>131047';
    switchOn();
    await isRead();
    await expectMarks();
    root.firstElementChild?.replaceChildren('Error');
    await expectMarks('131047');
    root.firstElementChild?.remove();
    await expectMarks();
  });

  test('are painted once if the page splits a text', async () => {
    openPage(
      '<p>Error 131047</p><p>131049 is <b>an error</b></p><p><b>131</b>026 is an error</p>',
    );
    await expectMarks('131026', '131047', '131049');
    for (const { firstChild } of document.querySelectorAll('p,b'))
      if (firstChild instanceof Text) firstChild.splitText(0);
    document.body.append('Error 131049');
    await expectMarks('131026', '131047', '131049', '131049');
  });

  test('are in shadow roots, open or closed, nested, and attached late', async () => {
    document.body.innerHTML = '<div id=a></div><x-late>old</x-late>';
    const open = document.querySelector('#a')?.attachShadow({ mode: 'open' });
    if (!open) throw new Error('no host');
    open.innerHTML = '<p>Error 131047</p><div></div>';
    const inner = open.querySelector('div') as Element;
    const nested = inner.attachShadow({ mode: 'closed' });
    closed.set(inner, nested);
    nested.innerHTML = 'Error 131049';
    switchOn();
    await expectMarks('131047', '131049');
    const late = document.querySelector('x-late') as Element;
    late.attachShadow({ mode: 'open' }).innerHTML = 'Error 131026';
    await expectMarks('131026', '131047', '131049');
    nested.innerHTML = 'Error 131026';
    await expectMarks('131026', '131026', '131047');
  });

  test('exclude editable and non-text elements', async () => {
    openPage(`<textarea>Error 131047</textarea><div contenteditable>Error 131047
      <b contenteditable=false>Error 131047</b></div><noscript>Error 131047</noscript><style>/* Error 131047 */</style>
      <p>Error 131049</p>`);
    await expectMarks('131049');
  });

  test('appear when hidden text is shown, and disappear when it is hidden again', async () => {
    openPage(
      '<p id=a hidden>Error 131047</p><details><summary>more</summary>Error 131049</details>',
    );
    const paragraph = document.querySelector<HTMLElement>('#a');
    const details = document.querySelector('details');
    if (!paragraph || !details) throw new Error('incomplete page');
    await expect.poll(() => page.api.codes()).toEqual([]);
    paragraph.hidden = false;
    await expectMarks('131047');
    details.open = true;
    await expectMarks('131047', '131049');
    paragraph.hidden = true;
    await expectMarks('131049');
  });

  test('appear in elements without a box, and in the fallback of a slot', async () => {
    document.body.innerHTML = `<i style="display:contents">Error 131047</i><div hidden><i style="display:contents">Error 131047</i></div>
      <i style="display:contents;visibility:hidden">Error 131047</i><div id=a></div><div id=b><u>Order</u></div>`;
    for (const host of document.querySelectorAll('#a,#b'))
      host.attachShadow({ mode: 'open' }).innerHTML =
        '<slot>Error 131049</slot>';
    switchOn();
    await expectMarks('131047', '131049');
  });

  test('wait for the hidden part of a code, without requests in the meantime', async () => {
    openPage('<p>Error 131<b style="visibility:hidden">047</b></p>');
    await isRead();
    const before = asked.mock.calls.length;
    await new Promise((done) => setTimeout(done, 600));
    expect(asked.mock.calls.length).toBe(before);
    expect(getUnderlinedTexts()).toEqual([]);
    document.querySelector('b')?.removeAttribute('style');
    await expectMarks('131047');
  });

  test('follow a class that toggles visibility', async () => {
    openPage(
      '<style>.away { display: none }</style><p>Error 131047</p><p id=b>Error 131049</p>',
    );
    await expectMarks('131047', '131049');
    const paragraph = document.querySelector('#b') as HTMLElement;
    for (let round = 0; round < 3; round++) {
      paragraph.className = 'away';
      await expectMarks('131047');
      paragraph.className = '';
      await expectMarks('131047', '131049');
    }
  });

  test.each([
    'data-state',
    'aria-hidden',
    'aria-expanded',
    'data-open',
    'data-hidden',
  ])('follow a panel that %s shows and hides', async (attribute) => {
    openPage(
      `<style>#b:not([${attribute}="x"]) { display: none }</style><p>Error 131047</p><p id=b>Error 131049</p>`,
    );
    await expectMarks('131047');
    const panel = document.querySelector('#b') as HTMLElement;
    panel.setAttribute(attribute, 'x');
    await expectMarks('131047', '131049');
    panel.setAttribute(attribute, 'y');
    await expectMarks('131047');
  });

  const BOX = '<input id=a type=checkbox>';
  const LIST = '<select id=a><option>x<option></select>';
  const tick = (a: HTMLElement) => a.click();
  const focus = (a: HTMLElement) =>
    document.activeElement === a ? a.blur() : a.focus();
  test.each<[string, string, (a: HTMLElement) => void]>([
    [
      'a box ticked',
      `<style>#b { display: none } :checked ~ #b { display: block }</style>${BOX}`,
      tick,
    ],
    [
      'a box not ticked',
      `<style>:checked ~ #b { display: none }</style>${BOX}`,
      tick,
    ],
    [
      'a form set back',
      `<style>form:has(:checked) ~ #b { display: none }</style><form>${BOX}</form>`,
      (a) => {
        const box = a as HTMLInputElement;
        if (box.checked) box.form?.reset();
        else a.click();
      },
    ],
    [
      'a choice in a list',
      `<style>body:has(option:first-child:checked) #b { display: none }</style>${LIST}`,
      (a) => {
        const list = a as HTMLSelectElement;
        list.selectedIndex = 1 - list.selectedIndex;
        list.dispatchEvent(new Event('change', { bubbles: true }));
      },
    ],
    [
      'the address',
      '<style>#b:not(:target) { display: none }</style>',
      () => {
        location.hash = location.hash === '#b' ? '#a' : '#b';
      },
    ],
    [
      'the focus',
      `<style>body:not(:focus-within) #b { visibility: hidden }</style>${BOX}`,
      focus,
    ],
  ])('follow a panel that a style shows by %s', async (_, markup, toggle) => {
    location.hash = '#a';
    document.body.innerHTML = `${markup}<p>Error 131047</p><p id=b>Error 131049</p>`;
    const panel = document.querySelector('#b') as Element;
    const shown = () =>
      panel.checkVisibility({ visibilityProperty: true })
        ? ['131047', '131049']
        : ['131047'];
    switchOn();
    await expectMarks(...shown());
    for (let round = 0; round < 3; round++) {
      const before = shown().length;
      toggle(document.querySelector('#a') ?? document.body);
      await expect.poll(() => shown().length).not.toBe(before);
      await expectMarks(...shown());
    }
  });

  test('follow a panel that a checkbox shows in a closed shadow root', async () => {
    document.body.innerHTML = '<p>Error 131047</p><div></div>';
    const host = document.querySelector('div') as Element;
    const root = host.attachShadow({ mode: 'closed' });
    closed.set(host, root);
    root.innerHTML = `<style>#b { display: none } :checked ~ #b { display: block }</style>${BOX}<p id=b>Error 131049</p>`;
    switchOn();
    await expectMarks('131047');
    for (let round = 0; round < 2; round++) {
      root.querySelector('input')?.click();
      await expectMarks('131047', '131049');
      root.querySelector('input')?.click();
      await expectMarks('131047');
    }
  });

  test('exclude content that the browser skips', async () => {
    openPage(`<div hidden=until-found>Error 131026</div><div id=a style="content-visibility:hidden">Error 131049 <b>and error 131026</b></div>
      <div style="content-visibility:auto">Error 131047</div>`);
    await expectMarks('131047');
    document.querySelector('#a')?.removeAttribute('style');
    await expectMarks('131026', '131047', '131049');
  });

  test('are found all in a text of a megabyte', async () => {
    const line = `${'lorem ipsum '.repeat(40)}\n`;
    openPage(
      `<pre>Error 131047\n${line.repeat(1000)}Error 131049\n${line.repeat(1000)}Error 131026</pre>`,
    );
    await expect
      .poll(getUnderlinedTexts)
      .toEqual(['131026', '131047', '131049']);
  });

  test('do not change the page or its own highlights', async () => {
    CSS.highlights.set('own', new Highlight());
    document.body.innerHTML = '<p>Error 131047</p>';
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((seen) => records.push(...seen));
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    switchOn();
    await expectMarks('131047');
    switchOff();
    expect(getUnderlinedTexts()).toEqual([]);
    observer.disconnect();
    expect(records).toEqual([]);
    expect([...CSS.highlights.keys()]).toEqual(['own']);
    CSS.highlights.clear();
  });

  test('are restored if the page clears all highlights', async () => {
    openPage('<p>Error 131047</p>');
    await expectMarks('131047');
    CSS.highlights.clear();
    document.body.insertAdjacentHTML('beforeend', '<p>More</p>');
    await expectMarks('131047');
  });

  test.each(['click', 'input', 'keyup'])(
    'are restored before the next frame if the page clears all highlights at each %s',
    async (type) => {
      openPage('<input><p>Error 131047</p>');
      await expectMarks('131047');
      const field = document.querySelector('input') as HTMLElement;
      field.addEventListener(type, () => CSS.highlights.clear());
      for (const key of ['a', 'b']) {
        const painted = new Promise<string[]>((done) =>
          field.addEventListener(
            type,
            () => requestAnimationFrame(() => done(getUnderlinedTexts())),
            {
              once: true,
            },
          ),
        );
        if (type === 'click') field.click();
        else await userEvent.type(field, key);
        expect(await painted).toEqual(['131047']);
      }
    },
  );

  test('are restored with the current one of keyboard navigation, if marks show on hover only', async () => {
    document.body.innerHTML =
      '<button>clear</button><p>Error 131047</p><p>Error 131026</p>';
    switchOn({ look: { style: 'hover', strength: 'normal' } });
    await expectMarks('131026', '131047');
    await page.api.navigate(1);
    const getHighlightNames = () => [...CSS.highlights.keys()].sort();
    const before = getHighlightNames();
    expect(before).toContain('errata-current-you');
    CSS.highlights.clear();
    document.querySelector('button')?.click();
    await expect.poll(getHighlightNames).toEqual(before);
  });

  test('disappear with a removed page, and appear with the next', async () => {
    openPage('<p>Error 131047</p>');
    await expectMarks('131047');
    const root = document.documentElement;
    root.remove();
    await expectMarks();
    root.querySelector('body')?.replaceChildren('Error 131049');
    document.append(root);
    await expectMarks('131049');
  });

  test('are limited per line', async () => {
    openPage(`<p>Error ${'131047 '.repeat(3_000)}</p>`);
    await expect.poll(() => getUnderlinedTexts().length).toBe(500);
    expect(page.api.codes()).toMatchObject([
      { code: '131047', count: 3_000, unmarked: 2_500 },
    ]);
  });

  test('are not limited in a log of many lines', async () => {
    openPage(`<pre>${'send failed: error 131026\n'.repeat(2_000)}</pre>`);
    await expect.poll(() => getUnderlinedTexts().length).toBe(2_000);
    expect(page.api.codes()).toMatchObject([{ code: '131026', count: 2_000 }]);
  });

  test('are in an editor that only shows its text, until it can be edited', async () => {
    openPage(
      '<div contenteditable=true aria-readonly=true role=textbox><div>Error 131047</div></div>',
    );
    await expectMarks('131047');
    const editor = document.querySelector('[role=textbox]') as Element;
    editor.setAttribute('aria-readonly', 'false');
    await expectMarks();
    editor.setAttribute('aria-readonly', 'true');
    await expectMarks('131047');
  });

  test('disappear while the whole page is editable', async () => {
    openPage('<p>Error 131047</p>');
    await expectMarks('131047');
    document.designMode = 'on';
    document.body.append('x');
    await expectMarks();
    document.designMode = 'off';
    document.body.append('y');
    await expectMarks('131047');
  });

  test('return after marks are turned off and on', async () => {
    openPage('<p>Error 131047</p>');
    await expectMarks('131047');
    switchOff();
    expect(getUnderlinedTexts()).toEqual([]);
    expect(page.api.codes()).toEqual([]);
    switchOn();
    await expectMarks('131047');
  });
});

describe('the look', () => {
  const getHighlightNames = () =>
    [...CSS.highlights]
      .filter(
        ([name, highlight]) => name.startsWith('errata') && highlight.size > 0,
      )
      .map(
        ([name, highlight]) => `${name} ${[...highlight].map(String).join()}`,
      )
      .sort();

  test('changes immediately', async () => {
    openPage('<p>Error 131047</p><p>Error 131026</p>');
    await expectMarks('131026', '131047');
    expect(getHighlightNames()).toEqual([
      'errata-recipient 131026',
      'errata-you 131047',
    ]);
    switchOn({ look: { style: 'tint', strength: 'bold' } });
    expect(getHighlightNames()).toEqual([
      'errata-tint-bold-recipient 131026',
      'errata-tint-bold-you 131047',
    ]);
    switchOn({ look: { style: 'underline', strength: 'faint' } });
    expect(getHighlightNames()).toEqual([
      'errata-faint-recipient 131026',
      'errata-faint-you 131047',
    ]);
  });

  test.each(['underline', 'tint', 'hover'] as const)(
    'shows the current mark apart, with the style %s',
    async (style) => {
      document.body.innerHTML = '<p>Error 131047</p><p>Error 131026</p>';
      switchOn({ look: { style, strength: 'normal' } });
      await expectMarks('131026', '131047');
      const getCurrent = () =>
        getHighlightNames().filter((name) => name.startsWith('errata-current'));
      await page.api.navigate(1);
      expect(getCurrent()).toEqual(['errata-current-you 131047']);
      switchOn({ look: { style, strength: 'bold' } });
      expect(getCurrent()).toEqual(['errata-current-you 131047']);
      await page.api.navigate(1);
      expect(getCurrent()).toEqual(['errata-current-recipient 131026']);
      expect(getHighlightNames()).toHaveLength(2);
      globalThis.errataCard?.onClosed?.();
      expect(getCurrent()).toEqual([]);
    },
  );

  test('follows what is behind a mark', async () => {
    openPage(`<p id=row>Error 131047</p><svg><text y=20>Error 131026</text></svg>
      <p style="background:#dc3545;color:white">Error 131049</p>`);
    await expectMarks('131026', '131047', '131049');
    const [dark, drawing, plain] = getHighlightNames();
    expect([dark, drawing, plain]).toEqual([
      expect.stringMatching(/^errata-on-dark-\w+ 131049$/),
      'errata-on-drawing-recipient 131026',
      'errata-you 131047',
    ]);
    const row = document.querySelector<HTMLElement>('#row');
    if (row) row.style.background = 'rgb(255, 193, 7)';
    await expect
      .poll(getHighlightNames)
      .toContain('errata-on-light-you 131047');
  });

  test('follows what is behind many marks, a part at each check', async () => {
    const count = 1_100;
    openPage(`<div id=panel>${'<p>Error 131047</p>'.repeat(count)}</div>`);
    const countPainted = (name: string) => CSS.highlights.get(name)?.size ?? 0;
    await expect.poll(() => countPainted('errata-you')).toBe(count);
    const panel = document.querySelector<HTMLElement>('#panel');
    if (panel) panel.style.background = 'rgb(255, 193, 7)';
    await expect.poll(() => countPainted('errata-on-light-you')).toBe(count);
    expect(countPainted('errata-you')).toBe(0);
  });

  test('on hover shows only the mark whose card is open, and loses none', async () => {
    document.body.innerHTML = '<p id=a>Error 131047</p><p>Error 131047</p>';
    switchOn({ look: { style: 'hover', strength: 'normal' } });
    await expectMarks('131047', '131047');
    expect(getHighlightNames()).toEqual(['errata-hover-you 131047,131047']);
    await page.api.navigate(1);
    expect(getHighlightNames()).toEqual([
      'errata-current-you 131047',
      'errata-hover-you 131047',
    ]);
    await page.api.navigate(1);
    expect(getHighlightNames()).toEqual([
      'errata-current-you 131047',
      'errata-hover-you 131047',
    ]);
    globalThis.errataCard?.onClosed?.();
    expect(getHighlightNames()).toEqual(['errata-hover-you 131047,131047']);
    await page.api.navigate(-1);
    document.querySelector('#a')?.remove();
    await expectMarks('131047');
    switchOff();
    expect(getHighlightNames()).toEqual([]);
  });
});

describe('a suppressed place', () => {
  test('has no mark, like similar places; the same code elsewhere keeps its mark, and all can return', async () => {
    openPage(`<table><tr><th>Error</th><th>Total errors</th></tr>
      <tr><td>131047</td><td>131047</td></tr><tr><td>131049</td><td>131047</td></tr></table><p>Error 131047</p>`);
    await expectMarks('131047', '131047', '131047', '131047', '131049');
    const range = document.createRange();
    range.selectNodeContents(
      document.querySelectorAll('td')[1]?.firstChild as Text,
    );
    const suppression = getSuppressionAt(range, '131047', 'a.example');
    expect(suppression).toEqual({
      host: 'a.example',
      code: '131047',
      by: 'column',
      words: 'total errors',
    });
    switchOn({ suppressions: [suppression as Suppression] });
    await expectMarks('131047', '131047', '131049');
    switchOn();
    await expectMarks('131047', '131047', '131047', '131047', '131049');
  });

  test('is identified by the words around a code, also across elements', () => {
    document.body.innerHTML = '<p>Order <b>131</b><i>047</i> was sent</p>';
    const range = document.createRange();
    range.setStart(document.querySelector('b')?.firstChild as Text, 0);
    range.setEnd(document.querySelector('i')?.firstChild as Text, 3);
    expect(getSuppressionAt(range, '131047', 'a.example')).toMatchObject({
      by: 'shape',
      words: 'order ‹› was',
    });
    document.body.replaceChildren();
    expect(getSuppressionAt(range, '131047', 'a.example')).toBeNull();
  });
});

describe('codes', () => {
  test('are listed in the order of the page with their counts, and reported when they change', async () => {
    openPage('<p>Error 131049</p><p>Error 131047</p><p>Error 131049</p>');
    await expect
      .poll(() => page.api.codes())
      .toEqual([
        { code: '131049', key: 'meta/cloud/131049', count: 2 },
        { code: '131047', key: 'meta/cloud/131047', count: 1 },
      ]);
    await expect.poll(() => codesChanged.mock.calls.length).toBe(1);
    document.body.replaceChildren();
    await expect.poll(() => codesChanged.mock.calls.length).toBe(2);
  });

  test('that were read and then removed are reported, even if none was reported before', async () => {
    switchOn();
    document.body.innerHTML = '<p>Error 131047</p>';
    // Before the first report, unless the machine is busy.
    await expect.poll(() => page.api.codes(), { interval: 5 }).toHaveLength(1);
    codesChanged.mockClear();
    document.body.replaceChildren();
    await expect.poll(() => codesChanged.mock.calls.length).toBe(1);
    expect(page.api.codes()).toEqual([]);
  });

  test('are reported as incomplete until the scan ends', async () => {
    openPage('<p>Error 131047</p>'.repeat(3_000));
    expect(page.api.isReading()).toBe(true);
    await expect.poll(() => page.api.isReading()).toBe(false);
    expect(page.api.codes()).toMatchObject([{ code: '131047', count: 3_000 }]);
    document.body.append('Error 131026');
    await expect.poll(() => page.api.codes().length).toBe(2);
    expect(page.api.isReading()).toBe(false);
  });

  test('load the card when the first is found, and not before', async () => {
    switchOn();
    document.body.innerHTML = '<p>Hello</p>';
    await expectMarks();
    expect(loadCard).not.toHaveBeenCalled();
    document.body.innerHTML = '<p>Error 131049</p>';
    await expectMarks('131049');
    // The page must be idle as well.
    await expect.poll(() => loadCard.mock.calls.length).toBe(1);
  });
});

test('respects the sensitivity, and requests less certain codes if the user wants them', async () => {
  const strengths: Record<string, number> = { '131047': 0.95, '131026': 0.7 };
  asked.mockImplementation(async (requests) =>
    (await answerRequests(requests)).map((found) =>
      found.map((hit) => ({ ...hit, confidence: strengths[hit.code] ?? 1 })),
    ),
  );
  openPage('<p>Error 131047</p><p>Error 131026</p>');
  await expectMarks('131026', '131047');
  switchOn({ sensitivity: 'surer' });
  await expectMarks('131047');
  asked.mockClear();
  switchOn({ sensitivity: 'more' });
  await expectMarks('131026', '131047');
  expect(asked.mock.calls.flat(2).every(({ wanted }) => wanted === 'all')).toBe(
    true,
  );
});

describe('the card', () => {
  test('opens where the pointer rests, but not for synthetic events', async () => {
    openPage(
      '<table><tr><th>Error</th><td>131047</td><td>Late reply</td></tr></table>',
    );
    await expectMarks('131047');
    const cell = document.querySelector('td') as Element;
    const { x, y } = cell.getBoundingClientRect();
    cell.dispatchEvent(
      new MouseEvent('mousemove', {
        bubbles: true,
        clientX: x + 5,
        clientY: y + 5,
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(getVisibleCodes).toEqual([]);
    await userEvent.hover(cell);
    await expect
      .poll(() => getVisibleCodes.map(({ code }) => code))
      .toEqual(['131047']);
    expect(getVisibleCodes[0]).toMatchObject({
      meanings: [{ key: 'meta/cloud/131047', score: 1 }],
      hit: true,
      takesFocus: false,
      position: [1, 1],
    });
    expect(getVisibleCodes[0]?.nearby).toContain('Late reply');
    await userEvent.unhover(cell);
    await expect.poll(() => globalThis.errataCard?.isOpen()).toBe(false);
  });

  test('opens on hover only with Shift, or never, according to the settings', async () => {
    document.body.innerHTML = '<p>Error <b id="c">131047</b></p><input>';
    const code = document.getElementById('c') as Element;
    const restPointer = async () => {
      await userEvent.hover(document.querySelector('input') as Element);
      await userEvent.hover(code);
      await new Promise((rested) => setTimeout(rested, 150));
      return getVisibleCodes.length;
    };
    switchOn({ hover: 'off' });
    await expectMarks('131047');
    expect(await restPointer()).toBe(0);
    await userEvent.keyboard('{Shift}');
    expect(getVisibleCodes).toEqual([]);
    switchOn({ hover: 'key' });
    expect(await restPointer()).toBe(0);
    document.querySelector('input')?.focus();
    await userEvent.keyboard('{Shift}');
    expect(getVisibleCodes).toEqual([]);
    document.querySelector('input')?.blur();
    await userEvent.keyboard('{Shift}');
    await expect
      .poll(() => getVisibleCodes.map((request) => request.code))
      .toEqual(['131047']);
    switchOn({ hover: 'on' });
    await userEvent.unhover(code);
    await expect.poll(() => globalThis.errataCard?.isOpen()).toBe(false);
    await restPointer();
    await expect.poll(() => getVisibleCodes.length).toBe(2);
  });

  test.each([
    [
      'its row',
      '<table><tr><th>At</th><th>Error code</th></tr><tr><td>14:02 UTC</td><td id=c>131047</td><td>Ana</td></tr><tr><td>Bea</td></tr></table>',
    ],
    [
      'its paragraph',
      '<h2>14:02 UTC: error <b id=c>131047</b> for Ana</h2><p>Bea</p>',
    ],
  ])('tells a ticket %s and nothing of others', async (_, markup) => {
    openPage(`<main><p>Error codes of today</p>${markup}</main>`);
    await expect.poll(getUnderlinedTexts).toContain('131047');
    await userEvent.hover(document.getElementById('c') as Element);
    await expect.poll(() => getVisibleCodes.length).toBe(1);
    expect(getVisibleCodes[0]?.own.replace(/\s+/g, ' ')).toMatch(
      /^14:02 UTC.* 131047 (?:for )?Ana$/,
    );
  });

  test('opens pinned if the settings say so', async () => {
    document.body.innerHTML = '<p>Error 131049</p>';
    switchOn({ openPinned: true });
    await expectMarks('131049');
    await page.api.navigate(1);
    await page.api.explainSelection('131047');
    expect(
      getVisibleCodes.map(({ code, isPinned }) => [code, isPinned]),
    ).toEqual([
      ['131049', true],
      ['131047', true],
    ]);
  });

  test('moves from code to code and reports the end', async () => {
    openPage('<p>Error 131049</p><p>Error 131047</p>');
    await expectMarks('131047', '131049');
    expect(await page.api.navigate(1)).toBe(true);
    expect(await page.api.navigate(1)).toBe(true);
    expect(
      getVisibleCodes.map(({ code, takesFocus, position, navigationStep }) => [
        code,
        takesFocus,
        position,
        navigationStep,
      ]),
    ).toEqual([
      ['131049', true, [1, 1], [1, 2]],
      ['131047', true, [1, 1], [2, 2]],
    ]);
    expect(page.api.isNavigating()).toBe(true);
    expect(await page.api.navigate(1)).toBe(false);
    expect(page.api.isNavigating()).toBe(false);
  });

  test('skips inert content: behind a modal dialog, or with the attribute', async () => {
    document.body.innerHTML =
      '<p>Error 131047</p><div inert>Error 131049</div><dialog>Error 131026</dialog><p>Error 131049</p>';
    const dialog = document.querySelector('dialog') as HTMLDialogElement;
    dialog.showModal();
    switchOn();
    await expectMarks('131026', '131047', '131049', '131049');
    expect(await page.api.navigate(1)).toBe(true);
    expect(await page.api.navigate(1)).toBe(false);
    expect(
      await page.api.goTo({ code: '131049', key: 'meta/cloud/131049' }, 1),
    ).toBe(false);
    expect(getVisibleCodes.map(({ code }) => code)).toEqual(['131026']);
    dialog.close();
    getVisibleCodes = [];
    while (await page.api.navigate(1));
    expect(getVisibleCodes.map(({ code }) => code)).toEqual([
      '131047',
      '131049',
    ]);
  });

  test('reports that there is no code to go to, whatever is selected, and keeps the focus', async () => {
    document.body.innerHTML = '<p id="t">Error 131047</p>';
    getSelection()?.selectAllChildren(document.getElementById('t') as Element);
    await page.api.explainSelection(null);
    expect(getVisibleCodes).toEqual([
      expect.objectContaining({ code: '', hit: false, takesFocus: false }),
    ]);
    expect(asked).not.toHaveBeenCalled();
  });

  test('can be moved from outside through some codes only, and keeps the focus', async () => {
    openPage(
      '<p>Error 131047</p><p>Error 131049</p><p>Error 131026</p><p hidden>Error 131049</p><p>Error 131047</p>',
    );
    await expectMarks('131026', '131047', '131047', '131049');
    const only = getListedCodes('131049', '131026');
    for (let step = 0; step < 3; step++) await page.api.navigate(1, only);
    expect(
      getVisibleCodes.map(({ code, takesFocus, navigationStep }) => [
        code,
        takesFocus,
        navigationStep,
      ]),
    ).toEqual([
      ['131049', false, null],
      ['131026', false, null],
    ]);
    expect(page.api.isNavigating()).toBe(false);
    await page.api.navigate(1);
    await page.api.navigate(1, getListedCodes('131047'));
    expect(getVisibleCodes.slice(2).map(({ position }) => position)).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  test('goes to one place of a code, and returns the text around each: the row, or the line', async () => {
    openPage(
      '<table><tr><th>Message</th><th>Error code</th></tr><tr><td>m1</td><td>131047</td></tr><tr><td>m2</td><td>131047</td></tr></table>' +
        '<pre>first line\nsecond line: error 131047\nthird line</pre>',
    );
    await expectMarks('131047', '131047', '131047');
    const [name] = getListedCodes('131047');
    if (!name) throw new Error('The catalogue lacks it.');
    const texts = ['m1 131047', 'm2 131047', 'second line: error 131047'];
    expect(await page.api.readMarkTexts(name, 0, 9)).toEqual(texts);
    expect(await page.api.readMarkTexts(name, 1, 2)).toEqual(['m2 131047']);
    expect(await page.api.goTo(name, 1)).toBe(true);
    expect(
      getVisibleCodes.map(({ position, takesFocus }) => [position, takesFocus]),
    ).toEqual([[[2, 3], false]]);
    document.querySelector('table')?.setAttribute('hidden', '');
    expect([
      await page.api.goTo(name, 0),
      await page.api.goTo(name, 7),
    ]).toEqual([false, false]);
    expect(
      await page.api.readMarkTexts({ code: '131047', key: null }, 0, 9),
    ).toEqual([]);
  });

  test('counts the places of the same code, and wraps around', async () => {
    openPage(
      '<p>Error 131047</p><p>Error 131049</p><p id=b>Error 131047</p><p>Error 131047</p>',
    );
    await expectMarks('131047', '131047', '131047', '131049');
    await userEvent.hover(document.querySelector('#b') as Element, {
      position: { x: 50, y: 8 },
    });
    await expect.poll(() => getVisibleCodes.length).toBe(1);
    expect(getVisibleCodes[0]).toMatchObject({
      position: [2, 3],
      navigationStep: null,
    });
    const walk = globalThis.errataCard?.onNavigate;
    walk?.(1, '131047');
    await expect.poll(() => getVisibleCodes.length).toBe(2);
    walk?.(1, '131047');
    await expect.poll(() => getVisibleCodes.length).toBe(3);
    expect(
      getVisibleCodes
        .slice(1)
        .map(({ code, position, navigationStep }) => [
          code,
          position,
          navigationStep,
        ]),
    ).toEqual([
      ['131047', [3, 3], null],
      ['131047', [1, 3], null],
    ]);
    await userEvent.unhover(document.querySelector('#b') as Element);
  });

  test('goes from failure to failure, whatever their codes, with the focus', async () => {
    openPage('<p>Error 131047</p><p>Error 131049</p><p>Error 131047</p>');
    await expectMarks('131047', '131047', '131049');
    await page.api.navigate(1);
    await expect.poll(() => getVisibleCodes.length).toBe(1);

    for (const by of [1, 1, 1, -1] as const) {
      const { length } = getVisibleCodes;
      globalThis.errataCard?.onNavigate?.(by, null);
      await expect.poll(() => getVisibleCodes.length).toBe(length + 1);
    }

    expect(
      getVisibleCodes.map(({ code, takesFocus }) => [code, takesFocus]),
    ).toEqual(
      ['131047', '131049', '131047', '131047', '131047'].map((code) => [
        code,
        true,
      ]),
    );
  });

  test('stays with its code when the page renders the row again, and closes when the code is removed', async () => {
    const row = '<p>Error 131049</p>';
    openPage(row);
    await expectMarks('131049');
    await page.api.navigate(1);
    document.body.innerHTML = row;
    await expect.poll(() => getVisibleCodes.length).toBe(2);
    expect(globalThis.errataCard?.isOpen()).toBe(true);
    document.body.replaceChildren();
    await expect.poll(() => globalThis.errataCard?.isOpen()).toBe(false);
  });
});

describe('a selection', () => {
  const selectContents = (element: Element | null) =>
    element && getSelection()?.selectAllChildren(element);

  test('is explained before the settings arrive, and remains so', async () => {
    document.body.innerHTML = '<p>promo_nov</p><p>Error 131047</p>';
    selectContents(document.querySelector('p'));
    await page.api.explainSelection('promo_nov');
    switchOn();
    await expectMarks('131047');
    expect(globalThis.errataCard?.isOpen()).toBe(true);
    switchOff();
    expect(globalThis.errataCard?.isOpen()).toBe(false);
  });

  test.each([
    ['a bare code', '131047', '131047', true],
    ['a code in brackets', '(#131047)', '131047', true],
    ['a sentence around a code', 'It says 131047 again', '131047', true],
    ['a number unknown to the catalogue', '131999', '131999', true],
    ['no code', 'promo_nov', 'promo_nov', false],
  ])(
    'of %s is answered, also where nothing is marked',
    async (_, text, code, hit) => {
      document.body.innerHTML = `<p>${text}</p>`;
      selectContents(document.querySelector('p'));
      await page.api.explainSelection(text);
      expect(getVisibleCodes[0]).toMatchObject({
        code,
        hit,
        takesFocus: true,
        navigationStep: null,
      });
      expect(getUnderlinedTexts()).toEqual([]);
    },
  );

  test('with a code and its subcode has one, and with two that differ by it has both', async () => {
    const engine = createEngine(codes);
    asked.mockImplementation(async (requests) =>
      requests.map((one) => detectForRequest(one, engine)),
    );
    const errors = [463, 460].map(
      (subcode) => `{"error":{"code":190,"error_subcode":${subcode}}}`,
    );
    for (const [text, of] of [
      [errors[0], null],
      [errors.join('\n'), [1, 2]],
    ] as const) {
      document.body.innerHTML = `<pre>${text}</pre>`;
      selectContents(document.querySelector('pre'));
      getVisibleCodes.length = 0;
      await page.api.explainSelection(text ?? '');
      expect(getVisibleCodes[0]).toMatchObject({
        code: '190',
        subcode: '463',
        navigationStep: of,
      });
    }
    const text =
      'Errors 131047, 131026 and 131049 came in one batch of order 132000';
    expect(
      detectForRequest({ text, context: { asked: true } }, engine).map(
        ({ code }) => code,
      ),
    ).toEqual(['131047', '131026', '131049']);
  });

  test.each([
    'Error 131047, then error 131026 and error 131049',
    'Errors 131047, 131026 and (#131049) were seen',
  ])(
    'with several codes leads to each, marked or not, and round: %s',
    async (text) => {
      document.body.innerHTML = `<p>${text}</p>`;
      for (const begin of [() => undefined, switchOn]) {
        begin();
        if (begin === switchOn)
          await expect
            .poll(() => getUnderlinedTexts().length)
            .toBeGreaterThan(0);
        getVisibleCodes.length = 0;
        selectContents(document.querySelector('p'));
        await page.api.explainSelection(text);
        for (const step of [1, 1, 1, -1] as const) {
          const { length } = getVisibleCodes;
          globalThis.errataCard?.onNavigate?.(step, '');
          await expect.poll(() => getVisibleCodes.length).toBe(length + 1);
        }
        expect(
          new Set(getVisibleCodes.slice(0, 3).map(({ code }) => code)),
        ).toEqual(new Set(['131047', '131026', '131049']));
        expect(
          getVisibleCodes.map(({ navigationStep }) => navigationStep?.[0]),
        ).toEqual([1, 2, 3, 1, 3]);
        expect(getVisibleCodes[3]?.code).toBe(getVisibleCodes[0]?.code);
      }
    },
  );
});

describe('a test case', () => {
  test.each([
    [
      'a row with its heading',
      '<table><tr><th>To</th><th>Total</th></tr><tr><td>Ana\t S</td><td> <b id=c>131047</b> x</td></tr></table>',
      'To\tTotal\nAna  S\t131047 x',
    ],
    [
      'a label and its value',
      '<dl><dt>Total</dt><dd id=c>131047</dd></dl>',
      'Total\n131047',
    ],
    [
      'the lines around',
      '<p>One<br>two <b id=c>131047</b>.</p>',
      'One\ntwo 131047.',
    ],
  ])('is %s', (_, html, text) => {
    document.body.innerHTML = html;
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('#c')?.firstChild as Text);
    const found = getSampleAt(range);
    expect(found?.text).toBe(text);
    expect(found?.text.slice(found.start, found.end)).toBe('131047');
    document.body.replaceChildren();
    expect(getSampleAt(range)).toBeNull();
  });
});

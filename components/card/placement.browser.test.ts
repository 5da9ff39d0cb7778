import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import {
  addPageStyle,
  type CardOnPage,
  createCardOnPage,
  createPageWith,
  createTestRequest,
  findCardHost,
  findCodeRange,
  isPlaced,
} from '../../tests/fixtures/card-page.ts';

let on: CardOnPage;

beforeEach(async () => {
  await page.viewport(900, 680);
  on = createCardOnPage();
});
afterEach(() => on.clear());

describe('the card is placed', () => {
  test('within a small window, next to the code and never over it', async () => {
    await page.viewport(400, 256);
    const range = createPageWith(
      '<p style="margin: 110px 150px 600px">131026</p>',
      '131026',
    );
    on.card.show(createTestRequest(range));
    const code = range.getBoundingClientRect();
    await isPlaced();
    const box = findCardHost()?.getBoundingClientRect();
    if (!box) throw new TypeError('expected a card');
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(400);
    expect(box.bottom).toBeLessThanOrEqual(256);
    expect(box.bottom <= code.top || box.top >= code.bottom).toBe(true);
  });

  test.each([
    [360, 256, '110px 20px 600px', []],
    [360, 256, '110px 20px 600px; zoom: 2', []],
    [360, 420, '60px 20px 900px', ['.er-code', '.er-turn']],
    [360, 400, '60px 20px 900px', ['.er-code', '.er-turn']],
  ])(
    'with title and verdict in view, and at %i × %i with buttons in view however far it is read (%s: also %j)',
    async (width, height, margin, inHead) => {
      await page.viewport(width, height);
      on.card.show(
        createTestRequest(
          createPageWith(`<p style="margin: ${margin}">131026</p>`, '131026'),
          {
            isPinned: true,
          },
        ),
      );
      await isPlaced();
      const root = on.root();
      const title = root?.querySelector('.er-title > span');
      expect(title?.scrollWidth).toBeLessThanOrEqual(title?.clientWidth ?? 0);
      expect(title?.getBoundingClientRect().bottom).toBeLessThan(
        findCardHost()?.getBoundingClientRect().bottom ?? 0,
      );
      expect(
        root?.querySelector('.er-turn')?.getBoundingClientRect().bottom,
      ).toBeLessThan(
        root?.querySelector('.er-footer')?.getBoundingClientRect().top ?? 0,
      );
      for (const fold of root?.querySelectorAll('details') ?? [])
        fold.open = true;
      const scrolled = [
        ...(root?.querySelectorAll('.er-scroll, .er-entry') ?? []),
      ].filter(
        ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 4,
      );
      expect(scrolled.length).toBeGreaterThan(0);
      for (const part of scrolled) part.scrollTop = 1e6;
      const card = findCardHost()?.getBoundingClientRect() ?? new DOMRect();
      for (const kept of [
        ...inHead,
        '[aria-label="Pin"]',
        '[aria-label="Close"]',
      ]) {
        const box =
          root?.querySelector(kept)?.getBoundingClientRect() ?? new DOMRect();
        const onTop = root?.elementFromPoint(
          box.x + box.width / 2,
          box.y + box.height / 2,
        );
        expect(onTop?.closest(kept), kept).not.toBeNull();
        expect(box.top, kept).toBeGreaterThanOrEqual(card.top - 1);
        expect(box.bottom, kept).toBeLessThanOrEqual(card.bottom + 1);
      }
    },
  );

  test.each(['TOO_MANY_REQUESTS', '131026'])(
    'with the title of %s after it, in its colour',
    async (code) => {
      on.card.show(createTestRequest(createPageWith(`<p>${code}</p>`, code)));
      await isPlaced();
      const [shown, title] = ['.er-code', '.er-title > span'].map((part) =>
        on.root()?.querySelector(part),
      );
      const [a, b] = [shown, title].map(
        (part) => part?.getBoundingClientRect() ?? new DOMRect(),
      );
      expect(b?.top).toBeLessThan(a?.bottom ?? 0);
      expect(shown && getComputedStyle(shown).color).toBe(
        title && getComputedStyle(title).color,
      );
    },
  );

  test('with the meaning in view, and its text faded under the footer', async () => {
    on.card.show(createTestRequest(createPageWith('<p>131047</p>', '131047')));
    await isPlaced();
    const meaning = on
      .root()
      ?.querySelector('.er-short')
      ?.getBoundingClientRect();
    const footer = on.root()?.querySelector('.er-footer');
    expect(meaning?.bottom).toBeLessThan(
      footer?.getBoundingClientRect().top ?? 0,
    );
    expect(footer && getComputedStyle(footer).boxShadow).toContain(
      '0px -5px 4px',
    );
  });

  test.each(['1003', '131999'])(
    'of %s without a fade over its first text',
    async (code) => {
      on.card.show(
        createTestRequest(createPageWith(`<p>${code}</p>`, code), {
          isPinned: true,
        }),
      );
      await isPlaced();
      const [head, first] = ['.er-head', '.er-body > *'].map((part) =>
        on.root()?.querySelector(part),
      );
      const [, down = Number.NaN, blur = 0, spread = 0] = (
        (head && getComputedStyle(head).boxShadow.match(/-?\d+(?=px)/g)) ??
        []
      ).map(Number);
      const fade = down + blur + spread;
      const below = (head?.getBoundingClientRect().bottom ?? 0) + fade;
      expect(first?.getBoundingClientRect().top).toBeGreaterThanOrEqual(
        below - 0.5,
      );
    },
  );

  const createLog = (cells: string) =>
    `<table style="width: 100%">${`<tr>${cells}</tr>`.repeat(24)}</table>`;
  const getCard = () =>
    findCardHost()?.getBoundingClientRect() ?? new DOMRect();

  test.each([
    ['ltr', '<td>131047</td><td>131026</td>'],
    ['rtl', '<td>131047</td><td>131026</td>'],
    ['ltr', '<td>text</td><td>131026</td>'],
  ])(
    'beside a code, so that no row of its column is covered (%s: %s)',
    async (dir, cells) => {
      await page.viewport(1200, 680);
      document.documentElement.dir = dir;
      createPageWith(createLog(cells), '131026');
      for (const row of [...document.querySelectorAll('tr')].filter(
        (_, at) => at % 7 === 0,
      )) {
        on.card.show(createTestRequest(findCodeRange('131026', row)));
        await isPlaced();
        for (const other of document.querySelectorAll('tr')) {
          const { left, right } = findCodeRange(
            '131026',
            other,
          ).getBoundingClientRect();
          expect(getCard().left > right || getCard().right < left).toBe(true);
        }
      }
      document.documentElement.dir = '';
    },
  );

  test.each([
    ['right', 'margin-left: 0'],
    ['left', 'margin-left: 600px'],
  ])('on the free side: %s', async (side, css) => {
    await page.viewport(1300, 680);
    const lines = `<p style="width: 700px; ${css}">words of a log </p>`.replace(
      'log',
      'log '.repeat(30),
    );
    createPageWith(
      `<b style="position: absolute; left: 620px; top: 300px">131047</b>${lines.repeat(12)}`,
      '131047',
    );
    const range = findCodeRange('131047');
    on.card.show(createTestRequest(range));
    await isPlaced();
    const { left } = range.getBoundingClientRect();
    await expect
      .poll(() => (getCard().left > left ? 'right' : 'left'))
      .toBe(side);
  });

  test('beside a code at the end of the window, and stays there when a part unfolds', async () => {
    const range = createPageWith(
      '<p style="margin-top: 640px">131026</p>',
      '131026',
    );
    on.card.show(createTestRequest(range));
    await isPlaced();
    const before = getCard();
    expect(before.left).toBeGreaterThan(range.getBoundingClientRect().right);
    await on.click('Why and how');
    await expect
      .poll(() => getCard().height)
      .toBeGreaterThan(before.height + 20);
    await new Promise((moved) => setTimeout(moved, 100));
    expect(getCard().top).toBe(before.top);
    expect(getCard().bottom).toBeLessThanOrEqual(672);
  });

  test.each([
    [900, 420, '200px 20px 600px', 'pointer'],
    [900, 420, '200px 20px 600px', 'keyboard'],
    [360, 420, '120px 20px 900px', 'pointer'],
    [360, 420, '120px 20px 900px', 'keyboard'],
    [360, 420, '290px 20px 900px', 'keyboard'],
  ])(
    'at %i × %i with what is opened in view (%s, by %s), and never over its row',
    async (...of) => {
      const [width, height, margin, by] = of;
      await page.viewport(width, height);
      on.clear();
      on = createCardOnPage(window, false, getBundledCatalogue());
      const range = createPageWith(
        `<p style="margin: ${margin}">131026</p>`,
        '131026',
      );
      on.card.show(createTestRequest(range, { takesFocus: by === 'keyboard' }));
      await isPlaced();
      const button = on.button('Why and how');
      button.scrollIntoView({ block: 'nearest' });
      button.focus();
      if (by === 'pointer') await on.click('Why and how');
      else await userEvent.keyboard('{Enter}');
      const find = (part: string) =>
        on.root()?.querySelector(part)?.getBoundingClientRect() ??
        new DOMRect();
      // Once the card has grown.
      await new Promise((moved) => setTimeout(moved, 100));
      const [opened, view, footer] = [
        find('.er-opened'),
        find('.er-scroll'),
        find('.er-footer'),
      ];
      const head = getCard().height < 300 ? view.top : find('.er-head').bottom;
      const seen =
        Math.min(opened.bottom, footer.top) - Math.max(opened.top, head);
      expect(opened.top).toBeGreaterThanOrEqual(head - 1);
      // All of it, or as much as shows what it is, or as the card has room for next to the button.
      expect(seen).toBeGreaterThanOrEqual(
        Math.min(opened.height, 160, footer.top - head - 60) - 1,
      );
      const pressed = button.getBoundingClientRect();
      expect(pressed.bottom).toBeGreaterThan(head);
      expect(pressed.top).toBeLessThan(footer.top);
      const code = range.getBoundingClientRect();
      const [card, row] = [
        getCard(),
        document.querySelector('p')?.getBoundingClientRect() ?? code,
      ];
      if (width === 360)
        expect(card.bottom <= row.top || card.top >= row.bottom).toBe(true);
      else expect(card.left > code.right || card.right < code.left).toBe(true);
    },
  );

  test('with what is opened in view below the line that leads back to another code', async () => {
    await page.viewport(1280, 420);
    on.clear();
    on = createCardOnPage(window, false, getBundledCatalogue());
    const range = createPageWith(
      '<p style="margin: 40px">131042</p><p>131047</p>',
      '131042',
    );
    on.card.show(createTestRequest(range, { isPinned: true }));
    await isPlaced();
    on.card.show(createTestRequest(findCodeRange('131047')));
    await isPlaced();
    expect(on.text()).toContain('Back to 131042');
    await on.click('Why and how');
    await new Promise((moved) => setTimeout(moved, 100));
    const find = (part: string) =>
      on.root()?.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
    const head = find('.er-head').bottom;
    expect(find('.er-opened').top).toBeGreaterThanOrEqual(head - 1);
    expect(
      on.button('Why and how').getBoundingClientRect().bottom,
    ).toBeGreaterThan(head);
  });

  test('below its code in place of beside it once the window gets too narrow', async () => {
    const range = createPageWith(
      '<p style="margin-left: 200px">131026</p>',
      '131026',
    );
    on.card.show(createTestRequest(range));
    await expect
      .poll(() => getCard().left - range.getBoundingClientRect().right)
      .toBeCloseTo(8, 0);
    await page.viewport(420, 680);
    await expect
      .poll(() => getCard().top - range.getBoundingClientRect().bottom)
      .toBeCloseTo(8, 0);
  });

  test('below a code in a sentence, so that the next codes of the line stay in view', async () => {
    const text =
      'Failed with error 131047, then with error 131026, and with no other one after these words.';
    const range = createPageWith(`<p>${text}</p>`, '131047');
    on.card.show(createTestRequest(range));
    await expect
      .poll(() => getCard().top - range.getBoundingClientRect().bottom)
      .toBeCloseTo(8, 0);
  });

  test('above a code whose tooltip the browser shows below', async () => {
    const range = createPageWith(
      '<p style="margin-top: 400px"><b title="native">131047</b></p>',
      '131047',
    );
    on.card.show(createTestRequest(range));
    await isPlaced();
    await expect
      .poll(() => findCardHost()?.getBoundingClientRect().bottom)
      .toBeLessThanOrEqual(range.getBoundingClientRect().top);
  });

  /** Returns the distance in pixels between the card and its code. */
  function measureGap(range: Range): number {
    const card = findCardHost()?.getBoundingClientRect() ?? new DOMRect();
    const code = range.getBoundingClientRect();
    const beside = Math.max(card.left - code.right, code.left - card.right);
    return Math.max(card.top - code.bottom, code.top - card.bottom, beside);
  }
  const isBeside = (range: Range) =>
    expect.poll(() => Math.abs(measureGap(range) - 8)).toBeLessThanOrEqual(1);

  test.each([
    ['half its size by CSS zoom', 'html { zoom: 0.5 }'],
    ['four times its size by CSS zoom', 'html { zoom: 4 }'],
    ['a body that zooms', 'body { zoom: 1.75 }'],
    ['a box that zooms', 'section { zoom: 3 }'],
    [
      'a box that is scaled',
      'section { transform: scale(2.5); transform-origin: 0 0 }',
    ],
    ['a box that is turned', 'section { transform: rotate(8deg) }'],
    [
      'a page that is scaled',
      'html { transform: scale(0.6); transform-origin: 30px 20px }',
    ],
    [
      'a page that is scaled about its middle',
      'html { transform: scale(0.5) }',
    ],
    [
      'a page in the middle of the window',
      'html { width: 200px; margin: 200px auto 0 }',
    ],
    ['a body that is moved', 'body { transform: translate(60px, 40px) }'],
  ])('8 px from its code in %s', async (_, css) => {
    addPageStyle(css);
    const range = createPageWith(
      '<section style="padding: 30px">Error 131047</section>',
      '131047',
    );
    on.card.show(createTestRequest(range));
    await isPlaced();
    await isBeside(range);
    expect(findCardHost()?.getBoundingClientRect().width).toBeCloseTo(392, 0);
  });

  test('next to its code while the page scrolls, resizes and moves its boxes', async () => {
    const range = createPageWith(
      '<div style="height: 90px"></div><p>Error 131047</p><div style="height: 3000px"></div>',
      '131047',
    );
    on.card.show(createTestRequest(range));
    await isBeside(range);
    document.documentElement.scrollTop = 60;
    await isBeside(range);
    await page.viewport(700, 680);
    await isBeside(range);
    document.querySelector('div')?.style.setProperty('height', '160px');
    await isBeside(range);
    expect(on.card.isOpen()).toBe(true);
  });

  test('in a corner of the window for a selection that fills it', async () => {
    const range = createPageWith(
      '<p style="height: 2000px">words without a code</p>',
      'words',
    );
    range.selectNode(document.body.children[0] ?? document.body);
    on.card.show(createTestRequest(range, { hit: false, code: 'words' }));
    await isPlaced();
    const box = findCardHost()?.getBoundingClientRect();
    expect(box?.top).toBe(8);
    expect(box?.right).toBeGreaterThan(850);
  });

  test('in the document around a frame that is too small', async () => {
    document.body.innerHTML =
      '<iframe style="width: 300px; height: 80px"></iframe>';
    const inner = document.querySelector('iframe')?.contentDocument;
    if (!inner) throw new TypeError('expected a frame of the same origin');
    const own = createCardOnPage(inner.defaultView ?? window).card;
    own.show(
      createTestRequest(createPageWith('<p>131047</p>', '131047', inner)),
    );
    expect(findCardHost(inner)).toBeNull();
    // Vitest runs the test page in an iframe.
    const outer = window.top?.document;
    expect(findCardHost(outer)?.matches(':popover-open')).toBe(true);
    own.destroy();
    expect(findCardHost(outer)).toBeNull();
  });

  test('correctly with any style of the page', async () => {
    addPageStyle(
      '* { all: unset !important } head { display: none !important } errata-card { display: none !important; width: 9px !important; opacity: 0 !important }',
    );
    on.card.show(createTestRequest(createPageWith('<p>131047</p>', '131047')));
    await isPlaced();
    const shown = findCardHost();
    expect(shown?.getBoundingClientRect().width).toBe(392);
    expect(shown && getComputedStyle(shown)).toMatchObject({
      opacity: '1',
      position: 'fixed',
      display: 'block',
    });
  });

  test('next to its code in an SVG document, which has no HTML body', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg"><text y="40">Error 131026</text></svg>';
    const frame = document.createElement('iframe');
    Object.assign(frame, { width: 700, height: 500 });
    frame.src = URL.createObjectURL(
      new Blob([drawing], { type: 'image/svg+xml' }),
    );
    document.body.replaceChildren(frame);
    await new Promise((done) => frame.addEventListener('load', done));
    const inner = frame.contentDocument as Document;
    const inDrawing = createCardOnPage(frame.contentWindow as Window);
    const range = findCodeRange('131026', inner.documentElement);
    inDrawing.card.show(createTestRequest(range));
    const [card, code] = [
      findCardHost(inner)?.getBoundingClientRect(),
      range.getBoundingClientRect(),
    ];
    expect(card?.left).toBeCloseTo(code.right + 8, 0);
    expect(findCardHost(inner)?.dataset.code).toBe('131026');
    inDrawing.clear();
  });
});

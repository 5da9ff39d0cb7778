import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardRequest } from '../../lib/page/marking/page-api.ts';
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
import { clobberForm } from '../../tests/fixtures/form.ts';

let on: CardOnPage;

beforeEach(async () => {
  await page.viewport(900, 680);
  on = createCardOnPage();
});
afterEach(() => {
  on.clear();
  vi.unstubAllGlobals();
});

/** Chromium can give a page of a test no idle time for minutes, also if a core has some. */
const idleAtOnce = () =>
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));

describe('shown and closed', () => {
  test('is in the top layer next to its code, explains it, and leaves no trace', async () => {
    const range = createPageWith('<p>Error 131047</p>', '131047');
    on.card.show(createTestRequest(range));
    expect(findCardHost()).toMatchObject({
      shadowRoot: null,
      dataset: { code: '131047', state: 'open' },
    });
    expect(findCardHost()?.matches(':popover-open')).toBe(true);
    expect(on.text()).toContain('Send an approved template');
    await expect
      .poll(
        () =>
          (findCardHost()?.getBoundingClientRect().left ?? 0) -
          range.getBoundingClientRect().right,
      )
      .toBeCloseTo(8, 0);
    on.card.close();
    expect(findCardHost()).toBeNull();
    expect(on.card.isOpen()).toBe(false);
  });

  test.each([0, 1, 2, 3])(
    'is correct if it is shown after %i steps of preparation',
    async (steps) => {
      idleAtOnce();
      const range = createPageWith(
        '<p>Error 131047</p><p>131026</p>',
        '131047',
      );
      on.card.warmUp(createTestRequest(findCodeRange('131026')));
      for (let step = 0; step < steps; step++) {
        await new Promise((idle) => requestIdleCallback(idle));
        expect(findCardHost()).toBeNull();
      }
      on.card.show(createTestRequest(range));
      for (let step = 0; step < 5; step++)
        await new Promise((idle) => requestIdleCallback(idle));
      expect(findCardHost()?.dataset).toMatchObject({
        code: '131047',
        state: 'open',
      });
      expect(on.text()).toContain('Send an approved template');
      expect(on.text()).not.toContain('Message undeliverable');
    },
  );

  test('leaves no trace if it is prepared but not shown', async () => {
    idleAtOnce();
    createPageWith('<p>Error 131047</p>', '131047');
    const before = document.documentElement.outerHTML;
    on.card.warmUp(createTestRequest(findCodeRange('131047')));
    const drawn = new Set<boolean>();
    for (let step = 0; step < 6; step++) {
      await new Promise((idle) => requestIdleCallback(idle));
      drawn.add(on.text().includes('Send an approved template'));
    }
    expect(drawn).toEqual(new Set([false, true]));
    expect(document.documentElement.outerHTML).toBe(before);
    expect(on.card.isOpen()).toBe(false);
    expect(on.text()).toBe('');
  });

  test('swaps to another code in the same host, and rebuilds nothing for the same code', () => {
    const first = createPageWith('<p>131047</p><p>131026</p>', '131047');
    on.card.show(createTestRequest(first));
    const before = findCardHost();
    const fold = on.root()?.querySelector('details');
    on.card.show(createTestRequest(first));
    expect(on.root()?.querySelector('details')).toBe(fold);
    on.card.show(createTestRequest(findCodeRange('131026')));
    expect(findCardHost()).toBe(before);
    expect(on.text()).toContain('Message undeliverable');
  });

  test('a pinned card stays until it is forced to close, and says that its code was removed', () => {
    const range = createPageWith('<p>131047</p><p>131026</p>', '131047');
    on.card.show(createTestRequest(range, { isPinned: true }));
    on.card.close();
    on.card.anchorRemoved();
    expect(findCardHost()?.dataset).toMatchObject({
      code: '131047',
      state: 'pinned',
    });
    expect(on.text()).toContain('no longer on the page');
    expect(on.text()).not.toContain('1 of 2');
    expect(on.text()).not.toContain('Not an error code');
    on.card.close(true);
    expect(findCardHost()).toBeNull();
  });

  test('a pinned card shows another code where it is, and leads back step by step', async () => {
    const range = createPageWith(
      '<p>131047</p><p>131026</p><p>131049</p>',
      '131047',
    );
    on.card.show(createTestRequest(range, { isPinned: true }));
    await isPlaced();
    const before = findCardHost()?.getBoundingClientRect();
    const onReturned = vi.fn();
    on.card.onReturned = onReturned;
    for (const code of ['131026', '131049'])
      on.card.show(createTestRequest(findCodeRange(code)));
    await isPlaced();
    expect(findCardHost()?.dataset).toMatchObject({
      code: '131049',
      state: 'pinned',
    });
    expect(findCardHost()?.getBoundingClientRect()).toMatchObject({
      x: before?.x,
      y: before?.y,
    });
    await on.click('Back to 131026');
    expect(findCardHost()?.dataset).toMatchObject({
      code: '131026',
      state: 'pinned',
    });
    await on.click('Back to 131047');
    expect(findCardHost()?.dataset).toMatchObject({
      code: '131047',
      state: 'pinned',
    });
    expect(onReturned.mock.calls.map(([back]) => String(back))).toEqual([
      '131026',
      '131047',
    ]);
    expect(onReturned).toHaveBeenLastCalledWith(range);
    expect(on.text()).not.toContain('Back to');
    on.card.show(createTestRequest(range));
    expect(on.text()).not.toContain('Back to');
  });

  test('a pinned card moves rather than cover the code that it shows', async () => {
    const range = createPageWith(
      '<p>131047</p><p style="position: absolute; left: 200px; top: 200px">131026</p>',
      '131047',
    );
    on.card.show(createTestRequest(range, { isPinned: true }));
    await isPlaced();
    const other = findCodeRange('131026');
    on.card.show(createTestRequest(other));
    const code = other.getBoundingClientRect();
    await expect
      .poll(
        () => (findCardHost()?.getBoundingClientRect().left ?? 0) > code.right,
      )
      .toBe(true);
  });

  test('a pinned card of a selection says, too, that its text was removed', async () => {
    const range = createPageWith('<p>131047</p>', '131047');
    on.card.show(createTestRequest(range, { isPinned: true, position: null }));
    await isPlaced();
    document.body.replaceChildren();
    await expect.poll(on.text).toContain('no longer on the page');
    expect(on.card.isPinned()).toBe(true);
  });

  test.each(['<p>131047</p>', '131047'])(
    'opens in a form, whatever its fields are named: %s',
    async (text) => {
      const range = createPageWith(
        `<section><form title="">${text}</form></section>`,
        '131047',
      );
      clobberForm(document.forms[0] as HTMLFormElement);
      on.card.show(createTestRequest(range));
      await isPlaced();
      expect(findCardHost()?.dataset).toMatchObject({
        code: '131047',
        state: 'open',
      });
      document.body.style.marginTop = '90px';
      await expect
        .poll(() => findCardHost()?.getBoundingClientRect().left)
        .toBeCloseTo(range.getBoundingClientRect().right + 8, 0);
    },
  );

  test('a pinned card is shown again if the page hides all popovers, also in a dialog', async () => {
    const range = createPageWith('<dialog><p>131047</p></dialog>', '131047');
    document.querySelector('dialog')?.showModal();
    on.card.show(createTestRequest(range, { isPinned: true }));
    await isPlaced();
    for (let times = 0; times < 2; times++) {
      findCardHost()?.hidePopover();
      await expect
        .poll(() => findCardHost()?.matches(':popover-open'))
        .toBe(true);
    }
    expect(findCardHost()?.parentElement?.localName).toBe('dialog');
    expect(on.card.isPinned()).toBe(true);
  });

  test('an unpinned card closes if the page hides all popovers', async () => {
    on.card.show(createTestRequest(createPageWith('<p>131047</p>', '131047')));
    await isPlaced();
    findCardHost()?.hidePopover();
    await expect.poll(() => findCardHost()).toBeNull();
    expect(on.card.isOpen()).toBe(false);
  });

  test.each([true, false])(
    'comes again after the page made its host no popover (pinned: %s)',
    async (isPinned) => {
      const range = createPageWith('<p>131047</p>', '131047');
      on.card.show(createTestRequest(range, { isPinned }));
      findCardHost()?.removeAttribute('popover');
      // The `toggle` event fires in a later task.
      await new Promise((told) => setTimeout(told, 50));
      on.card.close(true);
      on.card.show(createTestRequest(range));
      expect(findCardHost()?.matches(':popover-open')).toBe(true);
    },
  );

  test('a page that hides every popover immediately succeeds', async () => {
    const hidePopover = ({ target }: Event) =>
      (target as HTMLElement).hidePopover();
    document.addEventListener('toggle', hidePopover, true);
    on.card.show(
      createTestRequest(createPageWith('<p>131047</p>', '131047'), {
        isPinned: true,
      }),
    );
    await expect.poll(() => findCardHost()).toBeNull();
    document.removeEventListener('toggle', hidePopover, true);
    expect(on.card.isOpen()).toBe(false);
  });

  test('a pinned card stays open after its dialog closes', async () => {
    const range = createPageWith('<dialog><p>131047</p></dialog>', '131047');
    const dialog = document.querySelector('dialog');
    dialog?.showModal();
    on.card.show(createTestRequest(range, { isPinned: true }));
    await isPlaced();
    dialog?.close();
    await expect
      .poll(() => findCardHost()?.parentElement)
      .toBe(document.documentElement);
    expect(findCardHost()?.matches(':popover-open')).toBe(true);
    expect(on.card.isPinned()).toBe(true);
  });

  test('an unpinned card closes when its code is scrolled out of view', async () => {
    const range = createPageWith(
      '<p>131047</p><div style="height: 3000px"></div>',
      '131047',
    );
    on.card.show(createTestRequest(range));
    await isPlaced();
    document.documentElement.scrollTop = 1500;
    await expect.poll(() => on.card.isOpen()).toBe(false);
  });

  test('a code that was scrolled out of view before its card opened closes only that card', async () => {
    const away = createPageWith(
      '<p>131047</p><div style="height: 1500px"></div><p>131026</p>',
      '131047',
    );
    document.documentElement.scrollTop = 1500;
    on.card.show(createTestRequest(away));
    expect(on.card.isOpen()).toBe(false);
    on.card.show(createTestRequest(findCodeRange('131026')));
    await isPlaced();
    expect(findCardHost()?.dataset.code).toBe('131026');
  });

  test('an unpinned card closes when a scroll container hides its code', async () => {
    const box =
      '<div style="height: 100px; overflow: auto"><p>131047</p><p style="height: 900px"></p></div>';
    on.card.show(createTestRequest(createPageWith(box, '131047')));
    await isPlaced();
    document.querySelector('div')?.scrollTo(0, 500);
    await expect.poll(() => on.card.isOpen()).toBe(false);
  });

  test("stays open if the body's box ends above its code, because nothing is clipped there", async () => {
    addPageStyle('html, body { height: 100% } body { overflow-x: hidden }');
    const range = createPageWith(
      '<div style="height: 1500px"></div><p>131047</p><div style="height: 900px"></div>',
      '131047',
    );
    document.documentElement.scrollTop = 1300;
    on.card.show(createTestRequest(range));
    await isPlaced();
    expect(on.card.isOpen()).toBe(true);
  });

  test('closes for the card of another frame or of an older version', () => {
    const range = createPageWith('<p>131047</p>', '131047');
    document.documentElement.append(document.createElement('errata-card'));
    on.card.show(createTestRequest(range));
    expect(document.querySelectorAll('errata-card')).toHaveLength(1);
  });
});

describe('a wrong mark', () => {
  const total = {
    host: 'crm.example',
    code: '131047',
    by: 'column',
    words: 'total',
  };

  /** Shows a card with the line that reports a wrong mark. */
  async function showWithReport(more: Partial<CardRequest> = {}) {
    on.card.show(
      createTestRequest(createPageWith('<p>131047</p>', '131047'), more),
    );
    await on.click('More');
  }

  async function pressSuppress() {
    on.button('Not an error code').scrollIntoView({ block: 'nearest' });
    await on.click('Not an error code');
    await on.click('Stop marking');
  }

  test('is suppressed after the confirmation, and the card stays open for an undo', async () => {
    await showWithReport();
    const before = findCardHost()?.getBoundingClientRect();
    const shrunk = vi.fn();
    on.card.onWillResize = shrunk;
    await pressSuppress();
    expect(on.keep).toHaveBeenLastCalledWith({ suppression: total, on: true });
    // The shorter card stays open, although the pointer that pressed the button may now be outside it.
    expect(findCardHost()?.getBoundingClientRect().height).toBeLessThan(
      (before?.height ?? 0) - 100,
    );
    expect(shrunk).toHaveBeenCalledOnce();
    on.card.anchorRemoved();
    expect(on.card.isOpen()).toBe(true);
    expect(on.text()).toContain('no longer marked here');
    await isPlaced();
    await on.click('Undo');
    expect(on.keep).toHaveBeenLastCalledWith({ suppression: total, on: false });
    // Mutation observers report the removal and the return of the mark asynchronously.
    on.card.anchorRemoved();
    expect(on.text()).toContain('Send an approved template');
  });

  test.each([
    ['of an update', true, 'because Errata was updated. Reload the page'],
    [
      'the browser refuses',
      false,
      'The browser couldn’t save the change: “IO error”.',
    ],
  ])(
    'remains if the suppression cannot be saved because %s',
    async (_, isOrphan, says) => {
      on.keep.mockRejectedValueOnce(new Error('IO error'));
      on.isOrphan.mockReturnValue(isOrphan);
      await showWithReport();
      await pressSuppress();
      await expect.poll(on.text).toContain(says);
      expect(on.text().includes('updated')).toBe(isOrphan);
    },
  );

  test('Escape cancels the question about the column, and the next one closes the card', async () => {
    await showWithReport();
    on.button('Not an error code').scrollIntoView({ block: 'nearest' });
    await on.click('Not an error code');
    expect(on.text()).toContain('marked in the column “total”');
    await userEvent.keyboard('{Escape}');
    expect(on.card.isOpen()).toBe(true);
    expect(on.text()).not.toContain('in the column');
    await expect
      .poll(() => on.root()?.activeElement?.textContent)
      .toBe('Not an error code');
    await userEvent.keyboard('{Escape}');
    expect(on.card.isOpen()).toBe(false);
    expect(on.keep).not.toHaveBeenCalled();
  });

  test('is suppressed by one click if there is no column', async () => {
    const label = { ...total, by: 'label' } as const;
    on.suppressionOf.mockReturnValueOnce(label);
    await showWithReport();
    on.button('Not an error code').scrollIntoView({ block: 'nearest' });
    await on.click('Not an error code');
    expect(on.keep).toHaveBeenLastCalledWith({ suppression: label, on: true });
  });

  test('is suppressed by one click, however soon after the card opened', async () => {
    on.suppressionOf.mockReturnValueOnce({ ...total, by: 'label' });
    await showWithReport({ path: '' });
    on.button('Not an error code').scrollIntoView({ block: 'nearest' });
    await on.click('Not an error code');
    expect(on.keep).toHaveBeenCalledOnce();
    expect(on.text()).toContain('no longer marked here');
  });

  describe('in a frame of a page that may cover the card', () => {
    const label = { ...total, by: 'label' } as const;
    beforeEach(() => {
      on.clear();
      on = createCardOnPage(window, true);
      on.suppressionOf.mockReturnValue(label);
    });

    test('is confirmed in an extension window, each time', async () => {
      await showWithReport();
      for (let time = 1; time <= 2; time++) {
        on.button('Not an error code').scrollIntoView({ block: 'nearest' });
        await on.click('Not an error code');
        expect(on.keep).toHaveBeenCalledTimes(time);
        expect(on.keep).toHaveBeenLastCalledWith({
          suppression: label,
          on: true,
        });
        expect(on.text()).toContain('Errata asks in a separate window');
        expect(on.text()).not.toContain('no longer marked');
      }
    });

    test('says so if the window cannot open', async () => {
      on.keep.mockRejectedValueOnce(new Error('gone'));
      on.isOrphan.mockReturnValue(true);
      await showWithReport();
      on.button('Not an error code').scrollIntoView({ block: 'nearest' });
      await on.click('Not an error code');
      await expect.poll(on.text).toContain('because Errata was updated');
    });

    test('as is the provider of a site, which the card uses immediately', async () => {
      on.card.show(createTestRequest(createPageWith('<p>1003</p>', '1003')));
      await on.click('Gupshup');
      expect(on.keep).toHaveBeenCalledWith({
        host: 'crm.example',
        provider: 'gupshup',
      });
      expect(on.text()).toContain('Top up the wallet.');
      expect(on.text()).toContain('Errata asks in a separate window');
      expect(on.text()).not.toContain('Remembered');
    });
  });

  test('is not offered for a selection', async () => {
    await showWithReport({ position: null });
    expect(on.text()).toContain('Missing mark?');
    expect(on.text()).not.toContain('Not an error code');
  });
});

describe('focus and keys', () => {
  test('the pointer does not move the focus; the keyboard moves it into the card and back', async () => {
    const range = createPageWith('<input id="field"><p>131047</p>', '131047');
    const field = document.querySelector<HTMLElement>('#field');
    field?.focus();
    on.card.show(createTestRequest(range));
    expect(document.activeElement).toBe(field);
    on.card.show(createTestRequest(range, { takesFocus: true }));
    expect(document.activeElement).toBe(findCardHost());
    expect(on.root()?.activeElement?.getAttribute('role')).toBe('dialog');
    await userEvent.keyboard('{Escape}');
    expect(findCardHost()).toBeNull();
    expect(document.activeElement).toBe(field);
  });

  test('a click into the card pins it, but not one on a control', async () => {
    on.card.show(createTestRequest(createPageWith('<p>131047</p>', '131047')));
    await isPlaced();
    await on.click('More');
    await on.click('Confirmed by');
    expect(findCardHost()?.dataset.state).toBe('open');
    const host = findCardHost() as HTMLElement;
    for (let times = 0; times < 2; times++) {
      await userEvent.click(host, { position: { x: 120, y: 24 } });
      expect(findCardHost()?.dataset.state).toBe('pinned');
    }
  });

  test('P pins, and no key typed in the card reaches the page', async () => {
    const range = createPageWith('<p>131047</p>', '131047');
    const heard = vi.fn();
    // Registered first, and still called after the card, which listens on `keydown` only.
    window.addEventListener('keypress', heard, true);
    document.addEventListener('keydown', heard);
    on.card.show(createTestRequest(range, { takesFocus: true }));
    await userEvent.keyboard('p');
    expect(findCardHost()?.dataset.state).toBe('pinned');
    window.removeEventListener('keypress', heard, true);
    await userEvent.keyboard('{Tab}j');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  test('the arrow keys go to the failure above and below, and neither scroll the page nor reach it', async () => {
    const range = createPageWith(
      '<p>131047</p><p style="height: 3000px">131026</p>',
      '131047',
    );
    const heard = vi.fn();
    const onNavigate = vi.fn();
    document.addEventListener('keydown', heard);
    on.card.show(createTestRequest(range, { takesFocus: true }));
    Object.assign(on.card, { onNavigate });
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Shift>}{ArrowDown}{/Shift}');
    document.removeEventListener('keydown', heard);
    expect(onNavigate.mock.calls).toEqual([
      [1, null],
      [-1, null],
    ]);
    expect(heard).not.toHaveBeenCalled();
    expect(document.documentElement.scrollTop).toBe(0);
  });

  test('P pins also while the page has the focus, if the pointer is over the card and no field has the focus', async () => {
    const range = createPageWith('<input id="field"><p>131047</p>', '131047');
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    await userEvent.hover(document.querySelector('#field') as Element);
    on.card.show(createTestRequest(range));
    await isPlaced();
    await userEvent.keyboard('p');
    expect(findCardHost()?.dataset.state).toBe('open');
    expect(heard).toHaveBeenCalledTimes(1);
    await userEvent.hover(findCardHost() as HTMLElement);
    document.querySelector<HTMLElement>('#field')?.focus();
    await userEvent.keyboard('p');
    expect(findCardHost()?.dataset.state).toBe('open');
    document.querySelector<HTMLElement>('#field')?.blur();
    await userEvent.keyboard('jp');
    expect(findCardHost()?.dataset.state).toBe('pinned');
    document.removeEventListener('keydown', heard);
    expect(heard.mock.calls.map(([{ key }]) => key)).toEqual(['p', 'p', 'j']);
  });

  test('P pins with the pointer also on a page without a doctype', async () => {
    document.body.innerHTML =
      '<iframe style="position: fixed; inset: 0; width: 700px; height: 600px"></iframe>';
    const frame = document.querySelector('iframe') as HTMLIFrameElement;
    const inner = frame.contentDocument as Document;
    expect(inner.compatMode).toBe('BackCompat');
    const own = createCardOnPage(frame.contentWindow as Window);
    own.card.show(
      createTestRequest(createPageWith('<p>131047</p>', '131047', inner)),
    );
    const box = () => findCardHost(inner)?.getBoundingClientRect();
    await expect.poll(() => box()?.top).toBeGreaterThanOrEqual(8);
    frame.focus();
    await userEvent.hover(frame, {
      position: { x: (box()?.left ?? 0) + 30, y: (box()?.top ?? 0) + 30 },
    });
    await userEvent.keyboard('p');
    expect(findCardHost(inner)?.dataset.state).toBe('pinned');
    own.clear();
  });

  test('Escape closes the card, and the page gets neither keydown nor keyup', async () => {
    const heard = vi.fn();
    for (const type of ['keydown', 'keyup'])
      document.addEventListener(type, heard);
    on.card.show(createTestRequest(createPageWith('<p>131047</p>', '131047')));
    await userEvent.keyboard('{Escape}');
    expect(heard).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    for (const type of ['keydown', 'keyup'])
      document.removeEventListener(type, heard);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test('Escape closes the card and leaves the dialog around it open', async () => {
    const range = createPageWith('<dialog><p>131047</p></dialog>', '131047');
    const dialog = document.querySelector('dialog');
    const cancelled = vi.fn();
    dialog?.addEventListener('cancel', cancelled);
    dialog?.showModal();
    on.card.show(createTestRequest(range));
    expect(findCardHost()?.parentElement).toBe(dialog);
    await userEvent.keyboard('{Escape}');
    expect(findCardHost()).toBeNull();
    expect(dialog?.open).toBe(true);
    expect(cancelled).not.toHaveBeenCalled();
  });

  test('the page gets no events of selecting and copying in the card', async () => {
    const types = ['selectstart', 'copy'];
    const [inCard, onPage] = [vi.fn(), vi.fn()];
    on.card.show(createTestRequest(createPageWith('<p>131047</p>', '131047')));
    await isPlaced();
    for (const type of types) {
      on.root()?.addEventListener(type, inCard);
      document.addEventListener(type, onPage);
    }
    await userEvent.dblClick(findCardHost() as HTMLElement, {
      position: { x: 120, y: 24 },
    });
    await userEvent.keyboard('{Control>}c{/Control}');
    for (const type of types) document.removeEventListener(type, onPage);
    expect([...new Set(inCard.mock.calls.map(([{ type }]) => type))]).toEqual(
      types,
    );
    expect(onPage).not.toHaveBeenCalled();
  });

  test('ignores synthetic keys', () => {
    const range = createPageWith('<p>131047</p>', '131047');
    on.card.show(createTestRequest(range));
    window.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    expect(findCardHost()?.dataset.state).toBe('open');
  });
});

describe('questions and answers', () => {
  test('stores the chosen provider for the site, and uses it for the next code', async () => {
    const range = createPageWith('<p>1003</p>', '1003');
    on.card.show(createTestRequest(range));
    expect(on.text()).toContain('Which provider sends your messages?');
    await on.click('Gupshup');
    expect(on.keep).toHaveBeenCalledWith({
      host: 'crm.example',
      provider: 'gupshup',
    });
    await expect.poll(on.text).toContain('Remembered for crm.example.');
    expect(on.text()).toContain('Top up the wallet.');
    on.card.close(true);
    on.card.show(createTestRequest(range));
    expect(on.text()).toContain('Top up the wallet.');
  });

  test('stores nothing in a frame without a site, and uses the chosen provider', async () => {
    on.card.show(
      createTestRequest(createPageWith('<p>1003</p><p>131047</p>', '1003'), {
        host: '',
        path: '',
      }),
    );
    await on.click('Gupshup');
    expect(on.text()).toContain('Top up the wallet.');
    expect(on.text()).not.toMatch(/Not an error code|separate window/);
    expect(on.keep).not.toHaveBeenCalled();
  });

  test('uses the chosen provider even if it cannot be saved, and says so', async () => {
    on.keep.mockRejectedValueOnce(new Error('quota exceeded'));
    on.card.show(createTestRequest(createPageWith('<p>1003</p>', '1003')));
    await on.click('Gupshup');
    await expect
      .poll(on.text)
      .toContain('couldn’t save the change: its storage is full.');
    expect(on.text()).toContain('Top up the wallet.');
    expect(on.text()).not.toContain('Remembered');
  });

  test('opens a related code, and returns', async () => {
    on.card.show(createTestRequest(createPageWith('<p>131047</p>', '131047')));
    await on.click('More');
    await on.click('Related');
    await on.click('Message failed to send');
    expect(on.text()).toContain(
      'The customer last wrote more than 24 hours ago.',
    );
    await on.click('Back to 131047');
    expect(on.text()).toContain('Re-engagement message');
    expect(on.button('More').ariaExpanded).toBe('true');
  });

  test.each(['related', 'other'])(
    'the way back from a %s code shows what was open before',
    async (way) => {
      const range = createPageWith('<p>131047</p><p>131026</p>', '131047');
      on.card.show(createTestRequest(range, { isPinned: true }));
      await on.click('Why and how');
      const opened = on.root()?.querySelector('.er-opened')?.textContent;
      expect(opened).toContain('Pick a template in WhatsApp Manager.');
      if (way === 'other')
        on.card.show(createTestRequest(findCodeRange('131026')));
      else {
        await on.click('Related');
        await on.click('Message failed to send');
      }
      expect(on.root()?.querySelector('.er-opened')).toBeNull();
      await on.click('Back to 131047');
      expect(on.root()?.querySelector('.er-opened')?.textContent).toBe(opened);
      on.card.close(true);
      on.card.show(createTestRequest(range, { isPinned: true }));
      expect(on.root()?.querySelector('.er-opened')).toBeNull();
    },
  );

  test('a selection without a code offers the search', async () => {
    on.card.show(
      createTestRequest(
        createPageWith('<p>window closed</p>', 'window closed'),
        {
          hit: false,
        },
      ),
    );
    expect(findCardHost()?.dataset.code).toBeUndefined();
    await on.click('Search the catalogue');
    expect(on.search).toHaveBeenCalledWith('window closed');
  });
});

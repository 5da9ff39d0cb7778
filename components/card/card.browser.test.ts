import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fixture } from '../../lib/catalogue/fixture.ts';
import type { CardApi, CardRequest } from '../../lib/page/page-api.ts';
import { createCard } from './card.tsx';

let card: CardApi;
let root: ShadowRoot | null = null;
const search = vi.fn();
const remember = vi.fn(async (_host: string, _provider: string) => {});

beforeEach(async () => {
  await page.viewport(900, 680);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  card = createCard({ catalogue: fixture, search: () => search, remember });
});

afterEach(() => {
  card.destroy();
  document.body.replaceChildren();
  document.head.querySelector('#hostile')?.remove();
  vi.restoreAllMocks();
  search.mockClear();
  remember.mockClear();
});

/** Puts a page around a code, and gives the range of the code. */
function pageWith(html: string, code: string, into: Document = document): Range {
  into.body.innerHTML = html;
  return rangeOf(code, into.body);
}

function rangeOf(code: string, within: Node): Range {
  const walker = (within.ownerDocument ?? document).createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(code) ?? -1;
    if (at < 0) continue;
    const range = (within.ownerDocument ?? document).createRange();
    range.setStart(node, at);
    range.setEnd(node, at + code.length);
    return range;
  }
  throw new TypeError(`expected ${code} in the page`);
}

const requestFor = (range: Range, more: Partial<CardRequest> = {}): CardRequest => ({
  code: range.toString(),
  subcode: null,
  meanings: [],
  hit: true,
  strength: 1,
  nearby: '',
  host: 'crm.example',
  path: '/',
  position: [1, 2],
  focus: false,
  pinned: false,
  range,
  ...more,
});

const host = (within: Document = document) => within.querySelector<HTMLElement>('errata-card');
const text = () => root?.querySelector('[role="dialog"]')?.textContent ?? '';
const button = (name: string) => {
  const all = [...(root?.querySelectorAll<HTMLElement>('button, summary') ?? [])];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name));
  if (!found) throw new TypeError(`expected a button ${name} in the card`);
  return found;
};
/** Presses within the closed root, where a browser's driver finds no element: by the place on its host. */
async function click(name: string) {
  const shown = host();
  if (!shown) throw new TypeError('expected a card');
  const [inner, outer] = [button(name).getBoundingClientRect(), shown.getBoundingClientRect()];
  const position = { x: inner.x - outer.x + inner.width / 2, y: inner.y - outer.y + inner.height / 2 };
  await userEvent.click(shown, { position });
}
const placed = () => expect.poll(() => host()?.getBoundingClientRect().top).toBeGreaterThanOrEqual(8);

describe('shown and closed', () => {
  test('lies in the top layer beside its code, says what it means, and leaves no trace', async () => {
    const range = pageWith('<p>Error 131047</p>', '131047');
    card.show(requestFor(range));
    expect(host()).toMatchObject({ shadowRoot: null, dataset: { code: '131047', state: 'open' } });
    expect(host()?.matches(':popover-open')).toBe(true);
    expect(text()).toContain('Send an approved template');
    await expect
      .poll(() => (host()?.getBoundingClientRect().top ?? 0) - range.getBoundingClientRect().bottom)
      .toBeCloseTo(8, 0);
    card.close();
    expect(host()).toBeNull();
    expect(card.isOpen()).toBe(false);
  });

  test('swaps to another code in the same host, and rebuilds nothing for the same code', () => {
    const first = pageWith('<p>131047</p><p>131026</p>', '131047');
    card.show(requestFor(first));
    const before = host();
    const fold = root?.querySelector('details');
    card.show(requestFor(first));
    expect(root?.querySelector('details')).toBe(fold);
    card.show(requestFor(rangeOf('131026', document.body)));
    expect(host()).toBe(before);
    expect(text()).toContain('Message undeliverable');
  });

  test('a pinned card stays until forced, and tells when its code has gone', () => {
    const range = pageWith('<p>131047</p><p>131026</p>', '131047');
    card.show(requestFor(range, { pinned: true }));
    card.close();
    card.show(requestFor(rangeOf('131026', document.body)));
    card.gone();
    expect(host()?.dataset).toMatchObject({ code: '131047', state: 'pinned' });
    expect(text()).toContain('no longer on the page');
    card.close(true);
    expect(host()).toBeNull();
  });

  test('a loose card closes when its code is scrolled away', async () => {
    const range = pageWith('<p>131047</p><div style="height: 3000px"></div>', '131047');
    card.show(requestFor(range));
    await placed();
    document.documentElement.scrollTop = 1500;
    await expect.poll(() => card.isOpen()).toBe(false);
    document.documentElement.scrollTop = 0;
  });

  test('a loose card closes when a box around its code scrolls it out of sight', async () => {
    const box = '<div style="height: 100px; overflow: auto"><p>131047</p><p style="height: 900px"></p></div>';
    card.show(requestFor(pageWith(box, '131047')));
    await placed();
    document.querySelector('div')?.scrollTo(0, 500);
    await expect.poll(() => card.isOpen()).toBe(false);
  });

  test('stays where the box of the body ends above its code, since nothing is cut off there', async () => {
    const style = document.createElement('style');
    style.id = 'hostile';
    style.textContent = 'html, body { height: 100% } body { overflow-x: hidden }';
    document.head.append(style);
    const range = pageWith(
      '<div style="height: 1500px"></div><p>131047</p><div style="height: 900px"></div>',
      '131047',
    );
    document.documentElement.scrollTop = 1300;
    card.show(requestFor(range));
    await placed();
    expect(card.isOpen()).toBe(true);
    document.documentElement.scrollTop = 0;
  });

  test('makes room for the card of another frame or of an older version', () => {
    const range = pageWith('<p>131047</p>', '131047');
    document.documentElement.append(document.createElement('errata-card'));
    card.show(requestFor(range));
    expect(document.querySelectorAll('errata-card')).toHaveLength(1);
  });
});

describe('focus and keys', () => {
  test('the pointer moves no focus; the keyboard takes it in and gives it back', async () => {
    const range = pageWith('<input id="field"><p>131047</p>', '131047');
    const field = document.querySelector<HTMLElement>('#field');
    field?.focus();
    card.show(requestFor(range));
    expect(document.activeElement).toBe(field);
    card.show(requestFor(range, { focus: true }));
    expect(document.activeElement).toBe(host());
    expect(root?.activeElement?.getAttribute('role')).toBe('dialog');
    await userEvent.keyboard('{Escape}');
    expect(host()).toBeNull();
    expect(document.activeElement).toBe(field);
  });

  test('P pins, and no key typed in the card reaches the page', async () => {
    const range = pageWith('<p>131047</p>', '131047');
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    card.show(requestFor(range, { focus: true }));
    await userEvent.keyboard('p');
    expect(host()?.dataset.state).toBe('pinned');
    await userEvent.keyboard('{Tab}j');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  test('Escape closes the card and leaves the dialog around it open', async () => {
    const range = pageWith('<dialog><p>131047</p></dialog>', '131047');
    const dialog = document.querySelector('dialog');
    const cancelled = vi.fn();
    dialog?.addEventListener('cancel', cancelled);
    dialog?.showModal();
    card.show(requestFor(range));
    expect(host()?.parentElement).toBe(dialog);
    await userEvent.keyboard('{Escape}');
    expect(host()).toBeNull();
    expect(dialog?.open).toBe(true);
    expect(cancelled).not.toHaveBeenCalled();
  });

  test('opens no door to events that a page made up', () => {
    const range = pageWith('<p>131047</p>', '131047');
    card.show(requestFor(range));
    button('Pin').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(host()?.dataset.state).toBe('open');
  });
});

describe('placed', () => {
  test('within a small window, beside the code and never over it', async () => {
    await page.viewport(400, 256);
    const range = pageWith('<p style="margin: 110px 150px 600px">131026</p>', '131026');
    card.show(requestFor(range));
    const code = range.getBoundingClientRect();
    await placed();
    const box = host()?.getBoundingClientRect();
    if (!box) throw new TypeError('expected a card');
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(400);
    expect(box.bottom).toBeLessThanOrEqual(256);
    expect(box.bottom <= code.top || box.top >= code.bottom).toBe(true);
  });

  test('above a code whose tooltip the browser shows below', async () => {
    const range = pageWith('<p style="margin-top: 400px"><b title="native">131047</b></p>', '131047');
    card.show(requestFor(range));
    await placed();
    await expect
      .poll(() => host()?.getBoundingClientRect().bottom)
      .toBeLessThanOrEqual(range.getBoundingClientRect().top);
  });

  test('in a corner of the window for a selection that fills it', async () => {
    const range = pageWith('<p style="height: 2000px">words without a code</p>', 'words');
    range.selectNode(document.body.children[0] ?? document.body);
    card.show(requestFor(range, { hit: false, code: 'words' }));
    await placed();
    const box = host()?.getBoundingClientRect();
    expect(box?.top).toBe(8);
    expect(box?.right).toBeGreaterThan(850);
  });

  test('in the document around a frame that is too small', async () => {
    document.body.innerHTML = '<iframe style="width: 300px; height: 80px"></iframe>';
    const inner = document.querySelector('iframe')?.contentDocument;
    if (!inner) throw new TypeError('expected a frame of the same origin');
    const own = createCardIn(inner);
    own.show(requestFor(pageWith('<p>131047</p>', '131047', inner)));
    expect(host(inner)).toBeNull();
    // The page of the test is itself a frame of the test runner's.
    const outer = window.top?.document;
    expect(host(outer)?.matches(':popover-open')).toBe(true);
    own.destroy();
    expect(host(outer)).toBeNull();
  });

  test('as it is, whatever the page orders', async () => {
    const style = document.createElement('style');
    style.id = 'hostile';
    style.textContent =
      '* { all: unset !important } head { display: none !important } errata-card { display: none !important; width: 9px !important; opacity: 0 !important }';
    document.head.append(style);
    card.show(requestFor(pageWith('<p>131047</p>', '131047')));
    await placed();
    const shown = host();
    expect(shown?.getBoundingClientRect().width).toBe(392);
    expect(shown && getComputedStyle(shown)).toMatchObject({
      opacity: '1',
      position: 'fixed',
      display: 'block',
    });
  });
});

describe('asks and answers', () => {
  test('keeps the answer to "which provider" for the site and for the next code', async () => {
    const range = pageWith('<p>1003</p>', '1003');
    card.show(requestFor(range));
    expect(text()).toContain('Which provider sends for you?');
    await click('Gupshup');
    expect(remember).toHaveBeenCalledWith('crm.example', 'gupshup');
    await expect.poll(text).toContain('Remembered for crm.example.');
    expect(text()).toContain('Top up the wallet.');
    card.close(true);
    card.show(requestFor(range));
    expect(text()).toContain('Top up the wallet.');
  });

  test('leads to a related code and back', async () => {
    card.show(requestFor(pageWith('<p>131047</p>', '131047')));
    await click('Related');
    await click('Message failed to send');
    expect(text()).toContain('The customer last wrote more than 24 hours ago.');
    await click('Back to 131047');
    expect(text()).toContain('Re-engagement message');
  });

  test('a selection without a code offers the search', async () => {
    card.show(requestFor(pageWith('<p>window closed</p>', 'window closed'), { hit: false }));
    expect(host()?.dataset.code).toBeUndefined();
    await click('Search the catalogue');
    expect(search).toHaveBeenCalledWith('window closed');
  });
});

/** A card whose script runs in another frame: its `window` is that frame's. */
function createCardIn(inner: Document): CardApi {
  const view = inner.defaultView;
  if (!view) throw new TypeError('expected a frame that is shown');
  return createCard({ catalogue: fixture, search: () => search, remember, view });
}

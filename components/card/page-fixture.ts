import { expect, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { testCatalogue } from '../../lib/catalogue/fixture.ts';
import type { CardRequest } from '../../lib/page/page-api.ts';
import type { TextSample } from '../../lib/page/text-sample.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import { type Card, createCard } from './card.tsx';

/** A card on a test page. Only the test can read its closed root. */
export interface CardOnPage {
  card: Card;
  search: ReturnType<typeof vi.fn>;
  keep: ReturnType<typeof vi.fn>;
  silenceOf: ReturnType<typeof vi.fn<(request: CardRequest) => Suppression>>;
  ask: ReturnType<typeof vi.fn>;
  isOrphan: ReturnType<typeof vi.fn>;
  root(): ShadowRoot | null;
  /** The text of the whole card. */
  text(): string;
  button(name: string): HTMLElement;
  /** Clicks a button after 700 ms, or at once if `isSoon` is set. */
  click(name: string, isSoon?: boolean): Promise<void>;
  clear(): void;
}

export function createCardOnPage(view: Window = window): CardOnPage {
  let root: ShadowRoot | null = null;
  const attach = Element.prototype.attachShadow;
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  const search = vi.fn();
  const saveChoice = vi.fn(async () => {});
  const confirmChoice = vi.fn(async () => {});
  const isOrphan = vi.fn(() => false);
  const getSuppression = vi.fn(
    ({ code, host }: CardRequest): Suppression => ({ code, host, by: 'column', words: 'total' }),
  );
  const getSample = (range: Range): TextSample => ({
    text: `${range}`,
    start: 0,
    end: `${range}`.length,
    lang: 'en',
  });
  const card = createCard({
    catalogue: testCatalogue,
    preloadEntries: async () => {},
    isOrphan,
    search: () => search,
    saveChoice,
    getSuppression,
    confirmChoice,
    getSample,
    detect: async () => [],
    view,
  });

  function button(name: string): HTMLElement {
    const all = [...(root?.querySelectorAll<HTMLElement>('button, summary') ?? [])];
    const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name));
    if (!found) throw new TypeError(`expected a button ${name} in the card`);
    return found;
  }
  return {
    card,
    search,
    keep: saveChoice,
    silenceOf: getSuppression,
    ask: confirmChoice,
    isOrphan,
    button,
    root: () => root,
    text: () => root?.querySelector('[role="dialog"]')?.textContent ?? '',
    async click(name, isSoon = false) {
      // The card ignores presses that come sooner than a user can see, aim and click.
      if (!isSoon) await new Promise((seen) => setTimeout(seen, 700));
      const shown = findCardHost();
      if (!shown) throw new TypeError('expected a card');
      // WebDriver finds no element in a closed root, so click the button's position on the host.
      const [inner, outer] = [button(name).getBoundingClientRect(), shown.getBoundingClientRect()];
      const position = { x: inner.x - outer.x + inner.width / 2, y: inner.y - outer.y + inner.height / 2 };
      await userEvent.click(shown, { position });
    },
    clear() {
      card.destroy();
      spy.mockRestore();
      document.body.replaceChildren();
      document.documentElement.scrollTop = 0;
      document.head.querySelector('#order')?.remove();
    },
  };
}

export const findCardHost = (within: Document = document) => within.querySelector<HTMLElement>('errata-card');
export const isPlaced = () =>
  expect.poll(() => findCardHost()?.getBoundingClientRect().top).toBeGreaterThanOrEqual(8);

/** Fills a page with HTML and returns the range of the code in it. */
export function createPageWith(html: string, code: string, into: Document = document): Range {
  into.body.innerHTML = html;
  return findCodeRange(code, into.body);
}

/** Adds a style sheet of the page. */
export function addPageStyle(css: string): void {
  const style = document.createElement('style');
  style.id = 'order';
  style.textContent = css;
  document.head.append(style);
}

export function findCodeRange(code: string, within: Node = document.body): Range {
  const own = within.ownerDocument ?? document;
  const walker = own.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(code) ?? -1;
    if (at < 0) continue;
    const range = own.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + code.length);
    return range;
  }
  throw new TypeError(`expected ${code} in the page`);
}

export function createTestRequest(range: Range, more: Partial<CardRequest> = {}): CardRequest {
  return {
    code: range.toString(),
    subcode: null,
    meanings: [],
    hit: true,
    confidence: 1,
    nearby: '',
    own: '',
    host: 'crm.example',
    path: '/',
    position: [1, 2],
    wasNavigated: null,
    takesFocus: false,
    isPinned: false,
    range,
    ...more,
  };
}

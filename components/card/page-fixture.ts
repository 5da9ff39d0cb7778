import { expect, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fixture } from '../../lib/catalogue/fixture.ts';
import type { CaseText } from '../../lib/page/case-at.ts';
import type { CardRequest } from '../../lib/page/page-api.ts';
import type { Silence } from '../../lib/settings/silence.ts';
import { type Card, createCard } from './card.tsx';

/** A card on a test page. Only the test can read its closed root. */
export interface CardOnPage {
  card: Card;
  search: ReturnType<typeof vi.fn>;
  keep: ReturnType<typeof vi.fn>;
  silenceOf: ReturnType<typeof vi.fn<(request: CardRequest) => Silence>>;
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

export function cardOnPage(view: Window = window): CardOnPage {
  let root: ShadowRoot | null = null;
  const attach = Element.prototype.attachShadow;
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  const search = vi.fn();
  const keep = vi.fn(async () => {});
  const ask = vi.fn(async () => {});
  const isOrphan = vi.fn(() => false);
  const silenceOf = vi.fn(
    ({ code, host }: CardRequest): Silence => ({ code, host, by: 'column', words: 'total' }),
  );
  const caseOf = (range: Range): CaseText => ({
    text: `${range}`,
    start: 0,
    end: `${range}`.length,
    lang: 'en',
  });
  const card = createCard({
    catalogue: fixture,
    know: async () => {},
    isOrphan,
    search: () => search,
    keep,
    silenceOf,
    ask,
    caseOf,
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
    keep,
    silenceOf,
    ask,
    isOrphan,
    button,
    root: () => root,
    text: () => root?.querySelector('[role="dialog"]')?.textContent ?? '',
    async click(name, isSoon = false) {
      // The card ignores presses that come sooner than a user can see, aim and click.
      if (!isSoon) await new Promise((seen) => setTimeout(seen, 700));
      const shown = host();
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

export const host = (within: Document = document) => within.querySelector<HTMLElement>('errata-card');
export const isPlaced = () =>
  expect.poll(() => host()?.getBoundingClientRect().top).toBeGreaterThanOrEqual(8);

/** Fills a page with HTML and returns the range of the code in it. */
export function pageWith(html: string, code: string, into: Document = document): Range {
  into.body.innerHTML = html;
  return rangeOf(code, into.body);
}

/** Adds a style sheet of the page. */
export function order(css: string): void {
  const style = document.createElement('style');
  style.id = 'order';
  style.textContent = css;
  document.head.append(style);
}

export function rangeOf(code: string, within: Node = document.body): Range {
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

export function requestFor(range: Range, more: Partial<CardRequest> = {}): CardRequest {
  return {
    code: range.toString(),
    subcode: null,
    meanings: [],
    hit: true,
    strength: 1,
    nearby: '',
    own: '',
    host: 'crm.example',
    path: '/',
    position: [1, 2],
    walked: null,
    focus: false,
    pinned: false,
    range,
    ...more,
  };
}

import {
  getDocumentProperty,
  getWindow,
  queryAll,
} from '../../lib/page/dom/nodes.ts';
import entryStyles from '../entry/entry.css?inline';
import tokens from '../tokens.css?inline';
import { getRoom } from './anchor.ts';
import cardStyles from './card.css?inline';
import type { CardPosition } from './placement.ts';
import { isolateTexts, UNSEARCHED_TAG } from './text-isolation.ts';

export const HOST_NAME = 'errata-card';
/** In XML documents, such as SVG, `createElement` does not create HTML elements. */
const HTML = 'http://www.w3.org/1999/xhtml';
const MAX_HEIGHT_PX = 560;
/** Height of a card in CSS pixels below which its head scrolls with the rest. */
const MAX_LOW_HEIGHT_PX = 300;
/** If the page hides the card this many times, each within SOON_MS of the last, the card stays hidden. */
const MAX_REINSERTIONS = 5;
const REINSERTION_WINDOW_MS = 1_000;

/** Random custom property names: a page could set known names on the host or register them with initial values. */
const STYLES = [
  tokens.replaceAll(':host', '.er-room'),
  entryStyles,
  cardStyles,
  ':host { left: 0; top: 0; }',
]
  .join('\n')
  .replaceAll(
    '--er-',
    `--${crypto.getRandomValues(new Uint32Array(2)).join('-')}-`,
  );

const createHtmlElement = (room: Document, name: string): HTMLElement =>
  Document.prototype.createElementNS.call(room, HTML, name) as HTMLElement;

export type Host = ReturnType<typeof createHost>;

/** Creates the host for one window. It is not a custom element: Chromium's content scripts have no `customElements` (crbug.com/390807). */
export function createHost(view: Window) {
  const room = view.document;

  // If the page defines an `errata-card` element, an upgrade would give it our root through `attachInternals()`. A root that was attached
  // in another document is not available to it.
  const element = getDocumentProperty('implementation', room)
    .createHTMLDocument('')
    .createElement(HOST_NAME);

  const root = element.attachShadow({ mode: 'closed', delegatesFocus: false });

  Document.prototype.adoptNode.call(room, element);

  const container = createHtmlElement(room, 'div');

  container.className = 'er-room';
  container.lang = 'en';
  container.dir = 'ltr';

  const unsearched = createHtmlElement(room, UNSEARCHED_TAG);

  unsearched.append(container);
  root.append(unsearched);

  const placeStyle = adoptStyles(root);

  const setStyle = (name: string, value: string) =>
    placeStyle?.setProperty(name, value, 'important');

  return {
    element,
    root,
    container,
    seal: isolateTexts(root, container),
    enter(home: Element) {
      for (const other of queryAll(room, HOST_NAME))
        if (other !== element) other.remove();

      if (element.parentNode !== home)
        Node.prototype.appendChild.call(home, element);

      if (!element.matches(':popover-open')) {
        // The page may have removed the attribute, and then `showPopover` throws.
        element.setAttribute('popover', 'manual');
        element.showPopover();
      }

      // CSS `zoom` of the page would scale the card and its coordinates.
      const zoom =
        (home as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1;

      setStyle('zoom', String(1 / zoom));
    },
    leave: () => element.remove(),
    /** Calls back when the page hides the popover. `mayShow` is false once the page has done so repeatedly. */
    onHidden(hear: (mayShow: boolean) => void, signal: AbortSignal) {
      let hiddenAt = Number.NEGATIVE_INFINITY;
      let again = 0;

      const handleToggle = ({ timeStamp }: Event) => {
        if (!element.isConnected || element.matches(':popover-open')) return;
        again = timeStamp - hiddenAt < REINSERTION_WINDOW_MS ? again + 1 : 0;
        hiddenAt = timeStamp;
        hear(again < MAX_REINSERTIONS);
      };

      element.addEventListener('toggle', handleToggle, { signal });
    },
    /** Returns the height of the card in CSS pixels; with a ticket, the height that the whole ticket needs. */
    getWantedHeight(): number {
      const ticket = container.querySelector('.er-hand')?.parentElement;
      const { height } = element.getBoundingClientRect();

      return ticket
        ? height + ticket.scrollHeight - ticket.clientHeight
        : height;
    },
    isFootHovered: () => container.querySelector('.er-footer:hover') !== null,
    put(position: CardPosition | null) {
      container.toggleAttribute(
        'data-low',
        position !== null && position.maxHeight < MAX_LOW_HEIGHT_PX,
      );

      const limit = container.querySelector('.er-hand')
        ? Number.POSITIVE_INFINITY
        : MAX_HEIGHT_PX;

      const highest = Math.min(limit, getRoom(view).height - 16);

      setStyle(
        'max-block-size',
        `${Math.min(position?.maxHeight ?? highest, highest)}px`,
      );

      if (!position) return;
      setStyle('left', `${position.x}px`);
      setStyle('top', `${position.y}px`);
    },
  };
}

/** Styles the root under any CSP. Returns the last rule, which positions the host: the page's `!important` beats a `style` attribute. */
function adoptStyles(root: ShadowRoot): CSSStyleDeclaration | null {
  let sheet: CSSStyleSheet | null = null;

  try {
    sheet = new (getWindow(root) ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // A constructed style sheet belongs to the document of its constructor, so a frame's script cannot use one in another document.
    const style = createHtmlElement(
      root.ownerDocument,
      'style',
    ) as HTMLStyleElement;

    style.textContent = STYLES;
    root.prepend(style);
    sheet = style.sheet;
  }

  const rules = sheet?.cssRules;
  const last = rules?.[rules.length - 1];

  return last && 'style' in last ? (last.style as CSSStyleDeclaration) : null;
}

import entryStyles from '../entry/entry.css?inline';
import tokens from '../tokens.css?inline';
import { roomIn } from './anchor.ts';
import cardStyles from './card.css?inline';
import type { CardPosition } from './placement.ts';
import { type Seal, sealed, UNSEARCHED } from './seal.ts';

export const HOST_NAME = 'errata-card';
/** Named at each creation: in XML pages, such as an SVG drawing, `createElement` makes elements of another namespace. */
const HTML = 'http://www.w3.org/1999/xhtml';
const MAX_HEIGHT = 560;
const STILL_PX = 4;
/** Below this height the card shows the verdict only. */
const SHORT = 200;
/** Below this height of the head only the code and whose turn it is stay in view while the rest scrolls. */
const LITTLE = 360;
/** A page that hides the card so often, each time so soon, will keep doing it. */
const MOST_AGAIN = 5;
const SOON_MS = 1_000;

/** Under names that no page can know: it could set them on the host, and register them with values of its own. */
const STYLES = `${tokens.replaceAll(':host', '.er-room')}\n${entryStyles}\n${cardStyles}`.replaceAll(
  '--er-',
  `--${crypto.getRandomValues(new Uint32Array(2)).join('-')}-`,
);

/** The one node that Errata adds to a page, and what it holds in its closed root. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Where React renders. */
  container: HTMLElement;
  seal: Seal;
  /** Puts the host into the page, above everything else; moves it where it is elsewhere already. */
  enter(home: Element): void;
  leave(): void;
  /** Calls back when the page hid the host. `mayShow`: showing it again is not yet a fight with the page. */
  onHidden(hear: (mayShow: boolean) => void, signal: AbortSignal): void;
  /** True where it moved by more than a hand would notice. */
  put(place: CardPosition | null): boolean;
}

/** Makes the host for one window. Not a custom element: Chromium's content scripts have no registry for them. */
export function createHost(view: Window): Host {
  const room = view.document;
  // A page that defines elements of this name is given the root of those that had none before it knew them.
  const element = room.implementation.createHTMLDocument('').createElement(HOST_NAME);
  const root = element.attachShadow({ mode: 'closed', delegatesFocus: false });
  room.adoptNode(element);
  const container = room.createElementNS(HTML, 'div') as HTMLElement;
  container.className = 'er-room';
  container.lang = 'en';
  container.dir = 'ltr';
  container.style.maxBlockSize = 'inherit';
  const style = room.createElementNS(HTML, 'style') as HTMLStyleElement;
  const unsearched = room.createElementNS(HTML, UNSEARCHED);
  unsearched.append(container);
  root.append(unsearched);
  const placeStyle = adopt(root, style, STYLES);
  /** Where it was when it last moved: a page may move it a little at a time. */
  let rest = { x: 0, y: 0, maxHeight: 0 };

  return {
    element,
    root,
    container,
    seal: sealed(root, container),
    enter(home) {
      for (const other of room.querySelectorAll(HOST_NAME)) if (other !== element) other.remove();
      if (element.parentNode !== home) Node.prototype.appendChild.call(home, element);
      if (!element.matches(':popover-open')) {
        // The page may have taken it away, and `showPopover` would throw.
        element.setAttribute('popover', 'manual');
        element.showPopover();
      }
      // A page that zooms itself would zoom the card and its coordinates too.
      const zoom = (home as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1;
      placeStyle?.setProperty('zoom', String(1 / zoom), 'important');
    },
    leave() {
      element.remove();
    },
    onHidden(hear, signal) {
      let hiddenAt = Number.NEGATIVE_INFINITY;
      let again = 0;
      const toggled = ({ timeStamp }: Event) => {
        if (!element.isConnected || element.matches(':popover-open')) return;
        again = timeStamp - hiddenAt < SOON_MS ? again + 1 : 0;
        hiddenAt = timeStamp;
        hear(again < MOST_AGAIN);
      };
      element.addEventListener('toggle', toggled, { signal });
    },
    put(place) {
      container.toggleAttribute('data-short', place !== null && place.maxHeight < SHORT);
      container.toggleAttribute('data-little', place !== null && place.maxHeight < LITTLE);
      const highest = Math.min(MAX_HEIGHT, roomIn(view).height - 16);
      placeStyle?.setProperty(
        'max-block-size',
        `${Math.min(place?.maxHeight ?? highest, highest)}px`,
        'important',
      );
      if (!place) return false;
      const isMoved =
        Math.hypot(place.x - rest.x, place.y - rest.y, place.maxHeight - rest.maxHeight) > STILL_PX;
      if (isMoved) rest = place;
      placeStyle?.setProperty('left', `${place.x}px`, 'important');
      placeStyle?.setProperty('top', `${place.y}px`, 'important');
      return isMoved;
    },
  };
}

/**
 * Styles the root under any content security policy, and gives the rule that holds the place: a rule rather than a
 * `style` attribute, which the page's `!important` would overrule.
 */
function adopt(root: ShadowRoot, style: HTMLStyleElement, css: string): CSSStyleDeclaration | null {
  const text = `${css}\n:host { left: 0; top: 0; }`;
  let sheet: CSSStyleSheet | null = null;
  try {
    const view = root.ownerDocument.defaultView as (Window & typeof globalThis) | null;
    sheet = new (view ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // A frame's script may not make a sheet for another document.
    style.textContent = text;
    root.prepend(style);
    sheet = style.sheet;
  }
  const rules = sheet?.cssRules;
  const last = rules?.[rules.length - 1];
  return last && 'style' in last ? (last.style as CSSStyleDeclaration) : null;
}

import { fits, ofElement } from '../../lib/dom/nodes.ts';
import { guard, isGenuine } from './guard.ts';
import { HOST_NAME, type Host } from './host.ts';
import { hearKeys } from './keys.ts';
import { isFirefox } from './seal.ts';

interface ListenOptions {
  host: Host;
  /** Every window whose keys may mean the card: its own and the code's. */
  windows: readonly Window[];
  onEscape(): void;
  onPin(): void;
  /** Told of what is kept from everybody else. */
  onKept(event: Event): void;
  signal: AbortSignal;
}

const MOVES = /^(Arrow|Page|Home$|End$)/;

/** Events in the card that a page could react to. */
const KEPT_FROM_PAGE = [
  ...'auxclick beforeinput click contextmenu copy cut dblclick dragstart focusin focusout input'.split(' '),
  ...'mousedown mouseup paste pointerdown pointerup selectstart touchend touchstart wheel'.split(' '),
];

/**
 * Listens to the keyboard while the card is open, and keeps to the card what happens in it.
 * Events that a page made up do nothing.
 */
export function listen({ host, windows, onEscape, onPin, onKept, signal }: ListenOptions): void {
  const { element, root, container, seal } = host;
  const views = new Set(windows);
  const focused = () => root.activeElement !== null;

  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || !element.isConnected || event.isComposing) return;
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (event.key === 'Escape' && plain) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'keydown') {
        for (const view of views) keepRelease(view);
        // Held down, it backs out of a question and no further.
        if (!event.repeat) act(onEscape);
      }
      return;
    }
    const isTyped = root.activeElement?.matches('input') ?? false;
    const pins = plain && !isTyped && event.key.toLowerCase() === 'p' && (focused() || isPointedAt(element));
    if (!focused() && !pins) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && !isTyped) select(event);
    if (!pins) return;
    event.preventDefault();
    if (event.type === 'keydown' && !event.repeat) act(onPin);
  };
  for (const view of views) hearKeys(view, onKey, signal);
  if (isFirefox) guard(host, onKept, signal);

  /** Selects by the keyboard: the card alone, and not the page around it. */
  function select(event: KeyboardEvent): void {
    const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a';
    if (isAll || (event.shiftKey && MOVES.test(event.key))) seal.open();
    if (!isAll) return;
    event.preventDefault();
    element.ownerDocument.getSelection()?.selectAllChildren(container);
  }

  const refuse = (event: Event) => {
    if (isGenuine(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const keep = (event: Event) => event.stopPropagation();
  for (const type of KEPT_FROM_PAGE) {
    const passive = type === 'wheel' || type.startsWith('touch');
    root.addEventListener(type, refuse, { capture: true, signal, passive: false });
    element.addEventListener(type, keep, { signal, passive });
  }
}

/** Firefox: what a page notices waits until the event is over, as in guard.ts. */
const act = (work: () => void) => (isFirefox ? void setTimeout(work) : work());

/** The pointer lies in the card, and nobody is writing in the page. */
function isPointedAt(card: HTMLElement): boolean {
  // By its name, too: on a page without a doctype `:hover` alone is for links.
  if (!card.matches(`${HOST_NAME}:hover`)) return false;
  let active = card.ownerDocument.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!active || active === card.ownerDocument.body) return true;
  const isWritten = fits(active, 'input,textarea,select,iframe,[role="textbox"],[contenteditable]');
  return !isWritten && !ofElement(active, 'localName').includes('-');
}

/** The release of the Escape that closed the card is not for the page either. */
function keepRelease(view: Window): void {
  const once = new AbortController();
  const { signal } = once;
  const keep = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    if (event.type === 'keydown' && event.repeat && event.key === 'Escape')
      return event.stopImmediatePropagation();
    once.abort();
    if (event.type === 'keyup' && event.key === 'Escape') event.stopImmediatePropagation();
  };
  hearKeys(view, keep, signal);
}

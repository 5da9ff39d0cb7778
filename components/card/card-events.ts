import { getOwnGlobal } from '../../lib/core/get-own-global.ts';
import {
  findDeepestFocus,
  getDocumentProperty,
  getNodeProperty,
  getWindow,
  matches,
} from '../../lib/page/dom/nodes.ts';
import { shieldEvents } from './firefox-event-shield.ts';
import { HOST_NAME, type Host } from './host.ts';
import { CONTROLS, hasSelection, isFirefox } from './text-isolation.ts';

export interface CardEventHandlers {
  onEscape(): void;
  onPin(): void;
  onClick(): void;
  onStep(by: 1 | -1): void;
  isOnCode(): boolean;
  onEventSwallowed(event: Event): void;
}

const NAVIGATION_KEYS = /^(Arrow|Page|Home$|End$)/;

const STEP_KEYS: ReadonlyMap<string, 1 | -1> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
]);

const SWALLOWED_EVENTS = [
  'auxclick',
  'beforeinput',
  'click',
  'contextmenu',
  'copy',
  'cut',
  'dblclick',
  'dragstart',
  'focusin',
  'focusout',
  'input',
  'mousedown',
  'mouseup',
  'paste',
  'pointerdown',
  'pointerup',
  'selectstart',
  'touchend',
  'touchstart',
  'wheel',
];

/** Handles keys in these windows while the card is open, and stops events inside the card from reaching the page. */
export function listenToCardEvents(
  host: Host,
  windows: readonly Window[],
  handlers: CardEventHandlers,
  signal: AbortSignal,
): void {
  const { onEscape, onPin, onClick, onStep, isOnCode, onEventSwallowed } =
    handlers;
  const { element, root, container, seal } = host;
  const views = new Set(windows);
  const hasFocus = () => root.activeElement !== null;

  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || !element.isConnected || event.isComposing) return;

    if (event.key === 'Escape' && isPlain(event)) handleEscape(event);
    else if (hasFocus() || isPinKey(event)) handleOwnKey(event);
  };

  /** Handles a key that the page does not get. */
  function handleOwnKey(event: KeyboardEvent): void {
    event.stopImmediatePropagation();
    if (isTyped()) return;

    if (event.type === 'keydown') handleSelectAll(event);
    if (isPlain(event) && !event.shiftKey) handleStep(event);
    if (isPinKey(event)) handlePin(event);
  }

  function handleEscape(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'keydown') return;

    for (const view of views) swallowRelease(view);
    // A held Escape dismisses a confirmation, but does not close the card as well.
    if (!event.repeat) runAfterEvent(onEscape);
  }

  const isTyped = () =>
    root.activeElement?.matches('input,textarea,select') ?? false;

  const isPinKey = (event: KeyboardEvent) =>
    isPlain(event) &&
    !isTyped() &&
    event.key.toLowerCase() === 'p' &&
    (hasFocus() || isPointedAt(element, isOnCode));

  function handlePin(event: KeyboardEvent): void {
    event.preventDefault();
    if (event.type === 'keydown' && !event.repeat) runAfterEvent(onPin);
  }

  /** Moves to the failure above or below, in place of scrolling the page. */
  function handleStep(event: KeyboardEvent): void {
    const by = STEP_KEYS.get(event.key);
    if (!by) return;

    event.preventDefault();
    if (event.type === 'keydown') runAfterEvent(() => onStep(by));
  }

  for (const view of views) listenToKeys(view, onKey, signal);
  if (isFirefox) shieldEvents(host, onEventSwallowed, signal);

  /** Makes the card's text selectable for keyboard selection. Ctrl+A selects the card's text only. */
  function handleSelectAll(event: KeyboardEvent): void {
    const isAll =
      (event.ctrlKey || event.metaKey) &&
      !event.altKey &&
      event.key.toLowerCase() === 'a';

    if (isAll || (event.shiftKey && NAVIGATION_KEYS.test(event.key)))
      seal.open();

    if (!isAll) return;
    event.preventDefault();
    getWindow(element)?.getSelection()?.selectAllChildren(container);
  }

  const handleClick = ({ target }: Event) => {
    if (!(target as Element).closest(CONTROLS) && !hasSelection(root))
      runAfterEvent(onClick);
  };

  root.addEventListener('click', handleClick, { signal });

  const stopEvent = (event: Event) => event.stopPropagation();

  for (const type of SWALLOWED_EVENTS) {
    const passive = type === 'wheel' || type.startsWith('touch');
    element.addEventListener(type, stopEvent, { signal, passive });
  }
}

const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || altKey);

/** In Firefox, defers what a page can observe until the event is over; see firefox-event-shield.ts. */
const runAfterEvent = (work: () => void) =>
  isFirefox ? void setTimeout(work) : work();

/** Whether the pointer is over the card or its code and no text field of the page has the focus. */
function isPointedAt(card: HTMLElement, isOnCode: () => boolean): boolean {
  // The element name is needed: in quirks mode `:hover` alone matches only links
  // (https://quirks.spec.whatwg.org/#the-active-and-hover-quirk).
  if (!card.matches(`${HOST_NAME}:hover`) && !isOnCode()) return false;

  const active = findDeepestFocus(card.ownerDocument);
  if (!active || active === getDocumentProperty('body', card.ownerDocument))
    return true;

  const isWritten = matches(
    active,
    'input,textarea,select,iframe,[role="textbox"],[contenteditable]',
  );

  return !isWritten && !getNodeProperty(active, 'localName').includes('-');
}

function swallowRelease(view: Window): void {
  const once = new AbortController();
  const { signal } = once;

  const stopEvent = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;

    if (event.type === 'keydown' && event.repeat && event.key === 'Escape')
      return event.stopImmediatePropagation();

    once.abort();

    if (event.type === 'keyup' && event.key === 'Escape')
      event.stopImmediatePropagation();
  };

  // Hides the keyup of the Escape that closed the card from the page.
  listenToKeys(view, stopEvent, signal);
}

type Handler = (event: KeyboardEvent) => void;

/** Listens until the signal aborts: before the page if `keys.js` runs in that frame, otherwise in the order of registration. */
export function listenToKeys(
  view: Window,
  handler: Handler,
  signal: AbortSignal,
): void {
  const heard = new WeakSet<Event>();

  const handleOnce: Handler = (event) => {
    if (heard.has(event)) return;
    heard.add(event);
    handler(event);
  };

  const handlers = getHandlers(view);

  handlers.add(handleOnce);
  signal.addEventListener('abort', () => handlers.delete(handleOnce));

  // For frames without `keys.js`, and after `document.open()`, which removes its listeners.
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    view.addEventListener(type, handleOnce, { capture: true, signal });
}

/** Firefox hides globals of other frames (https://firefox-source-docs.mozilla.org/dom/scriptSecurity/xray_vision.html). */
function getHandlers(view: Window): Set<Handler> {
  const scope =
    view === window ? globalThis : (view as Window & typeof globalThis);

  const dispatch =
    getOwnGlobal('errataKeys', scope) ?? createDispatcher(new Set());

  scope.errataKeys = dispatch;

  return dispatch.handlers;
}

function createDispatcher(
  handlers: Set<Handler>,
): NonNullable<typeof globalThis.errataKeys> {
  const tell = (event: KeyboardEvent) => {
    for (const handler of [...handlers]) {
      handler(event);
      if (event.cancelBubble) return;
    }
  };

  return Object.assign(tell, { handlers });
}

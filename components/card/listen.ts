import type { Host } from './host.ts';

interface ListenOptions {
  host: Host;
  /** Every window whose keys may mean the card: its own and the code's. */
  windows: readonly Window[];
  onEscape(): void;
  onPin(): void;
  signal: AbortSignal;
}

/** What a page could act on, though it happened in the card. */
const KEPT_FROM_PAGE = [
  'auxclick',
  'click',
  'contextmenu',
  'dblclick',
  'focusin',
  'focusout',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchend',
  'touchstart',
  'wheel',
];

/**
 * Listens to the keyboard while the card is open, and keeps to the card what happens in it.
 * Events that a page made up do nothing.
 */
export function listen({ host, windows, onEscape, onPin, signal }: ListenOptions): void {
  const { element, root } = host;
  const focused = () => root.activeElement !== null;

  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || !element.isConnected || event.isComposing) return;
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (event.key === 'Escape' && plain) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'keydown') onEscape();
      return;
    }
    if (!focused()) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && plain && !event.repeat && event.key.toLowerCase() === 'p') onPin();
  };
  for (const view of new Set(windows)) {
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      view.addEventListener(type, onKey, { capture: true, signal });
    }
  }

  const refuse = (event: Event) => {
    if (event.isTrusted) return;
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

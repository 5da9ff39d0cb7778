import { handleCopy } from '../entry/copy-text.ts';

interface Named extends Event {
  originalTarget?: EventTarget | null;
  explicitOriginalTarget?: EventTarget | null;
  buttons?: number;
}

/** Event types that the card receives at once: a press must make text selectable before its default action selects. */
const IMMEDIATE_EVENTS = /^pointer(down|up|cancel)$/;
const DEFERRED_EVENTS = /^(click|dblclick|input)$/;

/**
 * Shields the card's closed shadow root in Firefox.
 *
 * While Firefox dispatches an event inside a closed root, `originalTarget` and `explicitOriginalTarget` expose the inner node, both on that
 * event and on any event that a script creates meanwhile. So no listener of the page may run during the event: the first listener at the
 * window stops it. The card then gets a copy, and the page gets a copy of what concerns it, a task later.
 *
 * Firefox 153, no bug known. Reproduce: attach a closed root with a button, listen for `pointerdown` on the window, press the button and
 * log `event.originalTarget`.
 */
export function shieldEvents(
  { root, element }: { root: ShadowRoot; element: HTMLElement },
  heard: (event: Event) => void,
  signal: AbortSignal,
): void {
  let isPressed = false;

  const isIn = (node?: EventTarget | null) =>
    node instanceof Node && node.getRootNode() === root;

  /** Dispatches a copy to the card. Not a `MouseEvent`, which would repeat the default action of the press. */
  const dispatchCopy = (target: EventTarget, type: string) =>
    target.dispatchEvent(new Event(type, { bubbles: true }));

  /** If the host itself is the target, `rangeParent` (the pointer's text position) still exposes inner nodes. */
  const concernsCard = (event: Named) => {
    const made = (new Event('') as Named).explicitOriginalTarget;

    return (
      isIn(event.originalTarget) ||
      made === element ||
      isIn(made) ||
      isIn(event.explicitOriginalTarget)
    );
  };

  const sendToCard = ({ type, originalTarget }: Named) => {
    if (!originalTarget || !isIn(originalTarget)) return;

    if (IMMEDIATE_EVENTS.test(type)) dispatchCopy(originalTarget, type);

    if (DEFERRED_EVENTS.test(type))
      setTimeout(dispatchCopy, 0, originalTarget, type);
  };

  /** A page that drags its own element across the card needs the pointer's position. */
  const isDragged = ({ type, buttons }: Named) =>
    !isPressed &&
    (buttons || type.endsWith('up')) &&
    /^(mouse|pointer)/.test(type);

  const sendToPage = (event: Named) => {
    const { type, target } = event;
    if (!target || (target === element && !isDragged(event))) return;

    const init: Record<string, unknown> = {};

    for (const name in event) init[name] = event[name as keyof Event];

    const Kind = event.constructor as typeof Event;

    setTimeout(() => target.dispatchEvent(new Kind(type, init)));
  };

  const handleEvent = (event: Named) => {
    if (!event.isTrusted) return;

    if (event.type === 'pointerdown') isPressed = isIn(event.originalTarget);
    if (!concernsCard(event)) return;

    event.stopImmediatePropagation();
    heard(event);
    if (event.type === 'copy') handleCopy(event as ClipboardEvent);

    sendToCard(event);
    sendToPage(event);
  };

  globalThis.errataGuard = handleEvent;

  signal.addEventListener('abort', () => {
    globalThis.errataGuard = undefined;
  });
}

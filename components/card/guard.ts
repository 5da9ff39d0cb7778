import { filled } from '../entry/copy-text.ts';

/** Known to Firefox alone. */
interface Named extends Event {
  originalTarget?: EventTarget | null;
  explicitOriginalTarget?: EventTarget | null;
  buttons?: number;
}

/** What the card listens to. A press has to open the seal before its default action selects. */
const AT_ONCE = /^pointer(down|up|cancel)$/;
const LATER = /^(click|input)$/;

const copies = new WeakSet<Event>();

/** A person's, and not one that the page made up. */
export const isGenuine = (event: Event) => event.isTrusted || copies.has(event);

/**
 * While Firefox dispatches an event for a node, closed root or not, it names the node in that event, in those that come of it and in any
 * that a script makes meanwhile. So no script of the page may run until the event is over: nothing of it gets past the listener that
 * stands first at the window. The card works with copies, and the page gets one of what was its own.
 */
export function guard(
  { root, element }: { root: ShadowRoot; element: HTMLElement },
  heard: (event: Event) => void,
  signal: AbortSignal,
): void {
  let isPressed = false;
  const isIn = (node?: EventTarget | null) => node instanceof Node && node.getRootNode() === root;

  /** No `MouseEvent`, which would do again what the press does by itself. */
  function handIn(target: EventTarget, type: string): void {
    const copy = new Event(type, { bubbles: true });
    copies.add(copy);
    target.dispatchEvent(copy);
  }

  const hear = (event: Named) => {
    if (!event.isTrusted) return;
    const { type, target, originalTarget } = event;
    const isOwn = isIn(originalTarget);
    if (type === 'pointerdown') isPressed = isOwn;
    const made = (new Event('') as Named).explicitOriginalTarget;
    // From the host itself, the place of a pointer (`rangeParent`) leads into it.
    if (!isOwn && made !== element && !isIn(made) && !isIn(event.explicitOriginalTarget)) return;
    event.stopImmediatePropagation();
    heard(event);
    if (type === 'copy') filled(event as ClipboardEvent);
    if (isOwn && originalTarget && AT_ONCE.test(type)) handIn(originalTarget, type);
    if (isOwn && originalTarget && LATER.test(type)) setTimeout(handIn, 0, originalTarget, type);
    // A page that drags something of its own across the card needs to know where.
    const isDragged = !isPressed && (event.buttons || type.endsWith('up')) && /^(mouse|pointer)/.test(type);
    if (!target || (target === element && !isDragged)) return;
    const init: Record<string, unknown> = {};
    for (const name in event) init[name] = event[name as keyof Event];
    const Kind = event.constructor as typeof Event;
    setTimeout(() => target.dispatchEvent(new Kind(type, init)));
  };
  globalThis.errataGuard = hear;
  signal.addEventListener('abort', () => {
    globalThis.errataGuard = undefined;
  });
}

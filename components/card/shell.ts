import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { getTransformToOuter, isInBox } from '../../lib/page/dom/frames.ts';
import {
  findDeepestFocus,
  getDocumentProperty,
} from '../../lib/page/dom/nodes.ts';
import {
  type Anchor,
  createAnchor,
  findCardParent,
  findRoomyWindow,
  hasTooltip,
} from './anchor.ts';
import { type CardEventHandlers, listenToCardEvents } from './card-events.ts';
import { createHost, type Host } from './host.ts';
import { type CardPosition, keepPositioned } from './placement.ts';
import { isInSafePolygon } from './safe-polygon.ts';

interface ShellOptions extends CardEventHandlers {
  /** The page keeps hiding the card, or the frame of the code is unloaded. */
  onEvicted(): void;
  findMarks(text: Text): readonly Range[];
  /** The code was scrolled out of view (`isThere`), or it left the page or is no longer painted. */
  onLost(isThere: boolean): void;
}

/** One host and one React root, created at the first opening and reused while the document is the same. */
interface CardRoom {
  view: Window;
  host: Host;
  react: Root;
}

/** Manages the card's position, events and focus, independently of its content. `own` is the window of the code. */
export function createShell(own: Window, options: ShellOptions) {
  let room: CardRoom | null = null;
  let anchor: Anchor | null = null;
  let above = false;
  let position: CardPosition | null = null;
  /** Aborted when the card closes. */
  let stay: AbortController | null = null;
  /** Aborted when the card moves to another code. */
  let following: AbortController | null = null;
  let focusedBefore: Element | null = null;

  const isOpen = () => stay !== null && room?.host.element.isConnected === true;
  const hasFocus = () => room?.host.root.activeElement != null;

  function takeFocus() {
    if (!hasFocus())
      room?.host.root
        .querySelector<HTMLElement>('[role="dialog"]')
        ?.focus({ preventScroll: true });
  }

  /** Does work that may remove the focused control, and then moves the focus to the dialog. */
  function keepFocus(work: () => void) {
    const focused = hasFocus();
    work();
    if (focused) takeFocus();
  }

  function getCardRoom(view: Window): CardRoom {
    if (room?.view === view && !room.host.seal.wasRead) return room;
    destroy();

    const host = createHost(view);

    room = { view, host, react: createRoot(host.container) };

    return room;
  }

  function onLost() {
    options.onLost(anchor?.isThere() === true);
    // A pinned card stays open when its dialog closes.
    if (stay && room && room.host.element.getClientRects().length === 0)
      room.host.enter(
        getDocumentProperty('documentElement', room.view.document),
      );
  }

  function handleHidden(mayShow: boolean) {
    if (!mayShow) return options.onEvicted();
    options.onLost(anchor?.isThere() === true);

    if (stay && room)
      room.host.enter(
        room.host.element.parentElement ??
          getDocumentProperty('documentElement', room.view.document),
      );
  }

  /** The frame of the code is being removed. This is its last event; afterwards even a pinned card could not be closed. */
  function handlePageHide({ persisted }: PageTransitionEvent) {
    if (!persisted) options.onEvicted();
  }

  function close() {
    const focused = hasFocus();

    stay?.abort();
    following?.abort();
    stay = null;
    // Release the reference to the page.
    anchor = null;
    room?.react.render(null);
    room?.host.leave();

    if (focused && focusedBefore?.isConnected)
      (focusedBefore as HTMLElement).focus({ preventScroll: true });

    focusedBefore = null;
  }

  function destroy() {
    close();
    room?.react.unmount();
    room = null;
  }

  return {
    prepare: () => void getCardRoom(findRoomyWindow(own)),
    /** Shows the card for a code. If it is open already, the host is reused, so that nothing flashes. */
    open(range: Range) {
      const view = findRoomyWindow(own);
      const { host } = getCardRoom(view);
      const fresh = !isOpen();

      following?.abort();
      anchor = createAnchor(range, view);
      above = hasTooltip(range);

      if (fresh) {
        stay?.abort();
        stay = new AbortController();
        focusedBefore = findDeepestFocus(own.document);

        const { signal } = stay;

        listenToCardEvents(host, [own, view], options, signal);
        host.onHidden(handleHidden, signal);

        if (own !== view)
          own.addEventListener('pagehide', handlePageHide, { signal });
      }

      host.put(null);
      keepFocus(() => host.enter(findCardParent(range, view.document)));
    },
    render: (content: ReactNode) =>
      keepFocus(() => flushSync(() => room?.react.render(content))),
    /** Follows the code. Call it after the first rendering, because the size decides the side, unless the card `stays`. */
    placeAt(stays: boolean) {
      if (!room || !anchor) return;
      following?.abort();
      following = new AbortController();

      const { host } = room;
      const { signal } = following;
      const fixed = stays ? position : null;

      const put = (next: CardPosition) => {
        position = next;
        host.put(next);
      };

      const { findMarks } = options;

      keepPositioned({
        anchor,
        host,
        above,
        fixed,
        findMarks,
        put,
        onLost,
        signal,
      });
    },
    describe(code: string | null, pinned: boolean) {
      const element = room?.host.element;
      if (code === null) element?.removeAttribute('data-code');
      else element?.setAttribute('data-code', code);
      element?.setAttribute('data-state', pinned ? 'pinned' : 'open');
    },
    takeFocus,
    isOpen,
    /** Whether an event target is the host. Events inside the closed root are retargeted to it. */
    contains: (target: EventTarget | null) =>
      isOpen() && target !== null && target === room?.host.element,
    /** Whether a point in the code's window is over the card, or in the safe polygon between code and card (`way`). */
    at(x: number, y: number): 'card' | 'way' | null {
      if (!isOpen() || !room || !anchor) return null;

      const point = getTransformToOuter(own, room.view).transformPoint({
        x,
        y,
      });

      const card = room.host.element.getBoundingClientRect();
      if (isInBox(point, card)) return 'card';

      return isInSafePolygon(point, anchor.getBox(), card) ? 'way' : null;
    },
    close,
    destroy,
  };
}

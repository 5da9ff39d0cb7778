import type { HoverMode } from '../../core/mark-look.ts';
import { getAncestorWindows, isInBox, toFramePoint } from '../dom/frames.ts';
import { getBox, getDocumentElement, isElementNode } from '../dom/nodes.ts';
import type { CardApi } from '../marking/page-api.ts';
import { getMarkRange, type PageMark } from '../marking/page-mark.ts';
import { rangeContainsPoint } from './hit-test.ts';
import { createRestTimer } from './rest-timer.ts';

/** Throttle intervals of pointer moves: near an open card, and elsewhere (maximum). */
const MOVE_INTERVAL_MS = 40;
const IDLE_MOVE_INTERVAL_MS = 200;
/** Time for the pointer to reach the card after it has left the code. */
const GRACE_MS = 300;
/** Hover delay while another card is open that is not pinned. */
const SWAP_DELAY_MS = 120;
/** Limits of a tap. A longer or moving touch scrolls or selects. */
const MAX_TAP_MS = 500;
const MAX_TAP_PX = 10;
/** Browsers send compatibility mouse events after a touch. They are ignored for this time. */
const GHOST_MOUSE_MS = 1_000;

/**
 * Opens the card when the pointer rests on a code, and closes it when the pointer has left both.
 * Listens in the capture phase, before the page can stop events, and stops none itself.
 */
export function watchCardHover(
  options: {
    hasMarks(): boolean;
    /** Called when the pointer rests. Returns the mark at this point, which may become visible only now. */
    onRest(x: number, y: number): PageMark | null;
    hoverDelayMs(): number;
    hover(): HoverMode;
    card(): CardApi | null;
    show(mark: PageMark): void;
  },
  signal: AbortSignal,
) {
  const { hasMarks, onRest, hoverDelayMs, hover, card, show } = options;
  const point = { x: -1, y: -1 };
  let closing: ReturnType<typeof setTimeout> | undefined;
  let ancestorListeners: AbortController | null = null;

  let held = false;
  let opens = false;

  /** The current touch: position, start time and the mark of the card that was open. */
  let touch: {
    x: number;
    y: number;
    since: number;
    on: PageMark | null;
  } | null = null;

  let touchedAt = Number.NEGATIVE_INFINITY;

  const pointer = {
    isOnCode: (): boolean =>
      pointer.current !== null &&
      rangeContainsPoint(getMarkRange(pointer.current), point.x, point.y),
    current: null as PageMark | null,
    listen,
    /** Handles an event in the card that no other listener receives. */
    handleEvent(event: Event): void {
      if (event.type === 'mousemove') moves.handleMove(event as MouseEvent);

      if (event.type === 'pointerdown')
        handlePointerDown(event as PointerEvent);

      if (
        event.type === 'pointerleave' &&
        event.target === getDocumentElement()
      )
        handlePointerOut(event as PointerEvent);
    },
    /** Keeps the card open until the pointer has entered it once: it did not open there, or shrank away. */
    hold(): void {
      held = true;
    },
  };

  const isLoose = () => {
    const open = card();
    return open?.isOpen() === true && !open.isPinned();
  };

  /** Returns the part of the open card that the pointer is on. */
  function updateClosing(): 'code' | 'card' | 'way' | null {
    const at = pointer.isOnCode()
      ? 'code'
      : (card()?.at(point.x, point.y) ?? null);

    if (at === 'card' || at === 'code') held = false;

    if (at || held || !isLoose()) stayOpen();
    else closing ??= setTimeout(closeCard, GRACE_MS);

    return at;
  }

  function stayOpen(): void {
    clearTimeout(closing);
    closing = undefined;
  }

  function closeCard(): void {
    stayOpen();
    card()?.close();
    ancestorListeners?.abort();
  }

  const moves = createRestTimer({
    everyMs: () =>
      card()?.isOpen()
        ? MOVE_INTERVAL_MS
        : Math.max(
            MOVE_INTERVAL_MS,
            Math.min(hoverDelayMs(), IDLE_MOVE_INTERVAL_MS),
          ),
    onMove: handleMove,
    onRest: handleRest,
  });

  function handleMove(event: MouseEvent): number | null {
    if (event.timeStamp - touchedAt < GHOST_MOUSE_MS) return null;
    Object.assign(point, toFramePoint(event, window));

    const open = card()?.isOpen() === true;
    const at = open ? updateClosing() : null;

    opens = event.view === window && asksForCard(event);

    if (event.buttons !== 0 || !hasMarks() || at === 'card') return null;
    // A pointer that rests in the safe polygon is not moving to the card.
    if (at === 'way') return Math.max(GRACE_MS, hoverDelayMs());
    if (!opens) return null;

    return isLoose() ? Math.min(SWAP_DELAY_MS, hoverDelayMs()) : hoverDelayMs();
  }

  const asksForCard = ({ shiftKey }: MouseEvent): boolean =>
    hover() === 'on' || (hover() === 'key' && shiftKey);

  function handleRest(): void {
    const isOpen = card()?.isOpen() === true;
    const at = isOpen ? updateClosing() : null;
    if (at === 'card') return;

    const mark = opens ? onRest(point.x, point.y) : null;

    if (mark && !(isOpen && mark === pointer.current)) {
      held = false;
      open(mark);
    } else if (!mark && at === 'way' && !held && isLoose()) closeCard();
  }

  /** Handles Shift while the pointer rests on a code, except while the user is typing. */
  function handleShift(event: KeyboardEvent): void {
    if (
      !event.isTrusted ||
      event.key !== 'Shift' ||
      hover() !== 'key' ||
      !hasMarks()
    )
      return;

    if (isEditableTarget(event.composedPath()[0])) return;
    moves.stop();
    opens = true;
    handleRest();
  }

  function open(mark: PageMark): void {
    stayOpen();
    pointer.current = mark;
    show(mark);
    listenInAncestors();
  }

  function handlePointerDown(event: PointerEvent): void {
    if (!event.isTrusted) return;
    moves.stop();

    const {
      pointerType,
      isPrimary,
      clientX: x,
      clientY: y,
      timeStamp: since,
    } = event;

    if (pointerType === 'touch') touchedAt = since;

    const on = card()?.isOpen() ? pointer.current : null;

    touch =
      pointerType === 'touch' && isPrimary && event.view === window
        ? {
            x,
            y,
            since,
            on,
          }
        : null;

    if (isLoose() && !card()?.contains(event.target)) card()?.close();
  }

  /** A tap on a code opens its card, without blocking the page's click. A second tap is left to the page. */
  function handlePointerUp(event: PointerEvent): void {
    const {
      isTrusted,
      clientX: x,
      clientY: y,
      timeStamp,
      target,
      pointerType,
    } = event;

    const down = touch;

    touch = null;
    if (isTrusted && pointerType === 'touch') touchedAt = timeStamp;
    if (!isTrusted || !down || !hasMarks() || card()?.contains(target)) return;

    if (
      timeStamp - down.since > MAX_TAP_MS ||
      Math.hypot(x - down.x, y - down.y) > MAX_TAP_PX
    )
      return;

    const mark = onRest(x, y);
    if (!mark || mark === down.on) return;
    // A finger does not stay on the code, so the card waits for the next touch.
    held = true;
    open(mark);
  }

  function handlePointerOut(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    moves.forget();
    // If the pointer moves into a card in the parent document, that document's pointer events decide.
    Object.assign(point, toFramePoint(event, window));
    updateClosing();
  }

  function handleScroll({ isTrusted, target }: Event): void {
    if (!isTrusted) return;
    moves.catchUp();

    // A log that scrolls elsewhere does not move what the pointer is on.
    if (
      target instanceof Node &&
      isElementNode(target) &&
      !isInBox(point, getBox(target))
    )
      return;

    moves.forget();
    if (card()?.isOpen()) updateClosing();
  }

  /** Also listen in the ancestor windows, because the card of a small frame is in a parent document. */
  function listenInAncestors(): void {
    ancestorListeners?.abort();
    ancestorListeners = new AbortController();
    for (const view of getAncestorWindows(window))
      listenToMoves(view, AbortSignal.any([ancestorListeners.signal, signal]));
  }

  function listenToMoves(view: Window, ends: AbortSignal): void {
    const quiet = { capture: true, passive: true, signal: ends } as const;
    // Not `pointermove`, whose listeners cost three times as much.
    view.addEventListener('mousemove', moves.handleMove, quiet);
    view.addEventListener('pointerdown', handlePointerDown, quiet);
  }

  /** Adds the listeners, also again after the page removed all of them. */
  function listen(): void {
    const quiet = { capture: true, passive: true, signal } as const;

    listenToMoves(window, signal);
    window.addEventListener('pointerup', handlePointerUp, quiet);

    // Not `pointerout`, which fires for each element on the way.
    // The root is null while the document is being replaced. `listen` is called again for the new one.
    getDocumentElement()?.addEventListener('pointerleave', handlePointerOut, {
      passive: true,
      signal,
    });

    window.addEventListener('scroll', handleScroll, quiet);
    window.addEventListener('keydown', handleShift, quiet);
  }

  listen();

  signal.addEventListener('abort', () => {
    moves.stop();
    stayOpen();
  });

  return pointer;
}

const isEditableTarget = (target: EventTarget | undefined) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));

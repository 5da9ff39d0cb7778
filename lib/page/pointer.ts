import { ancestorWindows, toFrame } from '../dom/frames.ts';
import { touches } from './hit-test.ts';
import { createHoverIntent } from './hover-intent.ts';
import type { Mark } from './marks.ts';
import type { CardApi } from './page-api.ts';
import { rangeOf } from './page-mark.ts';

/** Moves are looked at so often: near an open card, and elsewhere at most. */
const LOOK_MS = 40;
const LOOK_SELDOM_MS = 200;
/** Time to reach the card after leaving the code. */
const GRACE_MS = 300;
/** With a card open already, the next code need not wait as long. */
const SWAP_MS = 120;
/** A touch that lasts or moves more than this is no tap: it scrolls or selects. */
const TAP_MS = 500;
const TAP_PX = 10;
/** A touch is followed by the moves of a mouse that is not there, at most so long after. */
const GHOST_MS = 1_000;

/** A card opens where the pointer rests: always, while Shift is held, or not at all. */
export type Hover = 'on' | 'key' | 'off';

export interface PointerOptions {
  /** There is something to rest on at all. */
  hasMarks(): boolean;
  /** The pointer came to rest: what it rests on may be shown only now. */
  rested(x: number, y: number): Mark | null;
  hoverDelayMs(): number;
  hover(): Hover;
  card(): CardApi | null;
  show(mark: Mark): void;
}

export interface Pointer {
  /** Listens again, where the page took all listeners away. */
  listen(): void;
  /** An event in the card that reaches no listener. */
  heard(event: Event): void;
  /** The mark whose card was opened by the pointer or the keyboard. */
  current: Mark | null;
  /** The card was asked for without the pointer, or shrank away from it: it waits for the pointer to come before it closes as it leaves. */
  hold(): void;
}

/**
 * Opens the card where the pointer rests on a code, and closes it when the pointer has left both.
 * Hears events before the page can stop them, and stops none.
 */
export function followPointer(options: PointerOptions, signal: AbortSignal): Pointer {
  const { hasMarks, rested, hoverDelayMs, hover, card, show } = options;
  const place = { x: -1, y: -1 };
  let closing: ReturnType<typeof setTimeout> | undefined;
  let wider: AbortController | null = null;

  let held = false;
  /** A code that the pointer rests on is to be explained. */
  let opens = false;
  /** A finger that is down: where, since when, and whose card was open then. */
  let touch: { x: number; y: number; since: number; on: Mark | null } | null = null;
  let touchedAt = Number.NEGATIVE_INFINITY;

  const pointer: Pointer = {
    current: null,
    listen,
    heard(event) {
      if (event.type === 'mousemove') moves.heard(event as MouseEvent);
      if (event.type === 'pointerdown') pressed(event as PointerEvent);
      if (event.type === 'pointerleave' && event.target === document.documentElement)
        left(event as PointerEvent);
    },
    hold() {
      held = true;
    },
  };

  const isLoose = () => {
    const open = card();
    return open?.isOpen() === true && !open.isPinned();
  };
  const onCode = () => pointer.current !== null && touches(rangeOf(pointer.current), place.x, place.y);

  /** Where the pointer is, of what is open. */
  function stayOrLeave(): 'code' | 'card' | 'way' | null {
    const at = onCode() ? 'code' : (card()?.at(place.x, place.y) ?? null);
    if (at === 'card' || at === 'code') held = false;
    if (at || held || !isLoose()) {
      clearTimeout(closing);
      closing = undefined;
    } else closing ??= setTimeout(leave, GRACE_MS);
    return at;
  }

  function leave(): void {
    closing = undefined;
    card()?.close();
    wider?.abort();
  }

  const moves = createHoverIntent({
    everyMs: () => (card()?.isOpen() ? LOOK_MS : Math.max(LOOK_MS, Math.min(hoverDelayMs(), LOOK_SELDOM_MS))),
    seen: moved,
    rested: rest,
  });

  function moved(event: MouseEvent): number | null {
    if (event.timeStamp - touchedAt < GHOST_MS) return null;
    Object.assign(place, toFrame(event, window));
    const open = card()?.isOpen() === true;
    const at = open ? stayOrLeave() : null;
    opens = event.view === window && (hover() === 'on' || (hover() === 'key' && event.shiftKey));
    if (event.buttons !== 0 || !hasMarks() || at === 'card' || (open && card()?.isPinned())) return null;
    // A pointer that rests on the way to the card is not on its way.
    if (at === 'way') return Math.max(GRACE_MS, hoverDelayMs());
    if (!opens) return null;
    return open ? Math.min(SWAP_MS, hoverDelayMs()) : hoverDelayMs();
  }

  function rest(): void {
    const isOpen = card()?.isOpen() === true;
    const at = isOpen ? stayOrLeave() : null;
    if (at === 'card' || (isOpen && card()?.isPinned() && at !== 'code')) return;
    const mark = opens ? rested(place.x, place.y) : null;
    if (mark && !(isOpen && mark === pointer.current)) {
      held = false;
      open(mark);
    } else if (!mark && at === 'way' && !held && isLoose()) leave();
  }

  /** Shift beneath a pointer that rests already, and not as a part of what is written. */
  function keyed(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Shift' || hover() !== 'key' || !hasMarks()) return;
    if (isField(event.composedPath()[0])) return;
    moves.stop();
    opens = true;
    rest();
  }

  function open(mark: Mark): void {
    clearTimeout(closing);
    closing = undefined;
    pointer.current = mark;
    show(mark);
    listenWider();
  }

  function pressed(event: PointerEvent): void {
    if (!event.isTrusted) return;
    moves.stop();
    const { pointerType, isPrimary, clientX: x, clientY: y, timeStamp: since } = event;
    if (pointerType === 'touch') touchedAt = since;
    const on = card()?.isOpen() ? pointer.current : null;
    touch = pointerType === 'touch' && isPrimary && event.view === window ? { x, y, since, on } : null;
    if (isLoose() && !card()?.contains(event.target)) card()?.close();
  }

  /** A tap on a code opens its card, and the page has its click all the same; a second one leaves the code to the page. */
  function lifted({ isTrusted, clientX: x, clientY: y, timeStamp, target, pointerType }: PointerEvent): void {
    const down = touch;
    touch = null;
    if (isTrusted && pointerType === 'touch') touchedAt = timeStamp;
    if (!isTrusted || !down || !hasMarks() || card()?.contains(target)) return;
    if (timeStamp - down.since > TAP_MS || Math.hypot(x - down.x, y - down.y) > TAP_PX) return;
    const mark = rested(x, y);
    if (!mark || mark === down.on) return;
    // No finger stays on the code: the card waits for the next touch.
    held = true;
    open(mark);
  }

  function left(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    moves.forget();
    // Into a card that lies in the document around this frame: that document's own moves decide.
    Object.assign(place, toFrame(event, window));
    stayOrLeave();
  }

  function scrolled(): void {
    moves.forget();
    if (card()?.isOpen()) stayOrLeave();
  }

  /** The card of a small frame lies in a document around it. */
  function listenWider(): void {
    wider?.abort();
    const around = ancestorWindows(window);
    if (around.length === 0) return;
    wider = new AbortController();
    const ends = AbortSignal.any([wider.signal, signal]);
    for (const view of around) {
      view.addEventListener('mousemove', moves.heard, { capture: true, passive: true, signal: ends });
      view.addEventListener('pointerdown', pressed, { capture: true, passive: true, signal: ends });
    }
  }

  function listen(): void {
    const quiet = { capture: true, passive: true, signal } as const;
    // Not `pointermove`, which costs three times as much to hear.
    window.addEventListener('mousemove', moves.heard, quiet);
    window.addEventListener('pointerdown', pressed, quiet);
    window.addEventListener('pointerup', lifted, quiet);
    // Not `pointerout`: that comes with each element that is crossed.
    // There is none while the page is replaced; `listen` is called again for the new one.
    const root: HTMLElement | null = document.documentElement;
    root?.addEventListener('pointerleave', left, { passive: true, signal });
    window.addEventListener('scroll', scrolled, quiet);
    window.addEventListener('keydown', keyed, quiet);
  }

  listen();
  signal.addEventListener('abort', () => {
    moves.stop();
    clearTimeout(closing);
  });
  return pointer;
}

const isField = (target: EventTarget | undefined) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

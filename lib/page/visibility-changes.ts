/** Attributes that may show or hide a text: those with which pages and UI libraries style panels. */
const SHOWING =
  `class style hidden open aria-hidden aria-expanded aria-selected data-state data-open data-closed data-active
  data-hidden data-expanded data-selected`.split(/\s+/);

/**
 * Events for visibility changes without a DOM mutation: animations, and CSS pseudo-classes such as `:checked`,
 * `:target` and `:focus-within`.
 */
const SHOWING_EVENTS =
  `toggle transitionend animationend fullscreenchange change reset focusin focusout hashchange visibilitychange`.split(
    /\s+/,
  );
/** Events of user interaction. They also occur for each key, so they do not trigger a check of the texts. */
const USES = ['click', 'input', 'keyup'] as const;

/** Observes everything that may show or hide a text. */
export interface Showings {
  /** Reports the next change of an attribute once. */
  await(): void;
  /** Adds the listeners again after the page removed all of them. */
  listen(): void;
  stop(): void;
}

export interface ShowingsOptions {
  /** Returns the document and shadow roots to observe. */
  roots(): readonly (Document | ShadowRoot)[];
  /** Called when something may have become visible or hidden. */
  showing(): void;
  /** Called after the page has responded to the user, before the next paint. */
  used(): void;
  /** Returns true if `used` should be called. */
  isWaiting(): boolean;
}

export function followShowings({ roots, showing, used, isWaiting }: ShowingsOptions): Showings {
  let frame = 0;

  /**
   * One change is enough to schedule a check. Until then, disconnect, so that the browser does not create thousands of
   * records per second.
   */
  const attributes = new MutationObserver(() => {
    attributes.disconnect();
    showing();
  });

  function heard(event: Event): void {
    // Check boxes and selects fire `input` without `inputType`. Their `change` event is not composed and does not leave
    // a shadow root.
    if (event.type === 'input' && !('inputType' in event)) showing();
    if (frame !== 0 || !isWaiting()) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      used();
    });
  }

  function listen(): void {
    const quiet = { capture: true, passive: true } as const;
    for (const type of SHOWING_EVENTS) window.addEventListener(type, showing, quiet);
    for (const type of USES) window.addEventListener(type, heard, quiet);
    window.addEventListener('resize', showing, { passive: true });
  }
  listen();

  return {
    await() {
      for (const root of roots()) attributes.observe(root, { subtree: true, attributeFilter: SHOWING });
    },
    listen,
    stop() {
      attributes.disconnect();
      cancelAnimationFrame(frame);
      for (const type of SHOWING_EVENTS) window.removeEventListener(type, showing, { capture: true });
      for (const type of USES) window.removeEventListener(type, heard, { capture: true });
      window.removeEventListener('resize', showing);
    },
  };
}

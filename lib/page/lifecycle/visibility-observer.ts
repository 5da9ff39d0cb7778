/** Attributes that may show or hide text: those with which pages and UI libraries style panels. */
const SHOWING_ATTRIBUTES =
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
const USE_EVENTS = ['click', 'input', 'keyup'] as const;

export interface VisibilityObserver {
  /** Reports the next change of an attribute once. */
  await(): void;
  /** Adds the listeners again after the page removed all of them. */
  listen(): void;
  stop(): void;
}

export interface VisibilityObserverOptions {
  roots(): readonly (Document | ShadowRoot)[];
  /** Called when something may have become visible or hidden. */
  onVisibilityChange(): void;
  /** Called after the page has responded to the user, before the next paint. */
  onUse(): void;
  isWaiting(): boolean;
}

export function observeVisibility({
  roots,
  onVisibilityChange,
  onUse,
  isWaiting,
}: VisibilityObserverOptions): VisibilityObserver {
  let frame = 0;

  /**
   * One change is enough to schedule a check. Until then, disconnect, so that the browser does not create thousands of
   * records per second.
   */
  const attributes = new MutationObserver(() => {
    attributes.disconnect();
    onVisibilityChange();
  });

  function handleEvent(event: Event): void {
    // Check boxes and selects fire `input` without `inputType`. Their `change` event is not composed and does not leave
    // a shadow root.
    if (event.type === 'input' && !('inputType' in event)) onVisibilityChange();
    if (frame !== 0 || !isWaiting()) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      onUse();
    });
  }

  function listen(): void {
    const quiet = { capture: true, passive: true } as const;
    for (const type of SHOWING_EVENTS) window.addEventListener(type, onVisibilityChange, quiet);
    for (const type of USE_EVENTS) window.addEventListener(type, handleEvent, quiet);
    window.addEventListener('resize', onVisibilityChange, { passive: true });
  }
  listen();

  return {
    await() {
      for (const root of roots())
        attributes.observe(root, { subtree: true, attributeFilter: SHOWING_ATTRIBUTES });
    },
    listen,
    stop() {
      attributes.disconnect();
      cancelAnimationFrame(frame);
      for (const type of SHOWING_EVENTS)
        window.removeEventListener(type, onVisibilityChange, { capture: true });
      for (const type of USE_EVENTS) window.removeEventListener(type, handleEvent, { capture: true });
      window.removeEventListener('resize', onVisibilityChange);
    },
  };
}

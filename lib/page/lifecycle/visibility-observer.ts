/** Attributes that may show or hide text, or change what is behind it: those with which pages and UI libraries style panels. */
const SHOWING_ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'open',
  'aria-hidden',
  'aria-expanded',
  'aria-selected',
  'data-state',
  'data-open',
  'data-closed',
  'data-active',
  'data-hidden',
  'data-expanded',
  'data-selected',
  'data-theme',
  'data-bs-theme',
];

/** Visibility changes without a DOM mutation: animations, and pseudo-classes such as `:checked`. */
const SHOWING_EVENTS = [
  'toggle',
  'transitionend',
  'animationend',
  'fullscreenchange',
  'change',
  'reset',
  'focusin',
  'focusout',
  'hashchange',
  'visibilitychange',
  'resize',
];
/** Events of user interaction. They also occur for each key, so they do not trigger a check of the texts. */
const USE_EVENTS = ['click', 'input', 'keyup'] as const;

export function observeVisibility(options: {
  roots(): readonly (Document | ShadowRoot)[];
  onVisibilityChange(): void;
  /** Called after the page has responded to the user, before the next paint. */
  onUse(): void;
  isWaiting(): boolean;
}) {
  const { roots, onVisibilityChange, onUse, isWaiting } = options;
  const life = new AbortController();
  const quiet = { capture: true, passive: true, signal: life.signal } as const;
  let frame = 0;

  /** Disconnects at the first change, so that the browser does not create thousands of records per second. */
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

  /** Adds the listeners, also again after the page removed all of them. */
  function listen(): void {
    for (const type of SHOWING_EVENTS)
      window.addEventListener(type, onVisibilityChange, quiet);
    for (const type of USE_EVENTS)
      window.addEventListener(type, handleEvent, quiet);
  }

  // Not one of the listeners that a page can remove.
  matchMedia('(prefers-color-scheme: dark)').addEventListener(
    'change',
    onVisibilityChange,
    { signal: life.signal },
  );
  listen();

  return {
    /** Reports the next change of an attribute once. */
    await(): void {
      for (const root of roots())
        attributes.observe(root, {
          subtree: true,
          attributeFilter: SHOWING_ATTRIBUTES,
        });
    },
    listen,
    stop(): void {
      life.abort();
      attributes.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}

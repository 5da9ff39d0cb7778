/** What may show a text or hide it: the attributes by which pages and UI libraries style panels. */
const SHOWING =
  `class style hidden open aria-hidden aria-expanded aria-selected data-state data-open data-closed data-active
  data-hidden data-expanded data-selected`.split(/\s+/);

/** What changes without a mutation what is shown: an animation, or a state that a style asks for (`:checked`, `:target`, `:focus-within`). */
const SHOWING_EVENTS =
  `toggle transitionend animationend fullscreenchange change reset focusin focusout hashchange visibilitychange`.split(
    /\s+/,
  );
/** The page does something for its reader. They come with each key, so no text is looked at for them. */
const USES = ['click', 'input', 'keyup'] as const;

/** Follows what may show or hide a text, wherever it stands. */
export interface Showings {
  /** Reports the next change of an attribute, and no further one. */
  await(): void;
  /** Listens again, where the page took all listeners away. */
  listen(): void;
  stop(): void;
}

export interface ShowingsOptions {
  /** The document and the shadow roots whose attributes count. */
  roots(): readonly (Document | ShadowRoot)[];
  /** Something may have become visible or hidden. */
  showing(): void;
  /** The page has answered to its reader, and is not painted yet. */
  used(): void;
  /** `used` is worth a call. */
  isWaiting(): boolean;
}

export function followShowings({ roots, showing, used, isWaiting }: ShowingsOptions): Showings {
  let frame = 0;

  /** One such change is enough to know that a look is due; until then a browser need not tell of more, thousands a second maybe. */
  const attributes = new MutationObserver(() => {
    attributes.disconnect();
    showing();
  });

  function heard(event: Event): void {
    // Check boxes and lists fire `input` without `inputType`; their `change` does not leave a shadow root.
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

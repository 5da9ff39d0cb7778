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
  /** Has the attributes of a document or shadow root followed, from the next `await` on. */
  follow(root: Document | ShadowRoot): void;
  /** Reports the next change of an attribute, and no further one. */
  await(): void;
  /** Listens again, where the page took all listeners away. */
  listen(): void;
  stop(): void;
}

export interface ShowingsOptions {
  /** Something may have become visible or hidden. */
  showing(): void;
  /** The page has answered to its reader, and is not painted yet. */
  used(): void;
  /** `used` is worth a call. */
  isWaiting(): boolean;
}

export function followShowings({ showing, used, isWaiting }: ShowingsOptions): Showings {
  /** Weak: a page makes and drops roots for as long as it lives. */
  let followed: WeakRef<Document | ShadowRoot>[] = [];
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
    follow(root) {
      if (followed.length % 100 === 99) followed = followed.filter((known) => known.deref()?.isConnected);
      followed.push(new WeakRef(root));
    },
    await() {
      followed = followed.filter((root) => root.deref()?.isConnected);
      for (const root of followed) {
        const there = root.deref();
        if (there) attributes.observe(there, { subtree: true, attributeFilter: SHOWING });
      }
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

import type { Host } from './host.ts';

/**
 * Whether a person sees the card. A page can lay over it what lets every click through, so a press that stores something counts only where
 * the card has been in sight for a while.
 */
export interface Sight {
  /** It lies where the pointer did not choose to be: the page moved it there, or it shows another code. */
  restart(): void;
  /** It has been in sight, in its place, long enough. */
  isSeen(): boolean;
}

/** Less, and what was meant was what was there before. */
const LONG_ENOUGH_MS = 500;
/** Chromium looks no oftener. In Firefox less often where a page is so large that it takes long. */
const LOOK_MS = 100;
const RARE_MS = 190;
const LOOKS_SHARE = 0.02;
/** Later than this, a page that kept the thread may have covered the card meanwhile. */
const LATE_MS = 400;
/** Shadow roots are looked for so often, and less often where it takes long. */
const ROOTS_MS = 1_000;
const ROOTS_SHARE = 0.005;
/** Firefox shows these above all else, in an order that nothing tells. What is full screen, the root tells without a search. */
const ON_TOP = ':modal,:popover-open';

/** In Chromium, and in no type yet. */
interface Tracking extends IntersectionObserverInit {
  trackVisibility: true;
  delay: number;
}

/** In Firefox. */
interface Closed {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

export function watchSight(host: Host, signal: AbortSignal): Sight {
  const { element } = host;
  const view = element.ownerDocument.defaultView ?? window;
  /** Null while it is out of sight. */
  let since: number | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const note = (isInSight: boolean) => {
    const now = performance.now();
    if (!isInSight) since = null;
    else if (since === null || now - lookedAt > LATE_MS) since = now;
    lookedAt = now;
  };
  /** Another window, which the page closes as it is pressed, may lie over this one. */
  const isInFront = () => element.ownerDocument.hasFocus();

  /** Is painted above the whole page and nothing of it. The browser knows best, where it tells. */
  let look = (_atPress = false) => {};
  if ('trackVisibility' in IntersectionObserver.prototype) {
    let isVisible = false;
    const observer = new IntersectionObserver(
      (entries) => {
        isVisible = (entries.at(-1) as { isVisible?: boolean } | undefined)?.isVisible === true;
        look();
      },
      { trackVisibility: true, delay: LOOK_MS } as Tracking,
    );
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
    look = () => note(isVisible && isInFront() && !isReplaced(element.ownerDocument));
  } else {
    const roots = shadowRoots(element.ownerDocument);
    look = (atPress = false) =>
      note(
        view === view.top &&
          isInFront() &&
          !isReplaced(element.ownerDocument) &&
          isOnTop(element, roots(atPress)),
      );
  }
  // At times that a page cannot foresee: before it paints, as it does, and after.
  const again = () => {
    const began = performance.now();
    look();
    const rest = (2 * (performance.now() - began)) / LOOKS_SHARE;
    requestAnimationFrame(() => look());
    timer = setTimeout(again, Math.min(Math.max(LOOK_MS, rest), RARE_MS) * (0.5 + Math.random()));
  };
  let timer = setTimeout(again);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    restart() {
      if (since !== null) since = performance.now();
    },
    isSeen() {
      look(true);
      return since !== null && performance.now() - since >= LONG_ENOUGH_MS;
    },
  };
}

/** A page shows pictures of itself in place of itself, and in place of the card. */
function isReplaced(document: Document): boolean {
  try {
    return document.documentElement.matches(':active-view-transition');
  } catch {
    return false;
  }
}

/** All that the page has put on top is proved to lie below the card: only what takes the pointer can be. */
function isOnTop(card: HTMLElement, roots: readonly (Document | ShadowRoot)[]): boolean {
  const others = roots
    .flatMap((root) => [...root.querySelectorAll(ON_TOP), root.fullscreenElement ?? card])
    .filter((one) => one !== card);
  if (others.length === 0) return true;
  const { left, top, width, height } = card.getBoundingClientRect();
  const stack = card.ownerDocument.elementsFromPoint(left + width / 2, top + height / 2);
  const below = stack.slice(stack.indexOf(card) + 1);
  return stack.includes(card) && others.every((one) => below.includes(one));
}

/** The document and every shadow root in it, looked for again now and then and where the answer counts. */
function shadowRoots(document: Document): (again: boolean) => readonly (Document | ShadowRoot)[] {
  let found: (Document | ShadowRoot)[] = [document];
  let due = Number.NEGATIVE_INFINITY;
  return (again) => {
    const now = performance.now();
    if (!again && now < due) return found;
    found = [document];
    for (const root of found)
      for (const one of root.querySelectorAll('*')) {
        const inner = (one as Closed).openOrClosedShadowRoot;
        if (inner) found.push(inner);
      }
    due = now + Math.max(ROOTS_MS, (performance.now() - now) / ROOTS_SHARE);
    return found;
  };
}

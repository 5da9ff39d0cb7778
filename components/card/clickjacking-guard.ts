import type { Host } from './host.ts';

/**
 * Clickjacking protection: whether the user can see the card. A page can cover it with something that lets clicks through, so a press that
 * stores something counts only after the card was visible for a while.
 */
export interface ClickjackingGuard {
  /** Restarts the delay, because the card moved or shows another code. */
  restart(): void;
  /** Whether the card was visible in its place for at least 500 ms. */
  isSeen(): boolean;
}

/** Shorter, and the user may have meant to click what was underneath before. */
const MIN_VISIBLE_MS = 500;
/**
 * The minimum interval of IntersectionObserver v2 (https://w3c.github.io/IntersectionObserver/v2/), which Chromium
 * has. Firefox polls instead, and is throttled to 2 % of the time on large pages.
 */
const CHECK_INTERVAL_MS = 100;
const SLOW_CHECK_INTERVAL_MS = 190;
const MAX_CHECK_SHARE = 0.02;
/** If a check is later than this, the page blocked the thread and may have covered the card meanwhile. */
const MAX_DELAY_MS = 400;
/** Minimum interval between searches for shadow roots; longer if they take more than 0.5 % of the time. */
const ROOTS_INTERVAL_MS = 1_000;
const MAX_ROOTS_SHARE = 0.005;
/**
 * Elements in the top layer, which Firefox must search for, because no API returns their order. `fullscreenElement`
 * needs no search.
 */
const TOP_LAYER_SELECTOR = ':modal,:popover-open';

/** IntersectionObserver v2: Chromium only (github.com/mozilla/standards-positions/issues/672), not in TypeScript's types. */
interface VisibilityTracking extends IntersectionObserverInit {
  trackVisibility: true;
  delay: number;
}

/** Firefox only: https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot */
interface FirefoxElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

export function createClickjackingGuard(host: Host, signal: AbortSignal): ClickjackingGuard {
  const { element } = host;
  const view = element.ownerDocument.defaultView ?? window;
  /** Null while the card is not visible. */
  let since: number | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const updateSightedness = (isInSight: boolean) => {
    const now = performance.now();
    if (!isInSight) since = null;
    else if (since === null || now - lookedAt > MAX_DELAY_MS) since = now;
    lookedAt = now;
  };
  /** Without the focus, another window may cover this one and be closed by the page during the press. */
  const isInFront = () => element.ownerDocument.hasFocus();

  /** Checks whether the card is painted on top. Uses IntersectionObserver v2 if the browser has it. */
  let checkVisibility = (_atPress = false) => {};
  if ('trackVisibility' in IntersectionObserver.prototype) {
    let isVisible = false;
    const observer = new IntersectionObserver(
      (entries) => {
        isVisible = (entries.at(-1) as { isVisible?: boolean } | undefined)?.isVisible === true;
        checkVisibility();
      },
      { trackVisibility: true, delay: CHECK_INTERVAL_MS } as VisibilityTracking,
    );
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
    checkVisibility = () => updateSightedness(isVisible && isInFront() && !isReplaced(element.ownerDocument));
  } else {
    const roots = createRootsLister(element.ownerDocument);
    checkVisibility = (atPress = false) =>
      updateSightedness(
        view === view.top &&
          isInFront() &&
          !isReplaced(element.ownerDocument) &&
          isAboveAll(element, roots(atPress)),
      );
  }
  // Check at times that a page cannot predict: before, during and after its painting.
  const again = () => {
    const began = performance.now();
    checkVisibility();
    const rest = (2 * (performance.now() - began)) / MAX_CHECK_SHARE;
    requestAnimationFrame(() => checkVisibility());
    timer = setTimeout(
      again,
      Math.min(Math.max(CHECK_INTERVAL_MS, rest), SLOW_CHECK_INTERVAL_MS) * (0.5 + Math.random()),
    );
  };
  let timer = setTimeout(again);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    restart() {
      if (since !== null) since = performance.now();
    },
    isSeen() {
      checkVisibility(true);
      return since !== null && performance.now() - since >= MIN_VISIBLE_MS;
    },
  };
}

/** During a view transition the browser shows snapshots of the page in place of the page and the card. */
function isReplaced(document: Document): boolean {
  try {
    return document.documentElement.matches(':active-view-transition');
  } catch {
    return false;
  }
}

/** True if every top-layer element is provably below the card. Only elements that receive pointer events can be checked. */
function isAboveAll(card: HTMLElement, roots: readonly (Document | ShadowRoot)[]): boolean {
  const others = roots
    .flatMap((root) => [...root.querySelectorAll(TOP_LAYER_SELECTOR), root.fullscreenElement ?? card])
    .filter((one) => one !== card);
  if (others.length === 0) return true;
  const { left, top, width, height } = card.getBoundingClientRect();
  const stack = card.ownerDocument.elementsFromPoint(left + width / 2, top + height / 2);
  const below = stack.slice(stack.indexOf(card) + 1);
  return stack.includes(card) && others.every((one) => below.includes(one));
}

/** Returns a function that lists the document and its shadow roots, from a cache that expires. `again` searches at once. */
function createRootsLister(document: Document): (again: boolean) => readonly (Document | ShadowRoot)[] {
  let found: (Document | ShadowRoot)[] = [document];
  let due = Number.NEGATIVE_INFINITY;
  return (again) => {
    const now = performance.now();
    if (!again && now < due) return found;
    found = [document];
    for (const root of found)
      for (const one of root.querySelectorAll('*')) {
        const inner = (one as FirefoxElement).openOrClosedShadowRoot;
        if (inner) found.push(inner);
      }
    due = now + Math.max(ROOTS_INTERVAL_MS, (performance.now() - now) / MAX_ROOTS_SHARE);
    return found;
  };
}

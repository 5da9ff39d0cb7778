import {
  getNodeProperty,
  isElementNode,
  matches,
  queryAll,
} from '../dom/nodes.ts';
import { yieldToMain } from './yield-to-main.ts';

/** Built-in elements that can have a shadow root but rarely do. */
const PLAIN_ELEMENTS =
  'div,span,section,p,article,main,aside,header,footer,nav,blockquote,h1,h2,h3,h4,h5,h6';
/** Elements that can't have a shadow root. Most frequent first, because matching stops at the first match. */
const CELL_ELEMENTS = 'td,tr,a';
const OTHER_ELEMENTS =
  'svg,path,li,b,g,i,img,button,input,label,th,ul,script,br,code,pre,em,strong,table,tbody,thead,option,' +
  'select,link,style,meta,use,rect,circle,line,text,tspan,template,form,ol,dl,dt,dd,small,time,textarea,iframe,' +
  'canvas,video,audio,source,hr,figure,figcaption,details,summary,dialog,fieldset,legend,html,head,title,base,body,errata-card';
/** Joined when it runs, because the minifier would repeat a constant at each use. */
export const HOST_SELECTOR = [
  `:not(${CELL_ELEMENTS})`,
  `:is(${PLAIN_ELEMENTS},:not(${OTHER_ELEMENTS}))`,
].join('');
const EMPTY_SELECTOR = `:empty:is(${PLAIN_ELEMENTS})`;
/** Custom elements and empty elements. */
const LIKELY_SELECTOR = `:not(${CELL_ELEMENTS},${PLAIN_ELEMENTS},${OTHER_ELEMENTS}),${EMPTY_SELECTOR}`;

/** Up to this many elements, all are checked for a shadow root. On a larger page only the likely ones are. */
const MAX_PROBED_ELEMENTS = 3000;
const ELEMENTS_PER_SLICE = 500;
const MAX_AWAITED_ELEMENTS = 1000;
const MAX_POLLS = 22;
/** The interval between polls doubles up to the maximum. */
const MIN_POLL_DELAY_MS = 50;
const MAX_POLL_DELAY_MS = 500;

/** Never throws. */
export type GetShadowRoot = (host: Element) => ShadowRoot | null;

/** Finds shadow roots, and keeps them, because an orphaned script cannot access closed ones. */
export function createShadowRootGetter(
  getShadowRoot: GetShadowRoot,
): GetShadowRoot {
  const known = new WeakMap<Element, ShadowRoot>();

  return (host) => {
    const localName = getNodeProperty(host, 'localName');
    // A form cannot have a shadow root, and a field named `shadowRoot` would shadow the property.
    if (localName === 'errata-card' || localName === 'form') return null;

    const before = known.get(host) ?? host.shadowRoot;
    if (before) return before;

    const root = getShadowRoot(host);
    if (root) known.set(host, root);

    return root;
  };
}

/** Returns the elements below a node that can have a shadow root, or only the likely ones of a large page. */
async function selectHosts(node: ParentNode): Promise<Iterable<Element>> {
  const hosts = queryAll(node, HOST_SELECTOR);
  if (hosts.length <= MAX_PROBED_ELEMENTS) return hosts;

  await yieldToMain();

  return queryAll(node, LIKELY_SELECTOR);
}

export type ShadowRootObserver = ReturnType<typeof observeShadowRoots>;

/** Reports each shadow root once, also those attached after their host was first seen. */
export function observeShadowRoots(
  getShadowRoot: GetShadowRoot,
  found: (root: ShadowRoot) => void,
) {
  const known = new WeakSet<ShadowRoot>();
  const awaited = new Set<Element>();

  const resized = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target.isConnected) ask(target);
  });

  let timer: ReturnType<typeof setTimeout> | 0 = 0;
  let step = 0;
  let stopped = false;

  /** Checks one element. Returns true if it has a shadow root. */
  function ask(element: Element): boolean {
    const root = getShadowRoot(element);
    if (!root) return false;
    if (awaited.delete(element)) resized.unobserve(element);

    if (!known.has(root)) {
      known.add(root);
      found(root);
    }

    return true;
  }

  function awaitRoot(element: Element): void {
    if (
      ask(element) ||
      awaited.has(element) ||
      awaited.size >= MAX_AWAITED_ELEMENTS
    )
      return;

    awaited.add(element);
    resized.observe(element);
    step = Math.min(step, 2);
  }

  /** Awaits the root of a custom element, and of one that matches. Returns false for others. */
  function awaitIfLikely(element: Element, selector: string): boolean {
    const isLikely =
      element.localName.includes('-') || element.matches(selector);

    if (isLikely) awaitRoot(element);

    return isLikely;
  }

  function prune(): void {
    for (const element of awaited) {
      if (element.isConnected) continue;
      awaited.delete(element);
      resized.unobserve(element);
    }
  }

  function schedulePoll(): void {
    if (timer !== 0 || awaited.size === 0 || step === MAX_POLLS) return;

    timer = setTimeout(
      poll,
      Math.min(MAX_POLL_DELAY_MS, MIN_POLL_DELAY_MS << step++),
    );
  }

  function poll(): void {
    timer = 0;
    prune();
    for (const element of awaited) ask(element);
    schedulePoll();
  }

  return {
    /** Searches for shadow roots below a node and reports each new one. */
    async explore(node: ParentNode & Node): Promise<void> {
      if (isElementNode(node) && matches(node, HOST_SELECTOR))
        awaitIfLikely(node, PLAIN_ELEMENTS);

      let count = 0;

      for (const host of await selectHosts(node)) {
        if (++count % ELEMENTS_PER_SLICE === 0) await yieldToMain();
        if (stopped) return;

        if (!awaitIfLikely(host, EMPTY_SELECTOR)) ask(host);
      }

      schedulePoll();
    },
    ask,
    prune,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
      resized.disconnect();
      awaited.clear();
    },
  };
}

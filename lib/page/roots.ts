import { allIn, fits, isElement, ofElement } from '../dom/nodes.ts';
import { pause } from './pause.ts';

/** Built-in elements that can have a shadow root but rarely do. */
const PLAIN = 'div,span,section,p,article,main,aside,header,footer,nav,blockquote,h1,h2,h3,h4,h5,h6';
/** Elements that cannot have one. Most frequent first, because matching stops at the first. */
const CELLS = 'td,tr,a';
const OTHERS =
  'svg,path,li,b,g,i,img,button,input,label,th,ul,script,br,code,pre,em,strong,table,tbody,thead,option,' +
  'select,link,style,meta,use,rect,circle,line,text,tspan,template,form,ol,dl,dt,dd,small,time,textarea,iframe,' +
  'canvas,video,audio,source,hr,figure,figcaption,details,summary,dialog,fieldset,legend,html,head,title,base,body,errata-card';
export const HOSTS = `:not(${CELLS}):is(${PLAIN},:not(${OTHERS}))`;
const EMPTY = `:empty:is(${PLAIN})`;
/** Custom elements and empty elements. */
const LIKELY = `:not(${CELLS},${PLAIN},${OTHERS}),${EMPTY}`;

/** Up to this many elements, all are checked for a shadow root. On a larger page only the likely ones are. */
const MAX_ASKED = 3000;
/** Number of elements between two yields to the page. */
const FEW = 500;
const MAX_AWAITED = 1000;
/** Number of polls before falling back to events. */
const MAX_LOOKS = 22;
/** The interval between polls doubles up to the maximum. */
const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 500;

export type OpenRoot = (host: Element) => ShadowRoot | null;

/**
 * Returns open and closed shadow roots of hosts. A script whose extension was updated cannot access new closed roots,
 * but keeps those it has cached.
 */
export function createRootFinder(openRoot: OpenRoot): OpenRoot {
  const known = new WeakMap<Element, ShadowRoot>();
  return (host) => {
    const localName = ofElement(host, 'localName');
    // A form cannot have a shadow root, and a field named `shadowRoot` would shadow the property.
    if (localName === 'errata-card' || localName === 'form') return null;
    const before = known.get(host) ?? host.shadowRoot;
    if (before) return before;
    try {
      const root = openRoot(host);
      if (root) known.set(host, root);
      return root;
    } catch {
      return null;
    }
  };
}

/** Finds shadow roots, also those attached after their host was first seen. */
export interface Roots {
  /** Searches for shadow roots below a node and reports each new one. */
  explore(node: ParentNode & Node): Promise<void>;
  /** Checks one element, under the resting pointer. */
  ask(element: Element): void;
  /** Releases elements that have left the page. */
  prune(): void;
  stop(): void;
}

export function followRoots(openRoot: OpenRoot, found: (root: ShadowRoot) => void): Roots {
  const known = new WeakSet<ShadowRoot>();
  const awaited = new Set<Element>();
  const resized = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target.isConnected) ask(target);
  });
  let timer: ReturnType<typeof setTimeout> | 0 = 0;
  let step = 0;
  let stopped = false;

  function ask(element: Element): boolean {
    const root = openRoot(element);
    if (!root) return false;
    if (awaited.delete(element)) resized.unobserve(element);
    if (!known.has(root)) {
      known.add(root);
      found(root);
    }
    return true;
  }

  function wait(element: Element): void {
    if (ask(element) || awaited.has(element) || awaited.size >= MAX_AWAITED) return;
    awaited.add(element);
    resized.observe(element);
    step = Math.min(step, 2);
  }

  function prune(): void {
    for (const element of awaited) {
      if (element.isConnected) continue;
      awaited.delete(element);
      resized.unobserve(element);
    }
  }

  function plan(): void {
    if (timer !== 0 || awaited.size === 0 || step === MAX_LOOKS) return;
    timer = setTimeout(
      () => {
        timer = 0;
        prune();
        for (const element of awaited) ask(element);
        plan();
      },
      Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS << step++),
    );
  }

  return {
    async explore(node) {
      if (isElement(node) && fits(node, HOSTS) && (node.localName.includes('-') || node.matches(PLAIN)))
        wait(node);
      let asked = allIn(node, HOSTS);
      if (asked.length > MAX_ASKED) {
        await pause();
        asked = allIn(node, LIKELY);
      }
      let count = 0;
      for (const host of asked) {
        if (++count % FEW === 0) await pause();
        if (stopped) return;
        if (host.localName.includes('-') || host.matches(EMPTY)) wait(host);
        else ask(host);
      }
      plan();
    },
    ask,
    prune,
    stop() {
      stopped = true;
      clearTimeout(timer);
      resized.disconnect();
      awaited.clear();
    },
  };
}

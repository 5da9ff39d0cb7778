import {
  type ComponentChildren,
  Fragment,
  h,
  options,
  type VNode,
} from 'preact';
import { getWindow } from '../../lib/page/dom/nodes.ts';

/**
 * Hides the card's text from the page. A closed root protects nodes but not text: the page's selection and `window.find()` read the flat
 * tree. So text is not selectable until the user starts to select, and it is wrapped in elements that `window.find()` skips.
 */

/** Duration after which a press without a release counts as ended. */
const MAX_PRESS_MS = 1_000;
const CHECK_INTERVAL_MS = 200;
/** Controls: a press on one does not start a selection, and a click does only what it is for. */
export const CONTROLS = 'a,button,summary,input,textarea,label';

/**
 * Chromium's `window.find()` skips the content of elements without an end tag; `basefont` has no other effect. Chromium 156, no bug known.
 * Reproduce: append a text to a `basefont` element by script and call `find()`.
 */
export const UNSEARCHED_TAG = 'basefont';

/**
 * Firefox's `window.find()` skips text in an `<option>` outside a `<select>`. Firefox 153, no bug known. Reproduce: put a text into such an
 * option and call `find()`.
 */
export const isFirefox = CSS.supports('-moz-appearance', 'none');

/** Elements whose text is not rendered, or that may not contain an element. */
const UNWRAPPED_TAGS = new Set(['option', 'style', 'textarea', 'title']);

let isWrapping = false;

/** Makes Preact wrap every text from now on in an `<option>`, which gets no box. */
export function wrapRenderedTexts(): void {
  const { vnode: next } = options;

  options.vnode = (vnode: VNode<{ children?: ComponentChildren }>) => {
    const { type, props } = vnode;

    const takes =
      type === Fragment ||
      (typeof type === 'string' && !UNWRAPPED_TAGS.has(type));

    if (!isWrapping && takes && props.children !== undefined)
      props.children = wrapChildren(props.children);

    next?.(vnode);
  };
}

function wrapChildren(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) return children.map(wrapChildren);

  if (typeof children !== 'string' && typeof children !== 'number')
    return children;

  if (String(children).trim() === '') return children;
  isWrapping = true;

  const option = h(
    'option',
    { role: 'none' },
    h('span', null, String(children)),
  );

  isWrapping = false;

  return option;
}

export function isolateTexts(root: ShadowRoot, container: HTMLElement) {
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let wasRead = false;

  function checkSelection(): void {
    clearTimeout(checkTimer);

    const isRead = hasSelection(root);

    wasRead ||= isRead;

    // The page may have stopped the release event.
    if (isRead || root.host.matches(':active'))
      checkTimer = setTimeout(checkSelection, CHECK_INTERVAL_MS);
    else container.removeAttribute('data-selectable');
  }

  function open(): void {
    container.setAttribute('data-selectable', '');
    clearTimeout(checkTimer);
    checkTimer = setTimeout(checkSelection, MAX_PRESS_MS);
  }

  function handlePress({ target }: Event): void {
    if ((target as Element).closest(CONTROLS)) return;
    open();

    const released = new AbortController();
    const { signal } = released;

    const release = () => {
      released.abort();
      // The following click may clear the selection.
      setTimeout(checkSelection);
    };

    for (const type of ['pointerup', 'pointercancel'])
      for (const heard of [root, getWindow(root)])
        heard?.addEventListener(type, release, {
          capture: true,
          passive: true,
          signal,
        });
  }

  root.addEventListener('pointerdown', handlePress, {
    capture: true,
    passive: true,
  });

  return {
    open,
    /** True once something was selected in the card, because Firefox then exposes this root to the page through the selection. */
    get wasRead() {
      return wasRead || hasSelection(root);
    },
  };
}

export function hasSelection(root: ShadowRoot): boolean {
  const selection = getWindow(root)?.getSelection();

  // Chromium before 137 has no `getComposedRanges` (chromestatus.com/feature/5971377218912256).
  if (!selection?.getComposedRanges)
    return root.host.isConnected && String(selection ?? '') !== '';

  return selection
    .getComposedRanges({ shadowRoots: [root] })
    .some(
      ({ collapsed, startContainer, endContainer }) =>
        !collapsed &&
        (root.contains(startContainer) || root.contains(endContainer)),
    );
}

import { type ComponentChildren, Fragment, h, options, type VNode } from 'preact';
import { isGenuine } from './guard.ts';

/**
 * A closed root keeps a page from the card's nodes, but not from its text: the page's selection and `window.find` go through the tree that
 * is shown. No text can be selected until a person begins to select, and the browser's search is kept out by what it passes over.
 */

/** How long a press may last before it has selected something, where nothing tells of its end. */
const PRESS_MS = 1_000;
const LOOK_MS = 200;
/** What is pressed and not selected. */
const CONTROLS = 'button,summary,input,label';

/** Chromium searches nothing within an element that has no end tag; with this one nothing else comes. */
export const UNSEARCHED = 'basefont';

/** Firefox searches no text in an `<option>` without a `<select>`. */
export const isFirefox = CSS.supports('-moz-appearance', 'none');

/** Elements whose text is none that is shown, or may hold no other element. */
const PLAIN = new Set(['option', 'style', 'textarea', 'title']);

let isWrapping = false;

/** Puts every text that Preact renders from now on into an `<option>`, which has no box. */
export function wrapTexts(): void {
  const { vnode: next } = options;
  options.vnode = (vnode: VNode<{ children?: ComponentChildren }>) => {
    const { type, props } = vnode;
    const takes = type === Fragment || (typeof type === 'string' && !PLAIN.has(type));
    if (!isWrapping && takes && props.children !== undefined) props.children = wrapped(props.children);
    next?.(vnode);
  };
}

function wrapped(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) return children.map(wrapped);
  if (typeof children !== 'string' && typeof children !== 'number') return children;
  if (String(children).trim() === '') return children;
  isWrapping = true;
  const option = h('option', { role: 'none' }, h('span', null, String(children)));
  isWrapping = false;
  return option;
}

/** What of the card may be selected. */
export interface Seal {
  /** A person begins to select: it is open until nothing is selected in it. */
  open(): void;
  /** Something was selected in it: Firefox has shown the page this root, by the selection. */
  readonly wasRead: boolean;
}

/** Seals the texts of the container, and opens them while a person selects in them. */
export function sealed(root: ShadowRoot, container: HTMLElement): Seal {
  let looking: ReturnType<typeof setTimeout> | undefined;
  let wasRead = false;

  function look(): void {
    clearTimeout(looking);
    const isRead = isSelected(root);
    wasRead ||= isRead;
    // A page may keep the release from us.
    if (isRead || root.host.matches(':active')) looking = setTimeout(look, LOOK_MS);
    else container.removeAttribute('data-selectable');
  }

  function open(): void {
    container.setAttribute('data-selectable', '');
    clearTimeout(looking);
    looking = setTimeout(look, PRESS_MS);
  }

  root.addEventListener(
    'pointerdown',
    (event) => {
      if (!isGenuine(event) || (event.target as Element).closest(CONTROLS)) return;
      open();
      const released = new AbortController();
      const { signal } = released;
      for (const type of ['pointerup', 'pointercancel'])
        for (const heard of [root, root.ownerDocument.defaultView])
          heard?.addEventListener(
            type,
            () => {
              released.abort();
              // The click that follows may take the selection away.
              setTimeout(look);
            },
            { capture: true, passive: true, signal },
          );
    },
    { capture: true, passive: true },
  );
  return {
    open,
    get wasRead() {
      return wasRead || isSelected(root);
    },
  };
}

/** Something is selected in the root. */
function isSelected(root: ShadowRoot): boolean {
  const selection = root.ownerDocument.getSelection();
  // Before 137, Chromium told where in a root only by text.
  if (!selection?.getComposedRanges) return root.host.isConnected && String(selection ?? '') !== '';
  return selection
    .getComposedRanges({ shadowRoots: [root] })
    .some(
      ({ collapsed, startContainer, endContainer }) =>
        !collapsed && (root.contains(startContainer) || root.contains(endContainer)),
    );
}

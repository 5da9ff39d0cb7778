/** Remembers the focused element of a document, including shadow roots and frames. Returns a function that restores the focus. */
export function rememberFocus(view: Window): () => void {
  const focused = deepest(view.document);
  return () => {
    if (focused?.isConnected) (focused as HTMLElement).focus({ preventScroll: true });
  };
}

function deepest(scope: Document | ShadowRoot): Element | null {
  const { activeElement } = scope;
  const inner = activeElement?.shadowRoot;
  return inner?.activeElement ? deepest(inner) : activeElement;
}

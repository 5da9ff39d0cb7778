/** Remembers what has the focus in a document, within its shadow roots and frames, so that it can be given back. */
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

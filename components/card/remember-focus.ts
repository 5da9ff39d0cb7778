/** Remembers the focused element of a document, including shadow roots and frames. Returns a function that restores the focus. */
export function rememberFocus(view: Window): () => void {
  const focused = findDeepestFocus(view.document);
  return () => {
    if (focused?.isConnected) (focused as HTMLElement).focus({ preventScroll: true });
  };
}

function findDeepestFocus(scope: Document | ShadowRoot): Element | null {
  const { activeElement } = scope;
  const inner = activeElement?.shadowRoot;
  return inner?.activeElement ? findDeepestFocus(inner) : activeElement;
}

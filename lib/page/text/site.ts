import type { Site } from './surroundings.ts';

/** Calls back on navigation within the document; Safari has the Navigation API since 26.2, Firefox since 147, newer than our minimum. */
export function onLocationChanged(
  moved: () => void,
  options: AddEventListenerOptions,
): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', moved, options);
}

/**
 * Returns host and path of this frame as the browser knows them: a page can choose its `document.baseURI`. Both are empty if the origin is
 * opaque, as in a sandbox.
 */
export function getSite(
  provider: string | null,
  timeZone: string | null = null,
): Site {
  const host = URL.parse(self.origin)?.hostname ?? '';
  const path = host && readPath(window);
  return {
    host,
    path,
    provider,
    ...(timeZone && { timeZone }),
  };
}

/** Returns the path of a frame, or else of its nearest ancestor with a URL of this origin (`about:blank`, `srcdoc`); empty if it has none. */
function readPath(frame: Window): string {
  try {
    if (frame.location.href.startsWith(`${self.origin}/`))
      return frame.location.pathname;
    return frame === frame.parent ? '' : readPath(frame.parent);
  } catch {
    return '';
  }
}

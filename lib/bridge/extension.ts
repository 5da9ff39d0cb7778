import type { browser } from 'wxt/browser';

/**
 * The browser's interface to extensions, asked for where it is needed and not before: at the first word of it the browser makes it for this frame, which takes longer
 * than all else that a content script does as it starts.
 */
export function extension(): typeof browser {
  const scope = globalThis as { browser?: typeof browser; chrome?: typeof browser };
  return (scope.browser?.runtime?.id ? scope.browser : scope.chrome) as typeof browser;
}

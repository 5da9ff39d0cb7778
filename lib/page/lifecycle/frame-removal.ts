import { listenOn, queryAll } from '../dom/nodes.ts';

const REPORT_DELAY_MS = 150;

/**
 * Reports removed frames, because a tab's count is the sum of its frames. A removed frame cannot report itself: Firefox
 * logs an error for messages sent while the page unloads. To reproduce, call `runtime.sendMessage` in a `pagehide`
 * listener of a removed iframe. A new frame reports itself if it holds a code.
 *
 * @returns A function to call after nodes were removed from the page.
 */
export function watchFrameRemoval(onRemoved: () => void): () => void {
  let frames = window.length;
  let counting: ReturnType<typeof setTimeout> | undefined;

  /** Frames that have loaded before. A second load replaces their page. */
  const loaded = new WeakSet<EventTarget>(queryAll(document, 'iframe,frame'));

  function reportRemoval(): void {
    frames = window.length;
    clearTimeout(counting);
    counting = setTimeout(onRemoved, REPORT_DELAY_MS);
  }

  const handleLoad = ({ target }: Event) => {
    if (
      !(
        target instanceof HTMLIFrameElement ||
        target instanceof HTMLFrameElement
      )
    )
      return;

    frames = window.length;
    if (loaded.has(target)) reportRemoval();
    loaded.add(target);
  };

  // `load` events of frames do not bubble to the window, so listen in the capture phase.
  listenOn(document, 'load', handleLoad, { capture: true });

  return () => {
    if (window.length < frames) reportRemoval();
  };
}

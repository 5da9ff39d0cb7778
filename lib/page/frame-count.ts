const REPORT_MS = 150;

/**
 * Reports frames that go: the tab's count is made of its frames, and one that goes cannot say so itself, since Firefox logs what is sent
 * on leaving. One that comes says so if it holds a code.
 *
 * @returns To be called when something was taken away from the page.
 */
export function followFrames(gone: () => void): () => void {
  let frames = window.length;
  let counting: ReturnType<typeof setTimeout> | undefined;
  /** What loads again has been another page before. */
  const loaded = new WeakSet<EventTarget>(document.querySelectorAll('iframe,frame'));

  function report(): void {
    frames = window.length;
    clearTimeout(counting);
    counting = setTimeout(gone, REPORT_MS);
  }
  const comes = ({ target }: Event) => {
    if (!(target instanceof HTMLIFrameElement || target instanceof HTMLFrameElement)) return;
    frames = window.length;
    if (loaded.has(target)) report();
    loaded.add(target);
  };
  // No window hears of what is loaded within it.
  document.addEventListener('load', comes, true);
  return () => {
    if (window.length < frames) report();
  };
}

/**
 * Functions that run in the page's own world, so they can use nothing but their argument. They see what a page can see of
 * Errata, through same-origin frames.
 */

export interface Mark {
  highlight: string;
  text: string;
  /** The text node is still in its document. */
  attached: boolean;
  /** Middle of the first rectangle, in pixels of the top viewport. */
  x: number;
  y: number;
}

export function readMarks(): Mark[] {
  const marks: Mark[] = [];
  const visit = (view: Window & typeof globalThis, left: number, top: number) => {
    for (const [highlight, ranges] of view.CSS.highlights) {
      if (!highlight.startsWith('errata')) continue;
      for (const range of ranges) {
        const live = range as Range;
        const box = live.getClientRects()[0];
        marks.push({
          highlight,
          text: live.toString(),
          attached: live.startContainer.isConnected,
          x: left + (box ? box.x + box.width / 2 : Number.NaN),
          y: top + (box ? box.y + box.height / 2 : Number.NaN),
        });
      }
    }
    for (const frame of view.document.querySelectorAll('iframe')) {
      const inner = frame.contentWindow as (Window & typeof globalThis) | null;
      const box = frame.getBoundingClientRect();
      if (frame.contentDocument && inner)
        visit(inner, left + box.x + frame.clientLeft, top + box.y + frame.clientTop);
    }
  };
  visit(window, 0, 0);
  return marks;
}

export function readCard() {
  const hosts: Element[] = [];
  const visit = (document: Document) => {
    hosts.push(...document.querySelectorAll('errata-card'));
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentDocument) visit(frame.contentDocument);
  };
  visit(document);
  const shown = hosts.find((host) => host.hasAttribute('data-state'));
  return {
    code: shown?.getAttribute('data-code') ?? null,
    state: shown?.getAttribute('data-state') ?? null,
    hosts: hosts.length,
    closed: hosts.every((host) => host.shadowRoot === null),
  };
}

/** Selects the first text equal to this one, as a reader with a mouse would. */
export function selectText(text: string): { x: number; y: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(text) ?? -1;
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  throw new Error(`There is no "${text}" on the page`);
}

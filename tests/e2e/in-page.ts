/**
 * Functions that run in the page's main world, so they can use only their argument. They see what a page can see of
 * Errata, also in same-origin frames.
 */

export interface Mark {
  highlight: string;
  text: string;
  /** True if the text node is still in its document. */
  attached: boolean;
  /** Centre of the first rectangle, in pixels of the top viewport. */
  x: number;
  y: number;
}

export function readMarks(): Mark[] {
  const marks: Mark[] = [];

  const visitWindow = (
    view: Window & typeof globalThis,
    left: number,
    top: number,
  ) => {
    for (const [highlight, ranges] of view.CSS.highlights) {
      if (!highlight.startsWith('errata')) continue;

      for (const range of ranges) {
        const { startContainer, startOffset, endContainer, endOffset } = range;
        const live = view.document.createRange();

        live.setStart(startContainer, startOffset);
        live.setEnd(endContainer, endOffset);

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
        visitWindow(
          inner,
          left + box.x + frame.clientLeft,
          top + box.y + frame.clientTop,
        );
    }
  };

  visitWindow(window, 0, 0);

  return marks;
}

export function readCard() {
  const hosts: Element[] = [];

  const visitWindow = (document: Document) => {
    hosts.push(...document.querySelectorAll('errata-card'));
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentDocument) visitWindow(frame.contentDocument);
  };

  visitWindow(document);

  const shown = hosts.find((host) => host.hasAttribute('data-state'));

  return {
    code: shown?.getAttribute('data-code') ?? null,
    state: shown?.getAttribute('data-state') ?? null,
    hosts: hosts.length,
    closed: hosts.every((host) => host.shadowRoot === null),
  };
}

/** Selects the first text that equals this one. */
export function selectText(text: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);

  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(text) ?? -1;
    if (at < 0) continue;
    getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
    return;
  }

  throw new Error(`There is no "${text}" on the page`);
}

/** Returns the centre of the selection of the page or of a frame in it, in viewport pixels. */
export function getSelectionPoint(): { x: number; y: number } {
  const frame = [...document.querySelectorAll('iframe')].find(
    (one) => `${one.contentWindow?.getSelection()}`,
  );

  const selection = frame
    ? frame.contentWindow?.getSelection()
    : getSelection();

  const box = selection?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
  const { x, y } = frame?.getBoundingClientRect() ?? new DOMRect();

  const [left, top] = [
    x + (frame?.clientLeft ?? 0),
    y + (frame?.clientTop ?? 0),
  ];

  return { x: left + box.x + box.width / 2, y: top + box.y + box.height / 2 };
}

declare global {
  var records: string[];
}

/** Records all DOM mutations of the page from now on, except for Errata's host element. */
export function observePage(): void {
  globalThis.records = [];

  const isCard = (node: Node) => node.nodeName === 'ERRATA-CARD';

  new MutationObserver((records) => {
    for (const {
      type,
      target,
      attributeName,
      addedNodes,
      removedNodes,
    } of records) {
      if (
        isCard(target) ||
        (type === 'childList' && [...addedNodes, ...removedNodes].every(isCard))
      )
        continue;

      globalThis.records.push(
        `${type} ${attributeName ?? ''} on ${target.nodeName}`,
      );
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

export function getPageRecords(): string[] {
  return globalThis.records;
}

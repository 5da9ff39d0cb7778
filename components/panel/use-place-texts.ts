import { useEffect, useReducer, useRef } from 'react';
import type { CodeNode } from '../../lib/format/page-tree.ts';
import type { ReadTexts } from '../popup/OpenedEntry.tsx';
import type { TreeRow } from './tree-rows.ts';

/** Number of places per request. */
const CHUNK_PLACES = 40;

/** Reads the texts of places lazily, as they scroll into view, and again after the page changes. Reading costs the page time. */
export function usePlaceTexts(read: ReadTexts, page: { tabId: number } | null | undefined) {
  const texts = useRef(new Map<string, string>());
  /** Chunks that were already requested for this page. */
  const asked = useRef(new Set<string>());
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page in another tab has other places
  useEffect(() => texts.current.clear(), [page?.tabId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts of a changed page may differ
  useEffect(() => {
    asked.current = new Set();
    redraw();
  }, [page]);

  async function requestChunk({ id, name }: CodeNode, from: number): Promise<void> {
    const found = await read(name, from, from + CHUNK_PLACES);
    for (const [at, text] of found.entries()) texts.current.set(`${id} ${from + at}`, text);
    redraw();
  }

  return {
    /** Returns undefined until the text is read. */
    getTexts: (code: string, place: number): string | undefined => texts.current.get(`${code} ${place}`),
    /** Reads the texts of these rows, which are in view. */
    requestTexts(rows: readonly TreeRow[]): void {
      for (const row of rows) {
        if (row.level !== 3) continue;
        const from = row.place - (row.place % CHUNK_PLACES);
        const chunk = `${row.code.id} ${from}`;
        if (asked.current.has(chunk)) continue;
        asked.current.add(chunk);
        void requestChunk(row.code, from);
      }
    },
  };
}

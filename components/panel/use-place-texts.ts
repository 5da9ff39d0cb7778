import { useEffect, useReducer, useRef } from 'react';
import type { CodeNode } from '../../lib/explain/page-tree.ts';
import type { TreeRow } from './tree-rows.ts';

export type ReadTexts = (name: CodeNode['name'], from: number, to: number) => Promise<readonly string[]>;

/** What stands around the places in view. */
export interface PlaceTexts {
  /** Undefined until it is read. */
  of(code: string, place: number): string | undefined;
  /** These lines are in view. */
  want(rows: readonly TreeRow[]): void;
}

/** Places that are read at once. */
const CHUNK = 40;

/** Reads the texts of places as they come into view, and again when the page is another: the page pays for what is looked at. */
export function usePlaceTexts(read: ReadTexts, page: unknown): PlaceTexts {
  const texts = useRef(new Map<string, string>());
  /** Chunks that were asked for of this page. */
  const asked = useRef(new Set<string>());
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const tab = (page as { tabId?: number } | null | undefined)?.tabId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page of another tab has other places
  useEffect(() => texts.current.clear(), [tab]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read of it before may be other texts now
  useEffect(() => {
    asked.current = new Set();
    redraw();
  }, [page]);

  async function ask({ id, name }: CodeNode, from: number): Promise<void> {
    const found = await read(name, from, from + CHUNK);
    for (const [at, text] of found.entries()) texts.current.set(`${id} ${from + at}`, text);
    redraw();
  }

  return {
    of: (code, place) => texts.current.get(`${code} ${place}`),
    want(rows) {
      for (const row of rows) {
        if (row.level !== 3) continue;
        const from = row.place - (row.place % CHUNK);
        const chunk = `${row.code.id} ${from}`;
        if (asked.current.has(chunk)) continue;
        asked.current.add(chunk);
        void ask(row.code, from);
      }
    },
  };
}

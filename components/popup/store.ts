import { createStore } from 'zustand/vanilla';
import type { TabPage } from '../../lib/bridge/tab.ts';
import type { TabWeakHits } from '../../lib/bridge/tab-weak-hits.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import type { Finding } from '../../lib/explain/finding.ts';
import type { ListPlace } from './list-keys.ts';
import { isPayload, isSentence, type Pasted, pastedOf } from './pasted.ts';

export interface PopupState extends ListPlace {
  query: string;
  /** Text to decode instead of the query. Lives as long as the popup and is sent nowhere. */
  pasted: Pasted | null;
  /** The way through the entries; the last one is shown. Empty: the list is. */
  opened: readonly (Explanation | Finding)[];
  /** What the address asked for was in memory alone, and has gone: the page was loaded again. */
  isLost: boolean;
  /** Undefined until the tab has answered. */
  page: TabPage | null | undefined;
  /** What the page holds besides the underlined codes. Null until it was read. */
  quiet: TabWeakHits | null;
  type(query: string): void;
  /** Takes a payload or log; false where the text is a look-up, which belongs into the field. */
  paste(text: string): boolean;
  /** Looks for codes in a text or a file, whatever it is. */
  decode(source: string | File): void;
  /** Looks for the words of what was pasted. */
  searchPasted(): void;
  walk(place: ListPlace): void;
  open(explanation: Explanation | Finding): void;
  /** One step back: out of an entry, then out of a paste or query. False where there is nothing to leave. */
  back(): boolean;
  showPage(page: TabPage | null): void;
  showQuiet(quiet: TabWeakHits | null): void;
}

export type PopupStore = ReturnType<typeof createPopupStore>;

/** As much of a query as the search reads. */
const MOST = 300;

/** The state of one popup. What should last longer is in the settings. */
export function createPopupStore(query = '') {
  const fresh = { active: -1, walking: false, opened: [] };
  return createStore<PopupState>()((set, get) => ({
    ...fresh,
    query: isPayload(query) ? '' : query,
    pasted: isPayload(query) ? pastedOf(query) : null,
    isLost: false,
    page: undefined,
    quiet: null,
    type: (text) => set({ ...fresh, query: text, pasted: isPayload(text) ? pastedOf(text) : null }),
    paste(text) {
      if (!isPayload(text) && !isSentence(text)) return false;
      get().decode(text);
      return true;
    },
    decode: (source) => set({ ...fresh, query: '', pasted: pastedOf(source) }),
    searchPasted: () =>
      set(({ pasted }) => ({
        ...fresh,
        query: (pasted?.head ?? '')
          .replace(/wamid\.\S+|\s+/g, ' ')
          .trim()
          .slice(0, MOST),
        pasted: null,
      })),
    walk: (place) => set(place),
    open: (explanation) => set(({ opened }) => ({ opened: [...opened, explanation] })),
    back() {
      const { opened, pasted, query: text } = get();
      if (opened.length > 0) set({ opened: opened.slice(0, -1) });
      else if (pasted !== null || text !== '') set({ ...fresh, query: '', pasted: null });
      else return false;
      return true;
    },
    showPage: (page) => set({ page }),
    showQuiet: (quiet) => set({ quiet }),
  }));
}

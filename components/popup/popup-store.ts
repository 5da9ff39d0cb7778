import { createStore } from 'zustand/vanilla';
import { isPayload, isText } from '../../lib/answer/text-form.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import type { PasteReport } from '../../lib/paste/decode-paste.ts';
import type { Finding } from '../../lib/paste/finding.ts';
import type { TabLowConfidenceHits } from '../../lib/webext/tab-low-confidence-hits.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import type { ListFocus } from './list-keys.ts';
import { createPasted, type Pasted } from './pasted.ts';

export interface PopupState extends ListFocus {
  query: string;
  /** The text or file to decode, instead of a query. */
  pasted: Pasted | null;
  /** The opened entries, as a history stack; the last one is shown. If empty, the list is shown. */
  opened: readonly (Explanation | Finding)[];
  /** The paste whose only code was opened. */
  answered: { pasted: Pasted; sole: Finding } | null;
  /** The text or file that the address refers to was in memory only and is gone, because the page was reloaded. */
  isLost: boolean;
  /** Undefined until the tab has answered. */
  page: TabPage | null | undefined;
  /** Codes of the page that are not underlined; null until they are read. */
  lowConfidence: TabLowConfidenceHits | null;
  type(query: string): void;
  /** Decodes a payload or log. Returns false for a lookup, which is inserted into the field instead. */
  paste(text: string): boolean;
  decode(source: string | File): void;
  searchPasted(): void;
  navigate(focus: ListFocus): void;
  open(explanation: Explanation | Finding): void;
  /** Opens the code of a paste that has no other, once. Another page in front may explain it anew. */
  openSole(report: PasteReport): void;
  /** Goes back one step: from an entry, then from a paste or query. Returns false if there is no step left. */
  back(): boolean;
  showPage(page: TabPage | null): void;
  showLowConfidence(quiet: TabLowConfidenceHits | null): void;
}

export type PopupStore = ReturnType<typeof createPopupStore>;

/** Maximum length of a query in UTF-16 units, the same as in the search. */
const MAX_QUERY_LENGTH = 300;

/** Creates the state of one popup. Anything that should outlast it belongs to the settings. */
export function createPopupStore(query = '') {
  const fresh = { active: -1, isNavigating: false, opened: [] };
  return createStore<PopupState>()((set, get) => ({
    ...fresh,
    query: isPayload(query) ? '' : query,
    pasted: isPayload(query) ? createPasted(query) : null,
    answered: null,
    isLost: false,
    page: undefined,
    lowConfidence: null,
    type: (text) => set({ ...fresh, query: text, pasted: isPayload(text) ? createPasted(text) : null }),
    paste(text) {
      if (!isText(text)) return false;
      get().decode(text);
      return true;
    },
    decode: (source) => set({ ...fresh, isLost: false, query: '', pasted: createPasted(source) }),
    searchPasted: () =>
      set(({ pasted }) => ({
        ...fresh,
        query: (pasted?.head ?? '')
          .replace(/wamid\.\S+|\s+/g, ' ')
          .trim()
          .slice(0, MAX_QUERY_LENGTH),
        pasted: null,
      })),
    navigate: (focus) => set(focus),
    open: (explanation) => set(({ opened }) => ({ opened: [...opened, explanation] })),
    openSole({ findings: [sole, ...others] }) {
      const { opened, pasted, answered } = get();
      if (!sole || others.length > 0 || !pasted) return;
      if (answered?.pasted !== pasted || (opened.length === 1 && opened[0] === answered.sole))
        set({ opened: [sole], answered: { pasted, sole } });
    },
    back() {
      const { opened, pasted, query: text } = get();
      if (opened.length > 0) set({ opened: opened.slice(0, -1) });
      else if (pasted !== null || text !== '') set({ ...fresh, query: '', pasted: null });
      else return false;
      return true;
    },
    showPage: (page) => set({ page }),
    showLowConfidence: (lowConfidence) => set({ lowConfidence }),
  }));
}

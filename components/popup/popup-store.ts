import { combine } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { Plan } from '../../data/schema.ts';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import type { PasteReport } from '../../lib/answer/paste/decode-paste.ts';
import type { Finding } from '../../lib/answer/paste/finding.ts';
import { isPayload, isText } from '../../lib/answer/text-form.ts';
import type { TabLowConfidenceHits } from '../../lib/extension/webext/tab-low-confidence-hits.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import type { ListFocus } from '../shared/list-keys.ts';
import { createPasted, type Pasted } from '../shared/pasted.ts';

interface PopupData extends ListFocus {
  query: string;
  pasted: Pasted | null;
  /** The table to explain row by row, instead of everything else. */
  table: File | null;
  /** Lists only these failures of the paste. */
  plan: Plan | null;
  /** The opened entries, as a history stack; the last one is shown. If empty, the list is shown. */
  opened: readonly (Explanation | Finding)[];
  /** The paste whose only code was opened. */
  answered: { pasted: Pasted; sole: Finding } | null;
  /** The text or file that the address refers to was in memory only and is gone, because the page was reloaded. */
  isLost: boolean;
  /** Undefined until the tab has answered. */
  page: TabPage | null | undefined;
  /** Codes of the page that are not underlined; undefined until they are read. */
  lowConfidence: TabLowConfidenceHits | null | undefined;
}

export type PopupStore = ReturnType<typeof createPopupStore>;

/** In UTF-16 units, the same as in the search. */
const MAX_QUERY_LENGTH = 300;

const FRESH = {
  active: -1,
  isNavigating: false,
  opened: [],
  table: null,
  plan: null,
};

export function createPopupStore(query = '') {
  const initial: PopupData = {
    ...FRESH,
    query: isPayload(query) ? '' : query,
    pasted: isPayload(query) ? createPasted(query) : null,
    answered: null,
    isLost: false,
    page: undefined,
    lowConfidence: undefined,
  };

  return createStore(
    combine(initial, (set, get) => {
      const decode = (source: string | File) =>
        set({
          ...FRESH,
          isLost: false,
          query: '',
          pasted: createPasted(source),
        });

      return {
        type: (text: string) =>
          set({
            ...FRESH,
            query: text,
            pasted: isPayload(text) ? createPasted(text) : null,
          }),
        /** Decodes a payload or log. Returns false for a lookup, which is inserted into the field instead. */
        paste(text: string): boolean {
          if (!isText(text)) return false;
          decode(text);
          return true;
        },
        decode,
        openTable: (table: File) =>
          set({
            ...FRESH,
            isLost: false,
            query: '',
            pasted: null,
            table,
          }),
        choosePlan: (plan: Plan | null) => set({ plan, active: -1 }),
        searchPasted: () =>
          set(({ pasted }) => ({
            ...FRESH,
            query: (pasted?.head ?? '')
              .replace(/wamid\.\S+|\s+/g, ' ')
              .trim()
              .slice(0, MAX_QUERY_LENGTH),
            pasted: null,
          })),
        navigate: (focus: ListFocus) => set(focus),
        open: (explanation: Explanation | Finding) =>
          set(({ opened }) => ({ opened: [...opened, explanation] })),
        /** Opens the code of a paste that has no other, once. Another page in front may explain it again. */
        openSole({ findings: [sole, ...others] }: PasteReport): void {
          const { opened, pasted, answered } = get();
          if (!sole || others.length > 0 || !pasted) return;

          if (
            answered?.pasted !== pasted ||
            (opened.length === 1 && opened[0] === answered.sole)
          )
            set({ opened: [sole], answered: { pasted, sole } });
        },
        /** Goes back one step: from an entry, then from a filter, then from a paste or query. Returns false if there is no step left. */
        back(): boolean {
          const { opened, pasted, table, plan, query: text } = get();

          if (opened.length > 0) set({ opened: opened.slice(0, -1) });
          else if (plan) set({ plan: null });
          else if (pasted || table || text !== '')
            set({ ...FRESH, query: '', pasted: null });
          else return false;

          return true;
        },
      };
    }),
  );
}

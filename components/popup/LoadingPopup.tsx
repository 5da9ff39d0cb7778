import { useRef } from 'react';
import { useStore } from 'zustand';
import { t } from '../../lib/i18n/translate.ts';
import type { PopupStore } from './popup-store.ts';
import { SearchField } from './SearchField.tsx';

/** The popup until the catalogue is loaded: a search field, whose text is kept. */
export function LoadingPopup({ store }: { store: PopupStore }) {
  const { query, type, paste } = useStore(store);
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="popup">
      <SearchField
        query={query}
        placeholder={t('Code, words, or paste a payload')}
        expanded={false}
        active={-1}
        inputRef={field}
        onType={type}
        onPaste={paste}
        onKey={() => false}
      />
    </div>
  );
}

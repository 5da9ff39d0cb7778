import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { t } from '../../lib/core/i18n/translate.ts';
import { mayBeTable } from '../csv/csv-reading.ts';
import { Icon } from '../icons/Icon.tsx';
import { useFileDrop } from '../shared/files.tsx';
import type { PopupStore } from './popup-store.ts';

export const LIST_ID = 'popup-list';
export const getOptionId = (at: number) => `popup-option-${at}`;

/** The search field of the popup: a combobox that searches as the user types and decodes a pasted payload. */
export function SearchField(props: {
  query: string;
  placeholder?: string | false;
  expanded?: boolean;
  /** Index of the active row; -1 if there is none. */
  active?: number;
  inputRef: RefObject<HTMLInputElement | null>;
  onType: (text: string) => void;
  /** Returns true if it handled the text, which is then not inserted into the field. */
  onPaste: (text: string) => boolean;
  onKey?: (key: string) => boolean;
  children?: ReactNode;
}) {
  const { query, expanded = false, active = -1, inputRef } = props;
  // A separate state for the input: until React subscribes to the store, after the first paint, a controlled input would revert what is
  // typed.
  const [typed, setTyped] = useState(query);
  const [known, setKnown] = useState(query);

  if (query !== known) {
    setKnown(query);
    setTyped(query);
  }

  // This field replaces the one of the opening view: put the caret at the end of its text.
  useLayoutEffect(() => {
    const { length } = inputRef.current?.value ?? '';
    inputRef.current?.setSelectionRange(length, length);
  }, [inputRef]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || nativeEvent.isComposing)
      return;
    if (props.onKey?.(event.key)) event.preventDefault();
  };

  const name = t('Code, words, or a pasted payload');

  return (
    <search className="search">
      <Icon name="search" size={18} />
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label={name}
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={expanded ? LIST_ID : undefined}
        aria-activedescendant={
          expanded && active >= 0 ? getOptionId(active) : undefined
        }
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: a popup is opened to type into it
        autoFocus
        placeholder={props.placeholder || name}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          props.onType(event.currentTarget.value);
        }}
        onPaste={(event) => {
          if (props.onPaste(event.clipboardData.getData('text/plain')))
            event.preventDefault();
        }}
        onKeyDown={onKeyDown}
      />
      {props.children}
    </search>
  );
}

/** The popup until the catalogue is loaded: a search field, whose text is kept. A file that is dropped is read afterwards. */
export function LoadingPopup({ store }: { store: PopupStore }) {
  const { query, type, paste, decode, openTable } = useStore(store);
  const field = useRef<HTMLInputElement>(null);

  useFileDrop(
    useCallback(
      async (file: File) =>
        (await mayBeTable(file)) ? openTable(file) : decode(file),
      [decode, openTable],
    ),
  );

  return (
    <div className="popup">
      <SearchField
        query={query}
        inputRef={field}
        onType={type}
        onPaste={paste}
      />
    </div>
  );
}

import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react';
import { t } from '../../lib/language/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Caret } from './list-keys.ts';

export const LIST_ID = 'popup-list';
export const optionId = (at: number) => `popup-option-${at}`;

/** The one field of the popup: a combobox that searches while one types and takes a pasted payload. */
export function SearchField(props: {
  query: string;
  placeholder: string;
  /** A list is shown under the field. */
  expanded: boolean;
  /** Place of the active row; -1 for none. */
  active: number;
  /** Escape has something to clear. */
  clears: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
  onType: (text: string) => void;
  /** Returns true where the text was taken, so that it does not go into the field. */
  onPaste: (text: string) => boolean;
  /** Returns true where the key was used up. */
  onKey: (key: string, caret: Caret) => boolean;
}) {
  const { query, expanded, active, inputRef } = props;
  // A state of its own: until React follows the store, which is after the first paint, it would put back what is typed.
  const [typed, setTyped] = useState(query);
  const [known, setKnown] = useState(query);
  if (query !== known) {
    setKnown(query);
    setTyped(query);
  }
  // The field of the popup takes the place of the one it opened with: what is typed goes on behind what was.
  useLayoutEffect(() => {
    const { length } = inputRef.current?.value ?? '';
    inputRef.current?.setSelectionRange(length, length);
  }, [inputRef]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || nativeEvent.isComposing) return;
    if (props.onKey(event.key, caretOf(event.currentTarget))) event.preventDefault();
  };
  return (
    <search className="search">
      <Icon name="search" size={18} />
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label={t('Code, words, or a pasted payload')}
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={expanded ? LIST_ID : undefined}
        aria-activedescendant={expanded && active >= 0 ? optionId(active) : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: a popup is opened to type into it
        autoFocus
        placeholder={props.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          props.onType(event.currentTarget.value);
        }}
        onPaste={(event) => {
          if (props.onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
        onKeyDown={onKeyDown}
      />
      {props.clears && <kbd>{t('Esc')}</kbd>}
    </search>
  );
}

function caretOf({ selectionStart, selectionEnd, value }: HTMLInputElement): Caret {
  return { atStart: selectionStart === 0 && selectionEnd === 0, atEnd: selectionStart === value.length };
}

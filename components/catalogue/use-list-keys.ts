import { type RefObject, useEffect } from 'react';
import { rowAfterKey } from './rows.ts';

/** Arrow keys walk the list; Escape goes back from an entry to it. In another field the key is the browser's. */
export function useListKeys(field: RefObject<HTMLElement | null>, onEscape: (() => void) | null): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
      const row = rowAfterKey(event, field.current);
      if (row) {
        event.preventDefault();
        row.focus();
      } else if (event.key === 'Escape' && !isField(event.target)) onEscape?.();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

import { type RefObject, useEffect } from 'react';

const getRows = () => [...document.querySelectorAll<HTMLElement>('.entries a[data-key]')];

/** Returns the row of an entry. If it has two rows, prefers the one in view, then the one at its provider. */
export function findRow(key: string): HTMLElement | undefined {
  const own = getRows().filter(({ dataset }) => dataset.key === key);
  return own.find(isInView) ?? own.at(-1);
}

export function isInView(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return top >= 0 && bottom <= globalThis.innerHeight;
}

/** Returns where an arrow key moves the focus: search field to list, row to row, and back. Null if the key is not for the list. */
function getRowAfterKey({ key, target }: KeyboardEvent, field: HTMLElement | null): HTMLElement | null {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!step) return null;
  const all = getRows();
  if (target === field) return step > 0 ? (all[0] ?? null) : null;
  const at = all.indexOf(target as HTMLElement);
  if (at < 0) return null;
  return all[at + step] ?? (step < 0 ? field : null);
}

/** Handles arrow keys in the list, and Escape to close an entry. Leaves keys in other fields to the browser. */
export function useListKeys(field: RefObject<HTMLElement | null>, onEscape: (() => void) | null): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
      const row = getRowAfterKey(event, field.current);
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

import { type RefObject, useEffect } from 'react';
import { getRowAfterKey } from '../shared/list-keys.ts';

const getRows = () => [
  ...document.querySelectorAll<HTMLElement>('.entries a[data-key]'),
];

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
function getFocusAfterKey(
  { key, target }: KeyboardEvent,
  field: HTMLElement | null,
): HTMLElement | null {
  const all = getRows();
  const at = all.indexOf(target as HTMLElement);

  const to = key.startsWith('Arrow')
    ? getRowAfterKey(key, at, all.length)
    : null;

  if (to === null || (at < 0 && target !== field)) return null;

  return all[to] ?? (to === -1 ? field : null);
}

export function useListKeys(
  field: RefObject<HTMLElement | null>,
  onEscape: (() => void) | null,
): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey ||
        event.isComposing
      )
        return;

      const row = getFocusAfterKey(event, field.current);

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

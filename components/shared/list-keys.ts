export interface ListFocus {
  /** Index of the active row; -1 if there is none. */
  active: number;
  /** The user is navigating the list, so Home and End act on the list instead of the text. */
  isNavigating: boolean;
}

/**
 * Returns the effect of a key on the list, following the combobox pattern of the ARIA practices. Arrow keys move and wrap around.
 *
 * @returns Null if the key belongs to the text field.
 */
export function getFocusAfterKey(
  key: string,
  focus: ListFocus,
  rows: number,
): ListFocus | null {
  if (rows === 0 || (!focus.isNavigating && ['Home', 'End'].includes(key)))
    return null;

  const to = getRowAfterKey(key, focus.active, rows);

  return to === null
    ? null
    : { active: (Math.max(to, -1) + rows) % rows, isNavigating: true };
}

/**
 * Returns the index of the row that a key moves to in a list of rows (ARIA practices). An arrow key can lead beyond both
 * ends. Null for any other key.
 */
export const getRowAfterKey = (
  key: string,
  at: number,
  rows: number,
): number | null =>
  ({
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows - 1,
  })[key] ?? null;

/** The reader's position in a list below a search field. */
export interface ListPlace {
  /** Index of the active row; -1 if there is none. */
  active: number;
  /** The reader is navigating the list, so Home and End act on the list instead of the text. */
  isNavigating: boolean;
}

/** Position of the caret in the field, which decides whether a key still acts on the text. */
export interface Caret {
  isAtStart: boolean;
  isAtEnd: boolean;
}

/**
 * Returns the effect of a key on the list, following the combobox pattern of the ARIA practices. Arrow keys move and wrap around. Home and
 * End go to the first and last row once the caret is at that end of the text.
 *
 * @returns Null if the key belongs to the text field.
 */
export function getPlaceAfterKey(
  key: string,
  place: ListPlace,
  rows: number,
  caret: Caret,
): ListPlace | null {
  if (rows === 0) return null;
  const { active, isNavigating } = place;
  const at = (row: number) => ({ active: row, isNavigating: true });
  if (key === 'ArrowDown') return at(active + 1 >= rows ? 0 : active + 1);
  if (key === 'ArrowUp') return at(active <= 0 ? rows - 1 : active - 1);
  if (key === 'Home' && (isNavigating || caret.isAtStart)) return at(0);
  if (key === 'End' && (isNavigating || caret.isAtEnd)) return at(rows - 1);
  return null;
}

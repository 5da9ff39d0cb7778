/** Where a reader is in a list under a search field. */
export interface ListPlace {
  /** Place of the active row; -1 while there is none. */
  active: number;
  /** The reader walks the list: Home and End then belong to it, and not to the text. */
  walking: boolean;
}

/** The caret within the field, to tell whether a key still has work to do there. */
export interface Caret {
  atStart: boolean;
  atEnd: boolean;
}

/**
 * What a key does to the list, as in the combobox pattern of the ARIA practices: arrows walk and wrap around,
 * Home and End go to the first and last row once the caret has nowhere further to go.
 *
 * @returns Null where the key belongs to the text field.
 */
export function placeAfterKey(key: string, place: ListPlace, rows: number, caret: Caret): ListPlace | null {
  if (rows === 0) return null;
  const { active, walking } = place;
  const at = (row: number) => ({ active: row, walking: true });
  if (key === 'ArrowDown') return at(active + 1 >= rows ? 0 : active + 1);
  if (key === 'ArrowUp') return at(active <= 0 ? rows - 1 : active - 1);
  if (key === 'Home' && (walking || caret.atStart)) return at(0);
  if (key === 'End' && (walking || caret.atEnd)) return at(rows - 1);
  return null;
}

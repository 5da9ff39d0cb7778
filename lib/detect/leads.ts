import type { Scene } from './scene.ts';

/**
 * What a heading or a label says goes for what leads the cell, and for an everyday word or a small number only where
 * nothing else stands in it: `(#131026) Message undeliverable` under "Error".
 */
export function leadsText({ cell, form, code, kind, start, end, reading: { text } }: Scene): boolean {
  if (cell && !cell.leads) return false;
  if (kind === 'number' && code.length >= 5) return true;
  // Alone in its text, as in most cells.
  if (start === 0 && end === text.length) return true;
  const before = cell ? '' : text.slice(Math.max(0, start - 40), start);
  if (start > 40 && !cell) return /\n[^\p{L}\p{N}\n]*$/u.test(before);
  if (/[\p{L}\p{N}][^\n]*$/u.test(before)) return false;
  return form !== 'word' || cell !== null || !/^[^\n]*[\p{L}\p{N}]/u.test(text.slice(end, end + 40));
}

/** Words stand before the candidate in its own line: they say what it is, not the heading or the label of the page. */
export function speaksForItself({ cell, start, reading: { text } }: Scene): boolean {
  return cell === null && /\p{L}{2}[^\n]*$/u.test(text.slice(Math.max(0, start - 60), start));
}

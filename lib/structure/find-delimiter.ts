import { type CellSeparator, readRows } from './split-rows.ts';

/** Lines above the header of a table: its title, a date, who exported it. */
export const MAX_TITLE_LINES = 20;

const DELIMITERS: readonly CellSeparator[] = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 50;
const MIN_REGULAR_SHARE = 0.5;

/** Returns the delimiter that gives most rows of a file the same number of cells; a comma for a single column. */
export function findDelimiter(
  text: string,
  start: number,
): CellSeparator | null {
  const first = text.slice(start).trimStart();
  if (first === '' || /^(?:[{<]|\[[\s{["])/.test(first)) return null;

  const [best] = DELIMITERS.map((delimiter) => {
    const widths: number[] = [];

    for (const { start: from, end, cells } of readRows(
      text,
      delimiter,
      start,
    )) {
      if (end > from && widths.push(cells.length) === SAMPLE_ROWS) break;
    }

    // Titles above the header have other widths.
    const count = (width: number) =>
      widths.filter((other) => other === width).length;

    const usual = widths
      .filter((width) => width > 1)
      .reduce((most, width) => (count(width) > count(most) ? width : most), 0);

    const titles = Math.min(widths.indexOf(usual), MAX_TITLE_LINES);
    const share = count(usual) / (widths.length - titles);

    return {
      delimiter,
      score: share >= MIN_REGULAR_SHARE ? share + Math.min(usual, 50) / 100 : 0,
    };
  }).sort((a, b) => b.score - a.score);

  if (best && best.score > 0) return best.delimiter;

  return DELIMITERS.some((delimiter) => text.includes(delimiter)) ? null : ',';
}

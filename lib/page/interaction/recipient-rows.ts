import { splitLines } from '../../structure/lines.ts';
import { closest, getNodeProperty } from '../dom/nodes.ts';
import { getCodeName } from '../marking/code-counts.ts';
import type { Marks } from '../marking/marks.ts';
import type { PageRows } from '../marking/page-api.ts';
import type { PageMark } from '../marking/page-mark.ts';
import type { Surroundings } from '../text/surroundings.ts';
import { ROW } from '../text/value-label.ts';

/** Rows on each side that are searched: a card has to open at once. */
const MAX_ROWS_ASIDE = 500;
/** Of one recipient. */
const MAX_ROWS = 50;
const MAX_ROW_LENGTH = 1_000;
/** Numbers of recipients are written with and without their country, but end alike. */
const TAIL_DIGITS = 8;

const findRow = ({ field }: PageMark) => field && closest(field.block, ROW);

const stripToDigits = (text: string) => text.replace(/\D/g, '');

/**
 * Finds the other failures of a recipient near a mark, which can decide its plan: they have a number of its row.
 *
 * @param own The row of the mark, a line for each cell.
 */
export function findRecipientRows(
  mark: PageMark,
  own: string,
  marks: Marks,
  { readLabelled }: Surroundings,
): PageRows | undefined {
  const ownRow = findRow(mark);
  const tails = splitLines(own)
    .map((line) => stripToDigits(line.slice(line.indexOf(':') + 1)))
    .filter((digits) => digits.length > TAIL_DIGITS && digits.length < 16)
    .map((digits) => digits.slice(-TAIL_DIGITS));
  if (!ownRow || tails.length === 0) return undefined;

  const failures = marks.failures();
  const at = failures.indexOf(marks.ownerOf(mark));
  const first = Math.max(0, at - MAX_ROWS_ASIDE);
  const near = failures.slice(first, at + MAX_ROWS_ASIDE);

  const found = near.flatMap((other, index) => {
    const row = findRow(other);
    if (!row || row === ownRow || !other.field) return [];

    const text = getNodeProperty(row, 'textContent') ?? '';
    const digits = stripToDigits(text.slice(0, MAX_ROW_LENGTH));
    if (!tails.some((tail) => digits.includes(tail))) return [];

    return [{ other, block: other.field.block, isBefore: first + index < at }];
  });

  const rows = found.slice(0, MAX_ROWS).map(({ other, block, isBefore }) => ({
    ...getCodeName(other.hit),
    text: readLabelled(block).text,
    isBefore,
  }));

  return rows.length > 0 ? rows : undefined;
}

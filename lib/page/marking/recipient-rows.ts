import { getOrInsert } from '../../core/get-or-insert.ts';
import type { PageRows } from '../../detect/detect-request.ts';
import { splitLines } from '../../structure/lines.ts';
import { closest, getNodeProperty } from '../dom/nodes.ts';
import type { Surroundings } from '../text/surroundings.ts';
import { ROW } from '../text/value-label.ts';
import { getCodeName } from './code-counts.ts';
import type { Marks } from './marks.ts';
import type { MarkField, PageMark } from './page-mark.ts';

/** A number in more rows is that of a sender, or all rows are one recipient's. */
const MAX_ROWS = 50;
const MAX_CELL_UNITS = 80;
const MAX_CELLS = 60;
/** Numbers of recipients are written with and without their country, but end alike. */
const TAIL_DIGITS = 8;
const MAX_DIGITS = 15;
/** Hours and minutes: a time is as long as a number. */
const TIME_OF_DAY = /\d:\d/;

type AllMarks = Pick<Marks, 'all'>;
/** The marks of a page by the numbers of their rows, one mark of each row: all, or one more than a recipient has. */
type NumberGroups = ReadonlyMap<string, readonly PageMark[]>;

/** Returns the last digits of a cell that can be a recipient. */
function findTail(cell: string): string | [] {
  if (cell.length > MAX_CELL_UNITS || TIME_OF_DAY.test(cell)) return [];

  const digits = cell.replace(/\D/g, '');
  const isNumber = digits.length > TAIL_DIGITS && digits.length <= MAX_DIGITS;

  return isNumber ? digits.slice(-TAIL_DIGITS) : [];
}

/** Returns the last digits of the numbers of a row, of which each cell has a line with its header. */
export const readRowNumbers = (labelled: string): readonly string[] => [
  ...new Set(
    splitLines(labelled).flatMap((line) =>
      findTail(line.slice(line.indexOf(':') + 1)),
    ),
  ),
];

const findRow = ({ field }: PageMark): Element | null =>
  field ? closest(field.block, ROW) : null;

const numbersByField = new WeakMap<MarkField, readonly string[]>();

/** Reads the numbers of a row from its cells, without headers. */
function readCells(mark: PageMark): readonly string[] {
  const row = findRow(mark);
  const cells = row ? [...getNodeProperty(row, 'children')] : [];

  return cells
    .slice(0, MAX_CELLS)
    .flatMap((cell) => findTail(getNodeProperty(cell, 'textContent') ?? ''));
}

/**
 * Returns the numbers of a mark's row. A failure that only the recipient can end, such as an opt-out, decides about the
 * recipient's other messages, too: its row is read here, because its own mark did not need it.
 */
function getNumbers(mark: PageMark): readonly string[] {
  const { field, kind } = mark;
  if (!field) return [];
  if (field.numbers) return field.numbers;
  if (kind !== 'recipient') return [];

  const numbers = numbersByField.get(field) ?? readCells(mark);

  numbersByField.set(field, numbers);
  return numbers;
}

function groupByNumber({ all }: AllMarks): NumberGroups {
  const groups = new Map<string, PageMark[]>();

  for (const mark of all)
    for (const number of getNumbers(mark)) {
      const group = getOrInsert(groups, number, () => []);
      if (group.length > MAX_ROWS) continue;

      const last = group.at(-1);

      // A subcode, or a message with the code, is of the same failure.
      if (!last || findRow(last) !== findRow(mark)) group.push(mark);
    }

  return groups;
}

/** Returns true for the rows of one recipient with several failures. */
const isOneRecipient = (rowCount: number): boolean =>
  rowCount > 1 && rowCount <= MAX_ROWS;

/** Returns the other failures of a mark's recipient, in page order: they have a number of its row. */
function readOtherRows(
  mark: PageMark,
  groups: NumberGroups,
  { readLabelled }: Pick<Surroundings, 'readLabelled'>,
): PageRows | undefined {
  const own = findRow(mark);
  const rows = new Map<Element, PageMark>();

  for (const number of getNumbers(mark)) {
    const group = groups.get(number) ?? [];
    for (const other of isOneRecipient(group.length) ? group : []) {
      const row = findRow(other);
      if (row) rows.set(row, other);
    }
  }

  if (!own) return undefined;
  rows.delete(own);

  const found = [...rows]
    .sort(([one], [other]) => (follows(one, other) ? 1 : -1))
    .flatMap(([row, { hit, field }]) =>
      field
        ? {
            ...getCodeName(hit),
            text: readLabelled(field.block).text,
            isBefore: follows(own, row),
          }
        : [],
    );

  return found.length > 0 ? found : undefined;
}

const follows = (one: Element, other: Element): boolean =>
  (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Reads the other failures of the recipient of a mark, as they are now. */
export const readRecipientRows = (
  mark: PageMark,
  marks: AllMarks,
  surroundings: Pick<Surroundings, 'readLabelled'>,
): PageRows | undefined =>
  getNumbers(mark).length > 0
    ? readOtherRows(mark, groupByNumber(marks), surroundings)
    : undefined;

interface ChangedMark {
  mark: PageMark;
  readOthers(
    surroundings: Pick<Surroundings, 'readLabelled'>,
  ): PageRows | undefined;
}

/** Watches which recipients have several failures: these decide together whose turn a mark shows. */
export function watchRecipients(marks: AllMarks) {
  /** The texts of marks that were read since the last look. */
  const read = new Set<Text>();
  /** The numbers of more than one row at the last look, with how many. */
  let sizes = new Map<string, number>();
  let hasRows = false;

  function isChanged(number: string, group: readonly PageMark[]): boolean {
    const before = sizes.get(number) ?? 1;
    if (!isOneRecipient(before) && !isOneRecipient(group.length)) return false;

    return (
      before !== group.length || group.some(({ nodes }) => read.has(nodes[0]))
    );
  }

  return {
    /** @param isRow True if the row of the texts was read, because a code depends on it. */
    noteRead(texts: readonly Text[], isRow: boolean): void {
      hasRows ||= isRow;
      for (const text of texts) read.add(text);
    },
    /** Returns the marks whose recipient has other failures than at the last look, each with what reads these. */
    takeChanged(): ChangedMark[] {
      if (!hasRows) read.clear();
      if (read.size === 0) return [];

      const groups = groupByNumber(marks);

      const changed = [...groups]
        .filter(([number, group]) => isChanged(number, group))
        .flatMap(([, group]) => group)
        .filter(({ field }) => field?.numbers !== undefined);

      sizes = new Map(
        [...groups].flatMap(([number, { length }]) =>
          length > 1 ? [[number, length] as const] : [],
        ),
      );

      read.clear();

      return [...new Set(changed)].map((mark) => ({
        mark,
        readOthers: (surroundings) => readOtherRows(mark, groups, surroundings),
      }));
    },
  };
}

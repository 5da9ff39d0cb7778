import { memoize } from '../../core/get-or-insert.ts';
import { closest, getNodeProperty, matches, walk } from '../dom/nodes.ts';
import { CELL } from '../text/readable-text.ts';
import { getAdjacent, getLook, ROW } from '../text/value-label.ts';
import type { MarkField, PageMark } from './page-mark.ts';

/** Maximum levels from a text to its card: a repeated block that is no row. */
const MAX_CLIMB_LEVELS = 5;
/** A block with more children is a list or a page. */
const MAX_CARD_CHILDREN = 24;
const MAX_MARKS_BACK = 12;

/**
 * Groups marks by failure: a row of a table, an item of a list or a card often has its code in one field, and the
 * message with the code, or its subcode, in another. Joins a code with its subcode.
 *
 * @param order The marks in page order.
 * @returns For each mark the one that counts, which may be itself.
 */
export function groupByFailure(
  order: readonly PageMark[],
): ReadonlyMap<PageMark, PageMark> {
  const owners = new Map<PageMark, PageMark>();
  const lastByCode = new Map<string, PageMark>();

  for (const [at, mark] of order.entries()) {
    const { code, isRepeat } = mark.hit;
    const fields = findFieldsBefore(order, at);

    const twin = fields.find(
      (one) => one.hit.code === code || isSubcodeOf(mark, one),
    );

    const first = isRepeat ? (lastByCode.get(code) ?? order[at - 1]) : twin;
    const owner = (first && owners.get(first)) ?? mark;

    owners.set(mark, owner);

    for (const one of fields)
      if (isSubcodeOf(one, mark)) owners.set(one, owner);

    lastByCode.set(code, mark);
  }

  return owners;
}

const isSubcodeOf = ({ field, hit }: PageMark, code: PageMark) =>
  field?.isSubcode === true && hit.code === code.hit.subcode;

/** Returns the marks before one in other fields of its row. */
function findFieldsBefore(order: readonly PageMark[], at: number): PageMark[] {
  const mark = order[at] as PageMark;
  const before = order.slice(Math.max(0, at - MAX_MARKS_BACK), at);
  const other = before.findLastIndex((one) => !isInSameRow(one, mark));

  return before
    .slice(other + 1)
    .filter(({ field }) => field?.block !== mark.field?.block);
}

/** Outside a table, blocks that look alike and say alike are lines of a log, and not fields of one failure. */
function isInSameRow(
  { field: one }: PageMark,
  { field: other }: PageMark,
): boolean {
  if (!one || !other) return false;
  if (one.block === other.block) return true;

  const row = findRow(one.block);
  if (row !== findRow(other.block)) return areFieldsOfOneRecord(one, other);

  const cell = row && closest(one.block, CELL);
  if (cell && cell !== closest(other.block, CELL)) return true;

  const isAlike =
    one.isBare === other.isBare && getLook(one.block) === getLook(other.block);

  if (isAlike && !one.isSubcode && !other.isSubcode) return false;

  const around = row ?? findCard(one.block);

  return around !== undefined && around === (row ?? findCard(other.block));
}

/** On a page about one message, each field is a row of its label and its value. */
function areFieldsOfOneRecord(one: MarkField, other: MarkField): boolean {
  if (!one.label || !other.label || one.label === other.label) return false;

  if (one.isBare === other.isBare && one.isSubcode === other.isSubcode)
    return false;

  const [first, second] = [one, other].map(({ block }) => findRow(block));
  const parent = first && getNodeProperty(first, 'parentElement');

  if (!first || !second || parent !== getNodeProperty(second, 'parentElement'))
    return false;

  return [first, second].every(
    (row) => getNodeProperty(row, 'childElementCount') === 2,
  );
}

/** A block without a row or a card may get one while the page loads. */
const findRow = memoize((block: Element) => closest(block, ROW) ?? undefined);
const findCard = memoize(findRepeatedBlock);

/** Returns the outermost block around a text that is repeated next to itself. */
function findRepeatedBlock(block: Element): Element | undefined {
  let card: Element | undefined;

  for (const here of [
    block,
    ...walk(block, 'parentElement', MAX_CLIMB_LEVELS - 1),
  ]) {
    const isList =
      getNodeProperty(here, 'childElementCount') > MAX_CARD_CHILDREN;

    if (isList || matches(here, 'body,main')) break;

    if (getAdjacent(here).some((other) => getLook(other) === getLook(here)))
      card = here;
  }

  return card;
}

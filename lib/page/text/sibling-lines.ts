import { getOrInsert } from '../../core/get-or-insert.ts';
import {
  closest,
  getNodeProperty,
  hasMoreChildren,
  matches,
  query,
  walk,
} from '../dom/nodes.ts';
import { GRID } from './find-column-header.ts';
import { getShape, TABLE_ROW } from './value-label.ts';

const MAX_CLIMB_LEVELS = 4;
const MAX_RECORDS_ABOVE = 8;
const MAX_RECORDS_BELOW = 15;
/** Two paragraphs are no list, but two cards with the same fields are. */
const MIN_BLOCKS = 3;
const MIN_RECORDS = 2;
/** An element with more children is a list of records, not a record. */
const MAX_FIELDS = 24;

const HEADER_SELECTOR = 'th,[role="columnheader"],[role="rowheader"]';

/** A text, and the texts in the same position of the adjacent records of the same shape. */
export interface SiblingLines {
  /** The repeated block that contains the text: a card, a row, or the text's own block. */
  record: Element;
  /** The texts, one per line. Empty if the text is not repeated. */
  lines: string;
}

/**
 * Finds the texts that repeat an element's: the lines of a log, the items of a list, the third line of each card, the
 * line numbers of an editor, the cells of a column.
 *
 * @param cell The cell that contains the element, if any: the other cells of its row are no lines.
 * @param label The label of the element. Fields with other labels are in other positions.
 * @param known Cache of the results. Discard it when the page may have changed.
 */
export function findSiblingLines(
  element: Element,
  cell: Element | null,
  label: string,
  known: Map<Element, SiblingLines>,
  reader: FieldReader,
): SiblingLines {
  const cached = known.get(element);
  if (cached) return cached;

  const fields = findRepeatedFields(element, cell, label, reader);
  const lines = fields.map(({ text }) => text).join('\n');

  // The next records get the same lines, so that these are sent once.
  for (const { record, field } of fields)
    getOrInsert(known, field, () => ({ record, lines }));

  return getOrInsert(known, element, () => ({ record: element, lines: '' }));
}

type FieldReader = Record<'readText' | 'readLabel', (field: Element) => string>;

/** Returns the fields in the position of an element, from the level at which most are alike. */
function findRepeatedFields(
  element: Element,
  cell: Element | null,
  label: string,
  { readText, readLabel }: FieldReader,
): readonly Field[] {
  const readField = (record: Element, field: Element): Field | [] => {
    const other = label === '' || field === element ? '' : readLabel(field);
    const isSame = other === '' || other === label;

    return isSame ? { record, field, text: readText(field) } : [];
  };

  const pattern = getPattern(readText(element));
  const path: Step[] = [];
  let best: Repeated = { fields: [], share: -1 };

  for (
    let here = element;
    path.length < MAX_CLIMB_LEVELS && !matches(here, 'body');
  ) {
    const records = here === cell ? [] : findRecordsAround(here);
    const fields = followPaths(records, path).flatMap(([record, field]) =>
      readField(record, field),
    );

    const least = path.length > 0 ? MIN_RECORDS : MIN_BLOCKS;
    const found = { fields, share: getAlikeShare(fields, pattern) };

    if (
      fields.length >= least &&
      isMoreAlike(found, best) &&
      !hasText(fields, label)
    )
      best = found;

    const parent = getNodeProperty(here, 'parentElement');
    if (!parent || isList(parent)) break;

    path.unshift(createStep(here, parent));
    here = parent;
    if (cell && best.fields.length > 0) break;
  }

  return best.fields;
}

/** Returns each record that has a field at the end of a path, with the field. */
const followPaths = (records: readonly Element[], path: readonly Step[]) =>
  records.flatMap((record): [Element, Element][] => {
    const field = followPath(record, path);
    return field ? [[record, field]] : [];
  });

type Repeated = { fields: readonly Field[]; share: number };

const isMoreAlike = (one: Repeated, other: Repeated): boolean =>
  one.share > other.share ||
  (one.share === other.share && one.fields.length > other.fields.length);

/** The same field of each card is more alike than the fields of one card. NaN if none has letters or digits. */
function getAlikeShare(fields: readonly Field[], pattern: string): number {
  const filled = fields.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const alike = filled.filter(({ text }) => getPattern(text) === pattern);

  return alike.length / filled.length;
}

const hasText = (fields: readonly Field[], label: string): boolean =>
  label !== '' && fields.some(({ text }) => text === label);

const isList = (element: Element): boolean =>
  hasMoreChildren(element, MAX_FIELDS) && !matches(element, TABLE_ROW);

/** Returns a text without its words and digits, which differ between records. */
const getPattern = (text: string) =>
  text.replace(/\p{L}[\p{L}\s]*/gu, 'a').replace(/\p{Nd}+/gu, '0');

type Field = { record: Element; field: Element; text: string };

type Step = ReturnType<typeof createStep>;

function createStep(child: Element, parent: Element) {
  const children = [...getNodeProperty(parent, 'children')];

  return {
    index: children.indexOf(child),
    shape: getShape(child),
    siblings: children.length,
  };
}

/** Returns the field in the same position of another record. Without an optional field, the others are found by their class. */
function followPath(record: Element, path: readonly Step[]): Element | null {
  let at: Element | null = record;

  for (const { index, shape, siblings } of path) {
    const children: HTMLCollection = getNodeProperty(at, 'children');
    const isSame = children.length === siblings;
    if (!isSame && children.length > MAX_FIELDS) return null;

    const others = isSame ? [children[index] as Element] : [...children];
    const found = others.filter((child) => getShape(child) === shape);
    if (found.length !== 1) return null;
    at = found[0] as Element;
  }

  return at;
}

/** Returns true if the first row of a table has a header. */
export function hasHeaderInFirstRow(table: Element): boolean {
  const first = query(table, TABLE_ROW);
  return first === null || query(first, HEADER_SELECTOR) !== null;
}

/**
 * Returns the row of an element, if neither the table nor the row has headers. Returns null otherwise.
 *
 * @param hasHeader Tests the table, perhaps with a cache.
 */
export function findRowWithoutHeaders(
  element: Element,
  hasHeader: (table: Element) => boolean,
): Element | null {
  const row = closest(element, TABLE_ROW);
  const table = row && closest(row, `table,${GRID}`);

  return table && !hasHeader(table) && !query(row, HEADER_SELECTOR)
    ? row
    : null;
}

/** Returns the adjacent elements of the same shape, and the element itself, in page order. A row of a table may have any class. */
export function findRecordsAround(record: Element): Element[] {
  const shape = matches(record, TABLE_ROW) ? null : getShape(record);

  const above = [
    ...walk(record, 'previousElementSibling', MAX_RECORDS_ABOVE),
  ].reverse();

  return [
    ...above,
    record,
    ...walk(record, 'nextElementSibling', MAX_RECORDS_BELOW),
  ].filter((other) =>
    shape === null ? matches(other, TABLE_ROW) : getShape(other) === shape,
  );
}

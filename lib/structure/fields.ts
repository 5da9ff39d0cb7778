import { getOrInsert } from '../core/get-or-insert.ts';
import type { Span } from '../core/spans.ts';
import { addField, createGroup, type Field, type FieldGroup } from './field.ts';
import { followGroups } from './field-groups.ts';
import { type KeyPair, skipForm } from './key-pairs.ts';
import { NOTATIONS } from './notations.ts';
import { getName } from './pair-name.ts';
import { readPairValue } from './pair-value.ts';
import { splitRow } from './split-rows.ts';
import { type HeadTest, readInserts, readTextLines } from './text-tables.ts';

const MIN_CELLS = 4;

/**
 * Returns the fields of all structures in a text, at any depth: JSON and its relatives in programming languages, dumps, XML, forms,
 * `key=value`, lines of `key: value`, tables, SQL and chats. Runs in linear time.
 *
 * @param pairs From `readKeyPairs`.
 * @param isHead Returns true if short cells are the head of a table.
 */
export function readFields(
  text: string,
  pairs: readonly KeyPair[],
  isHead: HeadTest,
): Field[] {
  const fields = [
    ...readCells(text, isHead),
    ...readInsertedCells(text),
    ...readChat(text),
    ...readParts(text),
  ];

  const groups = followGroups(text);

  for (const pair of pairs) {
    if (!groups.follow(pair)) continue;

    const name = getName(text, pair);

    groups.setOwner(name);
    if (name === '') continue;

    const { group, end, lead } = groups.findGroup(pair, name);
    const value = readPairValue({
      text,
      pair,
      lead,
      end,
    });
    if (!value) continue;

    for (const span of value.spans) {
      const field = addField(group, name, value.notation, span, pair);
      if (value.notation === 'pair') field.restEnd = findRestEnd(text, span);

      fields.push(field);
    }

    groups.passValue(pair, value.end);
  }

  const namesByGroup = new Map<FieldGroup, Field | null>();

  for (const field of fields) resolveName(text, field, namesByGroup);

  return fields;
}

/** Returns where the words after a value end: at the next pair. */
const findRestEnd = (text: string, { end }: Span): number =>
  Math.max(end, skipForm(NOTATIONS.untilPair, text, end));

/** The cells of tables, and of rows between tabs, pipes or semicolons that have no head. */
function* readCells(text: string, isHead: HeadTest): Generator<Field> {
  for (const { line, start, head, cells } of readTextLines(text, isHead)) {
    const group = createGroup(null, '');

    if (head) Object.assign(group, { head: head.line, columns: head.cells });

    const isRow = cells.length > 0;
    const names = head?.cells.map((name) => name.replace(/["`*]/g, '').trim());

    const own = isRow
      ? cells.map((cell) => trimCell(line, cell))
      : splitHeadless(line);

    for (const [at, cell] of own.entries()) {
      const written = line.slice(cell.start, cell.end);
      const isStructured = isRow && NOTATIONS.structured.test(written);

      if (written !== '' && !isStructured)
        yield addField(group, names?.[at] ?? '', 'cell', {
          start: start + cell.start,
          end: start + cell.end,
        });
    }
  }
}

/** Splits a row without a head, which is one only with several cells. */
function splitHeadless(line: string): readonly Span[] {
  const separator = (['\t', '|', ';'] as const).find((unit) =>
    line.includes(unit),
  );

  const cells = separator ? splitRow(line, separator) : [];

  return cells.length < MIN_CELLS ? [] : cells;
}

/** Returns a cell without blanks and marks around its value. */
function trimCell(line: string, { start, end }: Span): Span {
  const written = line.slice(start, end);
  const lead = /^[\s"'`*]*/.exec(written)?.[0].length ?? 0;
  const trail = /[\s"'`*]{1,40}$/.exec(written)?.[0].length ?? 0;

  return { start: start + lead, end: end - trail };
}

function* readInsertedCells(text: string): Generator<Field> {
  for (const { table, headings, values } of readInserts(text)) {
    const createRow = () => ({
      ...createGroup(null, table),
      columns: headings,
    });

    let group = createRow();
    let last = 0;

    for (const { column, start, value } of values) {
      if (column <= last) group = createRow();
      last = column;

      if (!NOTATIONS.structured.test(value))
        yield addField(group, headings[column] ?? '', 'cell', {
          start,
          end: start + value.length,
        });
    }
  }
}

/** The parts of a form with several parts. */
function* readParts(text: string): Generator<Field> {
  for (const { 0: part, 1: name = '', 2: value = '', index } of text.matchAll(
    NOTATIONS.part,
  )) {
    const end = index + part.trimEnd().length;
    const start = index + part.length - value.length;

    if (end <= start) continue;

    const nameStart = index + part.indexOf(`"${name}"`) + 1;
    const head = { start: nameStart, end: nameStart + name.length };
    const group = { ...createGroup(null, 'form-data'), head };

    yield addField(group, name, 'form', { start, end });
  }
}

/** The messages of an exported chat, over all their lines, each after its author. */
function* readChat(text: string): Generator<Field> {
  const heads = [...text.matchAll(NOTATIONS.chatHead)];

  for (const [at, match] of heads.entries()) {
    const [head, ...authors] = match;
    const group = createGroup(null, 'chat');
    const start = match.index + head.length;
    const author = authors.find(Boolean) ?? '';
    const from = match.index + head.lastIndexOf(author);

    yield addField(group, 'author', 'chat', {
      start: from,
      end: from + author.length,
    });

    const end =
      heads[at + 1]?.index ??
      (NOTATIONS.chatEnd.exec(text.slice(start))?.index ??
        text.length - start) + start;

    if (end > start) yield addField(group, 'message', 'chat', { start, end });
  }
}

/**
 * Sets what names a value: of `{"name": "city", "value": "…"}` the other field, of a type its object.
 *
 * @param namesByGroup Cache of the first field of each group that names another.
 */
function resolveName(
  text: string,
  field: Field,
  namesByGroup: Map<FieldGroup, Field | null>,
): void {
  const { name, group } = field;
  if (NOTATIONS.typeName.test(name) && group.owner && group.outer) {
    field.name = group.owner;

    field.group =
      NOTATIONS.typeName.test(group.outer.owner) && group.outer.outer
        ? { ...group.outer, owner: group.outer.outer.owner }
        : group.outer;

    group.outer.fields.push(field);
  }

  if (!NOTATIONS.valueOfPair.test(name)) return;

  const findNaming = () =>
    group.fields.find((one) => NOTATIONS.nameOfPair.test(one.name)) ?? null;

  const other = getOrInsert(namesByGroup, group, findNaming);

  if (!other) {
    if (group.owner && !NOTATIONS.textOfPair.test(name))
      field.name = group.owner;
    return;
  }

  const given = text.slice(other.start, other.end);

  // `name="Ana" text="Oi"` has an author, `name=city text=Lyon` a key.
  if (NOTATIONS.textOfPair.test(name) && !NOTATIONS.keyOfPair.test(given))
    return;

  other.isName = true;
  // `"apikey":[{"key":"value","value":"…"}]`
  field.name = (NOTATIONS.valueOfPair.test(given) && group.owner) || given;
}

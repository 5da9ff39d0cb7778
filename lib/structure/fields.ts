import { getOrInsert } from '../core/get-or-insert.ts';
import type { Span } from '../core/spans.ts';
import {
  type KeyPair,
  readForm,
  readListItems,
  readQuoted,
  readYamlBlock,
  skipForm,
  type Value,
} from './key-pairs.ts';
import { findLineEnd, findLineStart, getLineBefore } from './lines.ts';
import { NOTATIONS } from './notations.ts';
import { splitRow } from './table-rows.ts';
import { type HeadTest, readInserts, readTextLines } from './text-tables.ts';

/**
 * How a value is written: in quotes, between tags, in a form or query, as `key=value` in a line, as the rest of its line, bare
 * within brackets, in a list without quotes, in a row of a table, or behind its author in a chat.
 */
export type Notation =
  | 'quoted'
  | 'element'
  | 'form'
  | 'pair'
  | 'line'
  | 'bare'
  | 'item'
  | 'cell'
  | 'chat';

export interface Field extends Span {
  name: string;
  notation: Notation;
  group: FieldGroup;
  /** The key and its sign, if it has one of its own. */
  pair: KeyPair | null;
  /** Where the next pair or the line ends, for `key=value` without quotes. */
  restEnd: number;
  /** True if the value names another field of its group: `{"name": "city", "value": "…"}`. */
  isName: boolean;
}

/** The fields of one object, element, query or block of lines. */
export interface FieldGroup {
  /** The name of the object or element, or an empty string. */
  owner: string;
  fields: Field[];
  /** True for arguments and literals of source code. */
  isSource: boolean;
  outer: FieldGroup | null;
  /** The line with the names of a row’s cells, and the names. */
  head?: Span;
  columns?: readonly string[];
}

const ENDS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const MIN_CELLS = 4;
const MAX_SCOPES = 200;
const MAX_BEFORE_CHARS = 80;
const MAX_FORM_CHARS = 400;

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

  const structure = followStructure(text);
  const { state } = structure;
  let line = { start: -1, end: -1, group: structure.getGroup() };
  const findLineGroup = followIndents();

  for (const pair of pairs) {
    const { key, separator, index } = pair;
    const isTag = separator === '>';

    if (
      (isTag ? index : key.start) < state.read ||
      (pair.isWeak && !isRowOfTwo(text, pair))
    )
      continue;

    // A tag with attributes was entered at the first of them.
    if (isTag) structure.follow(state.read > key.start ? index + 1 : key.start);
    else structure.follow(index);

    const wordsBefore = getWordsBefore(text, pair);
    const name = isName(pair, text) ? wordsBefore + key.text : '';

    state.owner = name;
    if (name === '') continue;

    const lead = getLineBefore(
      text,
      key.start - wordsBefore.length,
      MAX_BEFORE_CHARS,
    );

    const isFirst = NOTATIONS.lineLead.test(lead);
    let group = structure.getGroup();

    if (structure.getEnd() === undefined) {
      if (isFirst && isAlone(text, pair))
        group = findLineGroup(lead, name, group, text, key.start);
      else {
        // Searched once for each line, which may be megabytes long.
        if (key.start < line.start || key.start > line.end)
          line = {
            start: findLineStart(text, key.start),
            end: findLineEnd(text, key.start),
            group: createGroup(group, ''),
          };

        group = line.group;
      }
    }

    const value = readValue(text, pair, lead, structure.getEnd());
    if (!value) continue;

    for (const { start, end } of value.spans) {
      const field = addField(group, name, value.notation, { start, end }, pair);
      if (value.notation === 'pair')
        field.restEnd = Math.max(end, skipForm(NOTATIONS.untilPair, text, end));
      fields.push(field);
    }

    if (value.end > pair.start) state.owner = '';
    state.read = Math.max(state.read, value.end);
  }

  const namesByGroup = new Map<FieldGroup, Field | null>();

  for (const field of fields) resolveName(text, field, namesByGroup);

  return fields;
}

function addField(
  group: FieldGroup,
  name: string,
  notation: Notation,
  { start, end }: Span,
  pair: KeyPair | null = null,
): Field {
  const field: Field = {
    name,
    notation,
    group,
    pair,
    isName: false,
    restEnd: end,
    start,
    end,
  };

  group.fields.push(field);

  return field;
}

/** The cells of tables, and of rows between tabs, pipes or semicolons that have no head. */
function* readCells(text: string, isHead: HeadTest): Generator<Field> {
  for (const { line, start, head, cells } of readTextLines(text, isHead)) {
    const group = createGroup(null, '');

    if (head) Object.assign(group, { head: head.line, columns: head.cells });

    const separator = (['\t', '|', ';'] as const).find((unit) =>
      line.includes(unit),
    );

    const isRow = cells.length > 0;
    const own = isRow || !separator ? cells : splitRow(line, separator);
    if (!isRow && own.length < MIN_CELLS) continue;

    for (const [at, cell] of own.entries()) {
      const name = head?.cells[at]?.replace(/["`*]/g, '').trim() ?? '';
      const written = line.slice(cell.start, cell.end);
      const lead = isRow ? (/^[\s"'`*]*/.exec(written)?.[0].length ?? 0) : 0;
      const from = start + cell.start + lead;

      const end =
        start +
        cell.start +
        (isRow ? written.replace(/[\s"'`*]{1,40}$/, '') : written).length;

      if (
        end > from &&
        !(isRow && NOTATIONS.structured.test(text.slice(from, end)))
      )
        yield addField(group, name, 'cell', { start: from, end });
    }
  }
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

    if (end > start)
      yield addField(createGroup(null, 'form-data'), name, 'form', {
        start,
        end,
      });
  }
}

/** The messages of an exported chat, over all their lines. The author stands in front. */
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

const createGroup = (
  outer: FieldGroup | null,
  owner: string,
  isSource = false,
): FieldGroup => ({
  owner,
  fields: [],
  isSource: isSource || (outer?.isSource ?? false),
  outer,
});

/** Returns true if the line above is indented less: a heading, if the lines of this indentation have begun before. */
function isBelowHeading(text: string, at: number, indent: number): boolean {
  const start = findLineStart(text, at);

  const above = getLineBefore(
    text,
    Math.max(0, start - 1),
    MAX_FORM_CHARS,
  ).replace(/^(\s*)- /, '$1  ');

  return (
    above.trim() !== '' && above.length - above.trimStart().length < indent
  );
}

/** Finds the group of lines of `key: value`, as YAML nests them. A list item begins a group of its own. */
function followIndents() {
  let levels: { indent: number; group: FieldGroup; last: string }[] = [];
  let block: FieldGroup | null = null;

  return (
    lead: string,
    name: string,
    around: FieldGroup,
    text: string,
    at: number,
  ): FieldGroup => {
    const indent = lead.replace(/["'`*]{1,20}$/, '').length;
    if (block !== around && indent === 0) levels = [];
    block = around;

    levels = levels.filter(
      (level) =>
        level.indent < indent ||
        (level.indent === indent &&
          !/- $/.test(lead) &&
          !isBelowHeading(text, at, indent)),
    );

    const top = levels.at(-1);
    if (top?.indent === indent) {
      top.last = name;
      return top.group;
    }

    const group = createGroup(top?.group ?? around, top?.last ?? '');

    levels.push({ indent, group, last: name });

    return group;
  };
}

/** Follows brackets, elements and blank lines, forward only. */
function followStructure(text: string) {
  const root = createGroup(null, '');
  /** Each with what ends it: a bracket, or the name of an element. */
  const scopes: { end: string; group: FieldGroup }[] = [];
  let block = createGroup(root, '');
  /** The offset up to which it is followed, and the name of what opens next. */
  const state = { read: 0, owner: '' };
  const getGroup = () => scopes.at(-1)?.group ?? block;

  function open(end: string, name: string, isSource = false): void {
    // An object of a list has the name of the list.
    const own = name || (scopes.at(-1)?.end === ']' ? getGroup().owner : '');
    if (scopes.length < MAX_SCOPES)
      scopes.push({ end, group: createGroup(getGroup(), own, isSource) });
  }

  function close(end: string): void {
    const at = scopes.findLastIndex((scope) => scope.end === end);
    if (at >= 0) scopes.length = at;
  }

  function followTag(): void {
    NOTATIONS.tag.lastIndex = state.read;

    const [whole, slash, name = '', attributes] =
      NOTATIONS.tag.exec(text) ?? [];

    if (!whole) return;

    if (slash) close(`</${name}`);
    else if (!whole.endsWith('/>') && !NOTATIONS.voidElement.test(name))
      open(`</${name}`, name);

    if (attributes?.includes('=')) open('>', name);
    else state.read += whole.length - 1;
  }

  function followUnit(unit: string): void {
    const end = ENDS[unit];

    if (end) {
      const before = getLineBefore(text, state.read, MAX_BEFORE_CHARS);
      const isCall = unit === '(' && NOTATIONS.callBefore.test(before);
      // `(to "…") (body "…")` is data.
      const isNext = unit === '(' && before.trimEnd().endsWith(')');

      open(
        end,
        state.owner,
        isCall || (!isNext && NOTATIONS.sourceBefore.test(before)),
      );

      // `array(2) {`
      if (!/^\(\d{1,9}\)/.test(text.slice(state.read, state.read + 12)))
        state.owner = '';
    } else if (unit === '}' || unit === ']' || unit === ')') close(unit);
    else if (unit === '>' && scopes.at(-1)?.end === '>') scopes.pop();
    else if (unit === '<') followTag();
    else if (
      unit === '\n' &&
      NOTATIONS.blockEnd.test(
        text.slice(state.read + 1, state.read + MAX_BEFORE_CHARS),
      )
    )
      block = createGroup(root, '');
  }

  return {
    getGroup,
    getEnd: () => scopes.at(-1)?.end,
    state,
    follow: (to: number) => {
      for (; state.read < to; state.read++) followUnit(text.charAt(state.read));
    },
  };
}

/** Returns true for a key between two marks of one kind. */
const isClosed = (text: string, start: number, index: number): boolean =>
  /["'`]/.test(text.charAt(start - 1)) &&
  text
    .slice(Math.max(start, index - 10), index)
    .includes(text.charAt(start - 1));

/** Excludes times, namespaces of source code and assignments: `10:12`, `self::assert`, `srv := `. */
const isName = ({ key, separator, index }: KeyPair, text: string): boolean =>
  (/^[\p{L}_$@#[*]/u.test(key.text) || isClosed(text, key.start, index)) &&
  !/^(?::=|->)$/.test(separator) &&
  !(separator === ':' && key.text.includes('[')) &&
  !/^::|^:\/\//.test(text.slice(index, index + 3)) &&
  !/[:<]/.test(text.charAt(index - 1)) &&
  !(/^(?:=>| )$/.test(separator) ? /[</]/ : /[</:]/).test(
    text.charAt(key.start - 1),
  );

/** `name | value` and `name⇥value`, as some databases print one record, `:name "value"`, and a label above its text. */
const isRowOfTwo = (
  text: string,
  { key, separator, start }: KeyPair,
): boolean =>
  (/^["'], ?$/.test(separator) && !/\s/.test(key.text)) ||
  /^:\r?\n$/.test(separator) ||
  (separator === ' ' && /[:(]/.test(text.charAt(key.start - 1))) ||
  (separator === '|' &&
    NOTATIONS.lineLead.test(getLineBefore(text, key.start, MAX_BEFORE_CHARS)) &&
    !readLine(text, start).includes('|'));

/** Returns the value of a pair, or the values of its list, and where it ends. */
function readValue(
  text: string,
  pair: KeyPair,
  lead: string,
  end: string | undefined,
) {
  const { separator, index, start } = pair;
  const isInside = end !== undefined;
  const isBraced = end === '}';

  const create = (notation: Notation, ...spans: readonly (Value | null)[]) => {
    const own = spans.filter(
      (span) => span !== null && span.text.trim() !== '',
    ) as Value[];
    return { notation, spans: own, end: own.at(-1)?.end ?? start };
  };

  const isFirst = NOTATIONS.lineLead.test(lead);

  if (separator.endsWith('\n'))
    return create('line', readForm(NOTATIONS.paragraph, text, start));

  // `<message><text>Oi</text>`: the inner tag has the value.
  if (separator === '>' && /<(?!!)/.test(text.slice(index + 1, start)))
    return null;

  if (separator.startsWith('<') || separator === '>')
    return create('element', readForm(NOTATIONS.elementText, text, start));

  const isQuotedKey = /["'`]$/.test(lead);
  if (
    text.charAt(start) === '[' &&
    (isInside || isFirst || isQuotedKey || separator === '=')
  )
    return create(
      readQuoted(text, start + 1) ? 'quoted' : 'item',
      ...readListItems(text, start),
    );

  const quoted = readQuoted(text, start);
  if (quoted) {
    if (NOTATIONS.structured.test(quoted.text)) return null;

    // `syntax = "proto3";`
    if (separator === '=' && !isInside && text.charAt(quoted.close) === ';')
      return null;

    const isData =
      isQuotedKey ||
      isInside ||
      isFirst ||
      separator !== ':' ||
      /^[^`]*\s/.test(text.slice(quoted.start - 1, quoted.end));

    return isData ? { ...create('quoted', quoted), end: quoted.close } : null;
  }

  if (NOTATIONS.opened.test(text.slice(start, start + MAX_BEFORE_CHARS)))
    return null;

  if (
    /[&?]$/.test(lead) ||
    NOTATIONS.inForm.test(text.slice(start, start + MAX_FORM_CHARS))
  )
    return separator === '='
      ? create('form', readForm(NOTATIONS.formValue, text, start))
      : null;

  const isGlued =
    separator === ':' &&
    !isQuotedKey &&
    !/[\s*]/.test(text.charAt(start - 1)) &&
    !isBraced;

  if (isGlued && !(isFirst && /^[A-Z-]{3,}$/.test(pair.key.text))) return null;

  if (isInside)
    return create('bare', readForm(NOTATIONS.bareValue, text, start));

  const rest = readLine(text, start);
  if (
    isFirst &&
    rest !== '' &&
    !NOTATIONS.container.test(rest) &&
    isAlone(text, pair)
  )
    return create(
      'line',
      readYamlBlock(text, start) ?? readForm(NOTATIONS.restOfLine, text, start),
    );

  if (separator === '=')
    return create('pair', readForm(NOTATIONS.unspacedValue, text, start));

  return separator === ':' && NOTATIONS.amongLabels.test(`${lead}\n${rest}`)
    ? create('bare', readForm(NOTATIONS.bareValue, text, start))
    : null;
}

/** Returns the words of a label before its last one: `Comment of the ` in `Comment of the agent: …`. */
const getWordsBefore = (text: string, { key, separator }: KeyPair): string =>
  separator === ':' &&
  NOTATIONS.lineLead.test(
    getLineBefore(text, key.start - key.before.length, MAX_BEFORE_CHARS),
  )
    ? key.before
    : '';

/** Returns true for the only pair of its line. */
const isAlone = (text: string, { start }: KeyPair): boolean =>
  !NOTATIONS.anotherPair.test(readLine(text, start));

const readLine = (text: string, at: number) =>
  text.slice(at, Math.min(findLineEnd(text, at), at + MAX_FORM_CHARS));

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

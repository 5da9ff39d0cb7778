import { getOrInsert } from '../core/get-or-insert.ts';
import type { Span } from '../core/spans.ts';
import {
  ELEMENT_TEXT,
  type KeyPair,
  REST_OF_LINE,
  readForm,
  readListItems,
  readQuoted,
  readYamlBlock,
  skipForm,
  UNSPACED_VALUE,
  type Value,
} from './key-pairs.ts';
import { findLineEnd, findLineStart, getLineBefore, splitLines } from './lines.ts';
import { splitRow } from './table-rows.ts';
import { readInserts, readTextLines } from './text-tables.ts';

/**
 * How a value is written: in quotes, between tags, in a form or query, as `key=value` in a line, as the rest of its line, bare
 * within brackets, in a row of a table, or behind its author in a chat.
 */
export type Notation = 'quoted' | 'element' | 'form' | 'pair' | 'line' | 'bare' | 'cell' | 'chat';

/** A value of a structure with its name. */
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
  /** The group of the object around it. */
  outer: FieldGroup | null;
  /** The line with the names of a row’s cells, and the names. */
  head?: Span;
  columns?: readonly string[];
}

type HeadTest = (cells: readonly string[], separator: string) => boolean;

interface Scope {
  /** What ends it: a bracket, or the name of an element. */
  end: string;
  group: FieldGroup;
}

const ENDS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const MIN_CELLS = 4;
const MAX_SCOPES = 200;
const MAX_BEFORE_CHARS = 80;
const MAX_FORM_CHARS = 400;
const TAG = /<(\/?)([\p{L}_][\p{L}\p{N}_.:-]{0,60})([^<>]{0,400})>/uy;
/** A text that holds a structure itself: JSON, XML, or a form. */
const STRUCTURED =
  /^\s*(?:[{[]\s{0,20}(?:[{[\]}\d]|\\{0,15}["']|[\w$-]{1,40}\s?[:=])|<[?\p{L}!])|^[\w.[\]%-]{1,60}=[^&\n]*&[\w.[\]%-]{1,60}=/u;
const CHAT_HEAD =
  /^\[\d{1,2}:\d{2}\] \p{Lu}\p{Ll}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}’'-]*){1,3}: |^\u200e?\[?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?:, | (?=[^\n]{4,12} [-–] )|(?<=\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4}) )\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.? ?m\.?)?|\d{1,2}:\d{2}(?::\d{2})?,? \d{1,2}[/.]\d{1,2}[/.]\d{2,4})(?:\] | [-–] )(?:~ ?)?(?![\w.]{0,40}(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL))(?:\+[\d ()-]{7,20}|\p{L}[\p{L}\p{M}\p{N} .'’&-]{0,40}): /gmu;
const CHAT_END = /\n\s*(?:\n|-{2})/;
const BLOCK_END = /^[ \t]*(?:\r?\n|-{3}|$)/;
/** An object, with its type or without: `{`, `Text(`. */
const OPENED = /^(?:[A-Za-z_$%#][\w.$]{0,60})?[[{(<]/;
/** Before the fields of `print_r`. */
const CONTAINER = /^(?:Array|[\w\\\\]+ Object)[ \t]*$/;
const ANOTHER_PAIR = /\s[\w.-]{1,40}=\S|\s{2,40}\p{Lu}[\p{L} ]{0,30}: |,\s?(["'])[\w.-]{1,40}\1\s?:/u;
const VOID_ELEMENT = /^(?:br|hr|img|input|link|meta|area|source|col)$/i;
const SOURCE_BEFORE =
  /(?:(?:^|[;{(}]\s?)\s{0,20}(?:export (?:default )?|pub )?(?:const|let|var|return|class|function|def|interface|type|enum|record|struct|data class|fun|import|await|throw|fn|func|public|private|static)\b[^\n"]{0,80}|[\w$\])]\s?\(\s{0,20}|\)\s{0,20}(?:=>\s{0,20})?)$/;
const CALL_BEFORE =
  /^\s{0,80}(?:[\w$.[\]]{1,60} ?:?= ?|(?:await|return|yield|if|else|throw|new|void|async|def|function|fn|func|public|private|static|export) |\} ?){0,6}(?:[\w$]{1,40}\.){0,6}(?!(?:array|dict|hash|map)$)[a-z_$][\w$]{0,60}$/;
/** The type of a value in DynamoDB, Firestore and Extended JSON, which is no name of its own. */
const TYPE_NAME = /^(?:S|N|B|M|L|BOOL|mapValue|fields|\$\w+|#text|_text|_value|__text|\w+Value)$/;
const NAME_OF_PAIR =
  /^(?:name|key|field|param(?:eter)?|header|label|variable|attribute|property|k|id|title)$/i;
const VALUE_OF_PAIR = /^(?:values?|val|v|content|answer|data|text|default)$/i;
/** Up to the next name, or the end of the object. */
const BARE_VALUE =
  /(?:(?![\s,]{1,8}["']?[\p{L}_$][\p{L}\p{N}_$.-]{0,60}["']?\s?(?:[:=]|=>)|\s{0,8},?\s{0,8}[}\])])[^\n{}"'`<>]){1,2000}/uy;
const UNTIL_PAIR = /(?:(?!\s{1,8}[\w.-]{1,60}=)[^\n]){0,400}/y;
const FORM_VALUE = /[^&\n"'`<>]*?(?=&[\w.[\]%-]{1,80}=| HTTP\/\d)|[^\s&"'`<>]*/y;
const LINE_LEAD = /^[\s>]*(?:[-*] )?[["'`*]{0,3}$/;

/**
 * Returns the fields of all structures in a text, at any depth: JSON and its relatives in programming languages, dumps, XML, forms,
 * `key=value`, lines of `key: value`, tables, SQL and chats. Runs in linear time.
 *
 * @param pairs From `readKeyPairs`.
 * @param isHead Tells whether short cells are the head of a table.
 */
export function readFields(text: string, pairs: readonly KeyPair[], isHead: HeadTest): Field[] {
  const rows = new Set<number>();
  const fields = [
    ...readCells(text, isHead, rows),
    ...readHeadlessCells(text, rows),
    ...readInsertedCells(text),
    ...readChat(text),
    ...readParts(text),
  ];
  const structure = followStructure(text);
  let line = { start: -1, group: structure.getGroup() };
  const findLineGroup = followIndents();
  for (const pair of pairs) {
    const { key, separator, index } = pair;
    const isTag = separator === '>';
    if ((isTag ? index : key.start) < structure.offset() || (pair.isWeak && !isRowOfTwo(text, pair)))
      continue;
    // A tag with attributes was entered at the first of them.
    if (isTag) structure.follow(structure.offset() > key.start ? index + 1 : key.start);
    else structure.follow(index);
    const wordsBefore = getWordsBefore(text, pair);
    const name = isName(pair, text) ? wordsBefore + key.text : '';
    structure.setOwner(name);
    if (name === '') continue;
    const lead = getLineBefore(text, key.start - wordsBefore.length, MAX_BEFORE_CHARS);
    const isFirst = LINE_LEAD.test(lead);
    let group = structure.getGroup();
    if (!structure.isInside()) {
      if (isFirst && isAlone(text, pair)) group = findLineGroup(lead, name, group, text, key.start);
      else {
        const start = findLineStart(text, key.start);
        if (line.start !== start) line = { start, group: createGroup(group, '') };
        group = line.group;
      }
    }
    const value = readValue(text, pair, lead, structure.getEnd());
    if (!value) continue;
    for (const { start, end } of value.spans) {
      const field = addField(group, name, value.notation, { start, end }, pair);
      if (value.notation === 'pair') field.restEnd = Math.max(end, skipForm(UNTIL_PAIR, text, end));
      fields.push(field);
    }
    if (value.end > pair.start) structure.setOwner('');
    structure.skip(value.end);
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
  const field: Field = { name, notation, group, pair, isName: false, restEnd: end, start, end };
  group.fields.push(field);
  return field;
}

/**
 * The cells of tables with a head.
 *
 * @param rows Gets the offsets of their rows.
 */
function* readCells(text: string, isHead: HeadTest, rows: Set<number>): Generator<Field> {
  const parseHead = (cells: readonly string[], separator: string) =>
    isHead(cells, separator)
      ? {
          cells,
          isOfKeys: [NAME_OF_PAIR, VALUE_OF_PAIR].every((name) =>
            cells.some((cell) => name.test(cell.trim())),
          ),
        }
      : null;
  for (const { line, start, head, cells } of readTextLines(text, parseHead)) {
    const group = createGroup(null, '');
    if (head) {
      rows.add(start);
      group.head = head.line;
      group.columns = head.cells;
    }
    for (const [at, cell] of cells.entries()) {
      const name = head?.cells[at]?.replace(/["`*]/g, '').trim() ?? '';
      const [lead = ''] = /^[\s"'`*]*/.exec(line.slice(cell.start, cell.end)) ?? [];
      const end = start + cell.start + line.slice(cell.start, cell.end).replace(/[\s"'`*]{1,40}$/, '').length;
      const from = start + cell.start + lead.length;
      if (end > from && !STRUCTURED.test(text.slice(from, end)))
        yield addField(group, name, 'cell', { start: from, end });
    }
  }
}

/** The cells of rows between tabs, pipes or semicolons that have no head. */
function* readHeadlessCells(text: string, others: ReadonlySet<number>): Generator<Field> {
  let offset = 0;
  for (const line of splitLines(text)) {
    const separator = (['\t', '|', ';'] as const).find((unit) => line.includes(unit));
    const cells = separator && !others.has(offset) ? splitRow(line, separator) : [];
    const group = createGroup(null, '');
    if (cells.length >= MIN_CELLS)
      for (const { start, end } of cells)
        if (end > start) yield addField(group, '', 'cell', { start: offset + start, end: offset + end });
    offset += line.length + 1;
  }
}

function* readInsertedCells(text: string): Generator<Field> {
  for (const { table, headings, values } of readInserts(text)) {
    const createRow = () => ({ ...createGroup(null, table), columns: headings });
    let group = createRow();
    let last = 0;
    for (const { column, start, value } of values) {
      if (column <= last) group = createRow();
      last = column;
      if (!STRUCTURED.test(value))
        yield addField(group, headings[column] ?? '', 'cell', { start, end: start + value.length });
    }
  }
}

const PART =
  /\bform-data; name="([^"\n]{1,80})"[^\n]{0,400}\n(?:[\w-]{1,40}:[^\n]{0,400}\n){0,10}\r?\n((?:(?!-{2})[^\n]{0,4000}\n?){1,200})/gi;

/** The parts of a form with several parts. */
function* readParts(text: string): Generator<Field> {
  for (const { 0: part, 1: name = '', 2: value = '', index } of text.matchAll(PART)) {
    const end = index + part.trimEnd().length;
    const start = index + part.length - value.length;
    if (end > start) yield addField(createGroup(null, 'form-data'), name, 'form', { start, end });
  }
}

/** The messages of an exported chat, over all their lines. The author stands in front. */
function* readChat(text: string): Generator<Field> {
  const heads = [...text.matchAll(CHAT_HEAD)];
  for (const [at, { 0: head, index }] of heads.entries()) {
    const group = createGroup(null, 'chat');
    const start = index + head.length;
    const author = /[^\]~–-]{0,80}: $/.exec(head)?.[0] ?? '';
    yield addField(group, 'author', 'chat', { start: start - author.trimStart().length, end: start - 2 });
    const end =
      heads[at + 1]?.index ?? (CHAT_END.exec(text.slice(start))?.index ?? text.length - start) + start;
    if (end > start) yield addField(group, 'message', 'chat', { start, end });
  }
}

const createGroup = (outer: FieldGroup | null, owner: string, isSource = false): FieldGroup => ({
  owner,
  fields: [],
  isSource: isSource || (outer?.isSource ?? false),
  outer,
});

/** Returns true if the line above is indented less: a heading, if the lines of this indentation have begun before. */
function isBelowHeading(text: string, at: number, indent: number): boolean {
  const start = findLineStart(text, at);
  const above = getLineBefore(text, Math.max(0, start - 1), MAX_FORM_CHARS).replace(/^(\s*)- /, '$1  ');
  return above.trim() !== '' && above.length - above.trimStart().length < indent;
}

/** Finds the group of lines of `key: value`, as YAML nests them. A list item begins a group of its own. */
function followIndents() {
  let levels: { indent: number; group: FieldGroup; last: string }[] = [];
  let block: FieldGroup | null = null;
  return (lead: string, name: string, around: FieldGroup, text: string, at: number): FieldGroup => {
    const indent = lead.replace(/["'`*]{1,20}$/, '').length;
    if (block !== around && indent === 0) levels = [];
    block = around;
    levels = levels.filter(
      (level) =>
        level.indent < indent ||
        (level.indent === indent && !/- $/.test(lead) && !isBelowHeading(text, at, indent)),
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
  const scopes: Scope[] = [];
  let block = createGroup(root, '');
  let owner = '';
  let read = 0;
  const getGroup = () => scopes.at(-1)?.group ?? block;

  function open(end: string, name: string, isSource = false): void {
    // An object of a list has the name of the list.
    const own = name || (scopes.at(-1)?.end === ']' ? getGroup().owner : '');
    if (scopes.length < MAX_SCOPES) scopes.push({ end, group: createGroup(getGroup(), own, isSource) });
  }
  function close(end: string): void {
    const at = scopes.findLastIndex((scope) => scope.end === end);
    if (at >= 0) scopes.length = at;
  }
  function followTag(): void {
    TAG.lastIndex = read;
    const [whole, slash, name = '', attributes] = TAG.exec(text) ?? [];
    if (!whole) return;
    if (slash) close(`</${name}`);
    else if (!whole.endsWith('/>') && !VOID_ELEMENT.test(name)) open(`</${name}`, name);
    if (attributes?.includes('=')) open('>', name);
    else read += whole.length - 1;
  }
  function followUnit(unit: string): void {
    const end = ENDS[unit];
    if (end) {
      const before = getLineBefore(text, read, MAX_BEFORE_CHARS);
      open(end, owner, SOURCE_BEFORE.test(before) || (unit === '(' && CALL_BEFORE.test(before)));
      owner = '';
    } else if (unit === '}' || unit === ']' || unit === ')') close(unit);
    else if (unit === '>' && scopes.at(-1)?.end === '>') scopes.pop();
    else if (unit === '<') followTag();
    else if (unit === '\n' && BLOCK_END.test(text.slice(read + 1, read + MAX_BEFORE_CHARS))) {
      block = createGroup(root, '');
    }
  }
  return {
    getGroup,
    isInside: () => scopes.length > 0,
    getEnd: () => scopes.at(-1)?.end,
    offset: () => read,
    setOwner: (name: string) => {
      owner = name;
    },
    skip: (to: number) => {
      read = Math.max(read, to);
    },
    follow: (to: number) => {
      for (; read < to; read++) followUnit(text.charAt(read));
    },
  };
}

/** Returns true for a key between two marks of one kind. */
const isClosed = (text: string, start: number, index: number): boolean =>
  /["'`]/.test(text.charAt(start - 1)) &&
  text.slice(Math.max(start, index - 10), index).includes(text.charAt(start - 1));

/** Excludes times, namespaces of source code and assignments: `10:12`, `self::assert`, `srv := `. */
const isName = ({ key, separator, index }: KeyPair, text: string): boolean =>
  (/^[\p{L}_$@#[*]/u.test(key.text) || isClosed(text, key.start, index)) &&
  !/^(?::=|->)$/.test(separator) &&
  !(separator === ':' && key.text.includes('[')) &&
  !/^::|^:\/\//.test(text.slice(index, index + 3)) &&
  !/[:<]/.test(text.charAt(index - 1)) &&
  !(separator === '=>' ? /[</]/ : /[</:]/).test(text.charAt(key.start - 1));

/** `name | value` and `name⇥value`, as some databases print one record. */
const isRowOfTwo = (text: string, { key, separator, start }: KeyPair): boolean =>
  /^["'], ?$/.test(separator) ||
  (separator === '|' &&
    LINE_LEAD.test(getLineBefore(text, key.start, MAX_BEFORE_CHARS)) &&
    !readLine(text, start).includes('|'));

/** Returns the value of a pair, or the values of its list, and where it ends. */
function readValue(text: string, pair: KeyPair, lead: string, end: string | undefined) {
  const { separator, index, start } = pair;
  const isInside = end !== undefined;
  const isBraced = end === '}';
  const create = (notation: Notation, ...spans: readonly (Value | null)[]) => {
    const own = spans.filter((span) => span !== null && span.text.trim() !== '') as Value[];
    return { notation, spans: own, end: own.at(-1)?.end ?? start };
  };
  const isFirst = LINE_LEAD.test(lead);
  // `<message><text>Oi</text>`: the inner tag has the value.
  if (separator === '>' && /<(?!!)/.test(text.slice(index + 1, start))) return null;
  if (separator.startsWith('<') || separator === '>')
    return create('element', readForm(ELEMENT_TEXT, text, start));
  const isQuotedKey = /["'`]$/.test(lead);
  if (text.charAt(start) === '[' && (isInside || isFirst || isQuotedKey))
    return create('quoted', ...readListItems(text, start));
  const quoted = readQuoted(text, start);
  if (quoted) {
    if (STRUCTURED.test(quoted.text)) return null;
    // `syntax = "proto3";`
    if (separator === '=' && !isInside && text.charAt(quoted.close) === ';') return null;
    const isData =
      isQuotedKey ||
      isInside ||
      isFirst ||
      separator !== ':' ||
      /^[^`]*\s/.test(text.slice(quoted.start - 1, quoted.end));
    return isData ? { ...create('quoted', quoted), end: quoted.close } : null;
  }
  if (OPENED.test(text.slice(start, start + MAX_BEFORE_CHARS))) return null;
  if (/[&?]$/.test(lead) || /^[^\s&]*&[\w.[\]%-]{1,60}=/.test(text.slice(start, start + MAX_FORM_CHARS)))
    return separator === '=' ? create('form', readForm(FORM_VALUE, text, start)) : null;
  if (separator === ':' && !isQuotedKey && !/[\s*]/.test(text.charAt(start - 1)) && !isBraced) return null;
  if (isInside) return create('bare', readForm(BARE_VALUE, text, start));
  if (
    isFirst &&
    findLineEnd(text, start) > start &&
    !CONTAINER.test(readLine(text, start)) &&
    isAlone(text, pair)
  )
    return create('line', readYamlBlock(text, start) ?? readForm(REST_OF_LINE, text, start));
  return separator === '=' ? create('pair', readForm(UNSPACED_VALUE, text, start)) : null;
}

/** Returns the words of a label before its last one: `Comment of the ` in `Comment of the agent: …`. */
const getWordsBefore = (text: string, { key, separator }: KeyPair): string =>
  separator === ':' && LINE_LEAD.test(getLineBefore(text, key.start - key.before.length, MAX_BEFORE_CHARS))
    ? key.before
    : '';

/** Returns true for the only pair of its line. */
const isAlone = (text: string, { start }: KeyPair): boolean => !ANOTHER_PAIR.test(readLine(text, start));

const readLine = (text: string, at: number) =>
  text.slice(at, Math.min(findLineEnd(text, at), at + MAX_FORM_CHARS));

/**
 * Sets what names a value: of `{"name": "city", "value": "…"}` the other field, of a type its object.
 *
 * @param namesByGroup Cache of the first field of each group that names another.
 */
function resolveName(text: string, field: Field, namesByGroup: Map<FieldGroup, Field | null>): void {
  const { name, group } = field;
  if (TYPE_NAME.test(name) && group.owner && group.outer) {
    field.name = group.owner;
    field.group =
      TYPE_NAME.test(group.outer.owner) && group.outer.outer
        ? { ...group.outer, owner: group.outer.outer.owner }
        : group.outer;
    group.outer.fields.push(field);
  }
  if (!VALUE_OF_PAIR.test(name)) return;
  const other = getOrInsert(
    namesByGroup,
    group,
    () => group.fields.find((one) => NAME_OF_PAIR.test(one.name)) ?? null,
  );
  if (!other) {
    if (group.owner) field.name = group.owner;
    return;
  }
  other.isName = true;
  const given = text.slice(other.start, other.end);
  // `"apikey":[{"key":"value","value":"…"}]`
  field.name = (VALUE_OF_PAIR.test(given) && group.owner) || given;
}

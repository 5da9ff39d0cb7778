import type { Span } from '../core/spans.ts';
import { MAX_HEADING_CHARS, readInserts, readTextLines } from '../structure/text-tables.ts';
import { isSecretCell, isStatement } from './key-values.ts';
import { classifyKey, isNameOfPerson } from './key-vocabulary.ts';
import type { MaskedKind } from './masked.ts';
import { looksRandom } from './secret-shape.ts';

interface FoundValue extends Span {
  /** Null for a header row, which has no values. */
  masked: MaskedKind | null;
}

const MAX_LABELLED_CHARS = 400;
const KINDS: ReadonlySet<string> = new Set(['name', 'token', 'address', 'user']);

interface Column {
  heading: string;
  masked: MaskedKind;
  /** The cell of the row that holds the heading instead. */
  keyAt?: number;
}

/** Finds private values in tables of text, in columns under a header such as `Name` or `auth_token`. */
export function* findColumnValues(text: string): Generator<FoundValue> {
  yield* findInsertedValues(text);
  for (const { above, line, start, head, cells } of readTextLines(text, parseHead)) {
    const masked = classifyLabelled(above, line);
    if (masked) yield { start, end: start + line.length, masked };
    if (!head) continue;
    yield { ...head.line, masked: null };
    yield* findRowValues(line, start, cells, head.columns);
  }
}

const FULL_NAME = /^\s*\p{Lu}[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]+){0,3} \p{Lu}[\p{L}\p{M}.'’-]+\s*$/u;
const CASELESS_NAME = /^[\p{Lo}\p{M}]{2,20}(?: [\p{Lo}\p{M}]{2,20}){1,3}$/u;
const isFullName = (text: string): boolean => FULL_NAME.test(text) && isNameOfPerson(text.trim());

/** Returns the kind of a value on the line below its label, as pages print it. */
function classifyLabelled(label: string, line: string): MaskedKind | null {
  if (
    label.length > MAX_HEADING_CHARS ||
    line.length > MAX_LABELLED_CHARS ||
    !/^[ \p{L}\p{M}_-]+:?\r?$/u.test(label)
  )
    return null;
  const named = classifyKey(label);
  if (!named || named.orName || (named.kind === 'token' && named.certainty !== 'sure')) return null;
  const value = line.trim();
  if (named.kind === 'token')
    return looksRandom(value) ||
      ((/:\r?$/.test(label) ? /[\d-]/ : /\d/).test(value) &&
        !/["'{}<>]/.test(value) &&
        isSecretCell('password', value))
      ? 'token'
      : null;
  const isName =
    isFullName(line) || (named.certainty === 'sure' && CASELESS_NAME.test(value) && !isStatement(value));
  return named.kind === 'name' && isName && !classifyKey(line) ? 'name' : null;
}

/** Accepts a header row if at least one of its cells names something private. */
function parseHead(cells: readonly string[], separator: string) {
  // `customer_name | Ana Souza` in one of several lines
  if (
    cells.length === 2 &&
    /[|\t]/.test(separator) &&
    (isFullName(cells[1] ?? '') || /\d/.test(cells[1] ?? ''))
  )
    return null;
  const columns = classifyColumns(cells);
  if (columns.size === 0) return null;
  return { columns, isOfKeys: [...columns.values()].some(({ keyAt }) => keyAt !== undefined) };
}

/**
 * Returns the private columns.
 *
 * @param table Name of a database table. If given, a `name` counts only if the table or another column is about people.
 */
function classifyColumns(cells: readonly string[], table?: string): Map<number, Column> {
  const columns = new Map<number, Column>();
  const [name, value] = [KEY_COLUMN, VALUE_COLUMN].map((pattern) =>
    cells.findIndex((cell) => pattern.test(cell.trim())),
  ) as [number, number];
  if (name >= 0 && value > name && cells.filter((cell) => cell.trim() !== '').length <= MAX_PAIR_CELLS)
    return new Map([[value, { heading: '', masked: 'token', keyAt: name }]]);
  for (const [at, cell] of cells.entries()) {
    const column = classifyColumn(
      cell,
      (heading) => table === undefined || isOfPerson(heading, table, cells),
    );
    if (column) columns.set(at, column);
  }
  return columns;
}

/** Returns null for a column without private values, and for a `name` that may be a thing's. */
function classifyColumn(cell: string, isPersonal: (heading: string) => boolean): Column | null {
  const heading = cell.replace(/ ?\(s\)$|[`*]/g, '').trim();
  const named = heading.split(/\s+/).length > 4 ? null : classifyKey(heading);
  if (
    !named ||
    /^(?:notify|tenant|signed)$|city/i.test(heading) ||
    !KINDS.has(named.kind) ||
    (named.certainty !== 'sure' && (named.kind !== 'name' || !isPersonal(heading)))
  )
    return null;
  return { heading, masked: named.kind as MaskedKind };
}

/** `Name,Value`: each row is a key and its value. */
const KEY_COLUMN =
  /^(?:name|key|variable|setting|field|parameter|property|option|item|nome|nombre|nama|campo|feld|champ)$/i;
const VALUE_COLUMN = /^(?:values?|valor|nilai)$/i;
const MAX_PAIR_CELLS = 3;

const isOfPerson = (heading: string, table: string, cells: readonly string[]) =>
  classifyKey(`${table}_${heading}`)?.certainty === 'sure' ||
  cells.some((cell) => classifyKey(cell)?.kind === 'phone' || /mail|^(?:cpf|birth\w*)$/i.test(cell));

const UNNAMED: Column = { heading: 'name', masked: 'name' };

/** Finds the values of an `INSERT` whose columns are private. Without a list of columns, those written like a full name. */
function* findInsertedValues(text: string): Generator<FoundValue> {
  for (const { table, headings, values } of readInserts(text)) {
    const isUnnamed = headings.length === 0 && classifyKey(`${table}_name`)?.certainty === 'sure';
    const columns = classifyColumns(headings, table);
    if (columns.size === 0 && !isUnnamed) continue;
    for (const { column, start, value } of values) {
      const own = isUnnamed && isFullName(value) ? UNNAMED : columns.get(column);
      yield* findCellValue(value, start, own, true);
    }
  }
}

function* findRowValues(
  line: string,
  offset: number,
  cells: readonly Span[],
  columns: ReadonlyMap<number, Column>,
): Generator<FoundValue> {
  const read = (at: number) => line.slice(cells[at]?.start, cells[at]?.end);
  for (const [at, column] of columns) {
    const own = column.keyAt === undefined ? column : classifyColumn(read(column.keyAt), () => false);
    if (own) yield* findCellValue(read(at), offset + (cells[at]?.start ?? 0), own);
  }
}

function* findCellValue(
  cell: string,
  offset: number,
  column: Column | undefined,
  isInQuotes = /^\s*["']/.test(cell),
): Generator<FoundValue> {
  const value = /[^\s"'*`](?:.*[^\s"'*`])?/su.exec(cell);
  if (!value || !column) return;
  const [text] = value;
  const { masked, heading } = column;
  // The name of a template or a pod, and a sentence.
  if (
    masked === 'name' &&
    (!/\p{L}/u.test(text) ||
      /^\/\/|^\||[^\W_]_[^\W_]/.test(text) ||
      /^[a-z]+[A-Z]\w*$|^[a-z\d]+(?:-[a-z\d.]+)+$|[\p{Ll}\p{Lo}]{3}\.$/u.test(text))
  )
    return;
  if (masked === 'token' && !isSecretCell(heading, text, isInQuotes)) return;
  if (masked === 'user' && !/^\S+$/.test(text)) return;
  if (masked === 'address' && !/\d/.test(text)) return;
  const start = offset + value.index;
  yield { start, end: start + text.length, masked };
}

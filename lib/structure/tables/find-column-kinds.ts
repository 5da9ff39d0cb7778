import { joinPatterns } from '../../core/pattern-parts.ts';
import {
  type ColumnRole,
  getColumnRole,
  isCodeHeader,
  readColumnName,
} from '../column-role.ts';
import { readCountCell } from '../counted-line.ts';
import { readWholeNumber } from '../number-notation.ts';
import { hasIdentity } from '../records.ts';

/** Returns true if the catalogue has a code. */
export type IsKnownCode = (code: string) => boolean;

/** What programs print for no value. */
const NO_VALUE =
  /^(?:[-–—.]{0,3}|nan|<?na>?|n\/a|null|nil|none|undefined|\(null\)|❎)$/i;

export const isEmptyCell = (cell: string): boolean => NO_VALUE.test(cell);

/** Returns true for a count, or a cell that stands for none. */
export const isCountCell = (cell: string): boolean =>
  isEmptyCell(cell) || readWholeNumber(cell) !== null;

/** Types that some programs print below the names. */
const TYPE_NAME = /^(?:-{3}|<?[a-z][\w()[\], ]{0,20}>?)$/;

export const isTypeName = (cell: string): boolean => TYPE_NAME.test(cell);

/** A name of a column, not a sentence with the word in it. */
const NAME = /^[^\n\d.,;:!?]{1,40}$/;

const MAY_NAME_CODES = /cod|kod|код|رمز|代|コ|코/i;

/** Returns false for most lines that name no column of codes, at little cost. */
export const mayNameCodes = (line: string): boolean =>
  MAY_NAME_CODES.test(line);

/** What joins the parts of a path: `error.code`, `errors.0.code`. */
const PATH_SIGN = /(?<=\w)\.(?:\d{1,3}\.)?(?=[a-z])/gi;

export const isCodeName = (name: string): boolean =>
  NAME.test(name.replace(PATH_SIGN, ' ')) && isCodeHeader(name);

export const isCountName = (name: string): boolean =>
  COUNT_NAME.test(readColumnName(name)) || toRole(name) === 'count';

/** A code with the sign that Meta prints before it: `#131047`, `(#131047)`. */
const SIGNED_CODE = /^\(?#(\d{1,7})\)?$/;

/** Returns the digits of a cell that is a code in any notation, or null. */
const readCode = (cell: string): string | null =>
  SIGNED_CODE.exec(cell)?.[1] ?? readWholeNumber(cell);

/** Returns true for a number in any notation, and for a symbol of the catalogue. */
export const isCodeValue = (cell: string, isCode: IsKnownCode): boolean =>
  readCode(cell) !== null || (/\D/.test(cell) && isCode(cell));

const COUNT_NAME = joinPatterns(
  [
    /^/,
    [
      /(?:counta?|number|total) of [^\n]{1,40}/,
      /(?:messages?|msgs?|errors?|failures?) count/,
      /n/,
      /freq(?:uency)?/,
      /total/,
      /values?/,
      /#\s?failed/,
      /failed/,
      /messages/,
      /msgs/,
      /num/,
      /qty/,
      /hits/,
      /len/,
      /(?:doc|row|event|error|failure|failed|message|total)_count/,
    ],
    /$/,
  ],
  'i',
);
const INDEX_NAME =
  /^(?:|#|№|no\.?|nr\.?|rows?|index|\((?:iteration )?index\)|level_0)$/i;
/** Names that programs give to columns that have none. */
const NEUTRAL_NAME =
  /^(?:|keys?|_id|values?|items?|index|elements?|(?:column|var)\d*)$/i;

export const isNeutralName = (name: string): boolean => NEUTRAL_NAME.test(name);

/** Shorter codes are also counts and row numbers. */
const MIN_CODE_DIGITS = 5;
const MIN_CODE_SHARE = 0.6;

interface Column {
  at: number;
  name: string;
  role: ColumnRole | undefined;
  values: readonly string[];
}

const toRole = (name: string) => getColumnRole(name.replaceAll('_', ' '));

/**
 * Decides what each column holds, from its name and from all its values together: one odd or empty cell changes nothing.
 * Returns null if no column holds codes.
 */
export function findColumnKinds(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  isCode: IsKnownCode,
): Map<number, ColumnRole> | null {
  const columns = names.map((name, at): Column => {
    const cells = rows.map((row) => row[at] ?? '');
    const values = cells.filter((cell) => !isEmptyCell(cell));

    return {
      at,
      name,
      role: toRole(name),
      values,
    };
  });

  const codes = findCodeColumns(columns, isCode);
  if (codes.length === 0 || isSummary(columns)) return null;

  const kinds = new Map<number, ColumnRole>();

  for (const { at, role, name } of columns)
    if (role && !isDecidedByValues(role) && !INDEX_NAME.test(name))
      kinds.set(at, role);

  for (const { at } of codes) kinds.set(at, 'code');

  const count = findCountColumn(columns, codes);
  if (count) kinds.set(count.at, 'count');

  return kinds;
}

const STATISTIC = /^(?:count|mean|std)$/i;

/** Returns true for rows of statistics, each with its name before it: their values are no codes. */
const isSummary = (columns: readonly Column[]) =>
  columns.some(
    ({ name, values }) =>
      name === '' && values.some((value) => STATISTIC.test(value)),
  );

const isDecidedByValues = (role: ColumnRole) =>
  role === 'code' || role === 'count';

const holds = ({ values }: Column, test: (cell: string) => boolean) =>
  values.length > 0 &&
  values.filter(test).length >= values.length * MIN_CODE_SHARE;

/** Returns the columns that are named after codes and hold such, or one without a name whose values are codes. */
function findCodeColumns(columns: readonly Column[], isCode: IsKnownCode) {
  const isValue = (cell: string) => isCodeValue(cell, isCode);
  const isNamed = (one: Column) => isCodeName(one.name) && holds(one, isValue);
  const named = columns.filter(isNamed);
  if (named.length > 0) return named;

  const isKnown = (cell: string) => {
    const code = readCode(cell) ?? '';

    return code.length >= MIN_CODE_DIGITS && isCode(code);
  };

  const isAnyCode = (cell: string) => isCode(readCode(cell) ?? '');

  // Short codes are such beside a long one, if all are known. Alone, `[131047, 412]` may be a code and its count.
  const minKnown = ({ values }: Column) =>
    columns.length > 1 ? 0 : values.length / 2;

  const areKnown = (one: Column) =>
    one.values.filter(isKnown).length > minKnown(one) &&
    one.values.every(isAnyCode);

  const isOfCodes = (one: Column) =>
    NEUTRAL_NAME.test(one.name) && (holds(one, isKnown) || areKnown(one));

  return columns.filter(isOfCodes).slice(0, 1);
}

const isWordedCount = (cell: string) => readCountCell(cell) !== null;

const isCount = (cell: string) =>
  readWholeNumber(cell) !== null || isWordedCount(cell);

/** Returns the column that says how often each code occurred: by its name, or the only number beside the code. */
function findCountColumn(
  columns: readonly Column[],
  codes: readonly Column[],
): Column | undefined {
  const others = columns.filter(
    (one) => !codes.includes(one) && one.values.length > 0,
  );

  const counts = others.filter(({ values }) => values.every(isCount));
  const named = counts.find(
    ({ name, values }) => isCountName(name) || values.some(isWordedCount),
  );
  if (named) return named;

  const grouped = findGroupedColumn(columns, codes);
  if (grouped) return grouped;

  // In a row of one message, a number is an order or a latency.
  if (others.some((one) => holds(one, hasIdentity))) return undefined;

  // Of pairs, a code that comes again has a number of its own each time, and no count.
  if (columns.length === 2 && codes.some(hasRepeats)) return undefined;

  // A printed series has names for the columns of its index, and none for its counts, which come last.
  const [only, ...more] = counts.filter(
    (one) => one.name === '' && !isRowNumber(one),
  );

  const isLast = others.every(
    ({ at, name }) => name === '' || at < (only?.at ?? 0),
  );

  return more.length === 0 && isLast ? only : undefined;
}

/**
 * Returns the only other column of a printed data frame whose rows are codes in order, each once: a frame that is grouped
 * by code counts a column under the name of what it counted.
 */
function findGroupedColumn(
  columns: readonly Column[],
  [code, ...more]: readonly Column[],
): Column | undefined {
  const filled = columns.filter(({ values }) => values.length > 0);
  const [index, , last] = filled;
  const isFrame = filled.length === 3 && index !== undefined;
  if (!isFrame || !code || code.at !== 1 || more.length > 0) return undefined;

  const codes = code.values.map(Number);
  const isOrdered = codes.every(
    (one, at) => at === 0 || one > (codes[at - 1] ?? 0),
  );

  // `retries` beside a code are those of one message.
  const isCounted =
    last?.role !== undefined &&
    last.values.every((value) => PLAIN_COUNT.test(value));

  return isRowNumber(index) && isOrdered && isCounted ? last : undefined;
}

/** A count without groups, shorter than a phone number or an id. */
const PLAIN_COUNT = /^\d{1,6}$/;

const hasRepeats = ({ values }: Column) => new Set(values).size < values.length;

/** Returns true for a first column of 0, 1, 2 … or 1, 2, 3 …, without a name of its own. */
function isRowNumber({ name, values, at }: Column): boolean {
  const first = Number(values[0]);
  const isRising = values.every((value, row) => Number(value) === first + row);

  return INDEX_NAME.test(name) && at === 0 && first <= 1 && isRising;
}

type Row = Readonly<Record<string, unknown>>;
/** The values of one field. 0 stands for a record without it. */
type Column =
  | readonly unknown[]
  /** Texts that repeat: each of them once, and for each record the position of its text, from 1. */
  | { readonly texts: readonly string[]; readonly at: readonly number[] }
  /** Texts of which some repeat: where one was before, its first position in the column, from 1. */
  | { readonly first: readonly (string | number)[] }
  /** Objects, or lists of them: how many each record has, -1 for none, and the columns of all. */
  | {
      readonly sizes: readonly number[];
      readonly isList: boolean;
      readonly columns: PackedRecords;
    };
/** Records in columns, by field. No field name repeats and similar values are adjacent, which takes a third less space. */
export interface PackedRecords {
  readonly [name: string]: Column;
}

/** Share of different texts up to which a column refers to them. */
const MAX_DISTINCT_SHARE = 0.3;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Packs JSON objects by their fields. `unpackRecords` returns equal ones, with their fields in another order.
 *
 * @throws TypeError if a value is 0.
 */
export function packRecords(records: readonly Row[]): PackedRecords {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];

  return Object.fromEntries(
    names.map((name) => [
      name,
      packColumn(records.map((record) => record[name])),
    ]),
  );
}

function packColumn(values: readonly unknown[]): Column {
  const own = values.filter((value) => value !== undefined);
  if (own.includes(0)) throw new TypeError('0 stands for a missing value');

  const isList = own.every(
    (value) => Array.isArray(value) && value.every(isRow),
  );

  if (isList || own.every(isRow)) {
    const lists = values.map((value) =>
      isRow(value) ? [value] : (value as Row[] | undefined),
    );

    const sizes = lists.map((list) => list?.length ?? -1);

    return {
      sizes,
      isList,
      columns: packRecords(lists.flatMap((list) => list ?? [])),
    };
  }

  const texts = [...new Set(own)];

  if (texts.some((text) => typeof text !== 'string'))
    return values.map((value) => (value === undefined ? 0 : value));

  return packTexts(texts as string[], values as (string | undefined)[]);
}

/** @param texts The values, each once. */
function packTexts(
  texts: readonly string[],
  values: readonly (string | undefined)[],
): Column {
  const given = values.filter((value) => value !== undefined).length;

  if (texts.length <= given * MAX_DISTINCT_SHARE) {
    const positions = new Map(texts.map((text, at) => [text, at + 1]));

    return {
      texts,
      at: values.map((value) =>
        value === undefined ? 0 : (positions.get(value) ?? 0),
      ),
    };
  }

  const firsts = new Map<string, number>();

  const first = values.map((value, at) => {
    if (value === undefined) return 0;

    const before = firsts.get(value);
    if (before) return before;

    firsts.set(value, at + 1);
    return value;
  });

  return texts.length < given ? { first } : first;
}

/**
 * Returns the records of their fields.
 *
 * @param count Number of the records.
 */
export function unpackRecords(columns: PackedRecords, count: number): Row[] {
  const records = Array.from(
    { length: count },
    (): Record<string, unknown> => ({}),
  );

  for (const [name, column] of Object.entries(columns)) {
    const values = unpackColumn(column);
    records.forEach((record, at) => {
      if (values[at] !== 0) record[name] = values[at];
    });
  }

  return records;
}

function unpackColumn(column: Column): readonly unknown[] {
  if ('texts' in column)
    return column.at.map((at) => column.texts[at - 1] ?? 0);

  if ('first' in column)
    return column.first.map((value) =>
      typeof value === 'number' ? (column.first[value - 1] ?? 0) : value,
    );

  if (!('sizes' in column)) return column;

  const { sizes, isList, columns } = column;
  const count = sizes.reduce((sum, size) => sum + Math.max(0, size), 0);
  const all = unpackRecords(columns, count);
  let next = 0;

  return sizes.map((size) => {
    const own = all.slice(next, next + Math.max(0, size));
    next += own.length;
    return isList && size >= 0 ? own : (own[0] ?? 0);
  });
}

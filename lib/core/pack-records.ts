type Row = Readonly<Record<string, unknown>>;
/** The values of one field. 0 stands for a record without it. */
type Column =
  | readonly unknown[]
  /** Texts that repeat: each of them once, and for each record the position of its text, from 1. */
  | { readonly texts: readonly string[]; readonly at: readonly number[] }
  /** Texts of which some repeat: for these, how many records before it was last. Such small numbers repeat, too. */
  | { readonly back: readonly (string | number)[] }
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

  const lasts = new Map<string, number>();

  const back = values.map((value, at) => {
    if (value === undefined) return 0;

    const last = lasts.get(value);
    lasts.set(value, at);
    return last === undefined ? value : at - last;
  });

  return texts.length < given ? { back } : back;
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

  if ('back' in column) {
    const values: (string | number)[] = [];

    for (const value of column.back)
      values.push(
        typeof value === 'number' && value > 0
          ? (values[values.length - value] ?? 0)
          : value,
      );

    return values;
  }

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

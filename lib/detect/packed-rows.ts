/** `[code, title, mark, flags, symbols, key suffix]` */
export type IndexRow = [string, string, number, number, string[], string];
/** The same rows as columns, which compress well; see `packRows`. */
export type PackedRows = Record<'codes' | 'titles' | 'marks' | 'flags' | 'symbols' | 'suffixes', string>;

/** The rows of one registry, by column; symbols are comma-separated. */
export type RowColumns = ReturnType<typeof unpackRows>;

export function getSymbolsAt({ symbols }: RowColumns, at: number): readonly string[] {
  const own = symbols[at];
  return own ? own.split(',') : [];
}

const MAX_TITLE_LENGTH = 40;
/** Between the title of a row and the message that is printed for it. */
export const TITLE_SEPARATOR = '|';

/** Converts rows to columns with differences of numbers, in base 36: a quarter smaller when gzipped. */
export function packRows(rows: readonly IndexRow[]): PackedRows {
  let last = 0;
  const codes = rows.map(([code]) => {
    if (!/^[1-9]\d*$/.test(code)) return `=${code}`;
    const step = Number(code) - last;
    last = Number(code);
    return step.toString(36);
  });
  const joinColumn = (of: (row: IndexRow) => string, joint: string) => rows.map(of).join(joint);
  return {
    codes: codes.join('\n'),
    titles: joinColumn(
      ([code, title, , , symbols]) =>
        title === getImpliedTitle(code, symbols)
          ? ''
          : title.split(TITLE_SEPARATOR).map(truncateTitle).join(TITLE_SEPARATOR),
      '\n',
    ),
    marks: joinColumn(([, , mark]) => String(mark), ''),
    flags: joinColumn(([, , , flags]) => String(flags), ''),
    symbols: joinColumn(([, , , , symbols]) => symbols.join(','), '\n'),
    suffixes: joinColumn(([, , , , , suffix]) => suffix, '\n'),
  };
}

export function unpackRows({ codes, titles, marks, flags, symbols, suffixes }: PackedRows) {
  let last = 0;
  return {
    codes: codes.split('\n').map((step) => {
      if (step.startsWith('=')) return step.slice(1);
      last += Number.parseInt(step, 36);
      return String(last);
    }),
    titles: titles.split('\n'),
    marks,
    flags,
    symbols: symbols.split('\n'),
    suffixes: suffixes.split('\n'),
  };
}

/** Returns the title of a code without a printed title: `ATTACHMENT_REJECTED` becomes "Attachment rejected". */
export function getImpliedTitle(code: string, symbols: readonly string[]): string {
  const symbol = symbols.find((word) => /^[A-Z]/.test(word));
  if (symbol) return symbol;
  const words = code.replace(/[_-]/g, ' ').toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function truncateTitle(title: string): string {
  return title.length <= MAX_TITLE_LENGTH
    ? title
    : title.slice(0, MAX_TITLE_LENGTH + 1).replace(/\s\S*$/, '');
}

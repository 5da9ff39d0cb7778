import { anyOf } from '../../core/pattern-parts.ts';
import {
  type ColumnRole,
  ERROR_NAME,
  getColumnRole,
  isCodeHeader,
} from '../../structure/column-role.ts';

export type TableColumns = ReturnType<typeof findColumns>;

const PROVIDER_NAME = anyOf(
  [
    /provider/,
    /vendor/,
    /gateway/,
    /bsp/,
    /carrier/,
    /aggregator/,
    /prove{1,2}dor/,
    /fornecedor/,
    /penyedia/,
  ],
  'i',
);
const DETAIL_NAME = /err|reason|fail|detail|descr|motivo|cause|remark|title/i;
const MAX_DETAILS = 3;
/** Number of distinct values that are tested in each column. */
const MAX_VALUES = 40;
const MIN_SHARE = {
  code: 0.3,
  reason: 0.2,
  other: 0.5,
  provider: 0.8,
};

const IDENTITIES: ReadonlySet<ColumnRole> = new Set([
  'message',
  'recipient',
  'time',
]);

/** Counts the lines above the header: they fill fewer cells, and none of them has a code. */
export function countTitles(
  rows: readonly (readonly string[])[],
  hasCode: (cell: string) => boolean,
) {
  const filled = rows.map((row) => row.filter(Boolean).length);
  const widest = Math.max(...filled);
  const firstCode = rows.findIndex((row) => row.some(hasCode));
  const isWide = (_: unknown, at: number) => (filled[at] ?? 0) > widest / 2;

  const named = rows.findIndex(
    (row, at) =>
      isWide(row, at) &&
      row.some((cell) => isCodeHeader(cell) && !hasCode(cell)),
  );

  const first = named < 0 ? rows.findIndex(isWide) : named;

  return Math.max(0, firstCode < 0 ? first : Math.min(first, firstCode));
}

/** Ranks names of errors first, then those of other codes, then texts with a code. 0 for other columns. */
function scoreCodeColumn(
  header: string,
  role: ColumnRole | undefined,
  share: number,
): number {
  if (isCodeHeader(header)) {
    if (ERROR_NAME.test(header)) return 3 + share;
    return share < MIN_SHARE.code ? 0 : share + 1;
  }

  const least = role === 'reason' ? MIN_SHARE.reason : MIN_SHARE.other;
  return share < least ? 0 : share;
}

/**
 * Finds the columns by their headers and by the values below them.
 *
 * @param rows The first rows. The first of them may be the header.
 * @param hasCode In a column that is not named after codes, only an unmistakable code counts.
 * @param named Columns that the user named, by header or by number from 1. NaN and numbers beyond the table are possible results.
 */
export function findColumns(
  rows: readonly (readonly string[])[],
  hasCode: (cell: string, header: string, isNamed: boolean) => boolean,
  isProvider: (cell: string) => boolean,
  named: {
    codeColumn?: string | undefined;
    providerColumn?: string | undefined;
  },
) {
  const [first = [], ...rest] = rows;

  const columns = first.map((header, at) => {
    const cells = new Set(
      (rest.length > 0 ? rest : rows).map((row) => row[at] ?? ''),
    );

    const values = [...cells]
      .filter((cell) => !/^0*$/.test(cell))
      .slice(0, MAX_VALUES);

    const getShare = (test: (cell: string) => boolean) =>
      values.filter(test).length / (values.length || 1);

    const role = getColumnRole(header.replaceAll('_', ' '));
    const isNamed = isCodeHeader(header);

    const share =
      role === 'subcode'
        ? 0
        : getShare((cell) => hasCode(cell, header, isNamed));

    return {
      at,
      header,
      role,
      isNamed,
      score: scoreCodeColumn(header, role, share),
      providers: getShare(isProvider),
    };
  });

  const findNamed = (name: string) =>
    columns.find(
      ({ header }) => header.toLowerCase() === name.trim().toLowerCase(),
    )?.at ?? Number(name) - 1;

  const { codeColumn, providerColumn } = named;

  const scored = columns.filter(({ score }) => score > 0);
  const hasNamed = scored.some(({ isNamed }) => isNamed);

  // A row number may equal a code, which is none beside a column of codes.
  const found = scored
    .filter(
      ({ isNamed, role }) =>
        isNamed || !hasNamed || !IDENTITIES.has(role ?? 'reason'),
    )
    .sort((a, b) => b.score - a.score);

  const codes =
    codeColumn === undefined
      ? found
      : [{ at: findNamed(codeColumn), isNamed: true }];

  const byValues = columns.find(
    ({ header, providers }) =>
      providers >= MIN_SHARE.provider ||
      (providers > 0 && PROVIDER_NAME.test(header)),
  );

  return {
    /** False if the first row already is a failure. */
    hasHeader: !codes.some(({ at }) => hasCode(first[at] ?? '', '', true)),
    /** Columns that may contain the code, best first: a row without a code in the first is read in the next. */
    codes,
    subcode: columns.find(({ role }) => role === 'subcode')?.at,
    provider:
      providerColumn === undefined ? byValues?.at : findNamed(providerColumn),
    /** Columns with the sender's words about the failure. */
    details: columns
      .flatMap(({ at, header }) => (DETAIL_NAME.test(header) ? [at] : []))
      .slice(0, MAX_DETAILS),
  };
}

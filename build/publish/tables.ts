import type { Publication } from './publication.ts';
import { waitSeconds } from './wait-seconds.ts';

export type Cell = string | number | boolean | null;

/** A table of the catalogue, for CSV and SQL alike. Names avoid the reserved words of common engines. */
export interface Table {
  name: string;
  /** Name and SQL type. A type without `NOT NULL` says `NULL`, since ClickHouse would take it for the contrary. */
  columns: readonly (readonly [name: string, type: string])[];
  primaryKey?: string;
  rows: readonly (readonly Cell[])[];
}

const WORD = 'VARCHAR(200) NOT NULL';
const WORD_OR_NONE = 'VARCHAR(200) NULL';
const TEXT = 'TEXT NOT NULL';
const TEXT_OR_NONE = 'TEXT NULL';
const NUMBER = 'INTEGER NOT NULL';
const NUMBER_OR_NONE = 'INTEGER NULL';
const TRUTH = 'BOOLEAN NOT NULL';

/** Every table, those that others refer to first. */
export function tablesOf(publication: Publication): Table[] {
  const { version, date, revision, entries, codes, sources, providers } = publication;
  return [
    tableOf('errata_catalogue', [{ version, read_on: date, revision }], {
      version: WORD,
      read_on: WORD,
      revision: WORD,
    }),
    tableOf(
      'errata_entry',
      entries.map(entryRow),
      {
        entry_key: WORD,
        provider: WORD,
        api: WORD,
        code: WORD,
        subcode: WORD_OR_NONE,
        title: TEXT,
        class: WORD,
        meaning: TEXT,
        turn: WORD,
        retry: WORD,
        wait_for: WORD_OR_NONE,
        wait_seconds: NUMBER_OR_NONE,
        next_step: TEXT,
        http: NUMBER_OR_NONE,
        success: TRUTH,
        confidence: WORD,
        deprecated: TEXT_OR_NONE,
      },
      'entry_key',
    ),
    tableOf(
      'errata_code',
      codes.map(({ rank, key, ...row }) => ({ ...row, meaning_rank: rank, entry_key: key })),
      {
        provider: WORD,
        code: WORD,
        subcode: WORD_OR_NONE,
        meaning_rank: NUMBER,
        meanings: NUMBER,
        ambiguous: TRUTH,
        entry_key: WORD,
      },
    ),
    tableOf('errata_claim', entries.flatMap(claimRows), {
      entry_key: WORD,
      source: WORD,
      source_row: NUMBER_OR_NONE,
      agrees: TRUTH,
      title: TEXT_OR_NONE,
      says: TEXT_OR_NONE,
      remedy: TEXT_OR_NONE,
      reason: TEXT_OR_NONE,
    }),
    tableOf(
      'errata_source',
      sources.map(({ id, url = null, ...row }) => ({ ...row, source: id, url })),
      {
        source: WORD,
        name: TEXT,
        publisher: TEXT,
        kind: WORD,
        url: TEXT_OR_NONE,
        seen: WORD,
        trust: NUMBER,
      },
      'source',
    ),
    tableOf(
      'errata_provider',
      providers.map(({ id, name, desk }) => ({ provider: id, name, desk })),
      {
        provider: WORD,
        name: TEXT,
        desk: TEXT,
      },
      'provider',
    ),
  ];
}

const entryRow = ({ key, wait, next, ...row }: Publication['entries'][number]) => ({
  ...row,
  entry_key: key,
  wait_for: wait,
  wait_seconds: waitSeconds(wait),
  next_step: next,
});

const claimRows = ({ key, claims }: Publication['entries'][number]) =>
  claims.map(({ row, ...claim }) => ({ ...claim, entry_key: key, source_row: row }));

/** The columns in their order, each filled from the field of its name. */
function tableOf<Name extends string>(
  name: string,
  rows: readonly Readonly<Record<NoInfer<Name>, Cell>>[],
  columns: Readonly<Record<Name, string>>,
  primaryKey?: NoInfer<Name>,
): Table {
  const names = Object.keys(columns) as Name[];
  return {
    name,
    columns: names.map((column) => [column, columns[column]]),
    ...(primaryKey && { primaryKey }),
    rows: rows.map((row) => names.map((column) => row[column])),
  };
}

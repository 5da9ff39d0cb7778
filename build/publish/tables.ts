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
    {
      name: 'errata_catalogue',
      columns: [
        ['version', WORD],
        ['read_on', WORD],
        ['revision', WORD],
      ],
      rows: [[version, date, revision]],
    },
    entryTable(entries),
    {
      name: 'errata_code',
      columns: [
        ['provider', WORD],
        ['code', WORD],
        ['subcode', WORD_OR_NONE],
        ['meaning_rank', NUMBER],
        ['meanings', NUMBER],
        ['ambiguous', TRUTH],
        ['entry_key', WORD],
      ],
      rows: codes.map((row) => [
        row.provider,
        row.code,
        row.subcode,
        row.rank,
        row.meanings,
        row.ambiguous,
        row.key,
      ]),
    },
    {
      name: 'errata_claim',
      columns: [
        ['entry_key', WORD],
        ['source', WORD],
        ['source_row', NUMBER_OR_NONE],
        ['agrees', TRUTH],
        ['title', TEXT_OR_NONE],
        ['says', TEXT_OR_NONE],
        ['remedy', TEXT_OR_NONE],
        ['reason', TEXT_OR_NONE],
      ],
      rows: entries.flatMap(({ key, claims }) =>
        claims.map((one) => [
          key,
          one.source,
          one.row,
          one.agrees,
          one.title,
          one.says,
          one.remedy,
          one.reason,
        ]),
      ),
    },
    {
      name: 'errata_source',
      columns: [
        ['source', WORD],
        ['name', TEXT],
        ['publisher', TEXT],
        ['kind', WORD],
        ['url', TEXT_OR_NONE],
        ['seen', WORD],
        ['trust', NUMBER],
      ],
      primaryKey: 'source',
      rows: sources.map((one) => [
        one.id,
        one.name,
        one.publisher,
        one.kind,
        one.url ?? null,
        one.seen,
        one.trust,
      ]),
    },
    {
      name: 'errata_provider',
      columns: [
        ['provider', WORD],
        ['name', TEXT],
        ['desk', TEXT],
      ],
      primaryKey: 'provider',
      rows: providers.map(({ id, name, desk }) => [id, name, desk]),
    },
  ];
}

function entryTable(entries: Publication['entries']): Table {
  return {
    name: 'errata_entry',
    columns: [
      ['entry_key', WORD],
      ['provider', WORD],
      ['api', WORD],
      ['code', WORD],
      ['subcode', WORD_OR_NONE],
      ['title', TEXT],
      ['class', WORD],
      ['meaning', TEXT],
      ['turn', WORD],
      ['retry', WORD],
      ['wait_for', WORD_OR_NONE],
      ['wait_seconds', NUMBER_OR_NONE],
      ['next_step', TEXT],
      ['http', NUMBER_OR_NONE],
      ['success', TRUTH],
      ['confidence', WORD],
      ['deprecated', TEXT_OR_NONE],
    ],
    primaryKey: 'entry_key',
    rows: entries.map((one) => [
      one.key,
      one.provider,
      one.api,
      one.code,
      one.subcode,
      one.title,
      one.class,
      one.meaning,
      one.turn,
      one.retry,
      one.wait,
      waitSeconds(one.wait),
      one.next,
      one.http,
      one.success,
      one.confidence,
      one.deprecated,
    ]),
  };
}

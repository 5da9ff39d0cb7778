import type { Publication } from '../../build/publication.ts';
import type { Entry, Plan } from '../../data/schema.ts';
import { getCountryRules } from '../../lib/answer/plan/country-rules.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';
import { getEntryPlan } from '../../lib/core/published-verdict.ts';
import {
  REGION_BY_AREA,
  REGION_BY_CALLING_CODE,
} from '../../lib/masking/display-masking.ts';

export type SqlValue = string | number | boolean | null;

/** A table of the catalogue for CSV and SQL. Names avoid reserved words of common engines. */
export type SqlTable = ReturnType<typeof createTable>;

/** SQL types by short name. A `key` is a unique `word`. */
const SQL_TYPES: Readonly<Record<string, string>> = {
  key: 'VARCHAR(200)',
  word: 'VARCHAR(200)',
  text: 'TEXT',
  number: 'INTEGER',
  truth: 'BOOLEAN',
};

export function createSqlTables(
  publication: Publication,
  catalogue: Catalogue,
): SqlTable[] {
  const { version, date, revision, entries, codes, sources, providers } =
    publication;

  return [
    createTable(
      'errata_catalogue',
      'version word, read_on word, revision word',
      [{ version, read_on: date, revision }],
    ),
    createTable(
      'errata_entry',
      `entry_key key, provider word, api word, code word, subcode word?, title text, class word, meaning text,
      turn word, retry word, wait_seconds number?, next_step text, http number?,
      success truth, confidence word, deprecated text?, entry_plan word?, window_from word?`,
      entries.map(({ key, wait, next, ...row }) => {
        const entry = catalogue.byKey.get(key);

        const more = {
          entry_plan: entry && getEntryPlan(entry),
          window_from: entry?.window?.from,
        };

        return {
          ...row,
          ...more,
          entry_key: key,
          wait_seconds: wait,
          next_step: next,
        };
      }),
    ),
    createTable(
      'errata_code',
      `provider word, code word, subcode word?, meaning_rank number, meanings number, ambiguous truth,
      entry_key word`,
      codes.map(({ rank, key, ...row }) => ({
        ...row,
        meaning_rank: rank,
        entry_key: key,
      })),
    ),
    createTable(
      'errata_claim',
      `entry_key word, source word, source_row number?, agrees truth, title text?, says text?, remedy text?,
      reason text?`,
      entries.flatMap(({ key, claims }) =>
        claims.map(({ row, ...claim }) => ({
          ...claim,
          entry_key: key,
          source_row: row,
        })),
      ),
    ),
    createTable(
      'errata_source',
      'source key, name text, publisher text, kind word, url text?, seen word, trust number',
      sources.map(({ id, ...row }) => ({ ...row, source: id })),
    ),
    createTable(
      'errata_provider',
      'provider key, name text, desk text, passes_on word?',
      providers.map(({ id, passesOn, ...row }) => ({
        ...row,
        provider: id,
        passes_on: passesOn,
      })),
    ),
    createTable(
      'errata_country_rule',
      // Without a country, the rule for all others.
      'entry_key word, country word?, plan word',
      catalogue.entries.flatMap((entry) => listCountryPlans(entry, catalogue)),
    ),
    createTable(
      'errata_calling_code',
      'prefix key, country word',
      [...REGION_BY_CALLING_CODE, ...REGION_BY_AREA].map(
        ([prefix, country]) => ({
          prefix,
          country,
        }),
      ),
    ),
  ];
}

/** Returns the plan of each country that a rule names, and that of all others under null. The first rule counts. */
export function listCountryPlans(entry: Entry, catalogue: Catalogue) {
  const plans = new Map<string | null, Plan>();

  for (const { in: countries = [null], plan } of getCountryRules(
    entry,
    catalogue,
  ))
    for (const country of countries)
      if (plan && !plans.has(null)) getOrInsert(plans, country, () => plan);

  return [...plans].map(([country, plan]) => ({
    entry_key: entry.key,
    country,
    plan,
  }));
}

/** @param columns Name and type of the fields, in order; `?` marks a nullable one. */
function createTable(name: string, columns: string, rows: readonly object[]) {
  const read = columns
    .split(',')
    .map((column) => column.trim().split(' ') as [name: string, type: string]);

  const primaryKey = read.find(([, type]) => type === 'key')?.[0];

  return {
    name,
    // Nullable columns say `NULL` explicitly, because columns in ClickHouse are NOT NULL by default.
    columns: read.map(([column, type]) => {
      const isOpen = type.endsWith('?');

      return [
        column,
        `${SQL_TYPES[type.replace('?', '')]} ${isOpen ? 'NULL' : 'NOT NULL'}`,
      ];
    }),
    ...(primaryKey && { primaryKey }),
    rows: rows.map((row) =>
      read.map(
        ([column]) => (row[column as keyof typeof row] ?? null) as SqlValue,
      ),
    ),
  };
}

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { JsonSchema } from './json-schema.ts';
import { createPublicationSchema } from './publication.ts';

/**
 * Writes the tables `errata_entry`, with the nested lists of `catalogue.json`, and `errata_code` as Parquet.
 *
 * @param dir Has the files of `publishCatalogue`.
 * @returns The written files with their sizes.
 */
export async function writeParquet(dir: string): Promise<readonly { file: string; bytes: number }[]> {
  const quotePath = (file: string) => `'${join(dir, file).replaceAll("'", "''")}'`;
  const selects = {
    'catalogue.parquet': `
      SELECT errata_entry.*, lists.* RENAME ("where" AS places)
      FROM errata_entry POSITIONAL JOIN (
        SELECT unnest(entries, max_depth := 2)
        FROM read_json(${quotePath('catalogue.json')}, columns = {entries: '${getListType()}'})
      ) AS lists`,
    'catalogue-codes.parquet': 'SELECT * FROM errata_code',
  };
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(readFileSync(join(dir, 'catalogue.sql'), 'utf8'));
  for (const [file, select] of Object.entries(selects))
    await connection.run(`COPY (${select}) TO ${quotePath(file)} (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
  return Object.keys(selects).map((file) => ({ file, bytes: statSync(join(dir, file)).size }));
}

/** Returns DuckDB's type of the entries, with their lists only. Explicit, because DuckDB guesses types from values. */
function getListType(): string {
  const { properties = {} }: JsonSchema = createPublicationSchema();
  const lists = Object.entries(properties.entries?.items?.properties ?? {}).filter(
    ([, { type }]) => type === 'array',
  );
  return `${formatType({ type: 'object', properties: Object.fromEntries(lists) })}[]`;
}

function formatType({ type, anyOf, items, properties = {} }: JsonSchema): string {
  const value = anyOf?.find((one) => one.type !== 'null');
  if (value) return formatType(value);
  if (type === 'array') return `${formatType(items ?? {})}[]`;
  if (type !== 'object') return TYPES[type ?? ''] ?? 'VARCHAR';
  const fields = Object.entries(properties).map(([name, field]) => `"${name}" ${formatType(field)}`);
  return `STRUCT(${fields.join(', ')})`;
}

const TYPES: Readonly<Record<string, string>> = { integer: 'INTEGER', boolean: 'BOOLEAN' };

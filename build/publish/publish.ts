import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { readCatalogue } from '../read-catalogue.ts';
import { createPublication, createPublicationSchema } from './publication.ts';
import { createSqlTables } from './tables.ts';
import { toCsvTable } from './to-csv.ts';
import { toSql } from './to-sql.ts';

/** Outside the extension folders, so that the packages stay small. */
export const PUBLISHED = join(import.meta.dirname, '../../.output/catalogue');

/**
 * Writes the catalogue as JSON, CSV and SQL. The same content gives the same bytes.
 *
 * @returns The written files with their sizes.
 */
export function publishCatalogue(dir: string = PUBLISHED): readonly { file: string; bytes: number }[] {
  const publication = createPublication(createCatalogue(readCatalogue()));
  const tables = createSqlTables(publication);
  const { version, date, revision } = publication;
  const files: [file: string, content: string][] = [
    ['catalogue.json', `${JSON.stringify(publication)}\n`],
    ['catalogue.schema.json', `${JSON.stringify(createPublicationSchema(), null, 2)}\n`],
    [
      'catalogue.sql',
      toSql(tables, `Errata's catalogue ${version}, sources read until ${date}, revision ${revision}.`),
    ],
    ...tables.flatMap((table): [string, string][] => {
      const file = CSV[table.name];
      return file ? [[file, toCsvTable(table)]] : [];
    }),
  ];
  mkdirSync(dir, { recursive: true });
  return files.map(([file, content]) => {
    writeFileSync(join(dir, file), content);
    return { file, bytes: Buffer.byteLength(content) };
  });
}

const CSV: Readonly<Record<string, string>> = {
  errata_entry: 'catalogue.csv',
  errata_code: 'catalogue-codes.csv',
};

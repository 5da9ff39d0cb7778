import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogue } from '../../lib/catalogue/catalogue.ts';
import { readCatalogue } from '../read-catalogue.ts';
import { asCsv } from './as-csv.ts';
import { asSql } from './as-sql.ts';
import { publicationOf, publicationSchema } from './publication.ts';
import { tablesOf } from './tables.ts';

/** Outside the extension folders, so that the packages stay small. */
export const PUBLISHED = join(import.meta.dirname, '../../.output/catalogue');

/**
 * Writes the catalogue as JSON, CSV and SQL. The same content gives the same bytes.
 *
 * @returns The written files with their sizes.
 */
export function publish(dir: string = PUBLISHED): readonly { file: string; bytes: number }[] {
  const publication = publicationOf(openCatalogue(readCatalogue()));
  const tables = tablesOf(publication);
  const { version, date, revision } = publication;
  const files: [file: string, content: string][] = [
    ['catalogue.json', `${JSON.stringify(publication)}\n`],
    ['catalogue.schema.json', `${JSON.stringify(publicationSchema(), null, 2)}\n`],
    [
      'catalogue.sql',
      asSql(tables, `Errata's catalogue ${version}, sources read until ${date}, revision ${revision}.`),
    ],
    ...tables.flatMap((table): [string, string][] => {
      const file = CSV[table.name];
      return file ? [[file, asCsv(table)]] : [];
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

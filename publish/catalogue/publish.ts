import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  createPublication,
  createPublicationSchema,
} from '../../build/publication.ts';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { quoteCsvCell } from '../../lib/structure/split-rows.ts';
import { fillInRules } from './plan-sql.ts';
import { createSqlTables, type SqlTable, type SqlValue } from './tables.ts';
import { createVectorFiles } from './vectors.ts';

/** Outside the extension folders, so that the packages stay small. */
export const CATALOGUE_FOLDER = join(
  import.meta.dirname,
  '../../.output/catalogue',
);

/** Writes the catalogue as JSON, CSV and SQL. The same content gives the same bytes. */
export function publishCatalogue(dir: string = CATALOGUE_FOLDER) {
  const catalogue = createCatalogue(readCatalogue());
  const publication = createPublication(catalogue);
  const tables = createSqlTables(publication, catalogue);
  const { version, date, revision } = publication;
  const comment = `-- Errata's catalogue ${version}, sources read until ${date}, revision ${revision}.`;

  return writeFiles(dir, [
    ['catalogue.json', `${JSON.stringify(publication)}\n`],
    [
      'catalogue.schema.json',
      `${JSON.stringify(createPublicationSchema(), null, 2)}\n`,
    ],
    ['catalogue.sql', [`${comment}\n`, ...tables.map(formatTable)].join('\n')],
    ...tables.flatMap((table): File[] => {
      const file = CSV.get(table.name);
      return file ? [[file, toCsvTable(table)]] : [];
    }),
    ...SCRIPTS.map(
      (file): File => [
        file,
        fillInRules(readFileSync(join(import.meta.dirname, file), 'utf8')),
      ],
    ),
  ]);
}

/** Writes the test vectors and the table of decisions, which take longer than all the rest. */
export const publishVectors = (dir: string) =>
  writeFiles(dir, createVectorFiles(createCatalogue(readCatalogue())));

type File = readonly [name: string, content: string];

export function writeFiles(dir: string, files: readonly File[]) {
  return files.map(([file, content]) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), content);
    return { file, bytes: Buffer.byteLength(content) };
  });
}

const CSV = new Map([
  ['errata_entry', 'catalogue.csv'],
  ['errata_code', 'catalogue-codes.csv'],
]);

/** Written by hand, for the tables and those of the user. */
const SCRIPTS = ['explained.sql', 'plan.sql'];

/** Formats a table as CSV: UTF-8 with a header, LF line ends. Null is an empty cell. */
function toCsvTable({ columns, rows }: SqlTable): string {
  const lines = [columns.map(([name]) => name), ...rows].map((row) =>
    row.map((cell) => quoteCsvCell(String(cell ?? ''))).join(','),
  );
  return `${lines.join('\n')}\n`;
}

/** Rows in one INSERT statement. Fewer load slowly, more exceed limits of some engines. */
const ROWS_PER_STATEMENT = 200;

/** Standard SQL that can be run again. Backslashes are not escaped, so MySQL needs `NO_BACKSLASH_ESCAPES`. */
function formatTable({ name, columns, primaryKey, rows }: SqlTable): string {
  const parts = columns.map(([column, type]) => `  ${column} ${type}`);

  if (primaryKey) parts.push(`  PRIMARY KEY (${primaryKey})`);

  const lines = [
    `DROP TABLE IF EXISTS ${name};`,
    `CREATE TABLE ${name} (\n${parts.join(',\n')}\n);`,
  ];

  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const values = rows
      .slice(at, at + ROWS_PER_STATEMENT)
      .map((row) => `  (${row.map(formatLiteral).join(', ')})`);

    lines.push(
      `INSERT INTO ${name} (${columns.map(([column]) => column).join(', ')}) VALUES`,
    );

    lines.push(`${values.join(',\n')};`);
  }

  return `${lines.join('\n')}\n`;
}

const formatLiteral = (cell: SqlValue): string =>
  typeof cell === 'string'
    ? `'${cell.replaceAll("'", "''")}'`
    : String(cell).toUpperCase();

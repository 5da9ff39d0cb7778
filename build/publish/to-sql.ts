import type { SqlTable, SqlValue } from './tables.ts';

/** Rows in one INSERT statement. Fewer load slowly, more exceed limits of some engines. */
const ROWS_PER_STATEMENT = 200;

/**
 * Formats tables as SQL that creates and fills them, and that can be run again with a later version. Standard SQL,
 * tested on DuckDB and SQLite. Backslashes in strings are not escaped, so MySQL needs `NO_BACKSLASH_ESCAPES`.
 */
export function toSql(tables: readonly SqlTable[], comment: string): string {
  return [`-- ${comment}\n`, ...tables.map(formatTable)].join('\n');
}

function formatTable({ name, columns, primaryKey, rows }: SqlTable): string {
  const parts = columns.map(([column, type]) => `  ${column} ${type}`);
  if (primaryKey) parts.push(`  PRIMARY KEY (${primaryKey})`);
  const lines = [`DROP TABLE IF EXISTS ${name};`, `CREATE TABLE ${name} (\n${parts.join(',\n')}\n);`];
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const values = rows
      .slice(at, at + ROWS_PER_STATEMENT)
      .map((row) => `  (${row.map(formatLiteral).join(', ')})`);
    lines.push(`INSERT INTO ${name} (${columns.map(([column]) => column).join(', ')}) VALUES`);
    lines.push(`${values.join(',\n')};`);
  }
  return `${lines.join('\n')}\n`;
}

function formatLiteral(cell: SqlValue): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'string') return `'${cell.replaceAll("'", "''")}'`;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { onTestFinished } from 'vitest';
import { installPackage } from './apps/packages.ts';

export type SqlRow = Record<string, string | number | boolean | null>;

/** The columns of `failures` in docs/at-scale.md. */
const COLUMNS = {
  line: 'BIGINT',
  message_id: 'VARCHAR(200)',
  attempt: 'INTEGER',
  failed_at: 'BIGINT',
  provider: 'VARCHAR(200)',
  code: 'VARCHAR(200)',
  subcode: 'VARCHAR(200)',
  fee_micros: 'INTEGER',
  status: 'VARCHAR(200)',
  recipient: 'VARCHAR(200)',
  country: 'VARCHAR(200)',
  template: 'VARCHAR(200)',
  window_end: 'BIGINT',
};

const ROWS_PER_INSERT = 10_000;

/** Formats failures as statements that create and fill their table in any engine. */
export function formatFailures(rows: readonly SqlRow[]): string {
  const formatCell = (cell: SqlRow[string] = null) =>
    typeof cell === 'string'
      ? `'${cell.replaceAll("'", "''")}'`
      : String(cell ?? 'NULL');

  const names = Object.keys(COLUMNS);

  const values = rows.map(
    (row) => `(${names.map((name) => formatCell(row[name])).join(', ')})`,
  );

  // A statement of a hundred thousand rows is more than some engines take.
  const inserts = chunk(values, ROWS_PER_INSERT).map(
    (some) => `INSERT INTO failures VALUES ${some.join(',\n')};`,
  );

  const columns = Object.entries(COLUMNS).map(
    ([name, type]) => `${name} ${type} NULL`,
  );

  return `
    CREATE TABLE failures (${columns.join(', ')});
    ${inserts.join('\n')}`;
}

const chunk = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );

interface Database {
  run(statements: string): unknown;
  query(sql: string): Promise<SqlRow[]> | SqlRow[];
}

export async function openDuckDb(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();

  onTestFinished(() => {
    connection.closeSync();
    instance.closeSync();
  });

  return {
    run: (statements) => connection.run(statements),
    query: async (sql) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJson() as SqlRow[],
  };
}

export async function openSqlite(): Promise<Database> {
  const database = new DatabaseSync(':memory:');

  onTestFinished(() => database.close());

  return {
    run: (statements) => database.exec(statements),
    query: (sql) => database.prepare(sql).all() as SqlRow[],
  };
}

export async function openPostgres(): Promise<Database> {
  const database = await PGlite.create();

  onTestFinished(() => database.close());

  return {
    // Without statistics, joins of ten tables take minutes.
    run: (statements) => database.exec(`${statements}; ANALYZE;`),
    query: async (sql) => (await database.query<SqlRow>(sql)).rows,
  };
}

/** Two shards in one process. A shard with a database of its own would need a server. */
const SHARD =
  '<shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>';
const CLUSTER = `<clickhouse><tcp_port>9000</tcp_port><remote_servers><errata>
  ${SHARD}${SHARD}
</errata></remote_servers></clickhouse>`;

/** A process of its own, because the library takes all signals and half a gigabyte. */
const SCRIPT = `
  const { Session } = require(process.argv[1]);
  const { statements, sql } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const session = new Session(undefined, { connectionArgs: ['--config-file=' + process.argv[2]] });
  const isStatement = (text) => text.replace(/^\\s*--.*$/gm, '').trim() !== '';
  for (const one of statements.split(/;\\s*$/m).filter(isStatement)) session.query(one, 'CSV');
  process.stdout.write(session.query(sql.replace(/;\\s*$/, ''), 'JSONEachRow'));
  session.close();`;

/** Installs ClickHouse at the first use. The settings are those of docs/at-scale.md. */
export async function openClickHouse(): Promise<Database> {
  const library = installPackage('chdb');
  const folder = mkdtempSync(join(tmpdir(), 'errata-clickhouse-'));

  onTestFinished(() => rmSync(folder, { recursive: true }));

  const config = join(folder, 'cluster.xml');

  writeFileSync(config, CLUSTER);

  let statements = `
    CREATE DATABASE errata;
    USE errata;
    SET default_table_engine = 'MergeTree';
    SET join_use_nulls = 1;\n`;

  return {
    run: (more) => {
      statements += `${more}\n`;
    },
    query: (sql) => {
      const options = {
        input: JSON.stringify({ statements, sql }),
        maxBuffer: 1 << 28,
      };

      const out = execFileSync(
        process.execPath,
        ['-e', SCRIPT, library, config],
        options,
      ).toString();

      return out
        .split('\n')
        .flatMap((line): SqlRow[] => (line === '' ? [] : [JSON.parse(line)]));
    },
  };
}

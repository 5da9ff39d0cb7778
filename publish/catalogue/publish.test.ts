import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Ajv from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../build/publication.ts';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { toEntryJson } from '../../lib/answer/format/entry-json.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { publishCatalogue } from './publish.ts';
import { createSqlTables } from './tables.ts';

const ROOT = join(import.meta.dirname, '../..');
const NODE = join(ROOT, 'node_modules/.bin/node');
const catalogue = createCatalogue(readCatalogue());

let dir = '';
let publication: Publication;
const readPublished = (file: string) => readFileSync(join(dir, file), 'utf8');

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'errata-catalogue-'));
  publishCatalogue(dir);
  publication = JSON.parse(readPublished('catalogue.json')) as Publication;
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Runs the statements in a new database and returns the results of the queries. */
async function queryDuckDb(
  statements: string,
  ...queries: string[]
): Promise<unknown[][][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(statements);
  const answers: unknown[][][] = [];
  for (const query of queries)
    answers.push((await connection.runAndReadAll(query)).getRowsJson());
  connection.closeSync();
  instance.closeSync();
  return answers;
}

describe('catalogue.json', () => {
  const readSchema = () =>
    JSON.parse(readPublished('catalogue.schema.json')) as Record<
      string,
      unknown
    >;
  const validate = (value: unknown) => {
    const check = new Ajv({ allErrors: true, formats: { uri: true } }).compile(
      readSchema(),
    );
    check(value);
    return (check.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message}`,
    );
  };

  it('conforms to its schema of draft 2020-12', () => {
    expect(readSchema().$schema).toBe(
      'https://json-schema.org/draft/2020-12/schema',
    );
    expect(validate(publication)).toEqual([]);
  });

  it.each([
    ['a code as a number', { code: 131047 }],
    ['a turn that there is not', { turn: 'somebody' }],
    ['a field that nothing describes', { colour: 'red' }],
    ['no next step', { next: '' }],
    ['no claim', { claims: [] }],
    ['a key of another form', { key: '131047' }],
  ])('would not conform to it with %s', (_, change) => {
    const [first, ...entries] = publication.entries;
    expect(
      validate({
        ...publication,
        entries: [{ ...first, ...change }, ...entries],
      }),
    ).not.toEqual([]);
  });

  it('has the entries that the command prints, with keys that are unique', () => {
    expect(publication.entries).toEqual(catalogue.entries.map(toEntryJson));
    const out = execFileSync(NODE, ['cli/explain.ts', '--all', '--json'], {
      cwd: ROOT,
      maxBuffer: 1 << 26,
    });
    expect(
      (JSON.parse(out.toString()) as { entries: unknown }).entries,
    ).toEqual(publication.entries);
    expect(new Set(publication.entries.map(({ key }) => key)).size).toBe(
      publication.entries.length,
    );
  });

  it('has version, date and revision', () => {
    expect(publication).toMatchObject({
      version: catalogue.version,
      date: expect.stringMatching(/^\d{4}-\d{2}(-\d{2})?$/),
      revision: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });
});

describe('the rows to join with', () => {
  const findRows = (
    provider: string,
    code: string,
    subcode: string | null = null,
  ) =>
    publication.codes.filter(
      (one) =>
        one.provider === provider &&
        one.code === code &&
        one.subcode === subcode,
    );

  it('have one most likely meaning for each code of a provider', () => {
    const first = publication.codes.filter(({ rank }) => rank === 1);
    const ids = first.map(
      ({ provider, code, subcode }) => `${provider} ${code} ${subcode}`,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(publication.codes.map(({ key }) => key)).size).toBe(
      publication.entries.length,
    );
  });

  it('separate the same number of two providers', () => {
    expect(findRows('meta', '1003')[0]?.key).toBe('meta/onprem/1003');
    expect(findRows('gupshup', '1003')[0]?.key).toBe('gupshup/api/1003');
  });

  it('include subcodes, numbers of a range, symbols, and ambiguous codes', () => {
    expect(findRows('meta', '190', '463')[0]?.key).toBe('meta/graph/190.463');
    expect(findRows('meta', '230')[0]?.key).toBe('meta/cloud/200-299');
    expect(findRows('cequens', 'MISSING_TOKEN')).toHaveLength(1);
    expect(
      findRows('360dialog', '1005').map(({ rank, meanings, ambiguous }) => [
        rank,
        meanings,
        ambiguous,
      ]),
    ).toEqual([
      [1, 4, true],
      [2, 4, true],
      [3, 4, true],
      [4, 4, true],
    ]);
  });
});

describe('the files', () => {
  it.each([
    ['catalogue.csv', 'errata_entry'],
    ['catalogue-codes.csv', 'errata_code'],
  ])('%s contains every cell of %s', async (file, name) => {
    const table = createSqlTables(publication, catalogue).find(
      (one) => one.name === name,
    );
    const [rows] = await queryDuckDb(
      '',
      `SELECT * FROM read_csv('${join(dir, file)}', header = true, all_varchar = true, strict_mode = true)`,
    );
    expect(rows).toEqual(
      table?.rows.map((cells) =>
        cells.map((cell) => (cell === null ? null : String(cell))),
      ),
    );
  });

  it('catalogue.sql fills DuckDB with every row, and can run again', async () => {
    const tables = createSqlTables(publication, catalogue);
    const queries = tables.map(({ name }) => `SELECT * FROM ${name}`);
    expect(
      await queryDuckDb(readPublished('catalogue.sql').repeat(2), ...queries),
    ).toEqual(tables.map(({ rows }) => rows));
  });

  it('catalogue.sql fills SQLite with every row', () => {
    const script = `
      const { DatabaseSync } = require('node:sqlite');
      const base = new DatabaseSync(':memory:');
      base.exec(require('node:fs').readFileSync(0, 'utf8'));
      const names = ${JSON.stringify(createSqlTables(publication, catalogue).map(({ name }) => name))};
      console.log(JSON.stringify(names.map((name) => base.prepare('SELECT * FROM ' + name).all().map(Object.values))));`;
    const out = execFileSync(NODE, ['--no-warnings', '-e', script], {
      input: readPublished('catalogue.sql'),
      maxBuffer: 1 << 26,
    });
    const toSqliteValue = (cell: unknown) =>
      typeof cell === 'boolean' ? Number(cell) : cell;
    expect(JSON.parse(out.toString())).toEqual(
      createSqlTables(publication, catalogue).map(({ rows }) =>
        rows.map((cells) => cells.map(toSqliteValue)),
      ),
    );
  });

  it('have the same bytes each time', () => {
    const before = ['catalogue.json', 'catalogue.sql', 'catalogue.csv'].map(
      readPublished,
    );
    publishCatalogue(dir);
    expect(
      ['catalogue.json', 'catalogue.sql', 'catalogue.csv'].map(readPublished),
    ).toEqual(before);
  });
});

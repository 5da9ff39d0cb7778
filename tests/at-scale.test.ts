import { execFileSync, execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { explain } from '../lib/explain/explain.ts';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules/.bin');
const catalogue = createCatalogue(readCatalogue());

/** Returns the fenced code blocks of a language in the page. */
const PAGE = readFileSync(join(ROOT, 'docs/at-scale.md'), 'utf8');
const findCodeBlocks = (language: string) =>
  [...PAGE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, found, text = '']) =>
    found === language ? [text] : [],
  );

const QUERIES = [
  ...findCodeBlocks('sql'),
  readFileSync(join(import.meta.dirname, 'fixtures/failures.sql'), 'utf8'),
];

type ExportedRow = Record<string, string | number | boolean | null>;
const parseRows = (out: string) =>
  out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ExportedRow);

/** Inside the project, so that the page's script resolves DuckDB as after `npm install`. */
let dir = '';
/** Output of the page's shell commands. */
let printed: string[] = [];
const runQueries = (...files: string[]) =>
  parseRows(
    execFileSync(join(BIN, 'node'), ['run.mjs', ...files], { cwd: dir, maxBuffer: 1 << 26 }).toString(),
  );

beforeAll(() => {
  mkdirSync(join(ROOT, '.output'), { recursive: true });
  dir = mkdtempSync(join(ROOT, '.output/at-scale-'));
  for (const sql of QUERIES) writeFileSync(join(dir, getQueryName(sql)), sql);
  writeFileSync(join(dir, 'run.mjs'), findCodeBlocks('js').join(''));
  // `npm run` changes to the package's folder. The link makes its output available here.
  symlinkSync(join(ROOT, '.output'), join(dir, '.output'));
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}` };
  printed = findCodeBlocks('sh').map((command) =>
    execSync(command, { cwd: dir, env, maxBuffer: 1 << 26 }).toString(),
  );
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function getQueryName(sql: string): string {
  const name = /^-- (\w+\.sql)\n/.exec(sql)?.[1];
  if (!name) throw new Error(`This query has no name:\n${sql}`);
  return name;
}

const findQuery = (name: string) => QUERIES.find((sql) => getQueryName(sql) === name) ?? '';
/** Queries that run on any engine: the view first, then the questions. */
const SHARED = QUERIES.map(getQueryName).filter((name) => name !== 'webhooks.sql' && name !== 'failures.sql');

/** The failures of `failures.sql` with the engine's explanations, one for each combination of properties. */
const KINDS = [
  ...findQuery('failures.sql').matchAll(/\((\d+), '([\w-]+)', '(\w+)', (?:NULL|'(\w+)'), (\d+)\)/g),
].map(([, , provider = '', code = '', subcode, fee]) => {
  // Meta's own codes keep their meaning if a provider passes them on.
  const own = explain({ provider, code, subcode: subcode ?? null }, catalogue);
  return { provider, code, subcode: subcode ?? null, fee: Number(fee), entry: own.entry };
});
const MESSAGES = 600_000;
const LATE = 590_000;
const NOW = 1_795_176_000;
const counts = KINDS.map(() => 0);
for (let m = 0; m < MESSAGES; m++) {
  const kind = m >= LATE && m % 50 === 0 ? 20 : m % 20;
  counts[kind] = (counts[kind] ?? 0) + 1;
}
const kinds = KINDS.map((kind, at) => ({ ...kind, messages: counts[at] ?? 0 }));
const sumKinds = (list: typeof kinds, weight = (kind: (typeof kinds)[number]) => kind.messages) =>
  list.reduce((sum, kind) => sum + weight(kind), 0);
const filterByKey = (rows: ExportedRow[], key: string) => rows.filter((row) => row.entry_key === key);

interface Database {
  run(statements: string): unknown;
  query(sql: string): Promise<ExportedRow[]> | ExportedRow[];
}

function openSqlite(): Database {
  const database = new DatabaseSync(':memory:');
  return {
    run: (statements) => database.exec(statements),
    query: (sql) => database.prepare(sql).all() as ExportedRow[],
  };
}

async function openPostgres(): Promise<Database> {
  const database = await PGlite.create();
  onTestFinished(() => database.close());
  return {
    run: (statements) => database.exec(statements),
    query: async (sql) => (await database.query<ExportedRow>(sql)).rows,
  };
}

/** Formats DuckDB's failures as a statement that fills a table of any engine. */
function formatFailures(rows: readonly ExportedRow[]): string {
  const values = rows.map((row) => {
    const cells = Object.values(row).map((cell) => (cell === null ? 'NULL' : `'${cell}'`));
    return `(${cells.join(', ')})`;
  });
  return `
    CREATE TABLE failures (
      message_id TEXT, attempt INTEGER, failed_at BIGINT, provider TEXT, code TEXT, subcode TEXT, fee_micros INTEGER);
    INSERT INTO failures VALUES ${values.join(', ')};`;
}

describe('the commands of docs/at-scale.md', { timeout: 60_000 }, () => {
  it('create the catalogue and 1.2 million failures', () => {
    expect(printed[0]).toContain('catalogue.sql');
    expect(sumKinds(kinds) * 2).toBe(1_200_000);
    writeFileSync(join(dir, 'count.sql'), 'SELECT COUNT(*) AS n, MAX(failed_at) AS last FROM failures;');
    expect(runQueries('count.sql')).toEqual([{ n: '1200000', last: String(NOW - 3) }]);
  });

  it('keep every failure one row', () => {
    writeFileSync(join(dir, 'joined.sql'), 'SELECT COUNT(*) AS n FROM explained;');
    expect(runQueries('joined.sql')).toEqual([{ n: '1200000' }]);
  });

  it('return failures and turns as the engine does', () => {
    const rows = parseRows(printed[1] ?? '');
    const expected = new Map<string, number>();
    for (const { entry, messages } of kinds)
      if (entry) expected.set(entry.key, (expected.get(entry.key) ?? 0) + messages);
    expect(new Map(rows.map((row) => [String(row.entry_key), Number(row.messages)]))).toEqual(expected);
    for (const row of rows) {
      const { verdict, title } = catalogue.byKey.get(String(row.entry_key)) ?? {};
      expect([row.turn, row.retry, row.title]).toEqual([verdict?.turn, verdict?.retry, title]);
      expect(Number(row.failures)).toBe(2 * Number(row.messages));
    }
    expect(Number(rows[0]?.failures)).toBe(Math.max(...expected.values()) * 2);
  });

  it('return what may be sent again now, and what never', () => {
    const rows = runQueries('resend.sql');
    expect(rows.reduce((sum, { messages }) => sum + Number(messages), 0)).toBe(MESSAGES);
    const getVerdicts = (key: string) =>
      filterByKey(rows, key).map(({ may_send, messages }) => [may_send, Number(messages)]);
    expect(getVerdicts('meta/cloud/131050')).toEqual([['no', counts[3]]]);
    expect(getVerdicts('meta/cloud/130472')).toEqual([['no', counts[4]]]);
    expect(getVerdicts('meta/cloud/131000')).toEqual([['no: a second try has failed too', counts[6]]]);
    expect(getVerdicts('meta/cloud/131056')).toEqual([['now', counts[5]]]);
    // A day has 28,800 messages, and every twentieth is of this kind. In the last hours some are replaced by the new kind.
    const recent = Array.from({ length: MESSAGES }, (_, m) => m).filter(
      (m) => m % 20 === 2 && !(m >= LATE && m % 50 === 0) && NOW - (MESSAGES - m) * 3 + 86_400 > NOW,
    ).length;
    expect(getVerdicts('meta/cloud/131049')).toEqual([
      ['not yet', recent],
      ['now', (counts[2] ?? 0) - recent],
    ]);
    expect(rows.filter(({ entry_key }) => entry_key === null)).toMatchObject([
      { may_send: 'unknown code: look at it first' },
    ]);
  });

  it('return the cost of useless retries', () => {
    const rows = runQueries('wasted.sql');
    const useless = kinds.filter(({ entry }) => ['no', 'after-fix'].includes(entry?.verdict.retry ?? ''));
    expect(rows.reduce((sum, { tries }) => sum + Number(tries), 0)).toBe(sumKinds(useless));
    expect(rows.reduce((sum, { fees }) => sum + Number(fees), 0)).toBeCloseTo(
      sumKinds(useless, ({ messages, fee }) => (messages * fee) / 1_000_000),
    );
    expect(rows.map(({ entry_key }) => entry_key)).not.toContain('meta/cloud/131056');
  });

  it('return the new codes of today', () => {
    expect(runQueries('new.sql')).toMatchObject([
      {
        provider: 'meta',
        code: '131042',
        entry_key: 'meta/cloud/131042',
        failures: String((counts[20] ?? 0) * 2),
      },
    ]);
  });

  it('return the codes missing in the catalogue', () => {
    expect(runQueries('unknown.sql')).toEqual([
      { provider: 'meta', code: '131999', subcode: null, failures: String((counts[18] ?? 0) * 2) },
      { provider: 'twilio', code: '99999', subcode: null, failures: String((counts[19] ?? 0) * 2) },
    ]);
  });

  it('return ambiguous codes', () => {
    const rows = runQueries('ambiguous.sql');
    expect(rows.map(({ entry_key }) => entry_key)).toEqual(
      ['active-account', 'biz-link-error', 'locked', 'timeout'].map(
        (one) => `360dialog/registration/1005~${one}`,
      ),
    );
  });

  it('call only functions that all engines have', () => {
    const called = SHARED.flatMap((name) => [
      ...findQuery(name)
        .replace(/--.*$/gm, '')
        .replace(/'[^']*'/g, "''")
        .matchAll(/(\w+)\s*\(/g),
    ]).map(([, word = '']) => word);
    expect([...new Set(called)].sort()).toEqual([
      'COALESCE',
      'COUNT',
      'FROM',
      'IN',
      'LAG',
      'MIN',
      'OVER',
      'ROW_NUMBER',
      'SUM',
    ]);
    // Several engines prefix the columns of a join with their table unless they have an alias.
    const columns = /SELECT([\s\S]*?)FROM failures/.exec(findQuery('explained.sql'))?.[1] ?? '';
    expect(columns.match(/\w+\.\w+(?= AS )/g)?.length).toBe(13);
  });

  it.runIf(process.env.NIGHTLY)(
    'return the same rows on SQLite and PostgreSQL',
    async () => {
      // One in fifty messages, because SQLite takes half a minute for all.
      const some = `DELETE FROM failures WHERE hash(message_id) % 50 <> 0;\nSELECT * FROM failures;`;
      writeFileSync(join(dir, 'some.sql'), some);
      const failures = formatFailures(runQueries('some.sql'));
      const formatRow = (row: ExportedRow) =>
        JSON.stringify(
          Object.values(row).map((cell) => (cell === null || Number.isNaN(+cell) ? cell : +cell)),
        );
      const format = (rows: ExportedRow[]) => rows.map(formatRow).sort();
      const [view = '', ...questions] = SHARED;
      const answers = questions.map((name) => [name, format(runQueries(name))] as const);
      for (const database of [openSqlite(), await openPostgres()]) {
        await database.run(readFileSync(join(dir, '.output/catalogue/catalogue.sql'), 'utf8'));
        await database.run(`${failures} ANALYZE;`);
        await database.run(findQuery(view));
        for (const [name, expected] of answers) {
          expect(expected.length, name).toBeGreaterThan(0);
          expect(format(await database.query(findQuery(name))), name).toEqual(expected);
        }
      }
    },
    120_000,
  );

  it('read unchanged webhooks of Meta', () => {
    const createWebhook = (statuses: unknown[]) =>
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: '1', changes: [{ value: { statuses } }] }],
      });
    const createFailure = (id: string, ...codes: number[]) => ({
      id,
      status: 'failed',
      timestamp: '1795100000',
      errors: codes.map((code) => ({ code, title: 'x' })),
    });
    const lines = [
      createWebhook([createFailure('a', 131047), createFailure('b', 131026, 131049)]),
      createWebhook([{ id: 'c', status: 'delivered', timestamp: '1795100001', errors: null }]),
    ];
    writeFileSync(join(dir, 'webhooks.jsonl'), `${lines.join('\n')}\n`);
    writeFileSync(
      join(dir, 'seen.sql'),
      'SELECT message_id, failed_at, code, entry_key FROM explained ORDER BY code;',
    );
    expect(runQueries('webhooks.sql', 'explained.sql', 'seen.sql')).toEqual(
      [
        ['b', '131026'],
        ['a', '131047'],
        ['b', '131049'],
      ].map(([message_id, code]) => ({
        message_id,
        failed_at: '1795100000',
        code,
        entry_key: `meta/cloud/${code}`,
      })),
    );
  });
});

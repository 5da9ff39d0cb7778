import { execFileSync, execSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { explain } from '../lib/answer/explain/explain.ts';
import { planFailures } from '../lib/answer/plan/plan-failures.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { fillInRules } from '../publish/catalogue/plan-sql.ts';
import {
  formatFailures,
  openClickHouse,
  openPostgres,
  openSqlite,
  type SqlRow,
} from './sql-engines.ts';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules/.bin');
const catalogue = createCatalogue(readCatalogue());

/** Returns the fenced code blocks of a language in the page. */
const PAGE = readFileSync(join(ROOT, 'docs/at-scale.md'), 'utf8');
const findCodeBlocks = (language: string) =>
  [...PAGE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(
    ([, found, text = '']) => (found === language ? [text] : []),
  );

const SQL_FILES = [
  'publish/catalogue/explained.sql',
  'publish/catalogue/plan.sql',
];
/** By day a tenth of the failures, of the same time and mix, so that each recipient still has two or three messages. */
const SCALE = process.env.NIGHTLY ? 1 : 10;
const [MESSAGES, LATE, RECIPIENTS] = [
  600_000 / SCALE,
  590_000 / SCALE,
  300_000 / SCALE - 1,
];
const SECONDS_BETWEEN = 3 * SCALE;
const SCALED: readonly (readonly [written: string, used: string])[] = [
  ['600000', `${MESSAGES}`],
  ['590000', `${LATE}`],
  ['299999', `${RECIPIENTS}`],
  [') * 3 ', `) * ${SECONDS_BETWEEN} `],
];
/** As published, with the rules of the plan filled in. */
const readQuery = (file: string) =>
  fillInRules(readFileSync(join(ROOT, file), 'utf8'));
const QUERIES = [
  ...findCodeBlocks('sql'),
  ...SQL_FILES.map(readQuery),
  SCALED.reduce(
    (sql, [written, used]) => sql.replaceAll(written, used),
    readQuery('tests/fixtures/failures.sql'),
  ),
];

const parseRows = (out: string) =>
  out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as SqlRow);

/** Inside the project, so that the page's script resolves DuckDB as after `npm install`. */
let dir = '';
/** Output of the page's shell commands. */
let printed: string[] = [];
const runQueries = (...files: string[]) =>
  parseRows(
    execFileSync(join(BIN, 'node'), ['run.mjs', ...files], {
      cwd: dir,
      maxBuffer: 1 << 26,
    }).toString(),
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
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function getQueryName(sql: string): string {
  const name = /^-- (\w+\.sql)\b/.exec(sql)?.[1];
  if (!name) throw new Error(`This query has no name:\n${sql}`);
  return name;
}

const findQuery = (name: string) =>
  QUERIES.find((sql) => getQueryName(sql) === name) ?? '';
/** In any engine they create what the questions need. */
const STEPS = ['explained.sql', 'moment.sql', 'plan.sql'];
const QUESTIONS = QUERIES.map(getQueryName).filter(
  (name) => !['webhooks.sql', 'failures.sql', ...STEPS].includes(name),
);

/** The failures of `failures.sql` with the engine's explanations, one for each combination of properties. */
const KINDS = [
  ...findQuery('failures.sql').matchAll(
    /\((\d+), '([\w-]+)', '(\w+)', (?:NULL|'(\w+)'), (\d+)\)/g,
  ),
].map(([, , provider = '', code = '', subcode, fee]) => {
  // Meta's own codes keep their meaning if a provider passes them on.
  const { entry, ambiguous } = explain(
    { provider, code, subcode: subcode ?? null },
    catalogue,
  );
  return {
    provider,
    code,
    subcode: subcode ?? null,
    fee: Number(fee),
    entry,
    ambiguous,
  };
});
const NOW = 1_795_176_000;
const getKind = (m: number) => (m >= LATE && m % 50 === 0 ? 20 : m % 20);
const counts = KINDS.map(() => 0);
for (let m = 0; m < MESSAGES; m++)
  counts[getKind(m)] = (counts[getKind(m)] ?? 0) + 1;
const kinds = KINDS.map((kind, at) => ({ ...kind, messages: counts[at] ?? 0 }));
const sumKinds = (
  list: typeof kinds,
  weight = (kind: (typeof kinds)[number]) => kind.messages,
) => list.reduce((sum, kind) => sum + weight(kind), 0);

describe('the commands of docs/at-scale.md', () => {
  it('create the catalogue and the failures, by night 1.2 million', () => {
    expect(printed[0]).toContain('catalogue.sql');
    writeFileSync(
      join(dir, 'count.sql'),
      'SELECT COUNT(*) AS n, MAX(failed_at) AS last FROM failures;',
    );
    expect(runQueries('count.sql')).toEqual([
      { n: `${2 * MESSAGES}`, last: String(NOW - SECONDS_BETWEEN) },
    ]);
  });

  it('keep every failure one row', () => {
    writeFileSync(
      join(dir, 'joined.sql'),
      'SELECT COUNT(*) AS n FROM explained;',
    );
    expect(runQueries('joined.sql')).toEqual([{ n: `${2 * MESSAGES}` }]);
  });

  it('return failures and turns as the engine does', () => {
    const rows = parseRows(printed[1] ?? '');
    const expected = new Map<string, number>();
    for (const { entry, messages } of kinds)
      if (entry)
        expected.set(entry.key, (expected.get(entry.key) ?? 0) + messages);
    expect(
      new Map(rows.map((row) => [String(row.entry_key), Number(row.messages)])),
    ).toEqual(expected);
    for (const row of rows) {
      const { verdict, title } =
        catalogue.byKey.get(String(row.entry_key)) ?? {};
      expect([row.turn, row.retry, row.title]).toEqual([
        verdict?.turn,
        verdict?.retry,
        title,
      ]);
      expect(Number(row.failures)).toBe(2 * Number(row.messages));
    }
    expect(Number(rows[0]?.failures)).toBe(Math.max(...expected.values()) * 2);
  });

  it('return what to do with each failure as the library does', () => {
    const planned = planFailures(
      {
        length: 2 * MESSAGES,
        at: (index) => {
          const m = Math.floor(index / 2);
          const { entry = null, ambiguous = false } = KINDS[getKind(m)] ?? {};
          return {
            entry,
            ambiguous,
            recipient: `+55119${10_000_000 + (m % RECIPIENTS)}`,
            message: `${index}`,
            failedAtMs:
              (NOW -
                (MESSAGES - m) * SECONDS_BETWEEN +
                ((index % 2) - 1) * 60) *
              1_000,
            ...(m % 3 > 0 && { template: `template-${m % 3}` }),
          };
        },
      },
      catalogue,
      NOW * 1_000,
    );
    const expected = new Map<string, number>();
    for (const [index, { plan, reason }] of planned.entries()) {
      const key = KINDS[getKind(Math.floor(index / 2))]?.entry?.key ?? null;
      const kind = JSON.stringify([plan, reason, key]);
      expected.set(kind, (expected.get(kind) ?? 0) + 1);
    }
    const rows = runQueries('resend.sql');
    const found = rows.map(
      (row) =>
        [
          JSON.stringify([row.plan, row.reason, row.entry_key]),
          Number(row.failures),
        ] as const,
    );
    expect(new Map(found)).toEqual(expected);
    expect(new Set(rows.map(({ plan }) => plan)).size).toBe(6);
  });

  it('return the cost of useless retries', () => {
    const rows = runQueries('wasted.sql');
    const useless = kinds.filter(({ entry }) =>
      ['no', 'after-fix'].includes(entry?.verdict.retry ?? ''),
    );
    expect(rows.reduce((sum, { tries }) => sum + Number(tries), 0)).toBe(
      sumKinds(useless),
    );
    expect(rows.reduce((sum, { fees }) => sum + Number(fees), 0)).toBeCloseTo(
      sumKinds(useless, ({ messages, fee }) => (messages * fee) / 1_000_000),
    );
    expect(rows.map(({ entry_key }) => entry_key)).not.toContain(
      'meta/cloud/131056',
    );
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
      {
        provider: 'meta',
        code: '131999',
        subcode: null,
        failures: String((counts[18] ?? 0) * 2),
      },
      {
        provider: 'twilio',
        code: '99999',
        subcode: null,
        failures: String((counts[19] ?? 0) * 2),
      },
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
    const called = [...STEPS, ...QUESTIONS]
      .flatMap((name) => [
        ...findQuery(name)
          .replace(/--.*$/gm, '')
          .replace(/'[^']*'/g, "''")
          .matchAll(/(\w+)\s*\(/g),
      ])
      .map(([, word = '']) => word);
    const keywords = ['AND', 'AS', 'FROM', 'IN', 'JOIN', 'OVER', 'VARCHAR'];
    expect(
      [...new Set(called)].filter((word) => !keywords.includes(word)).sort(),
    ).toEqual([
      ...[
        'CAST',
        'COALESCE',
        'COUNT',
        'LAG',
        'LENGTH',
        'LOWER',
        'LTRIM',
        'MAX',
        'MIN',
        'REPLACE',
        'ROW_NUMBER',
      ],
      ...['RTRIM', 'SUBSTR', 'SUM', 'UPPER'],
    ]);
    // Several engines prefix the columns of a join with their table unless they have an alias.
    const columns =
      /SELECT([\s\S]*?)FROM failures/.exec(findQuery('explained.sql'))?.[1] ??
      '';
    expect(columns.match(/\w+\.\w+/g)?.length).toBe(
      (columns.match(/\w+\.\w+(?= AS )/g)?.length ?? 0) + 5,
    );
  });

  it.runIf(process.env.NIGHTLY)(
    'return the same rows on SQLite, PostgreSQL and ClickHouse',
    async () => {
      // One in fifty messages, because SQLite takes half a minute for all.
      const some = `DELETE FROM failures WHERE hash(message_id) % 50 <> 0;\nSELECT * FROM failures;`;
      writeFileSync(join(dir, 'some.sql'), some);
      const failures = formatFailures(runQueries('some.sql'));
      const formatRow = (row: SqlRow) =>
        JSON.stringify(
          Object.values(row).map((cell) =>
            cell === null || Number.isNaN(+cell) ? cell : +cell,
          ),
        );
      const format = (rows: SqlRow[]) => rows.map(formatRow).sort();
      runQueries('.output/catalogue/plan.sql');
      const answers = QUESTIONS.map(
        (name) => [name, format(runQueries(name))] as const,
      );
      for (const open of [openSqlite, openPostgres, openClickHouse]) {
        const database = await open();
        await database.run(
          readFileSync(join(dir, '.output/catalogue/catalogue.sql'), 'utf8'),
        );
        await database.run(failures);
        for (const name of STEPS) await database.run(findQuery(name));
        for (const [name, expected] of answers) {
          expect(expected.length, name).toBeGreaterThan(0);
          expect(format(await database.query(findQuery(name))), name).toEqual(
            expected,
          );
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
      recipient_id: '5511987654321',
      status: 'failed',
      timestamp: '1795100000',
      errors: codes.map((code) => ({ code, title: 'x' })),
    });
    const lines = [
      createWebhook([
        createFailure('a', 131047),
        createFailure('b', 131026, 131049),
      ]),
      createWebhook([
        {
          id: 'c',
          recipient_id: '14155552671',
          status: 'delivered',
          timestamp: '1795100001',
          errors: null,
        },
        {
          id: 'd',
          recipient_id: '14155552671',
          status: 'sent',
          timestamp: '1795100000',
        },
      ]),
      createWebhook([
        { ...createFailure('c', 131000), recipient_id: '14155552671' },
      ]),
    ];
    writeFileSync(join(dir, 'webhooks.jsonl'), `${lines.join('\n')}\n`);
    writeFileSync(
      join(dir, 'seen.sql'),
      'SELECT message_id, code, recipient, plan, reason FROM explained JOIN planned USING (line, message_id, recipient) ORDER BY code;',
    );
    const brazil = '+5511987654321';
    const america = '+14155552671';
    expect(
      runQueries('webhooks.sql', 'explained.sql', 'plan.sql', 'seen.sql').map(
        (row) => Object.values(row),
      ),
    ).toEqual([
      ['c', '131000', america, null, 'arrived'],
      ['b', '131026', brazil, 'fix', null],
      ['a', '131047', brazil, 'fix', null],
      ['b', '131049', brazil, 'wait', null],
      ['c', null, america, null, 'arrived'],
    ]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import { createPublication } from '../build/publication.ts';
import { readCatalogue } from '../build/read-catalogue.ts';
import {
  explain as explainInput,
  getCatalogue,
  lookUp,
  plan as planMessages,
  search,
} from '../cli/npm/index.ts';
import { callTool } from '../cli/npm/mcp-tools.ts';
import { createCsvExplainer } from '../lib/answer/csv/explain-csv.ts';
import { explain } from '../lib/answer/explain/explain.ts';
import { createPublishedCodeRows } from '../lib/answer/format/code-rows.ts';
import { formatVerdictLine } from '../lib/answer/format/verdict-text.ts';
import { withPlan } from '../lib/answer/plan/apply-plan.ts';
import { getCountryRules } from '../lib/answer/plan/country-rules.ts';
import { planFailures } from '../lib/answer/plan/plan-failures.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { memoize } from '../lib/core/get-or-insert.ts';
import { getProviderLists } from '../lib/detect/code-index.ts';
import { quoteCsvCell, splitRow } from '../lib/structure/split-rows.ts';
import { publishCatalogue } from '../publish/catalogue/publish.ts';
import { createSqlTables } from '../publish/catalogue/tables.ts';
import { createVectorFiles } from '../publish/catalogue/vectors.ts';
import { takeNthByDay } from './by-day.ts';

const catalogue = createCatalogue(readCatalogue());

interface Pair {
  provider: string;
  code: string;
  subcode: string | null;
}

/** Returns every pair that a provider lists or passes on, and every subcode of seven digits with another code. */
function findPairs(): Pair[] {
  const rows = createPublishedCodeRows(catalogue);
  const byProvider = Map.groupBy(rows, ({ provider }) => provider);
  const long = catalogue.entries.flatMap(({ provider, code }) =>
    /^\d{7}$/.test(code) ? [{ provider, code }] : [],
  );
  return catalogue.providers.flatMap((provider) => {
    const pairs = getProviderLists(provider).flatMap((list) => [
      ...(byProvider.get(list) ?? []).map(({ code, subcode }) => ({
        provider: provider.id,
        code,
        subcode,
      })),
      ...long.flatMap((one) =>
        one.provider === list
          ? [{ provider: provider.id, code: '100', subcode: one.code }]
          : [],
      ),
    ]);
    return [
      ...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values(),
    ];
  });
}

const getVectorFiles = memoize(
  (own: typeof catalogue) => new Map(createVectorFiles(own)),
);

const pairs = findPairs();
const FOREIGN: readonly Pair[] = [
  '999999',
  '21211',
  '63016',
  '1340',
  '471',
].flatMap((code) =>
  ['meta', 'twilio', 'vonage', 'infobip', '8x8'].map((provider) => ({
    provider,
    code,
    subcode: null,
  })),
);
const all = [...takeNthByDay(48, pairs), ...FOREIGN];
const answers = all.map((pair) => explain(pair, catalogue));
const listPairs = (isWrong: (at: number) => boolean) =>
  all.filter((_, at) => isWrong(at));
const csv = [
  'n,provider,code,subcode',
  ...all.map(({ provider, code, subcode }, n) =>
    [`row ${n}`, provider, code, subcode ?? '']
      .map((cell) => quoteCsvCell(cell))
      .join(','),
  ),
].join('\n');

test('the pairs include those that providers pass on', () => {
  expect(pairs.length).toBeGreaterThan(30_000);
  expect(pairs).toContainEqual({
    provider: '360dialog',
    code: '190',
    subcode: '463',
  });
  const getKey = (pair: Pair) => explain(pair, catalogue).entry?.key ?? null;
  expect(getKey({ provider: 'meta', code: '100', subcode: '2494179' })).toBe(
    'meta/management/2494179',
  );
  expect(
    getKey({ provider: 'meta', code: '999999', subcode: null }),
  ).toBeNull();
});

test('SQL has the verdict of the library', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'errata-verdict-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  publishCatalogue(dir);
  writeFileSync(join(dir, 'failures.csv'), csv);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(readFileSync(join(dir, 'catalogue.sql'), 'utf8'));
  await connection.run(`
    CREATE TABLE failures AS
    SELECT CAST(substr(n, 5) AS INTEGER) AS message_id, 1 AS line, 1 AS attempt, 0 AS failed_at, provider, code, subcode,
      0 AS fee_micros, NULL AS status, NULL AS recipient, NULL AS country, NULL AS template, NULL AS window_end
    FROM read_csv('${join(dir, 'failures.csv')}', header = true, all_varchar = true);
    ${readFileSync(join(dir, 'explained.sql'), 'utf8')}`);
  const answer = await connection.runAndReadAll(
    'SELECT message_id, entry_key, ambiguous FROM explained ORDER BY message_id',
  );
  const rows = answer.getRowsJson() as [
    number,
    string | null,
    boolean | null,
  ][];
  connection.closeSync();
  expect(rows.map(([at]) => at)).toEqual(all.map((_, at) => at));
  const wrong = listPairs((at) => {
    const { entry, ambiguous } = answers[at] ?? {};
    return (
      rows[at]?.[1] !== (entry?.key ?? null) ||
      (entry !== null && rows[at]?.[2] !== ambiguous)
    );
  });
  expect(wrong).toEqual([]);
});

test('a table has the verdict of the library', () => {
  const explainer = createCsvExplainer(catalogue, catalogue, {
    nowMs: 0,
    codeColumn: 'code',
    providerColumn: 'provider',
  });
  const table = new TextEncoder().encode(csv);
  explainer.read(table, true);
  const bytes = explainer.createWriter()(table, true);
  const lines = new TextDecoder().decode(bytes).split('\n').slice(1);
  const cells = lines.map((line) => {
    const { start = 0, end = 0 } = splitRow(line, ',').at(-3) ?? {};
    return line.slice(start, end);
  });
  expect(cells.length).toBe(all.length);
  const wrong = listPairs((at) => {
    const { entry, ambiguous } = answers[at] ?? {};
    // An undecided code lists the keys of its meanings, best first.
    if (ambiguous) return !cells[at]?.startsWith(`${entry?.key} `);
    // A table says 0 for "no error".
    return (
      cells[at] !== (entry?.key ?? '') && !/^0+$/.test(all[at]?.code ?? '')
    );
  });
  expect(wrong).toEqual([]);
});

/** What a program does with the retry of each plan. Those of a wait are what it does after the wait. */
const RETRIES_BY_PLAN: Record<string, readonly string[]> = {
  now: ['once'],
  slowly: ['backoff'],
  wait: ['later', 'backoff', 'after-fix'],
  fix: ['after-fix'],
  never: ['no'],
  check: ['after-fix', 'no'],
  null: ['no'],
};

test('the table of decisions and the package have one verdict for a code, and its plan', () => {
  const { codes, decisions } = JSON.parse(
    getVectorFiles(catalogue).get('retry.json') ?? '',
  );
  const rows = takeNthByDay(10, createPublishedCodeRows(catalogue));
  const wrong = rows.flatMap(
    ({ provider, code, subcode, rank, ambiguous, key }) => {
      const name = subcode ? `${code}/${subcode}` : code;
      const { turn, retry, wait, plan } =
        rank === 1 ? decisions[codes[provider][name]] : {};
      if (rank > 1 || !/^-?[\w.]+$/.test(code)) return [];
      const [planned] = planMessages([
        { code, subcode: subcode ?? undefined, provider },
      ]).messages;
      const text = JSON.stringify({
        error: { code, ...(subcode && { error_subcode: subcode }) },
      });
      // The fields of an object may decide what the code alone does not.
      const found = explainInput(text, { provider }).findings.find(
        (one) => one.entry?.key === key && one.ambiguous === ambiguous,
      )?.verdict;
      const isSame =
        !found ||
        (found.turn === turn &&
          found.retry === retry &&
          found.waitSeconds === wait);
      return isSame &&
        planned?.plan === plan &&
        RETRIES_BY_PLAN[plan]?.includes(retry)
        ? []
        : [[provider, name, { turn, retry, wait, plan }, found, planned?.plan]];
    },
  );
  expect(wrong).toEqual([]);
});

interface Said {
  turn: string;
  retry: string;
  wait: number | null;
}

test('each code has one turn, one retry and one wait in all that is published', () => {
  const { codes, decisions } = JSON.parse(
    getVectorFiles(catalogue).get('retry.json') ?? '',
  );
  const published = new Map(
    getCatalogue().entries.map((entry) => [entry.key, entry]),
  );
  const [{ rows = [], columns = [] } = {}] = createSqlTables(
    createPublication(catalogue),
    catalogue,
  ).filter(({ name }) => name === 'errata_entry');
  const [atKey, ...atVerdict] = [
    'entry_key',
    'turn',
    'retry',
    'wait_seconds',
  ].map((name) => columns.findIndex(([column]) => column === name));
  const ofSql = new Map(
    rows.map((row) => [row[atKey ?? 0], atVerdict.map((at) => row[at])]),
  );
  const live = catalogue.entries.filter(({ deprecated }) => !deprecated);
  const list = ({ turn, retry, wait }: Said) => [turn, retry, wait];
  const rowsOfCodes = createPublishedCodeRows(catalogue);
  const wrong = live.flatMap((entry) => {
    const { key, provider, code, subcode } = entry;
    const json = published.get(key);
    const one = lookUp(key)[0];
    const tool = callTool('look_up', { code: key })
      .structuredContent as unknown as {
      entry: { key: string; verdict: Said & { waitSeconds: number | null } };
    };
    const line = formatVerdictLine(entry, catalogue).line;
    const [finding] = explainInput(
      { code, ...(subcode && { error_subcode: subcode }) },
      { provider },
    ).findings;
    const row = rowsOfCodes.find(
      (own) => own.key === key && own.rank === 1 && own.code === code,
    );
    const decided =
      row && !row.ambiguous
        ? decisions[codes[row.provider][subcode ? `${code}/${subcode}` : code]]
        : null;
    const all = {
      catalogue: json && list(json),
      lookUp: one && list(one),
      verdict: one && list({ ...one.verdict, wait: one.verdict.waitSeconds }),
      mcp: list({
        ...tool.entry.verdict,
        wait: tool.entry.verdict.waitSeconds,
      }),
      sql: ofSql.get(key),
      explain:
        finding?.entry?.key === key && !finding.ambiguous
          ? list({
              ...finding.entry.verdict,
              wait: finding.entry.verdict.waitSeconds,
            })
          : undefined,
      decided: decided ? list(decided) : undefined,
      line:
        /then retry|retry when (?:fixed|done)/.test(line) ===
          (json?.retry === 'after-fix') || !/retry/.test(line)
          ? undefined
          : line,
    };
    const distinct = new Set(
      Object.values(all).flatMap((said) => (said ? JSON.stringify(said) : [])),
    );
    return distinct.size === 1 ? [] : [[key, all]];
  });
  expect(wrong).toEqual([]);
  for (const retry of ['later', 'after-fix', 'once'])
    expect(
      new Set(
        search(`retry:${retry}`, { limit: 3_000 }).map((one) => one.retry),
      ),
    ).toEqual(new Set([retry]));
});

test('a row of a table has the retry of its decision', () => {
  const explainer = createCsvExplainer(catalogue, catalogue, {
    nowMs: 0,
    codeColumn: 'code',
    providerColumn: 'provider',
  });
  const rows = createPublishedCodeRows(catalogue).filter(
    ({ rank, subcode, ambiguous, code }) =>
      rank === 1 && !subcode && !ambiguous && /^[1-9]\d*$/.test(code),
  );
  const text = [
    'provider,code',
    ...rows.map(({ provider, code }) => `${provider},${code}`),
  ].join('\n');
  const table = new TextEncoder().encode(text);
  explainer.read(table, true);
  const lines = new TextDecoder()
    .decode(explainer.createWriter()(table, true))
    .split('\n');
  const at = splitRow(lines[0] ?? '', ',').findIndex(
    ({ start, end }) => lines[0]?.slice(start, end) === 'errata_retry',
  );
  const wrong = rows.flatMap(({ provider, code, key }, n) => {
    const line = lines[n + 1] ?? '';
    const cells = splitRow(line, ',').map(({ start, end }) =>
      line.slice(start, end),
    );
    const [one] = lookUp(key);
    return cells[at] === one?.retry || one?.success || cells.at(-2) === 'check'
      ? []
      : [[provider, code, line, one?.retry]];
  });
  expect(wrong).toEqual([]);
});

/** When the vectors fail: a wait that has ended since is no wait. */
const VECTORS_AT = new Date('2026-11-20T12:00:00Z');

test('a payload of the test vectors has the verdict of the package', () => {
  const lines =
    getVectorFiles(catalogue).get('vectors.jsonl')?.trim().split('\n') ?? [];
  const wrong = lines.flatMap((line) => {
    const { payload, provider, code, id, turn, retry, wait } = JSON.parse(line);
    const own = explainInput(payload, {
      provider,
      now: VECTORS_AT,
    }).findings.find((one) => one.code === code)?.verdict;
    const isSame =
      own?.turn === turn && own?.retry === retry && own?.waitSeconds === wait;
    return isSame ? [] : [[id, { turn, retry, wait }, own]];
  });
  expect(wrong).toEqual([]);
});

const RECIPIENTS = [
  '4155552671',
  '+49****1234',
  '12025550143',
  '14165550123',
  '4915123456789',
  '33612345678',
  '819012345678',
  '5511987654321',
];
const ruled = catalogue.entries.filter(
  (entry) => getCountryRules(entry, catalogue).length > 0,
);

test.each(RECIPIENTS)(
  'a card has the verdict and step of the plan for a recipient with %s',
  (recipient) => {
    expect(ruled.length).toBeGreaterThan(10);
    const wrong = ruled.flatMap(({ key, code, provider }) => {
      const nearby = JSON.stringify({
        status: 'failed',
        recipient_id: recipient,
        errors: [{ code }],
      });
      const told = explain({ code, provider, nearby }, catalogue).entry;
      const { entry } = explain({ code, provider }, catalogue);
      const [planned] = planFailures([{ entry, recipient }], catalogue, 0);
      const own = withPlan(entry, planned, catalogue);
      const isSame =
        told?.verdict.turn === own?.verdict.turn &&
        told?.verdict.retry === own?.verdict.retry;
      return isSame && told?.next === own?.next
        ? []
        : [[key, told?.verdict, own?.verdict, told?.next, own?.next]];
    });
    expect(wrong).toEqual([]);
  },
);

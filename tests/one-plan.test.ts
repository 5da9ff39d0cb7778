import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { plan as planMessages } from '../cli/npm/index.ts';
import { callTool } from '../cli/npm/mcp-tools.ts';
import { planPage } from '../components/popup/page-plan.ts';
import type { Entry } from '../data/schema.ts';
import { createCsvExplainer } from '../lib/answer/csv/explain-csv.ts';
import { decideMark } from '../lib/answer/explain/decide-mark.ts';
import { decideRow } from '../lib/answer/explain/decide-row.ts';
import { explain } from '../lib/answer/explain/explain.ts';
import { getShownVerdict } from '../lib/answer/format/explanation-text.ts';
import { createCodeNode } from '../lib/answer/format/page-tree.ts';
import { formatTicket } from '../lib/answer/format/ticket.ts';
import { dependsOnRow, getRowMark } from '../lib/answer/plan/apply-plan.ts';
import { getCountryRules } from '../lib/answer/plan/country-rules.ts';
import { readMessageStatus } from '../lib/answer/plan/message-status.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { formatCountry } from '../lib/core/i18n/country-name.ts';
import { getMarkKind } from '../lib/core/mark-kind.ts';
import { selectTextAround } from '../lib/structure/around-code.ts';
import { splitRow } from '../lib/structure/split-rows.ts';
import { publishCatalogue } from '../publish/catalogue/publish.ts';
import { takeNthByDay } from './by-day.ts';
import {
  formatFailures,
  openDuckDb,
  openPostgres,
  openSqlite,
} from './sql-engines.ts';

const catalogue = createCatalogue(readCatalogue());
const NOW_MS = Date.now();
const HOUR_MS = 3_600_000;

const NUMBERS: Readonly<Record<string, (at: number) => string>> = {
  none: () => '',
  US: (at) => `+1415${String(5_550_000 + at)}`,
  GB: (at) => `+447${String(400_100_000 + at)}`,
  IN: (at) => `+9198${String(10_000_000 + at)}`,
  BR: (at) => `+55119${String(80_000_000 + at)}`,
  DE: (at) => `+491512${String(1_000_000 + at)}`,
  JP: (at) => `+8190${String(10_000_000 + at)}`,
  ID: (at) => `+62812${String(10_000_000 + at)}`,
};

const formatHoursAgo = (hours: number) =>
  `${new Date(NOW_MS - hours * HOUR_MS).toISOString().slice(0, 16)}Z`;

const TIMES: Readonly<Record<string, string>> = {
  none: '',
  'an hour ago': formatHoursAgo(1),
  yesterday: formatHoursAgo(25),
  'without a zone': formatHoursAgo(2).slice(0, 16).replace('T', ' '),
};
const STATUSES = ['', 'failed', 'delivered', 'sent'];
const HEADERS = ['Time', 'To', 'Template', 'Status', 'Provider', 'Error code'];

interface Row {
  entry: Entry;
  cells: readonly string[];
}

/** Codes that name one meaning of their provider. */
const ENTRIES = catalogue.entries.filter((entry) => {
  const { code, provider, deprecated, subcode } = entry;
  if (deprecated || subcode || !/^\d+$/.test(code)) return false;
  if (!dependsOnRow(entry, catalogue)) return false;

  const told = explain({ code, provider }, catalogue);
  return told.entry?.key === entry.key && !told.ambiguous;
});

/** One row for each status and country, and another recipient in each. */
function createRows(
  entries: readonly Entry[],
  time: string,
  first: number,
): Row[] {
  const cases = entries.flatMap((entry) =>
    Object.values(NUMBERS).flatMap((write) =>
      STATUSES.map((status) => ({ entry, write, status })),
    ),
  );

  return cases.map(({ entry, write, status }, index) => {
    const at = first + index;
    const { provider, code } = entry;

    return {
      entry,
      cells: [time, write(at), `template_${at}`, status, provider, code],
    };
  });
}

/** What a surface says of a row. */
interface Said {
  plan: string | null;
  turn: string | null;
  /** ISO 8601 in UTC. */
  sendAfter: string | null;
}

const toIso = (ms: number | null) =>
  ms === null ? null : new Date(ms).toISOString();

const label = ({ cells }: Row) =>
  cells.map((cell, at) => `${HEADERS[at]}: ${cell}`).join('\n');

function explainRow(row: Row) {
  const { code, key, provider } = row.entry;
  const around = selectTextAround({
    passage: code,
    offset: 0,
    row: row.cells.join('\t'),
    labelled: { text: label(row), isRow: true },
  });
  const meanings = [{ key, score: 1 }];
  const told = explain({ code, provider, meanings, ...around }, catalogue);

  return decideRow(told, catalogue, { nowMs: NOW_MS });
}

function askCard(row: Row): Said & { mark: string } {
  const { entry, planned } = explainRow(row);

  return {
    plan: planned?.plan ?? null,
    turn: (planned?.plan && entry?.verdict.turn) || null,
    sendAfter: toIso(planned?.sendAfterMs ?? null),
    mark: entry ? getRowMark(entry, planned) : '',
  };
}

function askMark(row: Row): string {
  const { code, key } = row.entry;
  const mark = getMarkKind(row.entry);
  const detected = {
    start: 0,
    end: code.length,
    code,
    subcode: null,
    confidence: 1,
    meanings: [{ key, mark, score: 1 }],
  };
  const request = {
    text: code,
    context: { header: 'Error code', row: row.cells.join('\t') },
  };
  const clock = { nowMs: NOW_MS };
  const first = decideMark(detected, request, catalogue, clock);
  const labelled = { text: label(row), isRow: true };
  const decided = first.needsRow
    ? decideMark(detected, { ...request, labelled }, catalogue, clock)
    : first;

  return decided.mark ?? mark;
}

function askPopup(row: Row): Said {
  const { code, key } = row.entry;
  const node = createCodeNode({ code, key, count: 1 }, catalogue);
  const texts = new Map([[node.id, [label(row)]]]);
  const { groups } = planPage([node], texts, catalogue, { nowMs: NOW_MS });
  const [shown] = groups.flatMap(({ codes }) => codes);
  const { planned, entry } = shown ?? {};

  return {
    plan: planned ? planned.plan : (groups[0]?.plan ?? null),
    turn: (groups[0]?.plan && entry?.verdict.turn) || null,
    sendAfter: toIso(planned?.sendAfterMs ?? null),
  };
}

/** Returns the lines of a page with these rows, each with the rows that it stands for. */
function listRows(rows: readonly Row[]) {
  const byEntry = [...Map.groupBy(rows, ({ entry }) => entry.key).values()];

  const listed = byEntry.map((own) => {
    const { code = '', key = null } = own[0]?.entry ?? {};
    const node = createCodeNode({ code, key, count: own.length }, catalogue);
    return { node, own };
  });

  const { groups } = planPage(
    listed.map(({ node }) => node),
    new Map(listed.map(({ node, own }) => [node.id, own.map(label)])),
    catalogue,
    { nowMs: NOW_MS },
  );

  const rowsByKey = new Map(
    listed.map(({ node, own }) => [node.name.key, own]),
  );

  return groups.flatMap(({ heading, codes }) =>
    codes.map((line) => {
      const own = rowsByKey.get(line.name.key) ?? [];
      const shown = line.shown?.flatMap((at) => own[at] ?? []) ?? [];

      return { ...line, heading, rows: shown };
    }),
  );
}

function askTable(rows: readonly Row[]): Said[] {
  const explainer = createCsvExplainer(catalogue, catalogue, {
    nowMs: NOW_MS,
    codeColumn: 'Error code',
    providerColumn: 'Provider',
  });
  const lines = [HEADERS, ...rows.map(({ cells }) => cells)];
  const text = lines.map((cells) => cells.join(',')).join('\n');
  const table = new TextEncoder().encode(text);
  explainer.read(table, true);
  const all = explainer.createWriter()(table, true);
  const [head = '', ...own] = new TextDecoder().decode(all).split('\n');
  const read = (line: string) =>
    splitRow(line, ',').map(({ start, end }) => line.slice(start, end));
  const names = read(head);

  return own.slice(0, rows.length).map((line) => {
    const cells = read(line);
    const getCell = (name: string) => cells[names.indexOf(name)] || null;
    const after = getCell('errata_send_after');

    return {
      plan: getCell('errata_plan'),
      turn: getCell('errata_turn'),
      sendAfter: after && new Date(after).toISOString(),
    };
  });
}

const toMessages = (rows: readonly Row[]) =>
  rows.map(({ entry, cells: [time, recipient, template, status] }) => ({
    code: entry.code,
    provider: entry.provider,
    ...(time && { time }),
    ...(recipient && { recipient }),
    ...(template && { template }),
    ...(status && { status }),
  }));

const toSaid = ({ plan, turn, sendAfter }: Said): Said => ({
  plan,
  turn,
  sendAfter,
});

const askPackage = (rows: readonly Row[]): Said[] =>
  planMessages(toMessages(rows) as never, {
    now: new Date(NOW_MS),
  }).messages.map(toSaid);

/** An answer has a limited length. */
const MESSAGES_PER_CALL = 8;

function askMcp(rows: readonly Row[]): Said[] {
  const said: Said[] = [];
  for (let from = 0; from < rows.length; from += MESSAGES_PER_CALL) {
    const own = rows.slice(from, from + MESSAGES_PER_CALL);
    const { structuredContent } = callTool('plan', {
      messages: JSON.stringify(toMessages(own)),
    });
    const { messages } = structuredContent as unknown as {
      messages: readonly (Said & { at: readonly number[] })[];
    };
    for (const one of messages)
      for (const at of one.at) said[from + at] = toSaid(one);
  }
  return said;
}

async function askSql(open: typeof openDuckDb, rows: readonly Row[]) {
  const dir = mkdtempSync(join(tmpdir(), 'errata-one-plan-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  publishCatalogue(dir);
  const [tables, ...scripts] = ['catalogue', 'explained', 'plan'].map((name) =>
    readFileSync(join(dir, `${name}.sql`), 'utf8'),
  );
  const failures = rows.map(({ cells }, line) => {
    const [time, recipient, template, status, provider, code] = cells.map(
      (cell) => cell || null,
    );
    const known = status ? (readMessageStatus(status) ?? 'other') : null;
    return {
      line,
      message_id: `m${line}`,
      attempt: 1,
      failed_at: time ? Date.parse(time) / 1_000 : null,
      provider: provider ?? null,
      code: code ?? null,
      recipient: recipient ?? null,
      template: template ?? null,
      status: known,
    };
  });
  const database = await open();
  for (const statements of [
    tables ?? '',
    formatFailures(failures),
    `CREATE TABLE plan_time AS SELECT ${Math.floor(NOW_MS / 1_000)} AS now_at;`,
    scripts.join('\n'),
  ])
    await database.run(statements);
  const planned = await database.query(
    'SELECT plan, turn, send_after FROM planned ORDER BY line',
  );

  return planned.map(({ plan = null, turn = null, send_after: after }) => ({
    plan: plan as string | null,
    turn: plan === null ? null : (turn as string | null),
    sendAfter: toIso(after === null ? null : Number(after) * 1_000),
  }));
}

/** Rows that another surface judges otherwise. */
function compare(
  rows: readonly Row[],
  expected: readonly Said[],
  found: readonly Said[],
) {
  return rows.flatMap(({ entry, cells }, at) => {
    const [one, other] = [expected[at], found[at]];
    return JSON.stringify(one && toSaid(one)) === JSON.stringify(other)
      ? []
      : [[entry.key, cells.slice(0, 4).join('|'), one, other]];
  });
}

const isSameAdvice = (
  one: Entry | null | undefined,
  other: Entry | null,
): boolean =>
  JSON.stringify([one?.next, one?.steps, one?.causes]) ===
  JSON.stringify([other?.next, other?.steps, other?.causes]);

test('there are codes of every plan that has a condition', () => {
  expect(ENTRIES.length).toBeGreaterThan(50);
});

const ROWS = new Map(
  Object.entries(TIMES).map(([name, time], at) => [
    name,
    createRows(takeNthByDay(15, ENTRIES), time, at * 50_000),
  ]),
);

describe.each([...ROWS])('a row with the time: %s', (_, rows) => {
  const card = rows.map(askCard);

  test('has a mark that shows the turn of its card', () => {
    const wrong = rows.flatMap((row, at) => {
      const mark = askMark(row);
      return mark === card[at]?.mark
        ? []
        : [[row.entry.key, row.cells.join('|'), mark, card[at]]];
    });
    expect(wrong).toEqual([]);
  });

  test('is in the popup as in its card', () => {
    expect(compare(rows, card, rows.map(askPopup))).toEqual([]);
  });

  test('is in a line of a list with the next step and the advice of its card', () => {
    const told = new Map(rows.map((row) => [row, explainRow(row).entry]));

    const wrong = listRows(rows).flatMap(({ entry, rows: own }) =>
      own
        .filter((row) => !isSameAdvice(told.get(row), entry))
        .map((row) => [row.entry.key, row.cells, entry?.next]),
    );

    expect(wrong).toEqual([]);
  });

  test('is in a table as in its card', () => {
    // A column with one status in all rows is as clear as one row.
    const found = STATUSES.flatMap((status) => {
      const own = rows.filter(({ cells }) => cells[3] === status);
      return askTable(own).map((said, at) => [own[at], said] as const);
    });
    const said = new Map(found);
    const inOrder = rows.flatMap((row) => said.get(row) ?? []);
    expect(compare(rows, card, inOrder)).toEqual([]);
  });

  test('is planned by the package as in its card', () => {
    expect(compare(rows, card, askPackage(rows))).toEqual([]);
  });

  test('is planned by the tool of MCP as in its card', () => {
    expect(compare(rows, card, askMcp(rows))).toEqual([]);
  });
});

test.each([
  ['DuckDB', openDuckDb],
  ['SQLite', openSqlite],
  ['PostgreSQL', openPostgres],
])('a row is planned in %s as in its card', async (_, open) => {
  // SQL has times with a zone only.
  const rows = [...ROWS].flatMap(([name, own]) =>
    name === 'without a zone' ? [] : own,
  );
  expect(compare(rows, rows.map(askCard), await askSql(open, rows))).toEqual(
    [],
  );
});

test('a card whose verdict depends on the country names it', () => {
  const ruled = ENTRIES.filter(
    (entry) => getCountryRules(entry, catalogue).length > 0,
  );
  const rows = createRows(ruled, TIMES.yesterday ?? '', 300_000);
  let named = 0;
  const wrong = rows.flatMap((row) => {
    const told = explainRow(row);
    const { entry, planned } = told;
    const { steps = [], meaning = '' } = entry ?? {};
    const texts = [meaning, ...steps.map((step) => step.do)];
    const isFilled = !texts.join().includes('{country}');
    if (!entry || planned?.reason !== 'country')
      return isFilled ? [] : [[row.entry.key, texts]];

    named++;
    const { why } = getShownVerdict(told, entry, catalogue);
    const name = formatCountry(planned.country ?? '');
    return isFilled && why?.startsWith(`${name}: `) ? [] : [[row, why, texts]];
  });
  expect(wrong).toEqual([]);
  expect(named).toBeGreaterThan(20);
});

test('no two lines of a list say the same', () => {
  const lines = listRows([...ROWS.values()].flat()).map(
    ({ heading, name, entry, reason, sendAt }) =>
      [heading, name.key, entry?.next, reason, sendAt].join('\n'),
  );

  expect(lines.length).toBeGreaterThan(ENTRIES.length / 6);
  expect(lines.length).toBe(new Set(lines).size);
});

test('a ticket has the steps of its card, and none for another row', () => {
  const rows = [...ROWS.values()].flat();
  const wrong = rows.flatMap((row) => {
    const told = explainRow(row);
    const own = told.entry?.steps?.map((step) => step.do) ?? [];
    const rules = getCountryRules(row.entry, catalogue);
    const all = [row.entry, ...rules].flatMap(({ steps = [] }) => steps);
    const ticket = formatTicket(told, null, 'text', catalogue);
    const foreign = all.filter(
      (step) => !own.includes(step.do) && ticket.includes(step.do),
    );
    return foreign.length === 0 ? [] : [[row.entry.key, row.cells, foreign]];
  });
  expect(wrong).toEqual([]);
});

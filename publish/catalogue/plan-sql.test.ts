import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { explain } from '../../lib/answer/explain/explain.ts';
import { getRowTurn } from '../../lib/answer/plan/apply-plan.ts';
import {
  type MessageFailure,
  planFailures,
} from '../../lib/answer/plan/plan-failures.ts';
import { RECIPIENT_CHARACTERS } from '../../lib/answer/plan/recipient.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import {
  formatFailures,
  openClickHouse,
  openDuckDb,
  openPostgres,
  openSqlite,
  type SqlRow,
} from '../../tests/sql-engines.ts';
import { publishCatalogue } from './publish.ts';

const catalogue = createCatalogue(readCatalogue());
/** `PLAN_ROWS=100000 FUZZ_SEED=7` compares more rows, or others. */
const RANDOM_ROWS = Number(
  process.env.PLAN_ROWS ?? (process.env.NIGHTLY ? 6_000 : 1_500),
);
const NOW = 1_795_176_000;
const HOUR = 3_600;

type FailureRow = {
  line: number;
  message_id: string | null;
  attempt: number;
  failed_at: number | null;
  provider: string;
  code: string | null;
  subcode: string | null;
  status: string | null;
  recipient: string | null;
  country: string | null;
  template: string | null;
  window_end: number | null;
};

/** One failure as engine and SQL have it, in the same form. */
interface PlannedRow {
  line: number;
  entry_key: string | null;
  plan: string | null;
  reason: string | null;
  /** Null for an undecided code. */
  turn: string | null;
  send_after: number | null;
}

/** Linear congruential, the same numbers everywhere. */
function createRandom(seed: number) {
  let state = seed;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return {
    draw,
    pick: <T>(list: readonly T[]): T => list[draw(list.length)] as T,
    isOneIn: (count: number) => draw(count) === 0,
  };
}

/** Codes that are sent again, of which a recipient may have many failures. */
const RETRIED = [
  '131000',
  '131000',
  '131016',
  '131016',
  '131047',
  '131047',
  '131049',
  '131049',
  '131056',
  '130497',
  ...['132015', '134101'],
];
/** Codes of every plan, of which one often ends the others of a recipient. */
const MIXED = [
  ...[
    '131000',
    '131016',
    '131026',
    '131047',
    '131048',
    '131049',
    '131050',
    '131056',
    '130429',
    '130472',
  ],
  ...['130497', '131042', '470', '1026', '1006', '501', '131999', '33', '500'],
];
const WAYS: readonly ((digits: string) => string)[] = [
  (digits) => `+${digits}`,
  (digits) => digits,
  (digits) => `00${digits}`,
  (digits) => `whatsapp:+${digits}`,
  (digits) => `TEL:+${digits}`,
  (digits) =>
    `'+${digits.slice(0, 2)} (${digits.slice(2, 4)}) ${digits.slice(4, 7)}-${digits.slice(7)}`,
  (digits) => `${digits}.0`,
  (digits) => `+${digits.slice(0, 2)}.${digits.slice(2)}`,
  (digits) => `+${digits.slice(0, 4)}****${digits.slice(8)}`,
  (digits) => `+${digits.slice(0, 4)}XXXX${digits.slice(8)}`,
  (digits) => `00${digits.slice(0, 9)}`,
  (digits) => ` ${digits.slice(0, 3)}\u00a0${digits.slice(3)}\t`,
  (digits) => `="${digits}"`,
  (digits) => digits.slice(2),
  (digits) => `+${digits.slice(0, 5)}`,
];
/** Brazil, Mexico and Argentina with and without their digit, countries with rules, others, and numbers that are none. */
const NUMBERS = [
  ...[
    '5511987654321',
    '551187654321',
    '5215512345678',
    '525512345678',
    '5491112345678',
    '541112345678',
  ],
  ...[
    '14155552671',
    '17875550123',
    '14165550123',
    '18765550123',
    '11234567890',
    '14151552671',
    '4915123456789',
  ],
  ...[
    '6281234567890',
    '33612345678',
    '590690123456',
    '77012345678',
    '79161234567',
    '35312345678',
    '9990000000',
  ],
];
const NAMES = [
  'US.13491208655302741918',
  'us.13491208655302741918 ',
  'Ana',
  '+',
  '00',
  '.',
  '',
  ' ',
  '5.51E+12',
];

const insertAt = (at: number, sign: string) => (digits: string) =>
  digits.slice(0, at) + sign + digits.slice(at);

/** Blanks and other signs that are no part of a number, in or around it. */
const SEPARATORS = [
  ...['\r', '\n', '\r\n', '\v', '\f', '\t', '\u0085', '\u00a0', '\u1680'],
  ...['\u180e', '\u2007', '\u2009', '\u200b', '\u200e', '\u202a', '\u2028'],
  ...[
    '\u202f',
    '\u2060',
    '\u3000',
    '\ufeff',
    '\u2011',
    '\u2013',
    '/',
    ',',
    ';',
  ],
];

/** Two ways to write one recipient, or two recipients. The library decides which. */
const ALIKE = [
  ['José', 'JOSÉ'],
  ['ΑΝΝΑ', 'Αννα'],
  ['İpek', 'ipek'],
  ['US.1\u212a', 'us.1k'],
  ['Ана', 'Ана\r'],
  ['Ана Б', ' Ана Б '],
  ['-', '\u2013'],
  ['\u3000', ''],
  ['5.51196E+12', '5.51196E+12'],
  ['5,51196e+12', '5.51196E+12 '],
  ['5.5e+1', '5.5E+1'],
  ['e+12', 'E+12'],
];

/** In several scripts, and signs of numbers, IDs and masked digits. */
const CHARACTERS = [
  ...SEPARATORS,
  ...['+', '.', '*', '•', '…', '@', ':', '_', 'x', '٣', '५', '３', '𝟑', 'é'],
  ...['É', 'ß', 'ı', 'İ', 'K', 'ø', 'Я', 'я', '中', '\u0301', '👤', "'", '"'],
];

/** Somebody who opted out, and a failure that is sent again if it is somebody else's. */
const optOutBefore = (recipient: string, other: string) => [
  { recipient, code: '131050', failed_at: NOW - HOUR },
  { recipient: other, code: '131000', failed_at: NOW - HOUR },
];

/** What random rows seldom meet: each list is one recipient's. */
const EDGES: readonly (readonly Partial<FailureRow>[])[] = [
  ...SEPARATORS.flatMap((sign, at) =>
    [0, 5, 13].map((place) => {
      const digits = `55119876${10_000 + at * 20 + place}`;

      return optOutBefore(digits, insertAt(place, sign)(digits));
    }),
  ),
  ...ALIKE.map(([one = '', other = '']) => optOutBefore(one, other)),
  [3, 2, 1].map((days) => ({
    code: '131026',
    failed_at: NOW - days * 24 * HOUR,
  })),
  [2, 1].map((days) => ({ code: '131026', failed_at: NOW - days * 24 * HOUR })),
  ...['3.54123E+18', '3,54123e+18', 'e+18', '3.5e+1'].map((message_id) => [
    { code: '131000', failed_at: NOW - HOUR, message_id },
    { code: null, status: 'arrived', failed_at: NOW - HOUR, message_id },
  ]),
  [
    { code: '131000', failed_at: NOW - HOUR, template: 'offer' },
    { code: null, status: 'arrived', failed_at: NOW - HOUR, template: 'offer' },
  ],
  [59, 60, 61].map((seconds) => ({
    code: '131047',
    recipient: null,
    window_end: NOW + HOUR,
    failed_at: NOW - 23 * HOUR - seconds,
  })),
];

function createRows(seed: number): FailureRow[] {
  const edges = EDGES.flatMap((rows, at) =>
    rows.map((row) => ({ recipient: `+55219000000${10 + at}`, ...row })),
  );
  const nothing = {
    message_id: null,
    attempt: 1,
    failed_at: null,
    code: null,
    subcode: null,
    status: null,
  };
  const unknown = {
    ...nothing,
    provider: 'meta',
    country: null,
    template: null,
    window_end: null,
  };
  return [
    ...createRandomRows(seed),
    ...edges.map((row, at) => ({ ...unknown, ...row, line: RANDOM_ROWS + at })),
  ];
}

function createRandomRows(seed: number): FailureRow[] {
  const { draw, pick, isOneIn } = createRandom(seed);
  const { entries } = catalogue;

  /** Writes a number with up to three characters anywhere. */
  function writeOddly(text: string): string {
    const signs = [...text];
    for (let left = draw(4); left > 0; left--)
      signs.splice(draw(signs.length + 1), 0, pick(CHARACTERS));

    return signs.join('');
  }

  const drawRecipient = (number: string): string | null => {
    if (isOneIn(6)) return pick([null, ...NAMES, ...ALIKE.flat()]);

    const written = pick(WAYS)(number);
    return isOneIn(4) ? writeOddly(written) : written;
  };

  return Array.from({ length: RANDOM_ROWS }, (_, line) => {
    const entry = pick(entries);
    const isAny = isOneIn(4);
    const isRetried = !isAny && !isOneIn(3);
    const code = isAny
      ? (entry.symbols?.[0] ?? entry.code.replace(/^(\d+)-\d+$/, '$1'))
      : pick(isRetried ? RETRIED : MIXED);
    // A name that its provider does not list is that of another only in the library.
    const provider = isAny
      ? (/^\d/.test(code) && isOneIn(3) ? pick(entries) : entry).provider
      : 'meta';
    const number = `${pick(NUMBERS).slice(0, -1)}${isRetried ? 3 + draw(7) : draw(3)}`;
    const hours = pick([draw(200), 24, 48, 24 * 32, 1, 1, 0]);
    return {
      line,
      message_id: pick([
        null,
        '',
        `${number}-1`,
        `${number}-${draw(9)}`,
        `${number}-${draw(100)}`,
        String(draw(4_000)),
      ]),
      attempt: 1 + draw(2),
      failed_at: isOneIn(8)
        ? null
        : NOW - hours * HOUR + pick([0, 0, draw(60) - 30, -60, -61, -59]),
      provider,
      code: isOneIn(30) ? null : code,
      subcode:
        isAny && isOneIn(2)
          ? pick([entry.subcode ?? null, '33', '2494102', '463', ''])
          : null,
      status: isOneIn(isRetried ? 6 : 2)
        ? pick(['failed', 'failed', 'arrived', 'sent', 'unread'])
        : null,
      recipient: drawRecipient(number),
      country: isOneIn(3)
        ? pick(['US', 'br', 'DE', 'Amerika', 'U1', ''])
        : null,
      template: isOneIn(2) ? pick(['', 'offer', 'order']) : null,
      window_end: isOneIn(4)
        ? NOW +
          pick([
            0,
            1,
            -1,
            HOUR,
            HOUR,
            -HOUR,
            23 * HOUR,
            23 * HOUR,
            -draw(90) * HOUR,
          ])
        : null,
    };
  });
}

/** Plans the rows with the library. In a log, a message is what its sender names so; each attempt is a failure. */
function planRows(rows: readonly FailureRow[]): PlannedRow[] {
  const arrived = new Set(
    rows.flatMap(({ status, message_id }) =>
      status === 'arrived' ? message_id : [],
    ),
  );
  const failures = rows.map((row): MessageFailure & { key: string | null } => {
    const {
      code,
      subcode,
      provider,
      message_id: id,
      attempt,
      failed_at: at,
      window_end: end,
    } = row;
    const { entry, ambiguous } =
      code === null
        ? { entry: null, ambiguous: false }
        : explain({ code, subcode, provider }, catalogue);
    const given =
      row.status === null
        ? undefined
        : row.status === 'unread'
          ? 'other'
          : row.status;
    const status =
      code !== null || given === 'failed' || given === 'arrived'
        ? given
        : 'sent';
    return {
      key: entry?.key ?? null,
      entry,
      ambiguous,
      status: status as MessageFailure['status'],
      recipient: row.recipient ?? undefined,
      country: row.country ?? undefined,
      template: row.template ?? undefined,
      message: !id || arrived.has(id) ? (id ?? undefined) : `${id}/${attempt}`,
      failedAtMs: at && at * 1_000,
      windowEndMs: end && end * 1_000,
    };
  });
  return planFailures(failures, catalogue, NOW * 1_000).map((planned, line) => {
    const { plan, reason, sendAfterMs } = planned;
    const { key = null, entry, ambiguous } = failures[line] ?? {};
    const isDecided = plan !== null && entry && !ambiguous;
    return {
      line,
      entry_key: key,
      plan,
      reason,
      turn: isDecided ? getRowTurn(entry.verdict.turn, planned) : null,
      send_after: sendAfterMs === null ? null : sendAfterMs / 1_000,
    };
  });
}

/** All that the library decides with the columns of a log. */
const EVERY_DECISION = [
  ...[
    'check arrived',
    'check country',
    'check null',
    'check open-window',
    'check repeated',
    'check same-recipient',
  ],
  ...[
    'check stop-list',
    'check undecided',
    'check unknown-country',
    'check unknown-status',
    'check waited',
  ],
  ...[
    'fix closed-window',
    'fix country',
    'fix null',
    'never country',
    'never null',
    'never repeated',
  ],
  ...[
    'now null',
    'now open-window',
    'now waited',
    'null arrived',
    'null null',
    'slowly null',
    'slowly waited',
  ],
  ...['wait no-time', 'wait null', 'wait repeated'],
];

const QUESTION =
  'SELECT line, entry_key, plan, reason, turn, send_after FROM planned ORDER BY line';

const toPlannedRow = ({
  line,
  entry_key,
  plan,
  reason,
  turn,
  send_after,
}: SqlRow) => ({
  line: Number(line),
  entry_key,
  plan,
  reason,
  turn: plan === null || reason === 'undecided' ? null : turn,
  send_after: send_after === null ? null : Number(send_after),
});

const seed = Number(
  process.env.FUZZ_SEED ?? (process.env.NIGHTLY ? Date.now() : 1),
);

describe(`plan.sql, FUZZ_SEED=${seed}`, () => {
  let tables = '';
  let scripts = '';
  beforeAll(() => {
    const dir = mkdtempSync(join(tmpdir(), 'errata-plan-'));
    publishCatalogue(dir);
    const read = (file: string) => readFileSync(join(dir, file), 'utf8');
    tables = read('catalogue.sql');
    scripts = read('explained.sql') + read('plan.sql');
    rmSync(dir, { recursive: true });
  });

  const rows = createRows(seed);
  const expected = planRows(rows);

  async function expectSamePlans(open: typeof openDuckDb, ...more: string[]) {
    const database = await open();
    const clock = `CREATE TABLE plan_time AS SELECT ${NOW} AS now_at;`;
    for (const statements of [
      tables,
      formatFailures(rows),
      clock,
      ...more,
      scripts,
    ])
      await database.run(statements);
    const planned = (await database.query(QUESTION)).map(toPlannedRow);
    expect(planned).toHaveLength(rows.length);
    const different = planned.flatMap((row, at) => {
      const isSame = JSON.stringify(row) === JSON.stringify(expected[at]);
      return isSame ? [] : [{ row, expected: expected[at], given: rows[at] }];
    });
    expect(different).toEqual([]);
  }

  it('keeps the same characters of a recipient as the library', () => {
    const sets = [...scripts.matchAll(/LTRIM\(rest, '([^']+)'\)/g)];

    expect(new Set(sets.map(([, characters]) => characters))).toEqual(
      new Set([RECIPIENT_CHARACTERS]),
    );
  });

  it('is tried with every plan and every reason', () => {
    const found = new Set(
      planRows(createRows(1)).map(({ plan, reason }) => `${plan} ${reason}`),
    );
    expect([...found].sort()).toEqual(EVERY_DECISION);
  });

  it.each([
    ['DuckDB', openDuckDb],
    ['SQLite', openSqlite],
    ['PostgreSQL', openPostgres],
  ])('plans every row in %s as the library does', (_, open) =>
    expectSamePlans(open),
  );

  describe.runIf(process.env.NIGHTLY && process.platform !== 'win32')(
    'in ClickHouse',
    () => {
      it('plans every row as the library does', () =>
        expectSamePlans(openClickHouse));

      it.each([0, 1])(
        'plans failures of two shards as the library does, with a broadcast catalogue: %d',
        (isGlobal) =>
          expectSamePlans(
            openClickHouse,
            `
        RENAME TABLE failures TO stored;
        CREATE TABLE sharded AS stored ENGINE = Distributed('errata', 'errata', 'stored');
        -- Both shards read the same table, and each keeps its own half.
        CREATE VIEW failures AS SELECT * FROM sharded WHERE line % 2 + 1 = _shard_num;
        SET prefer_global_in_and_join = ${isGlobal};`,
          ),
      );
    },
  );
});

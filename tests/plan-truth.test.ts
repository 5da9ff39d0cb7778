// A black box: this file knows the rules from Meta's and the providers' pages alone, and imports only the command.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { runExplain } from './fixtures/run-explain.ts';

/** In each form of a time. */
const ROWS = process.env.NIGHTLY ? 10_000 : 3_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = Date.now();

/** What holds for a code: never now, at once, slowly, or after hours that must have passed since the failure. */
type Rule =
  | { again: 'never' | 'once' | 'slowly' }
  | { after: number; notIn?: readonly string[] };

/** Meta's page on limits for each person (17 June 2026), its error page, and the pages of the providers. */
const NO_MARKETING = ['US', 'DE', 'FR', 'NO', 'GB', 'JP', 'KR'];
const RULES: readonly (readonly [
  provider: string,
  code: string,
  rule: Rule,
])[] = [
  ['meta', '131049', { after: 24, notIn: NO_MARKETING }],
  ['twilio', '63049', { after: 24, notIn: NO_MARKETING }],
  ['infobip', '7032', { after: 24, notIn: NO_MARKETING }],
  ['meta', '131000', { again: 'once' }],
  ['meta', '131016', { again: 'slowly' }],
  ['meta', '130429', { again: 'slowly' }],
  ['meta', '131056', { after: 6 / 3_600 }],
  ['meta', '131057', { after: 1 / 60 }],
  // Pacing pauses have no end, the third pause is for good, and nobody sends a registration as a message.
  ...['132015', '133015', '133016', '132069'].map(
    (code) => ['meta', code, { again: 'never' }] as const,
  ),
  ['twilio', '63041', { again: 'never' }],
  ['gupshup', '4005', { again: 'never' }],
  ...[
    '131026',
    '131042',
    '131047',
    '131048',
    '131050',
    '130472',
    '131030',
    '131053',
    '130497',
    '132001',
  ].map((code) => ['meta', code, { again: 'never' }] as const),
  ...['470', '1013', '471', '1026', '131043'].map(
    (code) => ['meta', code, { again: 'never' }] as const,
  ),
  ['twilio', '63024', { again: 'never' }],
  ['twilio', '21610', { again: 'never' }],
  ['gupshup', '1003', { again: 'never' }],
  ['', '1003', { again: 'never' }],
  ['meta', '999999', { again: 'never' }],
];

const NUMBERS: Readonly<Record<string, (at: number) => string>> = {
  US: (at) => `+1415555${String(1_000 + at).slice(-4)}`,
  CA: (at) => `1416555${String(1_000 + at).slice(-4)}`,
  DE: (at) => `+49 1512 ${String(1_000_000 + at)}`,
  FR: (at) => `00336${String(12_000_000 + at)}`,
  NO: (at) => `+47 4${String(1_000_000 + at)}`,
  GB: (at) => `whatsapp:+447${String(400_100_000 + at)}`,
  JP: (at) => `+81 90 ${String(10_000_000 + at)}`,
  KR: (at) => `8210${String(20_000_000 + at)}`,
  BR: (at) => `55119${String(80_000_000 + at)}`,
  IN: (at) => `+91 98${String(10_000_000 + at)}`,
  MX: (at) => `+52 155${String(10_000_000 + at)}`,
};
const COUNTRIES = Object.keys(NUMBERS);

const STATUSES = [
  [
    'failed',
    [
      'failed',
      'Undelivered',
      'No entregado',
      'Falhou',
      'Nicht zugestellt',
      'gagal',
      'विफल',
      'فشل',
      '',
    ],
  ],
  [
    'other',
    [
      'delivered',
      'READ',
      'Entregado',
      'lido',
      'zugestellt',
      'dibaca',
      'sent',
      'enviado',
      'पढ़ा गया',
    ],
  ],
  ['unknown', ['zzz', '42']],
] as const;

const pad = (value: number) => String(value).padStart(2, '0');
const splitTime = (ms: number) => {
  const date = new Date(ms);
  const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()];
  const [year, month, day] = [
    date.getUTCFullYear(),
    pad(date.getUTCMonth() + 1),
    pad(date.getUTCDate()),
  ];
  return { year, month, day, hour, minute };
};
const formatRelative = (language: string) => (ms: number) => {
  const hours = Math.round((NOW_MS - ms) / HOUR_MS);
  const format = new Intl.RelativeTimeFormat(language);
  return hours < 48
    ? format.format(-hours, 'hour')
    : format.format(-Math.floor(hours / 24), 'day');
};
/** Header, how a time is written, and whether a reader can know it. */
const FORMS: readonly (readonly [
  header: string,
  write: (ms: number) => string,
  isKnown: boolean,
])[] = [
  ['timestamp', (ms) => new Date(ms).toISOString(), true],
  ['timestamp', (ms) => String(Math.floor(ms / 1_000)), true],
  [
    'failed_at',
    (ms) => `${new Date(ms + 5.5 * HOUR_MS).toISOString().slice(0, 19)}+05:30`,
    true,
  ],
  [
    'Date',
    (ms) => new Date(ms).toISOString().slice(0, 16).replace('T', ' '),
    true,
  ],
  [
    'Time (UTC)',
    (ms) => {
      const { year, month, day, hour, minute } = splitTime(ms);
      return `${day}/${month}/${year}, ${pad(hour)}:${pad(minute)}`;
    },
    true,
  ],
  [
    'Time (UTC)',
    (ms) => {
      const { year, month, day, hour, minute } = splitTime(ms);
      return `${month}/${day}/${year}, ${hour % 12 || 12}:${pad(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
    },
    true,
  ],
  ['Time', formatRelative('en'), true],
  ['Hora', formatRelative('es'), true],
  [
    'Time',
    (ms) =>
      `${splitTime(ms).day.replace(/./, '0')}/0${splitTime(ms).hour % 9 || 1}/2024 10:00`,
    false,
  ],
  ['Time', () => '', false],
];

interface Row {
  provider: string;
  code: string;
  country: string;
  person: string;
  message: string;
  template: string;
  status: (typeof STATUSES)[number][0];
  ageMs: number;
  hasArrived: boolean;
  text: string;
}

/** The same rows for each run: a linear congruential generator. */
function createPicker(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  return {
    next,
    pick: <T>(from: readonly T[]) =>
      from[Math.floor(next() * from.length)] as T,
  };
}

/** Nothing younger than a minute: the command has a clock of its own. */
const AGES_MS = [
  60_000,
  2 * HOUR_MS,
  20 * HOUR_MS,
  23.4 * HOUR_MS,
  25 * HOUR_MS,
  3 * DAY_MS,
  9 * DAY_MS,
];

function createRows(
  count: number,
  [, write]: (typeof FORMS)[number],
  seed: number,
): Row[] {
  const { next, pick } = createPicker(seed);
  const rows: Row[] = [];
  for (let n = 0; n < count; n++) {
    const before = next() < 0.02 ? rows[Math.floor(next() * n)] : undefined;
    if (before) {
      // A report of the same message: it arrived after all.
      const cells = [
        n,
        before.provider,
        '',
        before.person,
        'delivered',
        write(NOW_MS),
        before.template,
        before.message,
      ];
      rows.push({
        ...before,
        code: '',
        status: 'other',
        hasArrived: true,
        text: toLine(cells),
      });
      continue;
    }
    const [provider, code] = pick(RULES);
    const country = pick(COUNTRIES);
    // Some people are met several times.
    const person =
      NUMBERS[country]?.(
        next() < 0.3 ? Math.floor(next() * 40) : 100 + (n % 8_000),
      ) ?? '';
    const [status, words] = next() < 0.75 ? STATUSES[0] : pick(STATUSES);
    const ageMs = pick(AGES_MS);
    const [template, message] = [
      pick(['', 'offer', 'order']),
      `m-${seed}-${n}`,
    ];
    const text = toLine([
      n,
      provider,
      code,
      person,
      pick<string>(words),
      write(NOW_MS - ageMs),
      template,
      message,
    ]);
    rows.push({
      provider,
      code,
      country,
      person,
      message,
      template,
      status,
      ageMs,
      hasArrived: false,
      text,
    });
  }
  return rows;
}

const toLine = (cells: readonly (string | number)[]) =>
  cells.map((cell) => `"${cell}"`).join(',');

const getPerson = (number: string) => {
  const digits = number.replace(/\D/g, '').replace(/^00/, '');
  return digits.replace(/^521/, '52');
};

/** Returns why a row must not go out again. Null if it may. */
function findReason(
  row: Row,
  rows: readonly Row[],
  isKnown: boolean,
): string | null {
  if (row.status !== 'failed') return `its status is ${row.status}`;
  if (
    rows.some(
      ({ hasArrived, message }) => hasArrived && message === row.message,
    )
  )
    return 'it arrived';
  const rule = RULES.find(
    ([provider, code]) => provider === row.provider && code === row.code,
  )?.[2];
  if (!rule || ('again' in rule && rule.again === 'never')) return 'the code';
  const same = rows.filter(
    (one) =>
      one.provider === row.provider &&
      one.code === row.code &&
      one.status !== 'other',
  );
  const tries = same.filter(({ template }) => template === row.template);
  if ('again' in rule)
    return rule.again === 'once' && tries.length > 1
      ? 'it was tried again'
      : null;
  if (rule.notIn?.includes(row.country))
    return `it never arrives in ${row.country}`;
  if (!isKnown) return 'its time is unknown';
  const last = Math.min(...same.map(({ ageMs }) => ageMs));
  return last < rule.after * HOUR_MS ? `it waits ${rule.after} hours` : null;
}

const catalogue = createCatalogue(readCatalogue());
const toLines = (out: string) => out.trimEnd().split('\n').slice(1);

/** Runs the command in this process, which halves the time of the ten tables. */
async function explainCsv(table: string): Promise<string[]> {
  const { code, out } = await runExplain(['--csv', '-'], catalogue, table);
  expect(code).toBe(0);
  return toLines(out);
}

/** Runs the command as a process of its own. */
function spawnExplainCsv(table: string, ...options: string[]): string[] {
  const out = execFileSync(
    process.execPath,
    ['cli/explain.ts', '--csv', '-', ...options],
    {
      input: table,
      maxBuffer: 1 << 28,
      encoding: 'utf8',
      stdio: 'pipe',
    },
  );
  return toLines(out);
}
const getPlan = (line: string) => line.split(',').at(-2) ?? '';

describe('a generated export of tens of thousands of rows', () => {
  const used = new Map<string, number>();

  test.each(FORMS.map((form, at) => [at, form[0], form] as const))(
    '%i: no row that must not go out again does so (%s)',
    async (seed, header, form) => {
      const rows = createRows(ROWS, form, seed + 1);
      const table = `n,provider,error_code,to,status,${header},template,message_id\n${rows.map(({ text }) => text).join('\n')}\n`;
      const lines = await explainCsv(table);
      expect(lines.length).toBe(rows.length);
      const byPerson = Map.groupBy(rows, ({ person }) => getPerson(person));
      const sent = new Set<string>();
      const wrong = lines.flatMap((line, at) => {
        const plan = getPlan(line);
        used.set(plan, (used.get(plan) ?? 0) + 1);
        if (plan !== 'now' && plan !== 'slowly') return [];
        const row = rows[at] as Row;
        const person = getPerson(row.person);
        const again = sent.has(`${person} ${row.template}`)
          ? 'the same person'
          : null;
        sent.add(`${person} ${row.template}`);
        const reason =
          findReason(row, byPerson.get(person) ?? [], form[2]) ?? again;
        return reason === null ? [] : [`${row.text} ${plan}: ${reason}`];
      });
      expect(wrong).toEqual([]);
      // Once is enough: the option does not depend on how times are written. In the meantime more rows may become ready.
      if (seed === 0) {
        const chosen = spawnExplainCsv(table, '--plan', 'now,slowly');
        const ready = lines.filter((line) =>
          ['now', 'slowly'].includes(getPlan(line)),
        );
        expect(chosen).toEqual(expect.arrayContaining(ready));
        expect(new Set(chosen.map(getPlan))).toEqual(
          new Set(['now', 'slowly']),
        );
      }
      const others = lines
        .filter((_, at) => rows[at]?.status === 'other')
        .map(getPlan);
      expect(new Set(others)).toEqual(new Set(['']));
      const arrived = new Set(
        rows.flatMap(({ hasArrived, message }) => (hasArrived ? message : [])),
      );
      const failed = lines.filter(
        (_, at) =>
          rows[at]?.status === 'failed' && !arrived.has(rows[at].message),
      );
      expect(failed.map(getPlan)).not.toContain('');
    },
  );

  test('uses every plan, and sends thousands of rows again', () => {
    expect([...used.keys()].sort()).toEqual([
      '',
      'check',
      'fix',
      'never',
      'now',
      'slowly',
      'wait',
    ]);
    expect((used.get('now') ?? 0) + (used.get('slowly') ?? 0)).toBeGreaterThan(
      ROWS / 5,
    );
    expect([...used.values()].reduce((sum, count) => sum + count, 0)).toBe(
      FORMS.length * ROWS,
    );
  });
});

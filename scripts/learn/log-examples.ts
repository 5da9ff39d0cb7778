import type { Entry } from '../../data/schema.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { isFailedState } from '../../lib/detect/word-classes.ts';
import type { FieldWords } from './field-examples.ts';
import type { Example } from './line-examples.ts';
import { createRandom, hashToNumber } from './random.ts';
import { createPicker, RARE_CODES, SMALLER_CODES, SYNTHETIC_PARTS } from './synthetic.ts';

const LOGS = 5_000;
/** Share of the logs of several lines that are shown on a page, as lines or as a table without headers. */
const PAGE_SHARE = 0.4;
const COUNTS = 1_000;
const LINE_COUNTS = [1, 1, 1, 2, 3, 3, 4, 5, 6, 8, 12, 20];
/** Training weight of one text, shared by its lines. */
const TEXT_WEIGHT = 1.4;
const PAGE_WEIGHT = 0.5;

const SEPARATORS = [
  ' ',
  ' ',
  ' ',
  '  ',
  ' | ',
  '|',
  '\t',
  ', ',
  ',',
  ';',
  ' ; ',
  ' - ',
  ' – ',
  ': ',
  ' → ',
  ' / ',
  ' · ',
  ' :: ',
  ' > ',
  ' ~ ',
];
const NOTATIONS = [
  '{}',
  '{}',
  '{}',
  '{}',
  '({})',
  '[{}]',
  '#{}',
  '(#{})',
  '<{}>',
  '"{}"',
  '{}:',
  '{}.',
  '{{}}',
  "'{}'",
  '={}',
  '-> {}',
  'E {}',
];
const KEY_SIGNS = ['=', ': ', ':', ' ', '= ', ' = ', '#'];
const BULLETS = ['', '', '', '', '- ', '* ', '• ', '> ', '$ ', '1. '];
const DELIVERED =
  'delivered sent read ok OK accepted queued done success DELIVERED SENT entregue enviado lido entregado leído zugestellt terkirim livré consegnato доставлено iletildi पहुँचा تم送達'.split(
    ' ',
  );
const NAMES =
  'Ana|Joe Park|Maria Souza|Li|Kiran Rao|O. Brown|Leyla|Otto K.|Yuki|José Luis|Fatima Z.|Иван П.|सीता|أحمد|ACME Ltd|store 12'.split(
    '|',
  );
const LEVELS = 'ERROR WARN INFO E W error warn err [ERROR] [warn] <error> ERR CRITICAL notice'.split(' ');
const LOGGERS =
  'wa.sender|worker-3|sender[214]|app.jobs.Send|whatsapp|svc/notify|main|queue:high|MessageService|node-2'.split(
    '|',
  );

type Draw = ReturnType<typeof createPicker>;
type Write = (line: number) => string;

/** A number of another kind: how its value follows from line to line. */
const OTHER_NUMBERS: readonly ((random: () => number, pick: Draw, lines: number) => Write)[] = [
  // Rows, orders and tickets count up, near codes or far from them.
  (random, pick, lines) => {
    const first =
      lines > 2 && random() < 0.5
        ? Number(pick(RARE_CODES)) - Math.floor(random() * 9)
        : Math.floor(10 ** (1 + random() * 5));
    const step = 1 + Math.floor(random() ** 3 * 30);
    return (line) => String(first + line * step + Math.floor(random() * step));
  },
  // Any number of one length, of which one equals a code.
  (random, pick, lines) => {
    const digits = 2 + Math.floor(random() * 5);
    const lucky = Math.floor(random() * 6);
    return (line) =>
      line === lucky && lines > 3 && digits === 6
        ? pick(RARE_CODES)
        : String(Math.floor(10 ** (digits - 1) * (1 + random() * 9)));
  },
  // Counts, sizes and times prefer small and round numbers.
  (random) => () => String(Math.floor(10 ** (random() * 4.5))),
  (random) => () => String(Math.floor(1 + random() * 40) * 100),
  (_, pick) => () => pick(['200', '200', '201', '400', '404', '429', '500', '503']),
  (random, pick) => {
    const port = pick(['443', '8080', '3306', '5672', '6379', '1883', '2525']);
    return () => (random() < 0.9 ? port : '8081');
  },
  // The same number in each line: an account, an attempt, a batch.
  (random, pick) => {
    const value = random() < 0.05 ? pick(RARE_CODES) : String(Math.floor(10 ** (1 + random() * 5)));
    return () => value;
  },
];

/**
 * Creates logs, lists and exports of random structure: random fields in random order, between random separators, in
 * any language; some with codes, the others with numbers of another kind in their place.
 */
export function createLogExamples(
  byLanguage: Readonly<Record<string, Partial<FieldWords>>>,
  index: CodeIndex,
  entries: readonly Entry[],
): Example[] {
  const codesBy = Map.groupBy(
    entries.filter(({ code, success, own }) => /^\d{3,6}$/.test(code) && !success && !own),
    ({ provider }) => provider,
  );
  const hosts = index.consoles.flatMap(({ hosts, provider }) =>
    hosts.map((host) => ({ host: host.replace(/^https:\/\//, '').replace('*', 'acme'), provider })),
  );
  const languages = Object.values(byLanguage).filter(({ failures }) => failures && failures.length > 3);
  const logs = Array.from({ length: LOGS }, (_, turn) => {
    const random = createRandom(hashToNumber(`log structure ${turn}`));
    for (let warm = 0; warm < 3; warm++) random();
    const pick = createPicker(random);
    const lines = pick(LINE_COUNTS);
    const isPage = lines > 2 && random() < PAGE_SHARE;
    const console = isPage || random() < 0.5 ? pick(hosts) : null;
    const own = (codesBy.get(console?.provider ?? 'meta') ?? []).map(({ code }) => code);
    const isOwn = own.length > 3 && random() < 0.35;
    const pool = Array.from({ length: 1 + Math.floor(random() ** 2 * 12) }, () =>
      pick(isOwn ? own : RARE_CODES),
    );
    const words = random() < 0.4 ? (byLanguage.en ?? {}) : pick(languages);
    return createLog(turn, { random, pick, lines, isPage, host: console?.host ?? null, pool, words });
  });
  const counts = Array.from({ length: COUNTS }, (_, turn) => {
    const random = createRandom(hashToNumber(`outcome counts ${turn}`));
    for (let warm = 0; warm < 3; warm++) random();
    const pick = createPicker(random);
    const host = random() < 0.6 ? pick(hosts).host : null;
    return createOutcomeCounts(turn, {
      random,
      pick,
      host,
      words: random() < 0.4 ? (byLanguage.en ?? {}) : pick(languages),
    });
  });
  return [...logs, ...counts];
}

/** Creates the counts of a campaign by outcome, of which one equals a code: `All (250000) Delivered (118953) Failed (131047)`. */
function createOutcomeCounts(
  turn: number,
  { random, pick, host, words }: Omit<LogSetting, 'lines' | 'isPage' | 'pool'>,
): Example {
  const { failures = ['failed'], tiles = [] } = words;
  const form = pick([
    '{} ({n})',
    '{}: {n}',
    '{} {n}',
    '{n} {}',
    '{}={n}',
    '{} – {n}',
    '{n} {}',
    'No. of {}: {n}',
    'Total {}: {n}',
  ]);
  const joint = pick([' ', ' ', ' · ', ' | ', ', ', '\n', '  ']);
  const write = (name: string, count: string) => form.replace('{}', name).replace('{n}', count);
  const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
    write(pick([...DELIVERED, ...tiles, 'All', 'Total']), String(Math.floor(10 ** (2 + random() * 3.6)))),
  );
  parts.splice(
    Math.floor(random() * (parts.length + 1)),
    0,
    write(pick(failures), random() < 0.7 ? pick(RARE_CODES) : pick(SMALLER_CODES)),
  );
  return toExample(LOGS + turn, host, parts.join(joint));
}

interface LogSetting {
  random: () => number;
  pick: Draw;
  lines: number;
  /** True for one line or cell of a page, with the others as its context. */
  isPage: boolean;
  host: string | null;
  pool: readonly string[];
  words: Partial<FieldWords>;
}

function createLog(turn: number, { random, pick, lines, isPage, host, pool, words }: LogSetting): Example {
  const holdsCodes = random() < 0.6;
  const { failures = ['failed'], things = ['Order'], errors = ['error'] } = words;
  const failure = pick(failures);
  const isListed = lines > 2 && random() < 0.2;
  const style = isListed
    ? 'plain'
    : pick(['plain', 'plain', 'plain', 'plain', 'json', 'logfmt', 'row'] as const);
  // In one or two lines, a short code or one on an unknown site needs a failure beside it.
  const isShort = lines < 3 && (host === null || pool.some((code) => code.length < 5));
  const statesFailure = holdsCodes ? isShort || random() < 0.6 : random() < 0.3;
  const mixed = statesFailure && lines > 2 && random() < 0.4 ? 0.3 + random() * 0.5 : 1;
  const other = () => pick(OTHER_NUMBERS)(random, pick, lines);
  const wrap = pick(NOTATIONS);
  const name = pick(things.filter((one) => !isFailedState(one)));
  const key = holdsCodes ? pick(errors) : name;
  const sign = pick(KEY_SIGNS);
  const isNamed = style === 'plain' && random() < (holdsCodes ? 0.15 : 0.5);
  let drawn = () => `‹${pool[Math.floor(random() ** 2 * pool.length)]}›`;
  const drawCode = () => drawn();
  // Several codes of one message: `131026, 131049`.
  const joint = style === 'plain' && random() < 0.08 ? pick([', ', ',', ' / ', '/', '; ', ' + ']) : null;
  const drawCodes = () => Array.from({ length: 2 + Math.floor(random() * 3) }, drawCode).join(joint ?? '');
  // A count and its share of all are no codes: `131047 (65%)`.
  const share =
    !holdsCodes && random() < 0.1 ? pick([' ({}%)', ' (0,{}%)', '/200{}', ' of 9{}', ' / 150{}']) : '';
  const count = other();
  const value: Write = holdsCodes
    ? joint
      ? drawCodes
      : drawCode
    : (line) =>
        count(line) +
        share.replace('{}', String(100 + Math.floor(random() * 900)).slice(0, share.includes('%') ? 2 : 3));
  const number: Write = (line) => wrap.replace('{}', value(line));
  const main: Write = isNamed ? (line) => `${key}${sign}${value(line)}` : number;
  const optional: Write[] = [
    createTime(random),
    createTime(random),
    createRecipient(random),
    createRecipient(random),
    () => pick(NAMES),
    () => pick(LEVELS),
    () => LOGGERS[turn % LOGGERS.length] ?? '',
    () => pick(SYNTHETIC_PARTS.templates),
    () => `wamid.HBg${Math.floor(random() * 1e9).toString(36)}${Math.floor(random() * 1e9).toString(36)}`,
    createCounter(pick(SYNTHETIC_PARTS.logKeys), pick(['=', ':', ' ']), other()),
    createCounter(pick(SYNTHETIC_PARTS.logKeys), pick(['=', ':', ' ']), other()),
    (
      (amount) => (line: number) =>
        `${amount(line)} ${pick(['ms', 's', 'KB', 'bytes'])}`
    )(other()),
    (
      (amount) => (line: number) =>
        amount(line)
    )(other()),
  ];
  const fields = isListed
    ? [pick([() => pick([name, 'messages', 'times', 'x', '×']), other(), () => '']), main]
    : optional.filter(() => random() < 0.28);
  const order = fields.map((field) => ({ field, at: random() }));
  const codeAt = random() < 0.6 ? 1 : random();
  const stateAt = codeAt - random() * 0.4;
  const state = (isFailed: boolean) => (isFailed ? failure : pick(DELIVERED));
  const placed = [
    ...order.map(({ field, at }) => ({ at, name: null, write: (line: number, _: boolean) => field(line) })),
    ...(isListed
      ? []
      : [
          {
            at: codeAt,
            name: key.replaceAll('"', ''),
            write: (line: number, isFailed: boolean) => (isFailed ? main(line) : ''),
          },
        ]),
    ...(statesFailure
      ? [
          {
            at: stateAt,
            name: pick(['msg', 'message', 'status', 'state', 'event']),
            write: (_: number, isFailed: boolean) => state(isFailed),
          },
        ]
      : []),
  ].sort((a, b) => a.at - b.at);
  const uniform = random() < 0.6 ? pick(SEPARATORS) : null;
  const separators = placed.map(() => uniform ?? pick(SEPARATORS));
  const bullet = pick(BULLETS);
  const names = [...new Set(placed.map(({ name: own }) => own ?? pick(SYNTHETIC_PARTS.logKeys)))];
  const formatRecord = (how: 'json' | 'logfmt' | 'row', parts: readonly string[]) => {
    const bare = (part: string) => part.replace(/^[^‹\p{L}\p{N}+]+|(?<=›)[^›]+$/gu, '');
    if (how === 'row') return parts.map(bare).join(';');
    const pairs = parts.flatMap((part, at) =>
      part === '' ? [] : [[names[at] ?? 'value', bare(part)] as const],
    );
    if (how === 'logfmt')
      return pairs.map(([own, part]) => `${own}=${/\s/.test(part) ? `"${part}"` : part}`).join(' ');
    return `{${pairs.map(([own, part]) => `"${own}":${/^(?:‹\d+›|\d{1,9})$/.test(part) ? part : `"${part}"`}`).join(',')}}`;
  };
  // A count of each code is often sorted by it.
  if (isListed && holdsCodes && random() < 0.4) {
    const sorted = [...new Set(pool)].sort();
    let next = 0;
    drawn = () => `‹${sorted[next++ % sorted.length]}›`;
  }
  const records = Array.from({ length: lines }, (_, line) => {
    const isFailed = random() < mixed;
    return placed.map(({ write }) => write(line, isFailed));
  });
  const rows = records.map((parts) => {
    if (style !== 'plain') return formatRecord(style, parts);
    return (
      bullet +
      parts.reduce(
        (text, part, at) => (part === '' ? text : text === '' ? part : text + separators[at] + part),
        '',
      )
    );
  });
  if (!isPage) return toExample(turn, host, rows.join('\n'));
  const own = records.flatMap((parts, line) => (parts.some((part) => /\d/.test(part)) ? [line] : []));
  const line = own[Math.floor(random() * own.length)] ?? 0;
  if (random() < 0.4) return toExample(turn, host, rows[line] ?? '', { lines: rows.join('\n') });
  const filler = pick(['', '', '', '-', '—', '0', 'OK']);
  const fill = random() < 0.15 ? other() : () => filler;
  const columns = placed.flatMap((_, at) => (/\d/.test(records[line]?.[at] ?? '') ? [at] : []));
  const codeColumn = columns.find((at) => records[line]?.[at]?.includes('‹'));
  const column = codeColumn !== undefined && random() < 0.8 ? codeColumn : pick(columns);
  return toExample(turn, host, records[line]?.[column] ?? '', {
    lines: records.map((parts, at) => parts[column] || fill(at)).join('\n'),
    row: records[line]?.join('\t') ?? '',
  });
}

function createTime(random: () => number): Write {
  const first = 1_795_000_000_000 + Math.floor(random() * 1e9);
  const forms: ((time: string) => string)[] = [
    (time) => time.slice(0, 19).replace('T', ' '),
    (time) => time,
    (time) => `[${time.slice(11, 19)}]`,
    (time) => time.slice(11, 16),
    (time) => `${time.slice(8, 10)}/${time.slice(5, 7)}/${time.slice(0, 4)} ${time.slice(11, 16)}`,
    (time) => `${time.slice(8, 10)}.${time.slice(5, 7)}.${time.slice(0, 4)}`,
    (time) => `${time.slice(0, 10)} ${time.slice(11, 19)},${time.slice(20, 23)}`,
    (time) => String(Math.floor(Date.parse(time) / 1000)),
  ];
  const format = forms[Math.floor(random() * forms.length)] ?? String;
  return (line) => format(new Date(first + line * 61_007).toISOString());
}

function createRecipient(random: () => number): Write {
  const country =
    ['55119', '9198', '4915', '1415', '62812', '52155', '90532'][Math.floor(random() * 7)] ?? '44';
  const plus = random() < 0.7 ? '+' : '';
  const lead = ['', '', 'to ', 'to=', 'recipient: ', '→ ', 'for '][Math.floor(random() * 7)] ?? '';
  const isSpaced = random() < 0.25;
  return () => {
    const digits = `${country}${Math.floor(1e6 + random() * 9e6)}0`;
    return lead + plus + (isSpaced ? digits.replace(/^(\d{2})(\d{2,3})(\d{4})/, '$1 $2 $3-') : digits);
  };
}

const createCounter =
  (key: string, sign: string, count: Write): Write =>
  (line) =>
    `${key}${sign}${count(line)}`;

function toExample(
  turn: number,
  host: string | null,
  marked: string,
  around?: { lines: string; row?: string },
): Example {
  let text = '';
  const codes: Example['codes'] = [];
  for (const part of marked.split(/(‹\d+›)/)) {
    const code = part.startsWith('‹') ? part.slice(1, -1) : null;
    if (code) codes.push({ code, start: text.length, end: text.length + code.length });
    text += code ?? part;
  }
  return {
    id: `log-structure-${turn}`,
    kind: codes.length > 0 ? 'log-line' : 'negative-line',
    host,
    text,
    codes,
    ...(around && { context: JSON.parse(JSON.stringify(around).replaceAll(/[‹›]/g, '')) }),
    batch: `log-structure-${turn}`,
    weight: around ? PAGE_WEIGHT : TEXT_WEIGHT / Math.sqrt(text.split('\n').length),
    isWeighted: true,
  };
}

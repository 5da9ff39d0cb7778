import type { Entry } from '../../data/schema.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { isFailedState } from '../../lib/detect/word-classes.ts';
import type { FieldWords, WordsByLanguage } from './field-examples.ts';
import type { Example } from './line-examples.ts';
import { getConsoles } from './short-form-examples.ts';
import {
  createDraws,
  type Draws,
  getWords,
  markCode,
  readMarks,
} from './synthetic.ts';

const LOGS = 5_000;
/** Share of the logs of several lines that are shown on a page, as lines or as a table without headers. */
const PAGE_SHARE = 0.4;
const COUNTS = 1_000;
const LINE_COUNTS = [1, 1, 1, 2, 3, 3, 4, 5, 6, 8, 12, 20];
/** Training weight of one text, shared by its lines. */
const TEXT_WEIGHT = 1.4;
const PAGE_WEIGHT = 0.5;

const LOGGERS = getWords('loggers');

type Write = (line: number, isFailed?: boolean) => string;

const drawEach = (draw: (draws: Draws) => string) => (draws: Draws) => () =>
  draw(draws);

/** A number of another kind: how its value follows from line to line. */
const OTHER_NUMBERS: readonly ((draws: Draws, lines: number) => Write)[] = [
  // Rows, orders and tickets count up, near codes or far from them.
  ({ random, pickFrom, drawFigure }, lines) => {
    const isNear = lines > 2 && random() < 0.5;

    const first = isNear
      ? Number(pickFrom('rare')) - Math.floor(random() * 9)
      : Number(drawFigure());

    const step = 1 + Math.floor(random() ** 3 * 30);

    return (line) => String(first + line * step + Math.floor(random() * step));
  },
  // Any number of one length, of which one equals a code.
  ({ random, pickFrom }, lines) => {
    const digits = 2 + Math.floor(random() * 5);
    const lucky = Math.floor(random() * 6);

    return (line) =>
      line === lucky && lines > 3 && digits === 6
        ? pickFrom('rare')
        : String(Math.floor(10 ** (digits - 1) * (1 + random() * 9)));
  },
  // Counts, sizes and times prefer small and round numbers.
  drawEach(({ random }) => String(Math.floor(10 ** (random() * 4.5)))),
  drawEach(({ random }) => String(Math.floor(1 + random() * 40) * 100)),
  drawEach(({ pickFrom }) => pickFrom('statuses')),
  ({ random, pickFrom }) => {
    const port = pickFrom('ports');
    return () => (random() < 0.9 ? port : '8081');
  },
  // The same number in each line: an account, an attempt, a batch.
  ({ random, pickFrom, drawFigure }) => {
    const value = random() < 0.05 ? pickFrom('rare') : drawFigure();
    return () => value;
  },
];

/**
 * Creates logs, lists and exports of random structure: random fields in random order, between random separators, in
 * any language; some with codes, the others with numbers of another kind in their place.
 */
export function createLogExamples(
  byLanguage: WordsByLanguage,
  index: CodeIndex,
  entries: readonly Entry[],
) {
  const codesBy = Map.groupBy(
    entries.filter(
      ({ code, success, own }) => /^\d{3,6}$/.test(code) && !success && !own,
    ),
    ({ provider }) => provider,
  );

  const consoles = getConsoles(index);

  const languages = Object.values(byLanguage).filter(
    ({ failures }) => failures && failures.length > 3,
  );

  const pickWords = ({ random, pick }: Draws) =>
    random() < 0.4 ? (byLanguage.en ?? {}) : pick(languages);

  const logs = Array.from({ length: LOGS }, (_, turn) => {
    const draws = createDraws(`log structure ${turn}`, 3);
    const { random, pick, pickFrom } = draws;
    const lines = pick(LINE_COUNTS);
    const isPage = lines > 2 && random() < PAGE_SHARE;
    const console = isPage || random() < 0.5 ? pick(consoles) : null;

    const own = (codesBy.get(console?.provider ?? 'meta') ?? []).map(
      ({ code }) => code,
    );

    const isOwn = own.length > 3 && random() < 0.35;

    const pool = Array.from(
      { length: 1 + Math.floor(random() ** 2 * 12) },
      () => (isOwn ? pick(own) : pickFrom('rare')),
    );

    return createLog(
      turn,
      draws,
      { lines, isPage, host: console?.host ?? null, pool },
      pickWords(draws),
    );
  });

  const counts = Array.from({ length: COUNTS }, (_, turn) => {
    const draws = createDraws(`outcome counts ${turn}`, 3);
    const host = draws.random() < 0.6 ? draws.pick(consoles).host : null;

    return toExample(
      LOGS + turn,
      host,
      createOutcomeCounts(draws, pickWords(draws)),
    );
  });

  return [...logs, ...counts];
}

/** Creates the counts of a campaign by outcome, of which one equals a code: `All (250000) Delivered (118953) Failed (131047)`. */
function createOutcomeCounts(
  { random, pick, pickFrom }: Draws,
  { failures = ['failed'], tiles = [] }: Partial<FieldWords>,
): string {
  const form = pickFrom('outcomes');
  const joint = pickFrom('outcomeJoints');

  const write = (name: string, count: string) =>
    form.replace('{}', name).replace('{n}', count);

  const names = [...getWords('delivered'), ...tiles, 'All', 'Total'];

  const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
    write(pick(names), String(Math.floor(10 ** (2 + random() * 3.6)))),
  );

  const place = Math.floor(random() * (parts.length + 1));

  parts.splice(
    place,
    0,
    write(pick(failures), pickFrom(random() < 0.7 ? 'rare' : 'small')),
  );

  return parts.join(joint);
}

/** A field of each line: its place in the line, from 0 to 1, its key, and its value. */
type LogField = { at: number; name?: string; write: Write };

interface LogSetting {
  lines: number;
  isPage: boolean;
  host: string | null;
  pool: readonly string[];
}

const STYLES = ['plain', 'plain', 'plain', 'plain', 'json', 'logfmt', 'row'];

/** Draws what the lines of a log have in common. */
function drawStyle(
  { random, pick }: Draws,
  { lines, host, pool }: LogSetting,
  failures: readonly string[],
) {
  const holdsCodes = random() < 0.6;
  const failure = pick(failures);
  const isListed = lines > 2 && random() < 0.2;
  const style = isListed ? 'plain' : pick(STYLES);

  // In one or two lines, a short code or one on an unknown site needs a failure beside it.
  const isShort =
    lines < 3 && (host === null || pool.some((code) => code.length < 5));

  const statesFailure = holdsCodes ? isShort || random() < 0.6 : random() < 0.3;
  const isMixed = statesFailure && lines > 2 && random() < 0.4;
  const failedShare = isMixed ? 0.3 + random() * 0.5 : 1;

  return { holdsCodes, failure, isListed, style, statesFailure, failedShare };
}

/** Creates a log. With `isPage`, one line or cell of a page, with the others as its context. */
function createLog(
  turn: number,
  draws: Draws,
  setting: LogSetting,
  {
    failures = ['failed'],
    things = ['Order'],
    errors = ['error'],
  }: Partial<FieldWords>,
): Example {
  const { random, pick, pickFrom } = draws;
  const { lines, isPage, host, pool } = setting;

  const { holdsCodes, failure, isListed, style, statesFailure, failedShare } =
    drawStyle(draws, setting, failures);

  const drawOther = () => pick(OTHER_NUMBERS)(draws, lines);
  const wrap = pickFrom('notations');
  const name = pick(things.filter((one) => !isFailedState(one)));
  const key = holdsCodes ? pick(errors) : name;
  const sign = pickFrom('keySigns');
  const isNamed = style === 'plain' && random() < (holdsCodes ? 0.15 : 0.5);

  let drawCode = () =>
    markCode(pool[Math.floor(random() ** 2 * pool.length)] ?? '');

  // Several codes of one message: `131026, 131049`.
  const joint =
    style === 'plain' && random() < 0.08 ? pickFrom('codeJoints') : null;

  // A count and its share of all are no codes: `131047 (65%)`.
  const share = !holdsCodes && random() < 0.1 ? pickFrom('countShares') : '';
  const count = drawOther();

  const writeValue: Write = (line) => {
    if (holdsCodes && joint)
      return Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
        drawCode(),
      ).join(joint);

    if (holdsCodes) return drawCode();

    const all = count(line);
    const part = String(100 + Math.floor(random() * 900));

    return (
      all + share.replace('{}', share.includes('%') ? part.slice(0, 2) : part)
    );
  };

  const writeMain: Write = (line) =>
    isNamed
      ? `${key}${sign}${writeValue(line)}`
      : wrap.replace('{}', writeValue(line));

  const createAmount = (
    lead: string,
    amount: Write,
    drawEnd = () => '',
  ): Write => {
    return (line) => lead + amount(line) + drawEnd();
  };

  const drawCounter = () =>
    createAmount(pickFrom('logKey') + pickFrom('counterSigns'), drawOther());

  const optional: Write[] = [
    createTime(draws),
    createTime(draws),
    createRecipient(draws),
    createRecipient(draws),
    () => pickFrom('names'),
    () => pickFrom('levels'),
    () => LOGGERS[turn % LOGGERS.length] ?? '',
    () => pickFrom('template'),
    () =>
      `wamid.HBg${Math.floor(random() * 1e9).toString(36)}${Math.floor(random() * 1e9).toString(36)}`,
    drawCounter(),
    drawCounter(),
    createAmount('', drawOther(), () => ` ${pickFrom('units')}`),
    drawOther(),
  ];

  const others = isListed
    ? [
        pick([
          () => pick([name, ...getWords('countWords')]),
          drawOther(),
          () => '',
        ]),
        writeMain,
      ]
    : optional.filter(() => random() < 0.28);

  const fields: LogField[] = others.map((write) => ({ at: random(), write }));
  const codeAt = random() < 0.6 ? 1 : random();
  const stateAt = codeAt - random() * 0.4;

  if (!isListed)
    fields.push({
      at: codeAt,
      name: key.replaceAll('"', ''),
      write: (line, isFailed) => (isFailed ? writeMain(line) : ''),
    });

  if (statesFailure)
    fields.push({
      at: stateAt,
      name: pickFrom('stateKeys'),
      write: (_, isFailed) => (isFailed ? failure : pickFrom('delivered')),
    });

  fields.sort((a, b) => a.at - b.at);

  const uniform = random() < 0.6 ? pickFrom('separators') : null;
  const separators = fields.map(() => uniform ?? pickFrom('separators'));
  const bullet = pickFrom('bullets');

  const keys = [
    ...new Set(fields.map(({ name: own }) => own ?? pickFrom('logKey'))),
  ];

  const formatRecord = (parts: readonly string[]) =>
    style === 'plain'
      ? bullet + joinParts(parts, separators)
      : formatFields(style, parts, keys);

  // A count of each code is often sorted by it.
  if (isListed && holdsCodes && random() < 0.4) {
    const sorted = [...new Set(pool)].sort();
    let next = 0;
    drawCode = () => markCode(sorted[next++ % sorted.length] ?? '');
  }

  const records = Array.from({ length: lines }, (_, line) => {
    const isFailed = random() < failedShare;
    return fields.map(({ write }) => write(line, isFailed));
  });

  const rows = records.map(formatRecord);

  if (!isPage) return toExample(turn, host, rows.join('\n'));

  return pickPagePart({ turn, host, records, rows }, draws, drawOther);
}

/** Joins the parts of a record with its separators, where there are parts on both sides. */
const joinParts = (
  parts: readonly string[],
  separators: readonly string[],
): string =>
  parts.reduce(
    (text, part, at) =>
      text === '' || part === '' ? text + part : text + separators[at] + part,
    '',
  );

const isNumber = (part: string): boolean => /^(?:‹\d+›|\d{1,9})$/.test(part);

const quoteText = (part: string): string =>
  isNumber(part) ? part : `"${part}"`;

const quoteSpaces = (part: string): string =>
  /\s/.test(part) ? `"${part}"` : part;

/** Formats a record as a row, as JSON or as `key=value`. */
function formatFields(
  style: string,
  parts: readonly string[],
  keys: readonly string[],
): string {
  const bare = parts.map((part) =>
    part.replace(/^[^‹\p{L}\p{N}+]+|(?<=›)[^›]+$/gu, ''),
  );

  if (style === 'row') return bare.join(';');

  const pairs = bare
    .map((part, at) => ({ key: keys[at] ?? 'value', part }))
    .filter((_, at) => parts[at] !== '');

  if (style === 'json')
    return `{${pairs.map(({ key, part }) => `"${key}":${quoteText(part)}`).join(',')}}`;

  return pairs.map(({ key, part }) => `${key}=${quoteSpaces(part)}`).join(' ');
}

/** Returns a line or a cell of a page, with the others as its context. */
function pickPagePart(
  {
    turn,
    host,
    records,
    rows,
  }: {
    turn: number;
    host: string | null;
    records: readonly (readonly string[])[];
    rows: readonly string[];
  },
  { random, pick, pickFrom }: Draws,
  drawOther: () => Write,
): Example {
  const own = records.flatMap((parts, line) =>
    parts.some((part) => /\d/.test(part)) ? [line] : [],
  );

  const line = own[Math.floor(random() * own.length)] ?? 0;

  if (random() < 0.4)
    return toExample(turn, host, rows[line] ?? '', { lines: rows.join('\n') });

  const filler = pickFrom('fillers');
  const fill: Write = random() < 0.15 ? drawOther() : () => filler;
  const record = records[line] ?? [];
  const columns = record.flatMap((part, at) => (/\d/.test(part) ? [at] : []));
  const codeColumn = columns.find((at) => record[at]?.includes('‹'));

  const column =
    codeColumn !== undefined && random() < 0.8 ? codeColumn : pick(columns);

  return toExample(turn, host, record[column] ?? '', {
    lines: records.map((parts, at) => parts[column] || fill(at)).join('\n'),
    row: record.join('\t'),
  });
}

const TIME = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)\.(\d+)Z$/;
const TIME_FORMS =
  '$1-$2-$3 $4:$5:$6|$&|[$4:$5:$6]|$4:$5|$3/$2/$1 $4:$5|$3.$2.$1|$1-$2-$3 $4:$5:$6,$7|seconds'.split(
    '|',
  );

function createTime({ random, pick }: Draws): Write {
  const first = 1_795_000_000_000 + Math.floor(random() * 1e9);
  const form = pick(TIME_FORMS);

  return (line) => {
    const time = new Date(first + line * 61_007);
    return form === 'seconds'
      ? `${Math.floor(Number(time) / 1000)}`
      : time.toISOString().replace(TIME, form);
  };
}

function createRecipient({ random, pickFrom }: Draws): Write {
  const prefix = pickFrom('prefixes');
  const plus = random() < 0.7 ? '+' : '';
  const lead = pickFrom('recipientLeads');
  const isSpaced = random() < 0.25;

  return () => {
    const digits = `${prefix}${Math.floor(1e6 + random() * 9e6)}0`;

    return (
      lead +
      plus +
      (isSpaced
        ? digits.replace(/^(\d{2})(\d{2,3})(\d{4})/, '$1 $2 $3-')
        : digits)
    );
  };
}

function toExample(
  turn: number,
  host: string | null,
  marked: string,
  context?: Example['context'],
): Example {
  const read = readMarks(marked, context);

  const weight = context
    ? PAGE_WEIGHT
    : TEXT_WEIGHT / Math.sqrt(read.text.split('\n').length);

  return {
    host,
    ...read,
    batch: `log-structure-${turn}`,
    weight,
    isWeighted: true,
  };
}

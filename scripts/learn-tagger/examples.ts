import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../build/run.ts';
import type { Span } from '../../lib/core/spans.ts';
import { createRandom } from '../learn/random.ts';

/** A text whose private parts are known. */
export interface LabelledText {
  text: string;
  private: Span[];
  /** Its words as a whole: some names and sentences are kept aside to choose the thresholds. */
  isHeldOut: boolean;
}

interface Language {
  names: string[];
  people: string[];
  logins?: string[];
  others: string[];
}

interface Names {
  first: string[];
  last: string[];
  city: string[];
}

interface WordsOfTexts {
  things: string[];
  products: string[];
  words: string[];
}

const TEXTS = 26_000;
/** One sentence and one name in this number are held out. */
const HELD_OUT = 12;

const readCorpus = <T>(name: string): T =>
  parse(readFileSync(join(ROOT, 'tests/corpus', `${name}.yaml`), 'utf8'));

const splitNames = (list = ''): string[] => list.split('|').filter(Boolean);

function readPeople(): Map<string, Names> {
  const people =
    readCorpus<Record<string, Record<keyof Names, string>>>('people');

  return new Map(
    Object.entries(people).map(([locale, { first, last, city }]) => [
      locale,
      {
        first: splitNames(first),
        last: splitNames(last),
        city: splitNames(city),
      },
    ]),
  );
}

type Pick = <T>(list: readonly T[]) => T;

/** Returns texts in many languages with names, user names and passwords, and texts without. In a reproducible order. */
export function createExamples(): LabelledText[] {
  const random = createRandom(7);
  const pick: Pick = (list) =>
    list[Math.floor(random() * list.length)] as (typeof list)[number];

  const languages = Object.entries(
    readCorpus<Record<string, Language>>('sentences'),
  );

  const people = readPeople();
  const words = readCorpus<WordsOfTexts>('words-of-texts');

  return Array.from({ length: TEXTS }, (_, number) => {
    // English is what most logs and tickets are in.
    const [code, language] = pick(
      random() < ENGLISH_SHARE ? languages.slice(0, 1) : languages,
    );

    const isHeldOut = number % HELD_OUT === 0;
    const names = people.get(pick(language.names)) as Names;
    const fill = createFiller({
      code,
      names: selectNames(names, isHeldOut),
      words,
      pick,
      random,
    });

    const lines = createTemplate(language, isHeldOut, pick, random);

    return { ...markSlots(lines, fill), isHeldOut };
  });
}

const ENGLISH_SHARE = 0.35;

const select = <T>(list: readonly T[], isHeldOut: boolean): T[] => {
  const own = list.filter(
    (_, at) => (at % HELD_OUT === HELD_OUT - 1) === isHeldOut,
  );

  return own.length > 0 ? own : [...list];
};

const selectNames = (names: Names, isHeldOut: boolean): Names => ({
  first: select(names.first, isHeldOut),
  last: select(names.last, isHeldOut),
  city: names.city,
});

/** Frames of a line; `%` is the sentence. */
const FRAMES = [
  '%',
  '%',
  '%',
  '- %',
  '* %',
  '> %',
  '# %',
  '// %',
  '%.',
  '%!',
  '{d} %',
  '[{d}] %',
  '{d} INFO %',
  '{d} WARN  [worker-3] %',
  'ERROR %',
  'Note: %',
  '1. %',
  '"%"',
  '| {d} | % | {c} |',
  '{"note":"%","code":{c}}',
  '{"level":"info","msg":"%"}',
  'level=info msg="%" code={c}',
  '% ({#})',
  '% tel {#}',
  '{#}: %',
  '{c} %',
  '% -> {c}',
  '%; retry at {d}',
  'TODO(%)',
  'Subject: %',
  '<p>%</p>',
];
/** Frames of a line with a name of their own. */
const PEOPLE_FRAMES = [
  '{f}: %',
  '{n}: %',
  '[{d}] {n}: %',
  '{n}  {t} AM\n%',
  '@{u} %',
  '<{u}> %',
  '{u}: %',
  '({f}) %',
  '% - {f}',
  '% /{f}',
  '%\n{f}',
  '%, cc {n}',
  'Hi {f},\n%',
  '%\n-- \n{n}\n{b} {x}',
  "('{n}', {c}) # %",
  '[{n}, {n}] %',
  '{n} | {c} | %',
  '{n};{c};%',
  '{f} {l} <{u}@mail.example> %',
  'name={f} {l} %',
  '{n} ({g}): %',
  '{n}/{n}: %',
  'git log: {n} {d} %',
];

function createTemplate(
  language: Language,
  isHeldOut: boolean,
  pick: Pick,
  random: () => number,
): string[] {
  const { people, logins = [], others } = language;
  const private_ = select([...people, ...logins], isHeldOut);
  const harmless = select(others, isHeldOut);
  const count = random() < 0.5 ? 1 : 2 + Math.floor(random() * 6);
  // A third of the texts have nothing private.
  const share = pick([0, 0.25, 0.5, 0.8]);

  return Array.from({ length: count }, () => {
    const isPrivate = random() < share;
    const sentence = pick(isPrivate ? private_ : harmless);
    const isNamed = share > 0 && random() < 0.2;
    const frame = pick(isNamed ? PEOPLE_FRAMES : FRAMES);

    return frame.replace('%', () => sentence);
  });
}

/** Fills the slots of a template. */
function markSlots(
  lines: readonly string[],
  fill: (slot: string) => { text: string; isPrivate: boolean },
) {
  const spans: Span[] = [];
  let text = '';

  for (const part of lines.join('\n').split(/(\{(?:[a-z]|#)\})/)) {
    const slot = /^\{([a-z]|#)\}$/.exec(part)?.[1];

    if (slot === undefined) {
      text += part;
      continue;
    }

    const { text: own, isPrivate } = fill(slot);
    if (isPrivate)
      spans.push({ start: text.length, end: text.length + own.length });
    text += own;
  }

  return { text, private: spans };
}

interface Filling {
  code: string;
  names: Names;
  words: WordsOfTexts;
  pick: Pick;
  random: () => number;
}

const CODES =
  '131026 131047 131049 130429 131056 132000 132001 132015 190 100 63016 470 1013'.split(
    ' ',
  );
const TEMPLATES =
  'order_update appointment_reminder otp_login welcome_01 promo_week47 invoice_sent pickup_ready'.split(
    ' ',
  );

function createFiller({ code, names, words, pick, random }: Filling) {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

  const fullName = () => {
    const first = pick(names.first);
    const last = pick(names.last);
    const kind = random();

    if (kind < 0.75) return `${first} ${last}`;
    if (kind < 0.82) return `${first.charAt(0)}. ${last}`;
    if (kind < 0.87) return `${first} ${pick(names.first).charAt(0)}. ${last}`;
    if (kind < 0.92) return `${first} ${last}`.toLowerCase();
    if (kind < 0.95) return `${first} ${last}`.toUpperCase();
    return `${last}, ${first}`;
  };

  const fills: Readonly<Record<string, () => string>> = {
    n: fullName,
    f: () => pick(names.first),
    l: () => pick(names.last),
    u: () => createUserName(names, words, pick, digits),
    p: () => createPassword(words, pick, digits),
  };

  const harmless: Readonly<Record<string, () => string>> = {
    c: () => pick(CODES),
    m: () => pick(TEMPLATES),
    d: () =>
      pick([
        `2026-11-${10 + Math.floor(random() * 20)}T${10 + Math.floor(random() * 13)}:${10 + Math.floor(random() * 49)}:07Z`,
        `${10 + Math.floor(random() * 13)}:${10 + Math.floor(random() * 49)}`,
      ]),
    t: () =>
      `${10 + Math.floor(random() * 2)}:${10 + Math.floor(random() * 49)}`,
    '#': () => `+1555${digits(7)}`,
    b: () => pick(words.products),
    w: () => formatDay(code, Math.floor(random() * 300)),
    x: () => pick(words.words),
    g: () => formatCountry(code, pick(COUNTRIES)),
    v: () => `${digits(1)}.${digits(2)}.0`,
  };

  return (slot: string) => {
    const text = fills[slot]?.();

    return text === undefined
      ? { text: harmless[slot]?.() ?? '', isPrivate: false }
      : { text, isPrivate: true };
  };
}

const COUNTRIES =
  'BR IN MX DE FR ES IT ID TR AR CO PE EG SA AE NG KE ZA GB US CA AU JP KR CN VN TH PL NL SE RU UA GR RO HU IL'.split(
    ' ',
  );

const formatCountry = (language: string, country: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;

const formatDay = (language: string, day: number): string =>
  new Intl.DateTimeFormat(language, {
    [day % 2 === 0 ? 'weekday' : 'month']: 'long',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(2026, 0, 1 + day)));

const toAscii = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

function createUserName(
  { first, last }: Names,
  { things }: WordsOfTexts,
  pick: Pick,
  digits: (count: number) => string,
): string {
  const thing = pick(things.filter((word) => /^[a-z]+$/.test(word)));
  const one = toAscii(pick(first)) || thing;
  const other = toAscii(pick(last)) || thing;

  return pick([
    `${one.charAt(0)}${other}`,
    `${one}.${other}`,
    `${one}_${other}`,
    `${one}${other.charAt(0)}`,
    `${one.charAt(0)}.${other}`,
    `${one.slice(0, 4)}_${other.slice(0, 4)}`,
    `${one}${digits(2)}`,
    `${thing}_${one}`,
    `${one}-${other}`,
    other,
    `${thing}${digits(2)}`,
  ]);
}

function createPassword(
  { things }: WordsOfTexts,
  pick: Pick,
  digits: (count: number) => string,
): string {
  const one = pick(things);
  const other = pick(things);
  const upper = one.charAt(0).toUpperCase() + one.slice(1);
  const sign = pick(['!', '#', '$', '@', '*', '-', '_', '.']);

  return pick([
    `${upper}${sign}${digits(2)}`,
    `${upper}${digits(2)}`,
    `${one}${digits(4)}`,
    `${one}-${other}-${digits(2)}`,
    `${one}${sign}${other}${digits(1)}`,
    `${upper}${other}${digits(2)}`,
    `${one}${other}`,
    `${upper}${sign}${other}`,
    `${one}${digits(2)}${sign}x`,
    `${one}-${other}-${pick(things)}`,
    digits(6),
  ]);
}

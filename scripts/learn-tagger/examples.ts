import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../build/run.ts';
import privateWords from '../../data/private-words.json' with { type: 'json' };
import wordRoles from '../../data/word-roles.json' with { type: 'json' };
import { memoize } from '../../lib/core/get-or-insert.ts';
import type { Span } from '../../lib/core/spans.ts';
import { createRandom } from '../learn/random.ts';

/** A private part of a text: words of a name, a number, or what somebody said. */
export interface LabelledSpan extends Span {
  isSaid: boolean;
}

/** A text whose private parts are known. */
export interface LabelledText {
  text: string;
  private: LabelledSpan[];
  /** Its words as a whole: some names and sentences are kept aside to choose the thresholds. */
  isHeldOut: boolean;
}

interface Language {
  names: string[];
  people: string[];
  logins?: string[];
  others: string[];
}

/** Of one language: see `private-parts.yaml`. */
interface PrivateParts {
  said: string[];
  says: string[];
  numbers: string[];
  streets: string[];
}

const NO_PARTS: PrivateParts = { said: [], says: [], numbers: [], streets: [] };

interface Names {
  first: string[];
  last: string[];
  city: string[];
}

interface WordsOfTexts {
  things: string[];
  products: string[];
  words: string[];
  /** By language, parted by |. */
  common: Record<string, string>;
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

/** Returns the words of all first and last names, in lower case. */
export function readNamesOfPeople(): string[] {
  const words = Array.from(readPeople().values(), ({ first, last }) =>
    [...first, ...last].flatMap((name) => name.toLowerCase().split(' ')),
  );

  return [...new Set(words.flat())].filter(
    (word) => word.length >= MIN_NAME_CHARS || /\p{Lo}/u.test(word),
  );
}

/** Shorter ones are particles. */
const MIN_NAME_CHARS = 4;

type Pick = <T>(list: readonly T[]) => T;

/** Returns texts in many languages with names, user names and passwords, and texts without. In a reproducible order. */
export function createExamples(): LabelledText[] {
  const random = createRandom(7);
  const pick: Pick = (list) =>
    list[Math.floor(random() * list.length)] as (typeof list)[number];

  const languages = Object.entries(
    readCorpus<Record<string, Language>>('sentences'),
  );

  const parts = readCorpus<Record<string, PrivateParts>>('private-parts');
  const people = readPeople();
  const words = readCorpus<WordsOfTexts>('words-of-texts');

  return Array.from({ length: TEXTS }, (_, number) => {
    // English is what most logs and tickets are in.
    const [code, language] = pick(
      random() < ENGLISH_SHARE ? languages.slice(0, 1) : languages,
    );

    const isHeldOut = number % HELD_OUT === 0;
    const names = people.get(pick(language.names)) as Names;
    const own = parts[code] ?? NO_PARTS;

    const fill = createFiller({
      code,
      names: selectNames(names, isHeldOut),
      parts: { ...own, said: select(own.said, isHeldOut) },
      words,
      common: readCommonWords(words.common[code], language),
      roles: readRoles(language),
      pick,
      random,
    });

    const lines = createTemplate(language, own, isHeldOut, pick, random);

    return { ...markSlots(lines, fill), isHeldOut };
  });
}

const ENGLISH_SHARE = 0.35;

const ROLE_WORDS = {
  ...wordRoles.words,
  account: `${wordRoles.words.account}|${privateWords.users.words}`,
  person: `${wordRoles.words.person}|${privateWords.people.words}`,
  thing: privateWords.things.words,
  order: privateWords.orders.words,
};

type Roles = Readonly<Record<keyof typeof ROLE_WORDS, readonly string[]>>;

/** Returns the words that have roles, in the script of a language: which language a word is of does not matter. */
const readRoles = memoize(({ others }: Language): Roles => {
  const script = SCRIPTS.find((one) => one.test(others.join(''))) ?? /\p{L}/u;

  const entries = Object.entries(ROLE_WORDS).map(([role, words]) => {
    const all = words.split('|');
    const own = all.filter((word) => script.test(word));

    return [role, own.length > 0 ? own : all];
  });

  return Object.fromEntries(entries) as Roles;
});

/** Latin is the last: all texts name products. */
const SCRIPTS = [
  /\p{scx=Hira}|\p{scx=Kana}/u,
  /\p{Script=Han}/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Latin}/u,
];

/** Returns the listed common words, and those of sentences with nothing private. */
const readCommonWords = (
  listed: string | undefined,
  { others }: Language,
): string[] => [
  ...splitNames(listed),
  ...others.flatMap(
    (sentence) => sentence.match(/(?<![{\p{L}])\p{Ll}[\p{L}\p{M}]+/gu) ?? [],
  ),
  ...(listed
    ? []
    : others.flatMap((own) => own.match(/\p{Lo}[\p{Lo}\p{M}]+/gu) ?? [])),
  'ok',
];

const ROLE_SLOTS = new Map<string, keyof Roles>([
  ['A', 'account'],
  ['P', 'person'],
  ['S', 'says'],
  ['W', 'password'],
  ['T', 'towards'],
  ['M', 'thing'],
  ['Q', 'order'],
]);

const capitalize = (word: string): string =>
  word.charAt(0).toUpperCase() + word.slice(1);

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
  '- {n}, {#}',
  '{n} ({#})',
  '2) {n} – {#}',
  '{n}\t{#}\t{c}',
  "[('{n}', '{#}', {c}), ('{n}', '{#}', {c})]",
  '{n}, {#}: %',
  '{#} ({f}) {c}',
  'op={u} %',
  'agent={u} err={c}',
  'user:{u} %',
  'oper={f}|to={#}|err={c}',
  '{d} {f}: %',
  '{d} - {n}: %',
  '[{d}] {f}: %',
  '{f}  {d}\n%',
  '— {f}',
  '{d} — {f}',
  '• {n}: %',
  '{#} = {n}',
  '"{n}" <{#}>',
  '{n}; {#}; {c}',
  '^{c}^{n}^{#}',
  '{n}|{#}|{c}',
  '{l}, {f} ({#})',
  '{n}, {y}',
  '{n} / {i}',
  '{u}/{f}: %',
  '/uploads/{u}/list.csv %',
  '{f} + {f}: %',
  '{n}\n{b} {x}\n{#}',
  '{f}, {f}, {n}\n%',
  '% [{f}]',
  '% ~{f}',
  'From: {n}\n%',
  'Opened by {n}\n%',
  '{c} | {n} | {d}',
  'Hi {f}, %',
  'Hi {f}! %',
  'hi {f}, %',
  'Hello {f}, %',
  'Dear {n}, %',
  'Olá {f}, %',
  'Hola {f}, %',
  'Bonjour {f}, %',
  'Hallo {f}, %',
  'Ciao {f}, %',
  'Merhaba {f}, %',
  'Halo {f}, %',
  'Привет {f}, %',
  'Mr. {n} called',
  'Praxis {l}, %',
  'Clinic, {n}, %',
  'contact: {#} ({f}) failed',
  'to {#} ({n}) %',
  '{n} got {c}; %',
  '{n} · {#}',
  '顧客名：{n}',
  '客户：{n}',
  'Contact ({#}): {n}',
];
/** Frames of a line with words before a number or a secret, which stay. */
const LABEL_FRAMES = [
  'tel: {#} %',
  'mob: {#} %',
  'mob/wa: {#}',
  'Tel. {#}',
  'phone {#} and 44 {c}',
  'celular: {#}',
  'Handy: {#}',
  'hp: {#}',
  'номер: {#}',
  'هاتف: {#}',
  'फोन: {#}',
  '電話: {#}',
  '电话：{#} %',
  '전화: {#}',
  'Contato (11): {#}',
  'could not reach {#} on {d}',
  'from {j} port 443 %',
  'peer [{j}]:443',
  '{j} - - [{d}] "GET /status HTTP/1.1" 200 512',
  'sshpass -p {p} ssh host',
  'kode OTP Anda {o}',
  'Kode verifikasi Anda {o}',
  'kata sandi Anda: {p}',
  'Passwort für den Zugang: {p}',
  'COPY public.texts (id, corpo, status) FROM stdin;',
  'SELECT id, phone FROM customers WHERE phone = {#}',
  'INSERT INTO messages VALUES ({#}, {c})',
  '"continentNames": ["North America", "Asia Pacific"]',
  'verify_token (webhook, prod): {p}',
  'OTP {o}',
  'PIN: {o}, %',
  'password: {p}',
  'senha: {p}',
  'contraseña {p}',
  'Passwort: {p}',
  '身份证{i}校验失败',
  '验证码 {o}',
  'livraison {#}',
  '{"lot":"04109","to":"{#}"}',
  'POST /hooks/orders {d} {#}',
  '<to>{#}</to><rc>{c}</rc>',
  'ticket TK-20418 {#} %',
];

/**
 * Frames of a line in which a word says what follows, in any language: {A} an account, {P} a person, {S} a verb of saying, {W} a password,
 * {T} a preposition, {M} a thing with a name, {Q} one with a number {q}, {h} and {H} a common word.
 */
const ROLE_FRAMES = [
  '{A} {u} %',
  '{A} {u} {h} {h}',
  '{A} {u} {h} {m}',
  '{A} {u}, {h} {c}',
  '{H} {h} {A} {u}',
  '{A} {u} {W} {p}',
  '{A} {u} {W} {p} {h}',
  '{W} {h} {T} {u}: {p}',
  '{W} {A} {u} {p}',
  '{W} {p} {h} {h}',
  '{H} {h} {W} {p}.',
  '{A} {u} / {p}',
  '{h} {u} / {p}',
  '{P} {n} {h} {c}',
  '{P} {n} {h} {h} {h}',
  '{P} {f} {h} {h}, {h} {c}',
  '{P} {l} ({#}) {h}',
  '{P} {n}: {h} {c}',
  '{H} {h} {P} {n}, {h} {c}',
  '{H} {h}: {P} {f} {h} {n}',
  '{P} {f} {S}: {s}',
  '{P} {f} {S} {s}',
  '{P} {S}: {s} - {c}',
  '{P} {S} {s} ({c})',
  '{f} {S} {s}, {h} {c}',
  '{P} {n} {S} „{s}“ – {c}',
  '{H} {h} {T} {n} {h} {c}',
  '{h} {T} {f} ({#}) {h} {c}',
  '{h} {h} {T} {n}',
  '{c} {T} {n}, {m}',
  '{c} {T} {n} {h} {T} {b}',
  '{m} {T} {f} {l}: {h}',
  '{H} {h} {T} {P} {n}',
  '{H} {n}, {h} {T} {#}',
  '{H} {h}, {n} {h} {h}',
  '{H}: {a} {h} {c}',
  '{H} {h}: {a}',
  '{H} {h} {o}, {h} {h}',
  '{h} {o} {h} {T} {#}',
  '{H} {f}\n{n}',
  '{f} {h} {n}, {h} {c}',
  '- {P}: {n} {l} {h} {h}',
  '{t} {f} {h} {h} {h}',
  '{t} {u}: {h} {h} {c}',
];
/** Frames in which nothing follows that is private. */
const HARMLESS_ROLE_FRAMES = [
  '{M} {m} {h} {h} {c}',
  '{H} {h} {M} {m}',
  '{M} {m}: {c}',
  '{h} {M} {m} {T} {P} {h}',
  '{M} {H} {h}, {c}',
  '{M} {b} {h}',
  'order {q} {h} {h}',
  '{h} {Q} {q}, {h} {c}',
  '{Q} {q}: {H} {h} {T} {#}',
  '{Q} #{q} {h}',
  '{T} {M} {m}, {h}',
  'POST /{h}/{h} {c} {m}',
  '{A} {h} {h}',
  '{A} {h} {T} {b}',
  '{A} {c} {h}',
  '{W} {h} {h}',
  '{W} {h}: {h} {h}',
  '{W} {T} {b} {h} {c}',
  '{P} {h} {h} {c}',
  '{P} {h} {T} {m}',
  '{P} {S} {c} {h}',
  '{H} {h} {T} {h} {c}',
  '{H} {h} {T} {b}',
  '{H} {h} {h} {h} {h}',
  '{H} {H}: {h} {c}',
  '{H} {h} {T} {#}',
  '{H}: {#}',
  '{h} {#} {h}',
  '{H} {#}, {H} {h}',
  '{H} {H} {h} {m}, {h} {d}',
  '{H} {h} {m} {h} {h} {c}',
  '- {H} {h} {T} {w} {h}',
  '{H}, {h} {h} {g}',
  '{t} {h} {h} {b} {h}',
];

function createTemplate(
  language: Language,
  { said, says, numbers, streets }: PrivateParts,
  isHeldOut: boolean,
  pick: Pick,
  random: () => number,
): string[] {
  const { people, logins = [], others } = language;

  const kinds = [people, [...people, ...logins], says, numbers]
    .filter((list) => list.length > 0)
    .map((list) => select(list, isHeldOut));

  const harmless = select(others, isHeldOut);

  const joinFrame = (frame: string) =>
    UNSPACED.test(others.join('')) ? frame.replace(SPACE_OF_SLOT, '') : frame;

  const roleFrames = ROLE_FRAMES.filter(
    (frame) =>
      (said.length > 0 || !frame.includes('{s}')) &&
      (streets.length > 0 || !frame.includes('{a}')),
  );
  const count = random() < 0.5 ? 1 : 2 + Math.floor(random() * 6);
  // A third of the texts have nothing private.
  const share = pick([0, 0.25, 0.5, 0.8]);

  return Array.from({ length: count }, () => {
    const isPrivate = random() < share;
    const sentence = pick(isPrivate ? pick(kinds) : harmless);
    const isNamed = share > 0 && random() < 0.2;
    const isLabelled = !isNamed && random() < 0.08;

    if (random() < ROLE_SHARE)
      return joinFrame(
        pick(isPrivate ? roleFrames : HARMLESS_ROLE_FRAMES),
      ).replace('%', () => pick(harmless));

    const frame = pick(selectFrames(isNamed, isLabelled));

    return frame.replace('%', () => sentence);
  });
}

const ROLE_SHARE = 0.2;
/** Scripts without spaces between words. */
const UNSPACED = /[\p{scx=Hira}\p{Script=Han}\p{Script=Thai}]/u;
const SPACE_OF_SLOT = /(?<=\{[A-Zhfnl]\}) (?=\{[A-Zhfnlso]\})/g;

function selectFrames(isNamed: boolean, isLabelled: boolean) {
  if (isNamed) return PEOPLE_FRAMES;

  return isLabelled ? LABEL_FRAMES : FRAMES;
}

/** Fills the slots of a template. */
function markSlots(
  lines: readonly string[],
  fill: (slot: string) => { text: string; isPrivate: boolean },
) {
  const spans: LabelledSpan[] = [];
  let text = '';

  for (const part of lines.join('\n').split(/(\{(?:[A-Za-z]|#)\})/)) {
    const slot = /^\{([A-Za-z]|#)\}$/.exec(part)?.[1];

    if (slot === undefined) {
      text += part;
      continue;
    }

    const { text: own, isPrivate } = fill(slot);
    if (isPrivate)
      spans.push({
        start: text.length,
        end: text.length + own.length,
        isSaid: slot === 's',
      });
    text += own;
  }

  return { text, private: spans };
}

interface Filling {
  code: string;
  names: Names;
  parts: PrivateParts;
  words: WordsOfTexts;
  /** Common words of the language. */
  common: readonly string[];
  roles: Roles;
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

/** Other templates have names of words in any language. */
const LISTED_SHARE = 0.3;

/** `Lexington, KY 40503` */
const TOWN_FIRST_SHARE = 0.15;
const STATES = 'KY CA TX NY WA NSW VIC ON QC SP RJ MG'.split(' ');

function createFiller(filling: Filling) {
  const { code, names, parts, words, pick, random, common, roles } = filling;

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
    s: () => pick(parts.said.length > 0 ? parts.said : ['…']),
    o: () => createOneTimeCode(pick, digits),
    k: () => digits(pick([4, 4, 4, 3])),
    i: () => createDocumentNumber(pick, digits),
    y: () => createDate(pick, random),
    z: () =>
      random() < TOWN_FIRST_SHARE
        ? `${pick(names.city)}, ${pick(STATES)} ${digits(5)}`
        : `${createPostcode(pick, digits)} ${pick(names.city)}`,
    a: () =>
      pick(parts.streets)
        .replace(/\{l\}/g, () => pick(names.last))
        .replace(/\{f\}/g, () => pick(names.first))
        .replace(/\{h\}/g, () => String(1 + Math.floor(random() * 140))),
  };

  const harmless: Readonly<Record<string, () => string>> = {
    c: () => pick(CODES),
    m: () =>
      random() < LISTED_SHARE
        ? pick(TEMPLATES)
        : createTemplateName(words, pick, digits),
    d: () =>
      pick([
        `2026-11-${10 + Math.floor(random() * 20)}T${10 + Math.floor(random() * 13)}:${10 + Math.floor(random() * 49)}:07Z`,
        `${10 + Math.floor(random() * 13)}:${10 + Math.floor(random() * 49)}`,
      ]),
    t: () =>
      `${10 + Math.floor(random() * 2)}:${10 + Math.floor(random() * 49)}`,
    '#': () => pick([`+1555${digits(7)}`, `+55 11 9${digits(4)}-${digits(4)}`]),
    j: () => `203.0.113.${1 + Math.floor(random() * 250)}`,
    b: () => pick(words.products),
    w: () => formatDay(code, Math.floor(random() * 300)),
    x: () => pick(words.words),
    g: () => formatCountry(code, pick(COUNTRIES)),
    v: () => `${digits(1)}.${digits(2)}.0`,
    h: () => pick(common),
    q: () =>
      pick([digits(7), digits(9), digits(12), `${digits(4)}-${digits(5)}`]),
  };

  const readHarmless = (slot: string): string => {
    const role = ROLE_SLOTS.get(slot);
    if (role) return pick(roles[role]);

    return slot === 'H' ? capitalize(pick(common)) : (harmless[slot]?.() ?? '');
  };

  return (slot: string) => {
    const text = fills[slot]?.();

    return text === undefined
      ? { text: readHarmless(slot), isPrivate: false }
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

function createTemplateName(
  { common }: WordsOfTexts,
  pick: Pick,
  digits: (count: number) => string,
): string {
  const readWord = (): string =>
    toAscii(pick(splitNames(pick(Object.values(common))))) || 'order';
  const name = `${readWord()}_${readWord()}`;

  return pick([
    name,
    name,
    `${name}_${digits(1)}`,
    `${name}_v${digits(1)}`,
    `${readWord()}_${pick(['es', 'pt', 'de', 'hi', 'id', 'en', 'tr', 'ru'])}`,
    `${name}_${readWord()}`,
  ]);
}

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

type Digits = (count: number) => string;

const createOneTimeCode = (pick: Pick, digits: Digits): string =>
  pick([
    digits(4),
    digits(6),
    digits(6),
    `${digits(3)} ${digits(3)}`,
    `${digits(3)}-${digits(3)}`,
    `${digits(2)} ${digits(2)} ${digits(2)}`,
    digits(6).split('').join(' '),
    digits(8),
  ]);

const createDocumentNumber = (pick: Pick, digits: Digits): string => {
  const letters = (count: number) =>
    Array.from({ length: count }, () =>
      pick([...'ABCDEFGHJKLMNPRSTUVWXYZ']),
    ).join('');

  return pick([
    `${letters(1)}${digits(8)}`,
    `${letters(2)}${digits(7)}`,
    `${letters(2)} ${digits(6)}`,
    digits(8),
    digits(9),
    digits(11),
    `${digits(2)}.${digits(3)}.${digits(3)}-${digits(1)}`,
    `${digits(3)}-${digits(2)}-${digits(4)}`,
    `${digits(4)} ${digits(4)} ${digits(4)}`,
    `${letters(3)}-${digits(4)}`,
    `${letters(1)} ${digits(4)} ${letters(3)}`,
    `${digits(2)}-${letters(2)}-${digits(2)}`,
    `${digits(6)}-${digits(4)}`,
    `${letters(2)}${digits(2)} ${letters(3)}`,
    `${letters(3)}${digits(1)}${letters(1)}${digits(2)}`,
    `${digits(8)}${letters(1)}`,
  ]);
};

function createDate(pick: Pick, random: () => number): string {
  const day = String(1 + Math.floor(random() * 28));
  const month = String(1 + Math.floor(random() * 12));
  const year = String(1938 + Math.floor(random() * 75));
  const [dd, mm] = [day.padStart(2, '0'), month.padStart(2, '0')];

  return pick([
    `${dd}.${mm}.${year}`,
    `${dd}/${mm}/${year}`,
    `${dd}-${mm}-${year}`,
    `${year}-${mm}-${dd}`,
    `${day}.${month}.${year.slice(2)}`,
    `${mm}/${dd}/${year.slice(2)}`,
    `${day} ${pick(MONTHS)} ${year}`,
    `${dd}${mm}${year}`,
  ]);
}

const MONTHS =
  'Jan March April mai junho julio agosto September Oktober novembre Ocak мая grudnia'.split(
    ' ',
  );

const createPostcode = (pick: Pick, digits: Digits): string =>
  pick([
    digits(5),
    digits(5),
    digits(4),
    digits(6),
    `${digits(5)}-${digits(3)}`,
    `${digits(2)}-${digits(3)}`,
    `${digits(3)} ${digits(2)}`,
    `${digits(4)} ${pick(['AB', 'KL', 'XD'])}`,
    `${pick(['SW', 'M', 'LS', 'BT'])}${digits(1)} ${digits(1)}${pick(['AA', 'PL', 'QX'])}`,
    `${pick(['K', 'M', 'V'])}${digits(1)}${pick(['A', 'B', 'T'])} ${digits(1)}${pick(['E', 'L'])}${digits(1)}`,
  ]);

import type { Entry } from '../../data/schema.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import { isFailedState } from '../../lib/detect/word-classes.ts';
import type { FieldWords } from './field-examples.ts';
import type { Example } from './line-examples.ts';
import { createRandom, hashToNumber } from './random.ts';
import {
  createPicker,
  fillSlots,
  RARE_CODES,
  SMALLER_CODES,
  SYNTHETIC_PARTS,
  type SyntheticForm,
} from './synthetic.ts';

type Slots = Readonly<Record<string, () => string>>;

/** Number of lines for each failure word, invented word, name of another thing, and kind of table or log. */
const LINES_PER_FAILURE = 10;
const LINES_PER_THING = 2;
/** Languages of most consoles. */
const COMMON_LANGUAGES = new Set(['en', 'es', 'pt']);
const MADE_UP_WORDS = 2_000;
const OWN_TITLES = 900;
const SHARES = 900;
const FIGURES = 900;
const YEARS = 500;
const LINES_PER_HOST = 60;
const SERIES = 1_200;
const TEMPLATE_LINES = 900;
const LOG_LINES = 1_000;
const TALLIES = 400;
const NUMBERED = 700;
const STATISTICS = 300;
const LISTS = 400;
const TITLED_ROWS = 1_500;

/** Generated lines weigh less than written ones, because many share one word. */
const EXAMPLE_WEIGHT = 0.7;
const COUNTER_WEIGHT = 0.6;
/** Lines of invented words weigh less again, because they outnumber those of real words. */
const INVENTED_SHARE = 0.5;
const INVENTED = new Set(['word', 'title', 'share', 'figure', 'year']);
/** After these words, even a short number is a code. */
const NAMES_ERROR = /err|fehler|fout|hata|lỗi|ошиб|خطأ|त्रुटि|エラー|오류|错误|błąd|code/iu;
/** Graph API codes with a subcode. */
const PAIRS = [
  ['190', '463'],
  ['190', '460'],
  ['190', '467'],
  ['100', '33'],
  ['100', '2494010'],
  ['131026', '2494073'],
];
const CODE_HOSTS = ['github.com', 'gitlab.com', 'bitbucket.org'];
/** Short codes that occur in lists of codes. */
const LISTED = '0 1 2 3 4 10 80007 100 131000 190 368'.split(' ');

/** Delimiters of codes in a text under construction. */
const [OPEN, CLOSE] = ['‹', '›'];
const code = (digits: string) => OPEN + digits + CLOSE;

/** Creates lines as consoles print them, from the word lists, for every console host; and similar lines without a code. */
export function createShortFormExamples(
  byLanguage: Readonly<Record<string, Partial<FieldWords>>>,
  index: CodeIndex,
  entries: readonly Entry[],
): Example[] {
  const examples: Example[] = [];
  const hosts = getConsoleHosts(index);
  const errorKeys = (byLanguage.en?.errors ?? []).filter((name) => /^[a-z]+[A-Z_.]?\w*$/.test(name));
  const add = (name: string, batch: string, host: string | null, form: SyntheticForm, slots: Slots) =>
    examples.push(
      createExample(
        `short-${name}-${examples.length}`,
        batch,
        host,
        form,
        slots,
        INVENTED.has(name) ? INVENTED_SHARE : 1,
      ),
    );

  for (const [lang, words] of Object.entries(byLanguage)) {
    const { failures = [], things = [] } = words;
    for (const failure of failures)
      for (let turn = 0; turn < (COMMON_LANGUAGES.has(lang) ? 2 : 1) * LINES_PER_FAILURE; turn++) {
        const { pick, slots } = createDraws(`${lang} ${failure} ${turn}`, { state: failure, lang });
        // On other sites, a failure word next to the code is enough.
        const host = turn % 4 === 3 ? null : pick(hosts);
        const own = turn % 3 === 2 && host ? ownCodesAt(host, index) : [];
        const isCounted = turn % 5 === 4 && !NAMES_ERROR.test(failure);
        const form = isCounted ? { text: pick(SYNTHETIC_PARTS.counted) } : pick(SYNTHETIC_PARTS.shortForms);
        const digits = own.length > 0 ? pick(own) : pick(RARE_CODES);
        add(lang, `failure-${failure}`, host, form, { ...slots, code: () => code(digits) });
      }
    for (const thing of things)
      for (let turn = 0; turn < LINES_PER_THING; turn++) {
        if (isFailedState(thing)) continue;
        const { pick, slots } = createDraws(`${lang} thing ${thing} ${turn}`, { state: thing, lang });
        add(lang, `name-${thing.toLowerCase()}`, pick(hosts), pick(SYNTHETIC_PARTS.shortForms), slots);
      }
  }
  // The host and the number are enough evidence, whatever the word.
  for (let turn = 0; turn < MADE_UP_WORDS; turn++) {
    const { pick, slots, random } = createDraws(`word ${turn}`);
    const word = createMadeUpWord(random);
    const state = random() < 0.5 ? word : `${word} ${createMadeUpWord(random, word).toLowerCase()}`;
    const form = pick(
      SYNTHETIC_PARTS.shortForms.filter(({ text = '' }) =>
        /^\{state\}(?:: | [-–·|→] | [([]#?|\n)\{code/.test(text),
      ),
    );
    add('word', `word-${turn}`, pick(hosts), form, {
      ...slots,
      state: () => state,
      code: () => code(pick(RARE_CODES)),
    });
  }
  const addInvented = (
    name: string,
    count: number,
    forms: readonly string[],
    { isCode = false, isOnConsole = true } = {},
  ) => {
    for (let turn = 0; turn < count; turn++) {
      const { pick, slots, random } = createDraws(`${name} ${turn}`);
      const word = createMadeUpWord(random);
      const digits = pick(RARE_CODES);
      add(
        name,
        `${name}-${turn}`,
        isOnConsole ? pick(hosts) : null,
        { text: pick(forms) },
        {
          ...slots,
          word: () => word,
          lower: () => createMadeUpWord(random, word).toLowerCase(),
          thing: () => pick(byLanguage.en?.things ?? ['Order']),
          year: () => String(1998 + Math.floor(random() * 12)),
          code: () => (isCode ? code(digits) : digits),
        },
      );
    }
  };
  addInvented('title', OWN_TITLES, SYNTHETIC_PARTS.ownTitles, { isCode: true });
  addInvented('share', SHARES, SYNTHETIC_PARTS.shares);
  addInvented('figure', FIGURES, SYNTHETIC_PARTS.figures);
  addInvented('year', YEARS, SYNTHETIC_PARTS.years, { isOnConsole: false });
  for (const host of hosts)
    for (let turn = 0; turn < LINES_PER_HOST; turn++) {
      const { pick, slots } = createDraws(`${host} ${turn}`);
      const own = ownCodesAt(host, index);
      const digits = own.length > 0 && turn % 2 === 0 ? pick(own) : pick(RARE_CODES);
      add('alone', `alone-${turn}`, host, pick(SYNTHETIC_PARTS.codesAlone), {
        ...slots,
        quoted: () => pick(SYNTHETIC_PARTS.quotes).replace('{code}', code(digits)),
        suffix: () => pick(SYNTHETIC_PARTS.suffixes),
        sign: () => pick(SYNTHETIC_PARTS.signs),
        notice: () => pick(SYNTHETIC_PARTS.notices),
        code: () => code(digits),
      });
    }
  for (let turn = 0; turn < SERIES; turn++) {
    const { pick, slots, random } = createDraws(`series ${turn}`);
    const { things = ['Order'] } = pick(Object.values(byLanguage));
    const middle = Number(pick(RARE_CODES));
    const step = random() < 0.7 ? 1 : 1 + Math.floor(random() * 20);
    const sign = random() < 0.5 ? 1 : -1;
    add('series', `series-${turn}`, random() < 0.7 ? pick(hosts) : null, pick(SYNTHETIC_PARTS.series), {
      ...slots,
      name: () => pick(things),
      item: () => pick(SYNTHETIC_PARTS.headings),
      a: () => String(middle - sign * step),
      b: () => String(middle + sign * step),
      c: () => String(middle + 2 * sign * step),
      d: () => String(middle - 2 * sign * step),
      code: () => String(middle),
    });
  }
  for (let turn = 0; turn < NUMBERED; turn++) {
    const { pick, slots, random } = createDraws(`numbered ${turn}`);
    const form = pick(SYNTHETIC_PARTS.numbered);
    const isLogLine = /\] |\{clock\}/.test(form.text ?? '');
    const digits = isLogLine ? pick(SMALLER_CODES) : pick(RARE_CODES);
    add('numbered', `numbered-${turn}`, random() < 0.5 ? null : pick(CODE_HOSTS), form, {
      ...slots,
      change: () => pick(SYNTHETIC_PARTS.changes),
      word: () => createMadeUpWord(random).toLowerCase(),
      a: () => String(Number(digits) - 1 - Math.floor(random() * 9)),
      code: () => digits,
    });
  }
  const titled = entries.filter(({ title, code: own }) => /^\d{1,7}$/.test(own) && title.length > 8);
  for (let turn = 0; turn < TEMPLATE_LINES; turn++) {
    const { pick, slots, random } = createDraws(`template ${turn}`);
    const form = pick(SYNTHETIC_PARTS.templateForms);
    add('template', `template-${turn}`, random() < 0.6 ? pick(hosts) : null, form, {
      ...slots,
      title: () => pick(titled).title,
      code: () => (random() < 0.7 ? pick(SMALLER_CODES) : pick(RARE_CODES)),
    });
  }
  for (let turn = 0; turn < STATISTICS; turn++) {
    const { pick, slots, random } = createDraws(`statistics ${turn}`);
    const { code: own, title } = pick(titled.filter(({ code: own }) => own.length >= 5));
    const form = { text: pick(SYNTHETIC_PARTS.statistics) };
    add('statistics', `statistics-${turn}`, random() < 0.5 ? pick(hosts) : null, form, {
      ...slots,
      code: () => code(own),
      title: () => (random() < 0.5 ? title : (title.split(' ')[0] ?? '')),
      item: () => (title.split(' ')[1] ?? '').toLowerCase(),
      n: () => String(2 + Math.floor(random() * 180)),
    });
  }
  for (let turn = 0; turn < LISTS; turn++) {
    const { pick, slots, random } = createDraws(`list ${turn}`);
    const small = Array.from({ length: Math.floor(random() * 4) }, () => pick(LISTED));
    const rare = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(RARE_CODES));
    const mixed = random() < 0.5 ? [...small, ...rare] : [...rare, ...small];
    const all = [...new Set(mixed)].map(code);
    const last = random() < 0.5 ? all.pop() : null;
    const list =
      all.join(random() < 0.8 ? ', ' : ' / ') +
      (last ? `${pick([' and ', ', ', ' or ', ' y ', ' e ', ' und '])}${last}` : '');
    add(
      'list',
      `list-${turn}`,
      random() < 0.4 ? pick(hosts) : null,
      { text: pick(SYNTHETIC_PARTS.lists) },
      { ...slots, list: () => list },
    );
  }
  for (let turn = 0; turn < TITLED_ROWS; turn++) {
    const { pick, slots, random } = createDraws(`titled ${turn}`);
    const { code: own, title } = pick(titled);
    const isOther = turn % 3 === 2;
    // Consoles use their own titles for many codes.
    const ownTitle = random() < 0.5 ? title : pick(titled).title;
    add(
      'titled',
      `titled-${turn}`,
      random() < 0.3 ? pick(hosts) : null,
      pick(isOther ? SYNTHETIC_PARTS.otherRows : SYNTHETIC_PARTS.titledRows),
      {
        ...slots,
        head: () => pick(SYNTHETIC_PARTS.codeHeads),
        code: () => code(own.length > 3 && random() < 0.4 ? pick(SMALLER_CODES) : own),
        plain: () => pick(SMALLER_CODES),
        title: () => ownTitle,
        advice: () => pick(SYNTHETIC_PARTS.advice),
        anyHead: () => pick(SYNTHETIC_PARTS.anyHeads),
        item: () => pick(SYNTHETIC_PARTS.headings),
        thing: () => pick(byLanguage.en?.things ?? ['Order']),
      },
    );
  }
  for (let turn = 0; turn < LOG_LINES; turn++) {
    const { pick, slots, random } = createDraws(`log ${turn}`);
    const digits = random() < 0.6 ? pick(SMALLER_CODES) : pick(RARE_CODES);
    const form = { text: pick(SYNTHETIC_PARTS.logForms) };
    add('log', `log-${turn}`, random() < 0.3 ? pick(hosts) : null, form, {
      ...slots,
      key: () => pick(errorKeys),
      thing: () => pick(SYNTHETIC_PARTS.logKeys),
      more: () => pick(SYNTHETIC_PARTS.logKeys),
      same: () => digits,
      title: () => pick(titled).title,
      pair: () => pick(PAIRS).map(code).join(' subcode='),
      code: () => code(digits),
    });
  }
  for (let turn = 0; turn < TALLIES; turn++) {
    const { pick, slots, random } = createDraws(`tally ${turn}`);
    const rows = Array.from({ length: 3 + Math.floor(random() * 5) }, () => ({
      digits: random() < 0.5 ? pick(SMALLER_CODES) : pick(RARE_CODES),
      count: String(1 + Math.floor(random() * 400)),
    }));
    const each = (write: (digits: string, count: string) => string) => () =>
      rows.map(({ digits, count }) => write(code(digits), count)).join('\n');
    const padded = (text: string) => ' '.repeat(Math.max(2, 12 - text.length)) + text;
    add('tally', `tally-${turn}`, random() < 0.3 ? pick(hosts) : null, pick(SYNTHETIC_PARTS.tallies), {
      ...slots,
      key: () => pick(errorKeys),
      rows: () => `${each((digits, count) => digits + padded(count))()}\n`,
      bars: each((digits, count) => ` ${digits} | ${count}`),
      pipes: each((digits, count) => `| ${digits} | ${count} |`),
      counts: each((digits, count) => `${padded(count)} ${digits}`),
      commas: each((digits, count) => `${digits},${count}`),
    });
  }
  return examples;
}

/** Creates reproducible random picks, and the slots that every form may have. */
function createDraws(seed: string, { state, lang = 'en' }: { state?: string; lang?: string } = {}) {
  const random = createRandom(hashToNumber(seed));
  random();
  const pick = createPicker(random);
  const written = state && random() < 0.35 ? pick([state.toLowerCase(), state.toUpperCase()]) : state;
  const figure = () => String(Math.floor(10 ** (1 + random() * 5)));
  const slots: Slots = {
    state: () => written ?? pick(['failed', 'Failed', 'delivered', 'undelivered', 'rejected']),
    lang: () => lang,
    icon: () => pick(SYNTHETIC_PARTS.icons),
    person: () => pick(SYNTHETIC_PARTS.persons),
    heading: () => pick(SYNTHETIC_PARTS.headings),
    head: () =>
      pick(['error_code', 'code', 'errorCode', 'Error code', 'Error', 'failure_code', 'errors.code']),
    other: () => pick(['name', 'Campaign', 'message', 'item']),
    clock: () => `${10 + Math.floor(random() * 13)}:${10 + Math.floor(random() * 49)}`,
    template: () => pick(SYNTHETIC_PARTS.templates),
    small: () => pick(SMALLER_CODES),
    rare: () => pick(RARE_CODES),
    figure,
    n: () =>
      String(
        random() < 0.5 ? pick(SMALLER_CODES.filter((digits) => digits.length < 4)) : figure().slice(0, 3),
      ),
    code: () => pick(RARE_CODES),
  };
  return { pick, slots, random };
}

function createExample(
  id: string,
  batch: string,
  host: string | null,
  form: SyntheticForm,
  slots: Slots,
  share: number,
): Example {
  const { text: pattern = '{code}', ...beside } = form;
  let text = '';
  const codes: Example['codes'] = [];
  for (const part of fillSlots(pattern, slots).split(/(‹\d+›)/)) {
    const digits = part.startsWith(OPEN) ? part.slice(1, -1) : null;
    if (digits) codes.push({ code: digits, start: text.length, end: text.length + digits.length });
    text += digits ?? part;
  }
  const context = Object.entries(beside).map(([part, value]) => [
    part,
    fillSlots(String(value), slots).replaceAll(/[‹›]/g, ''),
  ]);
  return {
    id,
    kind: codes.length > 0 ? 'ui-label' : 'negative-count',
    host,
    text,
    codes,
    ...(context.length > 0 && { context: Object.fromEntries(context) }),
    batch,
    weight: share * (codes.length > 0 ? EXAMPLE_WEIGHT : COUNTER_WEIGHT),
    isWeighted: true,
  };
}

/** Returns the hosts of all consoles, with a name in place of a wildcard. */
const getConsoleHosts = (index: CodeIndex): string[] =>
  index.consoles.flatMap(({ hosts }) =>
    hosts.map((host) => host.replace(/^https:\/\//, '').replace('*', 'acme')),
  );

const getOwnCodes = new Map<string, readonly string[]>();

/** Returns the Twilio codes of a Twilio console, which need no cue there; empty for other hosts. */
const ownCodesAt = (host: string, index: CodeIndex): readonly string[] =>
  getOrInsert(getOwnCodes, host, () => {
    const provider = findConsole(index.consoles, host)?.provider;
    return Array.from({ length: 1000 }, (_, at) => String(63_000 + at)).filter((digits) =>
      index.meaningsOf(digits).some((meaning) => meaning.provider === provider),
    );
  });

const SYLLABLES: readonly (readonly string[])[] = [
  'ba ce di fo gu la me ni po ru sha tel vor kan mis nek ost pra sel tur ul ven'.split(' '),
  'ба ве ги до жу за ки ле мо ну пе ра си те ул фо ха'.split(' '),
  'αλ βε γι δο ζα κι λε μο νυ πε ρα σι τε'.split(' '),
  'ہا بر تی جا دن را سو شا کا لم نا'.split(' '),
  'かき さし たち なに ます れた'.split(' '),
  'ना को मी लू ती सा रे पा हु दि'.split(' '),
  'મો કલી શા યું ના હી રે તો'.split(' '),
  'அனு முடி யவி ல்லை தோ றா பி'.split(' '),
  'չհա ջող վել ուղ ար կե նա տու'.split(' '),
  'ไม่ ได้ รับ ส่ง การ ข้อ ความ'.split(' '),
  '전송 실패 불가 메시 지연 차단'.split(' '),
  'ვერ გა იგ ზა ვნა მი ტა'.split(' '),
  'če šk řa žů ňu tő ší ğı ça öl ün łą đi ưở'.split(' '),
];

/** Returns an invented word, for words that no list has. With `like`, one in the same script. */
function createMadeUpWord(random: () => number, like = ''): string {
  const pick = createPicker(random);
  const known = SYLLABLES.find((all) => all.some((one) => like.toLowerCase().startsWith(one)));
  const syllables = known ?? (random() < 0.5 ? (SYLLABLES[0] as readonly string[]) : pick(SYLLABLES));
  const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('');
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

import type { Entry } from '../../data/schema.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { isFailedState } from '../../lib/detect/word-classes.ts';
import { getOwnCodes, type WordsByLanguage } from './field-examples.ts';
import type { Example } from './line-examples.ts';
import {
  createDraws,
  type Draws,
  getForms,
  getWords,
  type Line,
  markCode,
  readMarks,
} from './synthetic.ts';

const LINES_PER_FAILURE = 10;
const LINES_PER_THING = 2;
const LINES_PER_HOST = 60;
/** Languages of most consoles. */
const COMMON_LANGUAGES = new Set(['en', 'es', 'pt']);

/** Generated lines weigh less than written ones, because many share one word. */
const EXAMPLE_WEIGHT = 0.7;
const COUNTER_WEIGHT = 0.6;
/** Lines of invented words weigh less again, because they outnumber those of real words. */
const INVENTED_SHARE = 0.5;
const INVENTED = new Set(['word', 'title', 'share', 'figure', 'year']);
/** After these words, even a short number is a code. */
const NAMES_ERROR =
  /err|fehler|fout|hata|lỗi|ошиб|خطأ|त्रुटि|エラー|오류|错误|błąd|code/iu;

/** Creates lines as consoles print them, from the word lists, for every console host; and similar lines without a code. */
export function createShortFormExamples(
  byLanguage: WordsByLanguage,
  index: CodeIndex,
  entries: readonly Entry[],
): Example[] {
  const examples: Example[] = [];
  const hosts = getConsoles(index).map(({ host }) => host);

  const { things: englishThings = ['Order'], errors = [] } =
    byLanguage.en ?? {};

  const errorKeys = errors.filter((name) => /^[a-z]+[A-Z_.]?\w*$/.test(name));
  const short = getWords('small').filter((digits) => digits.length < 4);

  const titled = entries.filter(
    ({ title, code }) => /^\d{1,7}$/.test(code) && title.length > 8,
  );

  /** The Twilio codes of a Twilio console, which need no cue there; empty for other hosts. */
  const ownCodes = new Map(
    hosts.map((host) => [host, getOwnCodes(index, host, 63_000, 64_000)]),
  );

  const add = (
    name: string,
    batch: string,
    draws: Draws,
    { host, form, slots }: Line,
    lang = 'en',
  ) => {
    const { random, pick, pickFrom, fill, fillContext, drawClock, drawFigure } =
      draws;

    /** With the slots that every form may have and that no list fills. */
    const all = {
      clock: drawClock,
      figure: drawFigure,
      code: () => pickFrom('rare'),
      lang: () => lang,
      n: () => (random() < 0.5 ? pick(short) : drawFigure().slice(0, 3)),
      ...slots,
    };

    const read = readMarks(
      fill(form.text ?? '{code}', all),
      fillContext(form, all),
    );

    const share = INVENTED.has(name) ? INVENTED_SHARE : 1;

    const weight =
      share * (read.codes.length > 0 ? EXAMPLE_WEIGHT : COUNTER_WEIGHT);

    examples.push({ host, ...read, batch, weight, isWeighted: true });
  };

  type KindDraws = Draws & { pickHost(share: number): string | null };

  const addKind = (
    name: string,
    count: number,
    create: (draws: KindDraws, turn: number) => Line,
  ) => {
    for (let turn = 0; turn < count; turn++) {
      const draws = createDraws(`${name} ${turn}`);
      const { random, pick } = draws;

      const pickHost = (share: number) =>
        random() < share ? pick(hosts) : null;

      add(name, `${name}-${turn}`, draws, create({ ...draws, pickHost }, turn));
    }
  };

  function addFailure(lang: string, failure: string, turn: number): void {
    const draws = createDraws(`${lang} ${failure} ${turn}`);
    const { pick, pickFrom, pickForm } = draws;
    const state = drawCase(draws, failure);
    // On other sites, a failure word next to the code is enough.
    const host = turn % 4 === 3 ? null : pick(hosts);
    const own = turn % 3 === 2 && host ? (ownCodes.get(host) ?? []) : [];
    const isCounted = turn % 5 === 4 && !NAMES_ERROR.test(failure);
    const form = pickForm(isCounted ? 'counted' : 'shortForms');
    const digits = own.length > 0 ? pick(own) : pickFrom('rare');
    const slots = { state, code: () => markCode(digits) };

    add(lang, `failure-${failure}`, draws, { host, form, slots }, lang);
  }

  function addThing(lang: string, thing: string, turn: number): void {
    const draws = createDraws(`${lang} thing ${thing} ${turn}`);
    const state = drawCase(draws, thing);

    const line = {
      host: draws.pick(hosts),
      form: draws.pickForm('shortForms'),
      slots: { state },
    };

    add(lang, `name-${thing.toLowerCase()}`, draws, line, lang);
  }

  function addLanguage(
    lang: string,
    { failures = [], things = [] }: WordsByLanguage[string],
  ): void {
    const share = COMMON_LANGUAGES.has(lang) ? 2 : 1;

    for (const failure of failures)
      for (let turn = 0; turn < share * LINES_PER_FAILURE; turn++)
        addFailure(lang, failure, turn);

    for (const thing of things.filter((one) => !isFailedState(one)))
      for (let turn = 0; turn < LINES_PER_THING; turn++)
        addThing(lang, thing, turn);
  }

  for (const [lang, words] of Object.entries(byLanguage))
    addLanguage(lang, words);

  // The host and the number are enough evidence, whatever the word.
  const leading = getForms('shortForms').filter(({ text = '' }) =>
    /^\{state\}(?:: | [-–·|→] | [([]#?|\n)\{code/.test(text),
  );

  addKind('word', 2_000, ({ random, pick, pickFrom, drawWord }) => {
    const word = drawWord();

    const state =
      random() < 0.5 ? word : `${word} ${drawWord(word).toLowerCase()}`;

    const form = pick(leading);

    const slots = {
      state: () => state,
      code: () => markCode(pickFrom('rare')),
    };

    return { host: pick(hosts), form, slots };
  });

  const addInvented = (
    name: string,
    count: number,
    { isCode = false, isOnConsole = true } = {},
  ) =>
    addKind(name, count, ({ random, pick, pickFrom, pickForm, drawWord }) => {
      const word = drawWord();
      const digits = pickFrom('rare');

      return {
        host: isOnConsole ? pick(hosts) : null,
        form: pickForm(`${name}s`),
        slots: {
          word: () => word,
          lower: () => drawWord(word).toLowerCase(),
          thing: () => pick(englishThings),
          year: () => String(1998 + Math.floor(random() * 12)),
          code: () => (isCode ? markCode(digits) : digits),
        },
      };
    });

  addInvented('title', 900, { isCode: true });
  addInvented('share', 900);
  addInvented('figure', 900);
  addInvented('year', 500, { isOnConsole: false });

  function addAlone(host: string, turn: number): void {
    const draws = createDraws(`${host} ${turn}`);
    const own = turn % 2 === 0 ? (ownCodes.get(host) ?? []) : [];
    const digits = own.length > 0 ? draws.pick(own) : draws.pickFrom('rare');
    const form = draws.pickForm('codesAlone');
    const slots = { code: () => markCode(digits) };

    add('alone', `alone-${turn}`, draws, { host, form, slots });
  }

  for (const host of hosts)
    for (let turn = 0; turn < LINES_PER_HOST; turn++) addAlone(host, turn);

  addKind('series', 1_200, ({ random, pick, pickFrom, pickForm, pickHost }) => {
    const { things = ['Order'] } = pick(Object.values(byLanguage));
    const middle = Number(pickFrom('rare'));

    const step =
      (random() < 0.7 ? 1 : 1 + Math.floor(random() * 20)) *
      (random() < 0.5 ? 1 : -1);

    return {
      host: pickHost(0.7),
      form: pickForm('series'),
      slots: {
        name: () => pick(things),
        a: () => String(middle - step),
        b: () => String(middle + step),
        c: () => String(middle + 2 * step),
        d: () => String(middle - 2 * step),
        code: () => String(middle),
      },
    };
  });

  addKind('numbered', 700, ({ random, pickFrom, pickForm, drawWord }) => {
    const form = pickForm('numbered');

    const digits = pickFrom(
      /\] |\{clock\}/.test(form.text ?? '') ? 'small' : 'rare',
    );

    const slots = {
      word: () => drawWord().toLowerCase(),
      a: () => String(Number(digits) - 1 - Math.floor(random() * 9)),
      code: () => digits,
    };

    return { host: random() < 0.5 ? null : pickFrom('codeHosts'), form, slots };
  });

  addKind('template', 900, ({ random, pick, pickFrom, pickForm, pickHost }) => {
    const form = pickForm('templateForms');
    const code = () => pickFrom(random() < 0.7 ? 'small' : 'rare');

    return {
      host: pickHost(0.6),
      form,
      slots: { title: () => pick(titled).title, code },
    };
  });

  addKind('statistics', 300, ({ random, pick, pickForm, pickHost }) => {
    const { code, title } = pick(titled.filter(({ code }) => code.length >= 5));
    const [first = '', second = ''] = title.split(' ');
    const form = pickForm('statistics');

    const slots = {
      code: () => markCode(code),
      title: () => (random() < 0.5 ? title : first),
      item: () => second.toLowerCase(),
      n: () => String(2 + Math.floor(random() * 180)),
    };

    return { host: pickHost(0.5), form, slots };
  });

  addKind('list', 400, ({ random, pickFrom, pickForm, pickHost }) => {
    const small = Array.from({ length: Math.floor(random() * 4) }, () =>
      pickFrom('listed'),
    );

    const rare = Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
      pickFrom('rare'),
    );

    const mixed = random() < 0.5 ? [...small, ...rare] : [...rare, ...small];
    const all = [...new Set(mixed)].map(markCode);
    const last = random() < 0.5 ? all.pop() : null;

    const list =
      all.join(random() < 0.8 ? ', ' : ' / ') +
      (last ? pickFrom('listEnds') + last : '');

    return {
      host: pickHost(0.4),
      form: pickForm('lists'),
      slots: { list: () => list },
    };
  });

  addKind(
    'titled',
    1_500,
    ({ random, pick, pickFrom, pickForm, pickHost }, turn) => {
      const { code, title } = pick(titled);
      // Consoles use their own titles for many codes.
      const ownTitle = random() < 0.5 ? title : pick(titled).title;

      return {
        host: pickHost(0.3),
        form: pickForm(turn % 3 === 2 ? 'otherRows' : 'titledRows'),
        slots: {
          code: () =>
            markCode(
              code.length > 3 && random() < 0.4 ? pickFrom('small') : code,
            ),
          plain: () => pickFrom('small'),
          title: () => ownTitle,
          thing: () => pick(englishThings),
        },
      };
    },
  );

  addKind('log', 1_000, ({ random, pick, pickFrom, pickForm, pickHost }) => {
    const digits = pickFrom(random() < 0.6 ? 'small' : 'rare');
    const form = pickForm('logForms');

    const slots = {
      key: () => pick(errorKeys),
      same: () => digits,
      title: () => pick(titled).title,
      pair: () => pickFrom('pairs').split(' ').map(markCode).join(' subcode='),
      code: () => markCode(digits),
    };

    return { host: pickHost(0.3), form, slots };
  });

  addKind('tally', 400, ({ random, pick, pickFrom, pickForm, pickHost }) => {
    const rows = Array.from({ length: 3 + Math.floor(random() * 5) }, () => ({
      code: markCode(pickFrom(random() < 0.5 ? 'small' : 'rare')),
      count: String(1 + Math.floor(random() * 400)),
    }));

    const each = (write: (code: string, count: string) => string) => () =>
      rows.map(({ code, count }) => write(code, count)).join('\n');

    const padded = (text: string) =>
      ' '.repeat(Math.max(2, 12 - text.length)) + text;

    const slots = {
      key: () => pick(errorKeys),
      rows: () => `${each((code, count) => code + padded(count))()}\n`,
      bars: each((code, count) => ` ${code} | ${count}`),
      pipes: each((code, count) => `| ${code} | ${count} |`),
      counts: each((code, count) => `${padded(count)} ${code}`),
      commas: each((code, count) => `${code},${count}`),
    };

    return { host: pickHost(0.3), form: pickForm('tallies'), slots };
  });

  return examples;
}

/** Draws the case of a word, for a whole line. */
function drawCase({ random, pick }: Draws, word: string): () => string {
  const written =
    random() < 0.35 ? pick([word.toLowerCase(), word.toUpperCase()]) : word;
  return () => written;
}

/** Returns the consoles, with a name in place of a wildcard. */
export const getConsoles = (
  index: CodeIndex,
): { host: string; provider: string }[] =>
  index.consoles.flatMap(({ hosts, provider }) =>
    hosts.map((host) => ({
      host: host.replace(/^https:\/\//, '').replace('*', 'acme'),
      provider,
    })),
  );

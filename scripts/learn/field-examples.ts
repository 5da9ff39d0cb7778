import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import { mentionsFailure } from '../../lib/detect/word-classes.ts';
import type { Example } from './line-examples.ts';
import {
  createDraws,
  type Draws,
  getForms,
  getWords,
  markCode,
  readMarks,
  type Slots,
} from './synthetic.ts';

/** Words and sentences of one language, from `tests/corpus/fields.yaml`. */
export interface FieldWords {
  errors: string[];
  things: string[];
  /** Labels of dashboard counters, above or below the number. Elsewhere, such a label may belong to a code. */
  tiles: string[];
  states: string[];
  said: string[];
  everyday: string[];
  mixed: string[];
  /** Words that consoles print next to the code of a failed message, template or account. */
  failures: string[];
}

export type WordsByLanguage = Readonly<Record<string, Partial<FieldWords>>>;
/** What a name in `FieldWords` names, and how many examples it gets. */
const TURNS = { errors: 6, things: 3, tiles: 3 } as const;

/** Creates fields, rows and sentences that contain a code, or another number with the digits of a code. */
export function createFieldExamples(
  byLanguage: WordsByLanguage,
  index: CodeIndex,
): [string, Example[]][] {
  const ownCodes = new Map(
    getWords('hostsOfProviders').map((host) => [
      host,
      getOwnCodes(index, host, 100, 100_000),
    ]),
  );

  const createFields = (...kinds: (keyof typeof TURNS)[]) =>
    Object.entries(byLanguage).flatMap(([lang, words]) =>
      kinds.flatMap((kind) =>
        (words[kind] ?? []).flatMap((name) =>
          Array.from({ length: TURNS[kind] }, (_, turn) =>
            createField(
              name,
              kind,
              words,
              index,
              ownCodes,
              createDraws(`${lang} ${name} ${turn}`),
            ),
          ),
        ),
      ),
    );

  return [
    ['fields of errors', createFields('errors')],
    ['fields of other things', createFields('things', 'tiles')],
    [
      'rows without heads',
      Object.entries(byLanguage).flatMap(createRowExamples),
    ],
    ['sentences', Object.values(byLanguage).flatMap(createSentences)],
  ];
}

const getStates = ({ states = [] }: Partial<FieldWords>) =>
  states.length > 0 ? states : ['failed', 'delivered'];

function createField(
  name: string,
  kind: keyof typeof TURNS,
  words: Partial<FieldWords>,
  index: CodeIndex,
  ownCodes: ReadonlyMap<string, readonly string[]>,
  { random, pick, pickFrom, fill, fillContext, drawFigure }: Draws,
): Example {
  const isError = kind === 'errors';
  const states = getStates(words);
  const host = random() < 0.35 ? null : pickFrom('hosts');
  const isRare = random() < (isError ? 0.5 : 0.7);
  const own = ownCodes.get(host ?? '');

  const drawCommon = () =>
    own && random() < 0.6 ? pick(own) : pickFrom('small');

  const code = isRare ? pickFrom('rare') : drawCommon();

  const cells = [
    pickFrom('person'),
    pick(states),
    `${9 + Math.floor(random() * 12)}:${10 + Math.floor(random() * 49)}`,
    drawFigure(),
  ];

  // Next to a value that is not a code, another value may be one.
  if (!isError && random() < 0.3) cells[3] = pickFrom('rare');

  const row = [...cells.slice(0, 2 + Math.floor(random() * 3)), code]
    .sort(() => random() - 0.5)
    .join('\t');

  const other = pick(
    words.things && words.things.length > 0 ? words.things : ['Order'],
  );

  const label = random() < 0.3 ? `${name}:` : name;
  const heading = random() < 0.5 ? pickFrom('heading') : '';
  const title = index.meaningsOf(code)[0]?.title ?? name;

  const slots: Record<string, () => string> = {
    name: () => name,
    label: () => label,
    code: () => code,
    row: () => row,
    other: () => other,
    figure: drawFigure,
    state: () => pick(states),
    head: () => pick(['', other, pick(states)]),
    below: () => (isError && random() < 0.8 ? title : name),
  };

  const [tiles, tilesAbove] = ['tiles', 'tilesAbove'].map((list) =>
    getWords(list).map((pattern) => fill(pattern, slots)),
  );

  slots.tile = () => pick(tiles ?? []);
  slots.above = () => pick(tilesAbove ?? []);

  const forms = getForms(kind === 'tiles' ? 'ofTile' : 'ofField');

  const form = pick(
    forms.filter(({ notOfErrors }) => !isError || !notOfErrors),
  );

  const marked: Slots = {
    ...slots,
    code: () => (isError ? markCode(code) : code),
  };

  const text = fill(form.text ?? '{code}', marked);
  const context = fillContext(form, slots);
  const read = readMarks(text, context && trimContext({ ...context, heading }));

  return { host, ...read, batch: `name-${name.toLowerCase()}` };
}

function createSentences(words: Partial<FieldWords>): Example[] {
  const states = getStates(words);

  const create = (
    kind: string,
    pattern: string,
    place: number,
    turn: number,
  ): Example => {
    const { random, pick, pickFrom, fill } = createDraws(`${pattern} ${turn}`);
    const isEveryday = kind === 'everyday';
    const host = random() < 0.5 ? null : pickFrom('hosts');

    const code =
      random() < (isEveryday ? 0.75 : 0.65)
        ? pickFrom('rare')
        : pick(getWords('small').filter((small) => small.length >= 3));

    const written =
      !isEveryday && turn === 2
        ? pattern.replace('{code}', pickFrom('wrapped'))
        : pattern;

    const marked = fill(written, {
      code: () => (isEveryday ? code : markCode(code)),
      other: () => pick(getWords('rare').filter((rare) => rare !== code)),
      n: () => String(2 + Math.floor(random() * 400)),
    });

    const heading = pickFrom('heading');

    const drawRow = () => ({
      heading,
      row: `${heading}\n${marked}\n${pick(states)}\n${pickFrom('person')}`,
    });

    const drawContext = () => (random() < 0.4 ? drawRow() : undefined);

    // What a person pastes or types is also everyday text.
    const context = turn === 1 ? { asked: true } : drawContext();

    // Translations of one word have the same position in each language.
    return { host, ...readMarks(marked, context), batch: `${kind}-${place}` };
  };

  return (['said', 'everyday', 'mixed'] as const).flatMap((kind) =>
    (words[kind] ?? []).flatMap((pattern, place) =>
      [0, 1, 2].map((turn) => create(kind, pattern, place, turn)),
    ),
  );
}

const ROWS_PER_LANGUAGE = 200;

/** Creates cells of tables without headers: the code at the end of a failed row, or another number with the digits of a code. */
function createRowExamples([lang, words]: [
  string,
  Partial<FieldWords>,
]): Example[] {
  const states = getStates(words);
  const failed = states.filter(mentionsFailure);
  const others = states.filter((state) => !mentionsFailure(state));
  if (failed.length === 0 || others.length === 0) return [];

  return Array.from({ length: ROWS_PER_LANGUAGE }, (_, turn) => {
    const draws = createDraws(`row ${lang} ${turn}`);
    return createRow(draws, turn % 2 === 0, { failed, others });
  });
}

function createRow(
  draws: Draws,
  isCode: boolean,
  { failed, others }: Record<'failed' | 'others', readonly string[]>,
): Example {
  const { random, pick, pickFrom } = draws;
  const hasColumn = random() < 0.75;
  const isFailed = isCode || random() < (hasColumn ? 0.6 : 0.15);
  const clock = draws.drawClock();
  const isRare = (isCode && !hasColumn) || random() < 0.7;
  const code = pickFrom(isRare ? 'rare' : 'small');
  const word = pick(isFailed ? failed : others);
  const state = random() < 0.4 ? `${word} ${clock}` : word;
  const row = [...drawCells(draws, clock), state];
  const place = Math.floor(random() * (row.length + 1));

  row.splice(isCode && random() < 0.6 ? row.length : place, 0, code);

  return {
    host: random() < 0.2 ? null : pickFrom('hosts'),
    text: code,
    codes: isCode ? [{ code, start: 0, end: code.length }] : [],
    context: {
      row: row.join('\t'),
      ...(random() < 0.6 && { heading: pickFrom('heading') }),
      ...(hasColumn && { lines: createColumn(code, isCode, draws) }),
    },
    batch: `row-${state}`,
  };
}

/** Draws one to four cells that are no code. */
function drawCells(
  { random, pickFrom, drawFigure }: Draws,
  clock: string,
): string[] {
  const figure = drawFigure();

  const cells = [
    pickFrom('person'),
    clock,
    figure,
    `+55 11 9${figure} ${clock.replace(':', '')}`,
    `$0.0${figure}`,
  ];

  return cells
    .sort(() => random() - 0.5)
    .slice(0, 1 + Math.floor(random() * 4));
}

/** Creates the column of a value. Codes repeat and leave most rows empty; other numbers fill every row and differ. */
function createColumn(
  code: string,
  isCode: boolean,
  { random, pick, pickFrom }: Draws,
): string {
  const rows = 2 + Math.floor(16 * random());

  const drawShareOfNumbers = () => (random() < 0.8 ? 1 : random());
  const filled = isCode ? 0.05 + random() * 0.95 : drawShareOfNumbers();

  const size = code.length + Math.floor(random() * 3) - 1;

  const own = isCode
    ? [
        code,
        ...Array.from({ length: 4 }, () =>
          pickFrom(random() < 0.7 ? 'rare' : 'small'),
        ),
      ]
    : [];

  const isSerial = !isCode && random() < 0.25;
  const place = Math.floor(random() * rows);

  // Consecutive numbers: ids.
  if (isSerial)
    return Array.from({ length: rows }, (_, at) =>
      String(Number(code) + at - place),
    ).join('\n');

  // With few failures, each may have a different code.
  const differ = isCode && random() < 0.4;

  const one = () => {
    if (random() >= filled) return random() < 0.8 ? '' : '-';
    if (differ) return own.pop() ?? '';

    return isCode
      ? pick(own)
      : String(Math.floor(10 ** (Math.max(1, size) - random())));
  };

  const values = Array.from({ length: rows }, one);

  values[place] = code;

  return values.join('\n');
}

const trimContext = (
  context: NonNullable<Example['context']>,
): NonNullable<Example['context']> =>
  Object.fromEntries(Object.entries(context).filter(([, value]) => value));

/** Returns the codes from one number up to another that belong to the provider of a console. */
export function getOwnCodes(
  index: CodeIndex,
  host: string,
  from: number,
  to: number,
): string[] {
  const provider = findConsole(index.consoles, host)?.provider;

  return Array.from({ length: to - from }, (_, at) => String(from + at)).filter(
    (code) =>
      index.meaningsOf(code).some((meaning) => meaning.provider === provider),
  );
}

/** Creates lines in which a number is not a code, whatever its digits; alone, and next to text about WhatsApp. */
export function createLookAlikeExamples(
  lines: Readonly<Record<string, readonly string[]>>,
): Example[] {
  const codes = [...getWords('rare').slice(0, 5), '63016', '80007'];

  return Object.values(lines)
    .flat()
    .flatMap((line) =>
      getForms('places').map(({ text = '', host = null }, place) => {
        const { pick, fill } = createDraws(`${line}${place}`);
        const code = pick(codes);

        const written = fill(text, {
          line: () => line.replace(/#(?!#)/g, code),
        });

        return {
          host,
          text: written,
          codes: [],
          batch: `alike-${line}`,
          weight: 0.5,
        };
      }),
    );
}

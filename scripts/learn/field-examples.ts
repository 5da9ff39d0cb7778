import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { mentionsFailure } from '../../lib/detect/word-classes.ts';
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

const { hosts: HOSTS, headings: HEADINGS, persons: PERSONS } = SYNTHETIC_PARTS;

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

/** Creates fields, rows and sentences that contain a code, or another number with the digits of a code. */
export function createFieldExamples(
  byLanguage: Readonly<Record<string, Partial<FieldWords>>>,
  index: CodeIndex,
): [string, Example[]][] {
  const errorFields: Example[] = [];
  const otherFields: Example[] = [];
  const sentences: Example[] = [];
  const rows: Example[] = [];
  const ownCodes = new Map(
    Object.entries(SYNTHETIC_PARTS.providers).map(([host, provider]) => [host, getCodes(index, provider)]),
  );
  for (const [lang, words] of Object.entries(byLanguage)) {
    const { errors = [], things = [], tiles = [], states = [], said = [], everyday = [], mixed = [] } = words;
    const state = states.length > 0 ? states : ['failed', 'delivered'];
    const one = (name: string, kind: 'error' | 'thing' | 'tile', turn: number) => {
      const isError = kind === 'error';
      const random = createRandom(hashToNumber(`${lang} ${name} ${turn}`));
      const pick = createPicker(random);
      random();
      const host = random() < 0.35 ? null : pick(HOSTS);
      const rare = random() < (isError ? 0.5 : 0.7);
      const own = ownCodes.get(host ?? '');
      const code = rare ? pick(RARE_CODES) : own && random() < 0.6 ? pick(own) : pick(SMALLER_CODES);
      const figure = () => String(Math.floor(10 ** (1 + random() * 5)));
      const cells = [
        pick(PERSONS),
        pick(state),
        `${9 + Math.floor(random() * 12)}:${10 + Math.floor(random() * 49)}`,
        figure(),
      ];
      // Next to a value that is not a code, another value may be one.
      if (!isError && random() < 0.3) cells[3] = pick(RARE_CODES);
      const row = [...cells.slice(0, 2 + Math.floor(random() * 3)), code]
        .sort(() => random() - 0.5)
        .join('\t');
      const other = pick(things.length > 0 ? things : ['Order']);
      const label = random() < 0.3 ? `${name}:` : name;
      const heading = random() < 0.5 ? pick(HEADINGS) : '';
      const title = index.meaningsOf(code)[0]?.title ?? name;
      const slots: Record<string, () => string> = {
        name: () => name,
        label: () => label,
        code: () => code,
        row: () => row,
        other: () => other,
        figure,
        state: () => pick(state),
        rare: () => pick(RARE_CODES),
        person: () => pick(PERSONS),
        heading: () => pick(HEADINGS),
        head: () => pick(['', other, pick(state)]),
        below: () => (isError && random() < 0.8 ? title : name),
      };
      const tiles = SYNTHETIC_PARTS.tiles.map((pattern) => fillSlots(pattern, slots));
      const tilesAbove = SYNTHETIC_PARTS.tilesAbove.map((pattern) => fillSlots(pattern, slots));
      slots.tile = () => pick(tiles);
      slots.above = () => pick(tilesAbove);
      const forms = SYNTHETIC_PARTS.ofField.filter(({ notOfErrors }) => !isError || !notOfErrors);
      const form: SyntheticForm = pick(kind === 'tile' ? SYNTHETIC_PARTS.ofTile : forms);
      const { text: pattern = '{code}', notOfErrors: _, ...beside } = form;
      const [lead = '', rest = ''] = pattern.split('{code}').map((part) => fillSlots(part, slots));
      const context = Object.entries(beside).map(([part, value]) => [part, fillSlots(value, slots)]);
      const examples = isError ? errorFields : otherFields;
      examples.push({
        id: `field-${lang}-${isError ? 'error' : 'thing'}-${examples.length}`,
        kind: isError ? 'ui-label' : 'negative-id',
        lang,
        host,
        text: lead + code + rest,
        codes: isError ? [{ code, start: lead.length, end: lead.length + code.length }] : [],
        ...(context.length > 0 && { context: trimContext({ ...Object.fromEntries(context), heading }) }),
        batch: `name-${name.toLowerCase()}`,
        weight: 1,
      });
    };
    for (const name of errors) for (let turn = 0; turn < 6; turn++) one(name, 'error', turn);
    for (const name of things) for (let turn = 0; turn < 3; turn++) one(name, 'thing', turn);
    for (const name of tiles) for (let turn = 0; turn < 3; turn++) one(name, 'tile', turn);
    rows.push(...createRowExamples(lang, state));
    const sentence = (pattern: string, place: number, turn: number, kind: string) => {
      const random = createRandom(hashToNumber(`${pattern} ${turn}`));
      random();
      const pick = createPicker(random);
      const host = random() < 0.5 ? null : pick(HOSTS);
      const code =
        random() < (kind === 'everyday' ? 0.75 : 0.65)
          ? pick(RARE_CODES)
          : pick(SMALLER_CODES.filter((small) => small.length >= 3));
      let text = '';
      const codes: Example['codes'] = [];
      const [before, behind] = kind !== 'everyday' && turn === 2 ? pick(WRAPPED) : ['', ''];
      const written = pattern.replace('{code}', `${before}{code}${behind}`);
      for (const part of written.split(/(\{code\}|\{other\}|\{n\})/)) {
        if (part === '{code}') {
          if (kind !== 'everyday') codes.push({ code, start: text.length, end: text.length + code.length });
          text += code;
        } else if (part === '{other}') text += pick(RARE_CODES.filter((rare) => rare !== code));
        else if (part === '{n}') text += String(2 + Math.floor(random() * 400));
        else text += part;
      }
      const heading = pick(HEADINGS);
      // What a person pastes or types is also everyday text.
      const around =
        turn === 1
          ? { asked: true }
          : random() < 0.4
            ? { heading, row: `${heading}\n${text}\n${pick(state)}\n${pick(PERSONS)}` }
            : null;
      sentences.push({
        id: `said-${lang}-${sentences.length}`,
        kind: kind === 'everyday' ? 'negative-count' : 'prose',
        lang,
        host,
        text,
        codes,
        ...(around && { context: around }),
        // Translations of one word have the same position in each language.
        batch: `${kind}-${place}`,
        weight: 1,
      });
    };
    for (const [kind, patterns] of Object.entries({ said, everyday, mixed }))
      patterns.forEach((pattern, place) => {
        for (let turn = 0; turn < 3; turn++) sentence(pattern, place, turn, kind);
      });
  }
  return [
    ['fields of errors', errorFields],
    ['fields of other things', otherFields],
    ['rows without heads', rows],
    ['sentences', sentences],
  ];
}

/** Ways to set a code apart from its sentence, in text and in HTML source. */
const WRAPPED = [
  ['(', ')'],
  ['[', ']'],
  ['`', '`'],
  ['"', '"'],
  ['<span>', '</span>'],
  ['<code>', '</code>'],
  ['<b>', '</b>'],
  ['', ''],
] as const;

const ROWS_PER_LANGUAGE = 200;

/** Creates cells of tables without headers: the code at the end of a failed row, or another number with the digits of a code. */
function createRowExamples(lang: string, states: readonly string[]): Example[] {
  const failed = states.filter(mentionsFailure);
  const others = states.filter((state) => !mentionsFailure(state));
  if (failed.length === 0 || others.length === 0) return [];
  return Array.from({ length: ROWS_PER_LANGUAGE }, (_, turn) => {
    const random = createRandom(hashToNumber(`row ${lang} ${turn}`));
    random();
    const pick = createPicker(random);
    const isCode = turn % 2 === 0;
    const hasColumn = random() < 0.75;
    const isFailed = isCode || random() < (hasColumn ? 0.6 : 0.15);
    const clock = `${10 + Math.floor(random() * 13)}:${10 + Math.floor(random() * 49)}`;
    const code =
      isCode && !hasColumn ? pick(RARE_CODES) : random() < 0.7 ? pick(RARE_CODES) : pick(SMALLER_CODES);
    const state = `${pick(isFailed ? failed : others)}${random() < 0.4 ? ` ${clock}` : ''}`;
    const figure = String(Math.floor(10 ** (1 + random() * 5)));
    const cells = [
      pick(PERSONS),
      clock,
      figure,
      `+55 11 9${figure} ${clock.replace(':', '')}`,
      `$0.0${figure}`,
    ];
    const row = [...cells.sort(() => random() - 0.5).slice(0, 1 + Math.floor(random() * 4)), state];
    const place = Math.floor(random() * (row.length + 1));
    row.splice(isCode && random() < 0.6 ? row.length : place, 0, code);
    return {
      id: `row-${lang}-${turn}`,
      kind: isCode ? 'ui-label' : 'negative-count',
      lang,
      host: random() < 0.2 ? null : pick(HOSTS),
      text: code,
      codes: isCode ? [{ code, start: 0, end: code.length }] : [],
      context: {
        row: row.join('\t'),
        ...(random() < 0.6 && { heading: pick(HEADINGS) }),
        ...(hasColumn && { lines: createColumn(code, isCode, random) }),
      },
      batch: `row-${state}`,
      weight: 1,
    };
  });
}

/** Creates the column of a value. Codes repeat and leave most rows empty; other numbers fill every row and differ. */
function createColumn(code: string, isCode: boolean, random: () => number): string {
  const rows = 2 + Math.floor(16 * random());
  const filled = isCode ? 0.05 + random() * 0.95 : random() < 0.8 ? 1 : random();
  const size = code.length + Math.floor(random() * 3) - 1;
  const pick = createPicker(random);
  const own = isCode
    ? [code, ...Array.from({ length: 4 }, () => pick(random() < 0.7 ? RARE_CODES : SMALLER_CODES))]
    : [];
  const isSerial = !isCode && random() < 0.25;
  const place = Math.floor(random() * rows);
  // Consecutive numbers: ids.
  if (isSerial) return Array.from({ length: rows }, (_, at) => String(Number(code) + at - place)).join('\n');
  // With few failures, each may have a different code.
  const differ = isCode && random() < 0.4;
  const one = () => {
    if (random() >= filled) return random() < 0.8 ? '' : '-';
    if (differ) return own.pop() ?? '';
    return isCode ? pick(own) : String(Math.floor(10 ** (Math.max(1, size) - random())));
  };
  const values = Array.from({ length: rows }, one);
  values[place] = code;
  return values.join('\n');
}

function trimContext(context: NonNullable<Example['context']>): NonNullable<Example['context']> {
  return Object.fromEntries(Object.entries(context).filter(([, value]) => value));
}

function getCodes(index: CodeIndex, provider: string): string[] {
  return Array.from({ length: 100_000 }, (_, value) => String(value)).filter(
    (code) => code.length >= 3 && index.meaningsOf(code).some((meaning) => meaning.provider === provider),
  );
}

/** Creates lines in which a number is not a code, whatever its digits; alone, and next to text about WhatsApp. */
export function createLookAlikeExamples(lines: Readonly<Record<string, readonly string[]>>): Example[] {
  return Object.entries(lines).flatMap(([lang, own]) =>
    own.flatMap((line) =>
      SYNTHETIC_PARTS.places.map(({ text, host = null }, place) => {
        const random = createRandom(hashToNumber(`${line}${place}`));
        random();
        const code = createPicker(random)([...RARE_CODES.slice(0, 5), '63016', '80007']);
        return {
          id: `la-${lang}-${line}-${place}`,
          kind: 'negative-id',
          lang,
          host,
          text: fillSlots(text, { line: () => line.replace(/#(?!#)/g, code) }),
          codes: [],
          batch: `alike-${line}`,
          weight: 0.5,
        };
      }),
    ),
  );
}

import type { StateEffect } from '../../../data/schema.ts';
import table from '../../../data/state-forms.json' with { type: 'json' };
import { memoize } from '../../core/get-or-insert.ts';
import { FIELD_SIGN } from '../../structure/field-names.ts';
import { compileForms, expandParts } from '../../structure/notations.ts';

/** What a value does to sending: only `blocked` and `limited` are asked about in plain words. */
interface Stated {
  effect: StateEffect;
}

/** What reads the values of a field of states. */
export interface StateValues<State extends Stated> {
  /** Its names without spaces, in lower case. */
  names: ReadonlySet<string>;
  /** The source of a pattern of all its values. */
  values: string;
  getState(written: string): State | undefined;
}

const FORMS = compileForms(table.forms, (form) =>
  expandParts(form, { sign: FIELD_SIGN }),
);

/** What has a state, and the fields of it. The first whose field has the value counts. */
const SUBJECTS = (
  [
    { form: FORMS.verification, fields: ['businessverificationstatus'] },
    { form: FORMS.name, fields: ['namestatus'] },
    { form: FORMS.template, fields: ['templatestatus'] },
    { form: FORMS.number, fields: ['numberstatus'] },
    { form: FORMS.account, fields: ['accountstatus', 'accountreviewstatus'] },
  ] as const
).map((one) => ({
  ...one,
  atEnd: new RegExp(`${one.form.source}$`, 'iu'),
  /** `number has been`, before its state. */
  becomes: new RegExp(
    `${one.form.source}(?: ${FORMS.becomes.source}){1,3} $`,
    'iu',
  ),
}));
const QUALITY_FIELD = 'qualityrating';
const NAME_FIELD = 'namestatus';

/** Values that messages have, too. */
const SHARED_VALUE =
  /^(?:failed|pending|deleted|none|rejected|unknown|expired)$/i;
/** A longer text is no question. */
const MAX_ASKED_UNITS = 300;
const QUESTION_MARK = /[?？؟]/;
/** Fields of data are read as such. */
const IS_DATA = /[{}<\t\n]|["']\s?[:=]/;
/** Videos have a quality, too. */
const RATING = /rating|score|classifica|califica|bewertung|peringkat/i;
const LETTER = String.raw`[\p{L}\p{N}_]`;
/** Words between a state and what has it: `status changed to`. */
const LINK = String.raw`["'\s:=]{1,4}(?:\p{L}{1,12} ){0,5}["'“„«([]?`;
/** A word before `status` that is not what has it: `the status`, `el estado`. */
const MAX_LINK_LETTERS = 4;
const MAX_NAME_UNITS = 60;

/** Finds the fields by the name of what has a state. */
const selectFields = <One extends StateValues<Stated>>(
  readers: readonly One[],
  fields: readonly string[],
) =>
  fields.flatMap(
    (field) => readers.find(({ names }) => names.has(field)) ?? [],
  );

/**
 * Returns the states that a question names beside what has them: `My WABA number
 * got Flagged status`, `quality rating RED`. A word in lower case counts only
 * beside the word for a state.
 */
export function findAskedStates<State extends Stated>(
  text: string,
  readers: readonly StateValues<State>[],
): State[] {
  if (text.length > MAX_ASKED_UNITS || IS_DATA.test(text)) return [];
  if (FORMS.otherObject.test(text)) return [];

  // `İ` has the same length, but no small letter that a pattern knows.
  const asked = text.replaceAll('İ', 'I');
  const subjects = SUBJECTS.filter(({ form }) => form.test(asked));
  const states = subjects.flatMap(({ fields, becomes }) =>
    selectFields(readers, fields)
      .map((one) => [
        ...findStated(asked, one, 'status'),
        ...findTold(asked, one, becomes),
      ])
      .filter((found) => found.length > 0)
      .slice(0, 1),
  );

  const isQuality =
    FORMS.qualityNoun.test(text) && (subjects.length > 0 || RATING.test(text));

  const qualities = isQuality
    ? selectFields(readers, [QUALITY_FIELD]).map((one) =>
        findStated(asked, one, 'quality'),
      )
    : [];

  return [...(states[0] ?? []), ...(qualities[0] ?? [])];
}

const NOUNS = {
  status: FORMS.stateNoun.source,
  quality: FORMS.qualityNoun.source,
};

const getPatterns = memoize(({ values }: StateValues<Stated>) => {
  const value = `(${values})(?!${LETTER})`;

  const createPair = (noun: string) => ({
    after: new RegExp(`(?<!${LETTER})(${noun})${LINK}${value}`, 'giu'),
    before: new RegExp(
      `(?<!${LETTER})(${values}) (${noun})(?!${LETTER})`,
      'giu',
    ),
  });

  return {
    status: createPair(NOUNS.status),
    quality: createPair(NOUNS.quality),
    marked: new RegExp(`["'“„«([]\\s?(${values})\\s?["'”»)\\]]`, 'giu'),
    alone: new RegExp(`(?<!${LETTER})${value}`, 'giu'),
  };
});

/** Returns the states of one field that a question names. */
function findStated<State extends Stated>(
  text: string,
  reader: StateValues<State>,
  noun: 'status' | 'quality',
): State[] {
  const patterns = getPatterns(reader);
  const { after, before } = patterns[noun];

  const beside = [
    ...Array.from(text.matchAll(after), ({ 2: value = '', index }) =>
      isOwnNoun(text.slice(0, index)) ? value : '',
    ),
    ...Array.from(text.matchAll(before), ([, value = '']) => value),
  ];

  const marked =
    noun === 'status'
      ? [
          ...Array.from(
            text.matchAll(patterns.marked),
            ([, value = '']) => value,
          ),
          ...Array.from(
            text.matchAll(patterns.alone),
            ([value]) => value,
          ).filter(isInCapitals),
        ]
      : [];

  // In lower case, these are words of any question.
  const isPlain = (value: string) =>
    SHARED_VALUE.test(value) && !/^\p{Lu}/u.test(value);
  const written = [...beside, ...marked].filter((value) => !isPlain(value));

  return [...new Set(written.flatMap((value) => reader.getState(value) ?? []))];
}

/**
 * Returns what a question says of a number, an account or a template: `our number
 * got restricted, how long?` Errors say such things, too, but do not ask.
 */
function findTold<State extends Stated>(
  text: string,
  reader: StateValues<State>,
  becomes: RegExp,
): State[] {
  if (!QUESTION_MARK.test(text)) return [];

  return Array.from(
    text.matchAll(getPatterns(reader).alone),
    ({ 0: value, index }) => {
      const state = reader.getState(value);
      const stopsSending =
        state?.effect === 'blocked' || state?.effect === 'limited';
      const before = text.slice(Math.max(0, index - MAX_NAME_UNITS), index);
      const isTold = !SHARED_VALUE.test(value) && becomes.test(before);

      return state && stopsSending && isTold ? [state] : [];
    },
  ).flat();
}

const isInCapitals = (value: string) => /^\p{Lu}[\p{Lu}_ ]{2,}$/u.test(value);

/** Returns false for `message status`, which is of something else. */
function isOwnNoun(before: string): boolean {
  const words = before.trimEnd().slice(-MAX_NAME_UNITS);
  const last = words.split(/[^\p{L}\p{M}]+/u).at(-1) ?? '';
  if (last.length <= MAX_LINK_LETTERS) return true;

  return SUBJECTS.some(({ atEnd }) => atEnd.test(words));
}

/** What a console prints where nothing is wrong. */
const ACTIVE =
  /^(?:activ[eoa]|ativ[oa]|aktiv|actif|attiv[oa]|aktif|enabled|ok)$/i;
const STATE_HEAD = new RegExp(`^(?:${NOUNS.status})$`, 'iu');
const QUALITY_HEAD = new RegExp(`^(?:${NOUNS.quality})$`, 'iu');
const NAME_HEAD = /^(?:display |verified )?name$/i;
const MAX_HEAD_WORDS = 3;

/**
 * Finds the columns of a table that hold states of what the first column names:
 * `Template | Status`. All values of such a column are states, and one of them no
 * state of a message.
 */
export function findStateColumns<One extends StateValues<Stated>>(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  readers: readonly One[],
): { at: number; reader: One }[] {
  const subject = findSubject(headers);

  if (!subject || rows.length === 0) return [];

  return headers.flatMap((header, at) => {
    const values = rows.map((row) => row[at]?.trim() ?? '').filter(Boolean);
    const reader = selectFields(
      readers,
      getFieldsBelow(header.trim(), subject.fields),
    ).find(({ getState }) =>
      values.every((value) => getState(value) || ACTIVE.test(value)),
    );

    const isOwn = values.some(
      (value) => !SHARED_VALUE.test(value) && !ACTIVE.test(value),
    );

    return reader && isOwn ? [{ at, reader }] : [];
  });
}

/** Returns true if the head of a table may name states and what has them. */
export const mayNameStates = (headers: readonly string[]): boolean =>
  headers.some((header) => getFieldsBelow(header.trim(), [QUALITY_FIELD])[0]) &&
  findSubject(headers) !== undefined;

/** Returns what the rows of a table are, by the name of its first column. */
function findSubject([first = '']: readonly string[]) {
  const name = first.trim();

  return name.split(/\s+/).length <= MAX_HEAD_WORDS
    ? SUBJECTS.find(({ form }) => form.test(name))
    : undefined;
}

function getFieldsBelow(header: string, fields: readonly string[]) {
  if (STATE_HEAD.test(header)) return fields;
  if (QUALITY_HEAD.test(header)) return [QUALITY_FIELD];

  return NAME_HEAD.test(header) ? [NAME_FIELD] : [];
}

import { applyRules, type Rule } from '../core/apply-rules.ts';
import { memoize } from '../core/get-or-insert.ts';
import {
  blankSpans,
  findOverlaps,
  mergeSpans,
  type Span,
} from '../core/spans.ts';
import type { Field, FieldGroup } from '../structure/field.ts';
import { readFields } from '../structure/fields.ts';
import type { KeyPair } from '../structure/key-pairs.ts';
import {
  getGroupTraits,
  getTraits,
  hasRole,
  isAboutPeople,
  isOfPeople,
  isPrivateName,
  NAMED_KINDS,
} from './field-traits.ts';
import { followNear } from './follow-near.ts';
import { classifyKey, KEYS, splitKey } from './key-vocabulary.ts';
import { isKnownText, type Known, type WordTest } from './known.ts';
import type { MaskedKind, MaskedSpan } from './mask-text.ts';
import {
  isAccountOfPerson,
  isNeeded,
  isOfSecret,
  type NamedValue,
  NEEDED_FORM,
  namesAccount,
} from './needed-values.ts';
import { isSecretCell } from './secret-cell.ts';
import {
  countWords,
  findSpoken,
  isSaid,
  isUnneededSpeech,
  mentionsCode,
} from './speech.ts';
import { FORMS } from './value-forms.ts';

const MIN_FIELDS = 2;
const MIN_HEADINGS = 2;
const MAX_HEADING_WORDS = 4;

/** Short cells, two of which name something, and no numbers. */
const isHead = (cells: readonly string[], separator: string): boolean =>
  cells.every((cell) => !/(?<![\p{L}_-])\d{3}/u.test(cell)) &&
  (cells.filter((cell) => classifyKey(cell) || getTraits(cell).keeps.length > 0)
    .length >= MIN_HEADINGS ||
    ((cells.length > 2 || /[,;]/.test(separator)) &&
      cells.some(
        (cell) =>
          isPrivateName(cell) &&
          cell.trim().split(/\s+/).length <= MAX_HEADING_WORDS,
      )));

/** Reads the fields of a text. A head of a table has two names that are known. */
export const readNamedFields = (
  text: string,
  pairs: readonly KeyPair[],
): readonly Field[] => readFields(text, pairs, isHead);

/**
 * Returns the numbers whose names say that they are counts, sizes or times, not phone numbers. The `max` of a column `phone` is
 * somebody's number.
 */
export const findKeptNumbers = (
  fields: readonly Field[],
  text: string,
): Span[] =>
  fields.filter(({ name, start, end, group }) => {
    const value = text.slice(start, end);

    return (
      classifyKey(group.owner)?.kind !== 'phone' &&
      /^[\d.]+$/.test(value) &&
      !isNumberOfRecipient(name, value) &&
      getTraits(name).keeps.some(
        (keeps) => keeps === 'number' || keeps === 'value',
      )
    );
  });

/** More people than live on earth are no count: `recipients: [5511987654321]`. */
const MIN_DIGITS_OF_NO_COUNT = 11;

const isNumberOfRecipient = (name: string, value: string): boolean =>
  value.length >= MIN_DIGITS_OF_NO_COUNT &&
  KEYS.phones.end.test(splitKey(name.replace(/s$/i, '')));

/** In order of precedence. */
const OPENING_RULES: readonly Rule<Opening, boolean>[] = [
  testOpaque,
  testAccount,
  testPersonOrNote,
  testRowOfPeople,
  testPrivateKey,
];

interface Opening {
  field: Field;
  value: string;
  text: string;
  isKnown: WordTest;
}

/** Returns true for a value that shows by its name that a text is about a message or a person. */
const isOpening = (opening: Opening): boolean =>
  applyRules(OPENING_RULES, opening) ?? false;

/** Returns true for what its name alone makes private. */
function testOpaque({ field, text }: Opening) {
  return hasRole(field.name, 'opaque') || isOfSecret(field, text) || undefined;
}

function testAccount({ field, text, isKnown }: Opening) {
  return isAccount(text, field, { isKnown }) || undefined;
}

/** `owner: lwanga` */
const isAccount = (
  text: string,
  { name, start, end }: Field,
  { isKnown }: Pick<Known, 'isKnown'>,
): boolean => {
  const value = text.slice(start, end);

  return namesAccount(name, value) && isAccountOfPerson(value, isKnown);
};

function testPersonOrNote({ field, value }: Opening) {
  const { name, notation, group } = field;

  const isAboutPerson =
    hasRole(name, 'person') ||
    hasRole(name, 'note') ||
    hasRole(group.owner, 'person');

  if (!isAboutPerson) return undefined;

  return notation !== 'cell' || !FORMS.plainWord.test(value);
}

function testRowOfPeople({ field: { name, group }, value }: Opening) {
  if (name !== '' || !isOfPeople(group.owner)) return undefined;
  return /\p{Lu}/u.test(value);
}

function testPrivateKey({ field, value, text }: Opening) {
  const { name, notation, group, start } = field;
  const named = classifyKey(name);
  if (!named || FORMS.notPrivate.test(name)) return false;

  const isSure = named.certainty === 'sure';

  if (named.kind === 'name' && notation === 'cell')
    return !named.orName && (isSure || isAboutPeople(group));

  if (!isSure) return false;

  if (named.kind === 'token')
    return isSecretCell(name, value, /["']/.test(text.charAt(start - 1)));

  if (named.kind === 'address') return /\p{Lu}|\p{Lo}|\d/u.test(value);

  return NAMED_KINDS.has(named.kind);
}

/** Returns what names values: the heads of tables, and names in fields of their own. */
export const findHeads = (fields: readonly Field[]): Span[] =>
  mergeSpans([
    ...new Set(fields.flatMap(({ group }) => group.head ?? [])),
    ...fields.filter(({ isName }) => isName),
  ]);

/**
 * Finds the values that nobody needs for support: everything, but for what `data/support-fields.json` lists. Only where something
 * shows that the text is about a message or a person.
 *
 * @param fields From `readNamedFields`.
 * @param found Parts that are known to be private, sorted.
 */
export function findUnneededValues(
  text: string,
  fields: readonly Field[],
  found: readonly MaskedSpan[],
  known: Known,
): MaskedSpan[] {
  const people = mergeSpans<Span>([
    ...found.filter(({ masked }) => ABOUT_PEOPLE.has(masked)),
    ...fields.filter((field) => isAboutPerson(text, field, known)),
  ]);

  if (people.length === 0) return [];

  const hasPrivateCell = memoize((row: FieldGroup) =>
    row.fields.some((cell) => findOverlaps(found, cell).length > 0),
  );

  const names = found.filter(({ masked }) => masked === 'name');

  const hasName = memoize((row: FieldGroup) =>
    row.fields.some(
      (cell) =>
        isPrivateName(cell.name) || findOverlaps(names, cell).length > 0,
    ),
  );

  const isNear = followNear(people, MAX_CHARS_TO_PERSON);

  const values = [...fields]
    .sort((one, other) => one.start - other.start)
    .filter(
      (field) =>
        isNear(field) &&
        (isAccount(text, field, known) || !isOutside(field, hasPrivateCell)),
    )
    .map((field) => findUnneededPart(text, field, found, { ...known, hasName }))
    .filter((span) => span !== null);

  const spoken = [
    ...findSpoken(
      text,
      found.filter(({ masked }) => masked === 'phone'),
      known,
    ),
    ...findQuotations(text, fields),
  ];

  return mergeSpans([
    ...values,
    ...spoken.filter(({ start, end }) =>
      isUnneededSpeech(text.slice(start, end), known),
    ),
  ]);
}

/** Kinds of parts that show that a text is about a person, or about a message to one. */
const ABOUT_PEOPLE: ReadonlySet<MaskedKind> = new Set([
  'phone',
  'name',
  'mail',
  'user',
  'address',
  'text',
]);
/** How far from a person the values of fields are about them. */
const MAX_CHARS_TO_PERSON = 500;

/** Returns true for a field about a person, or with the words of one. */
function isAboutPerson(text: string, field: Field, known: Known): boolean {
  const value = text.slice(field.start, field.end);
  if (isOpening({ field, text, value, isKnown: known.isKnown })) return true;

  const isMessage =
    hasRole(field.name, 'message') && !getGroupTraits(field.group).isOfError;

  return isMessage && countWords(value) > 2 && isSaid(value, known);
}

/** Returns true for a value that no structure names: it stays, unless it is in a row with something private. */
function isOutside(
  { name, notation, group }: Field,
  hasPrivateCell: (row: FieldGroup) => boolean,
): boolean {
  const isAlone =
    (notation === 'line' || notation === 'pair') &&
    group.owner === '' &&
    group.fields.length < MIN_FIELDS;

  const isUnnamed = name === '' && !isOfPeople(group.owner);

  if (hasRole(name, 'opaque')) return false;

  return isAlone || ((group.isSource || isUnnamed) && !hasPrivateCell(group));
}

/** Returns what nobody needs of a field: nothing, its value, or the text that begins with it. */
function findUnneededPart(
  text: string,
  field: Field,
  found: readonly MaskedSpan[],
  known: Omit<NamedValue, 'field' | 'value' | 'text'>,
): MaskedSpan | null {
  const { name, start, end, restEnd } = field;
  const { isCode, isKnown } = known;

  const value = text
    .slice(start, end)
    .replace(/^[\s*]{1,40}|[\s*,;]{1,40}$/g, '');

  const isBelowName = field.pair?.separator.endsWith('\n') === true;
  if (isBelowName && !isAnswer(name, value, known)) return null;

  if (restEnd > end && beginsText(name, value)) {
    const isAboutCode = mentionsCode(text.slice(start, restEnd), isCode);
    if (!isAboutCode) return { start, end: restEnd, masked: 'text' };
  }

  const isLeft =
    (field.notation === 'cell' && PAIR.test(value)) ||
    isNeeded({ field, value, text, ...known }) ||
    isKnownText(value, isKnown) ||
    isLeftAlone(text, field, found);

  return isLeft ? null : { start, end, masked: getKind(field, value, text) };
}

/** A cell with a key of its own is read as a pair: `plantilla=ticket|falla=131000`. */
const PAIR = /^[\p{L}\p{N}_.;-]{1,60}[=:][^=:\s]+$/u;

/** `msg=see you soon code=1`: a text without quotes. */
const beginsText = (name: string, value: string): boolean =>
  hasRole(name, 'message') ||
  (hasRole(name, 'person') &&
    !NEEDED_FORM.test(value) &&
    !/^\+?\d{7}/.test(value));

const isAnswer = (name: string, value: string, known: Known): boolean =>
  (getTraits(name).keeps.includes('error') ||
    hasRole(name, 'message') ||
    hasRole(name, 'note')) &&
  isSaid(value, known);

const MIN_QUOTED_WORDS = 3;

/** Yields what stands in quotation marks outside of fields, and within the messages of a chat. */
function* findQuotations(
  text: string,
  fields: readonly Field[],
): Generator<MaskedSpan> {
  const known = mergeSpans<Span>(
    fields.filter(({ notation }) => notation !== 'chat'),
  );

  for (const { 0: match, index } of text.matchAll(FORMS.quotation)) {
    const span = { start: index, end: index + match.length };
    if (
      countWords(match) >= MIN_QUOTED_WORDS &&
      findOverlaps(known, span).length === 0
    )
      yield { ...span, masked: 'text' };
  }
}

/** Returns true if what the forms leave of a value is a word: `Bearer [token]`, `whatsapp:[phone]`. */
function isLeftAlone(
  text: string,
  { name, start, end }: Field,
  found: readonly Span[],
): boolean {
  const own = findOverlaps(found, { start, end }).map((part) => ({
    start: Math.max(0, part.start - start),
    end: Math.min(end, part.end) - start,
  }));

  const rest = blankSpans(text.slice(start, end), own);
  // Beside a secret only its scheme is left: `Bearer`.
  const isSecret = classifyKey(name)?.kind === 'token';

  const few = isSecret
    ? /^(?:\p{L}+\s+)?\0+$/u
    : /^[^\p{L}\d]*(?:\p{L}+[^\p{L}\d]*)?$/u;

  return own.length > 0 && few.test(rest);
}

/** `Souza, Ana` */
const NAME_OF_INDEX = /^\p{Lu}[\p{L}'’-]{1,30}, \p{Lu}[\p{L}'’-]{1,30}$/u;

function getKind(field: Field, value: string, text: string): MaskedKind {
  const { name } = field;

  if (isOfSecret(field, text)) return 'token';
  if (namesAccount(name, value) && FORMS.accountName.test(value)) return 'user';
  if (/^code$/i.test(name)) return 'token';

  const named = FORMS.notPrivate.test(name) ? null : classifyKey(name);
  if (named && NAMED_KINDS.has(named.kind)) return named.kind as MaskedKind;
  if (hasRole(name, 'person') && NAME_OF_INDEX.test(value)) return 'name';
  if (/^[\d\s.,+-]+$/.test(value)) return 'number';
  return /^(?=.*\d)\S+$/.test(value) ? 'id' : 'text';
}

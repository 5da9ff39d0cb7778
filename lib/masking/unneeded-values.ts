import supportFields from '../../data/support-fields.json' with {
  type: 'json',
};
import { applyRules, type Rule } from '../core/apply-rules.ts';
import { memoize } from '../core/get-or-insert.ts';
import {
  blankSpans,
  findOverlaps,
  mergeSpans,
  type Span,
} from '../core/spans.ts';
import {
  type Field,
  type FieldGroup,
  readFields,
} from '../structure/fields.ts';
import { type KeyPair, readQuoted } from '../structure/key-pairs.ts';
import { findLineEnd } from '../structure/lines.ts';
import { compileForms } from '../structure/notations.ts';
import {
  ABOUT_ERROR,
  getGroupTraits,
  getTraits,
  hasRole,
  isAboutPeople,
  isNameOfThing,
  isOfPeople,
  isPrivateName,
  NAMED_KINDS,
} from './field-traits.ts';
import { expandForm } from './form-table.ts';
import { classifyKey } from './key-vocabulary.ts';
import type { CodeTest, Known, WordTest } from './known.ts';
import type { MaskedKind, MaskedSpan } from './masked.ts';
import { isSecretCell, OBJECT } from './secret-cell.ts';
import { FORMS } from './value-forms.ts';

const neededForms = Object.values(supportFields.forms).map(({ form }) => form);
const NEEDED_FORM = new RegExp(`^(?:${neededForms.join('|')})$`, 'u');
const KEPT = compileForms(supportFields.keeps, expandForm);
const MAX_SHORT_CHARS = 48;
const MAX_SHORT_WORDS = 4;

/** Counts words. In a script without spaces, two letters are one. */
const countWords = (value: string): number =>
  value.trim().split(/\s+/).length +
  (value.match(/[\p{scx=Han}\p{scx=Thai}]/gu)?.length ?? 0) / 2;

/** Returns true for words that a person said: not about an error, and without a code. */
export const isSaid = (text: string, isCode: CodeTest): boolean =>
  !FORMS.codeSign.test(text) &&
  /\p{L}\p{M}*\s+\p{L}|\p{scx=Han}{4}/u.test(text) &&
  !ABOUT_ERROR.test(text) &&
  !hasCode(text, isCode);

const hasCode = (value: string, isCode: CodeTest): boolean =>
  FORMS.graphCode.test(value) ||
  (/\p{L}/u.test(value) && findNumbers(value).some(isCode));

/** Returns the numbers of a text that have blanks or signs around them and may be codes. */
export const findNumbers = (text: string): string[] =>
  Array.from(text.matchAll(FORMS.codeInText), ([digits]) => digits);

interface NamedValue {
  field: Field;
  value: string;
  isCode: CodeTest;
}

/** In order of precedence. What no rule knows is needed if its name keeps such a value. */
const NEED_RULES: readonly Rule<NamedValue, boolean>[] = [
  excludeSecret,
  excludeNumberOfPerson,
  keepTechnicalForm,
  keepWordOfList,
  keepHeading,
  keepNameOfThing,
  keepAddressOrObject,
  keepWithCode,
  keepUnnamedWord,
  keepIdentifier,
];

const isNeeded = (field: Field, value: string, isCode: CodeTest): boolean =>
  applyRules(NEED_RULES, { field, value, isCode }) ?? isKept(field, value);

const keepIf = (isNeeded: boolean): true | undefined => isNeeded || undefined;
const excludeIf = (isExcluded: boolean): false | undefined =>
  isExcluded ? false : undefined;

function excludeSecret({ field, value, isCode }: NamedValue) {
  const { name, notation } = field;

  const isSecret =
    classifyKey(name)?.kind === 'token' &&
    isSecretCell(name, value, notation === 'quoted');

  const isError = /\s|::/.test(value) && hasCode(value, isCode);

  return excludeIf(isSecret && !isError);
}

/** Excludes one-time codes, and ids of people. */
function excludeNumberOfPerson({ field, value, isCode }: NamedValue) {
  const { name, group } = field;
  const isOneTimeCode = hasRole(name, 'message') && /^\d{4,8}$/.test(value);
  const isId = isPersonId(name, group) && /\d{2}/.test(value);

  return excludeIf((isOneTimeCode || isId) && !isCode(value));
}

function keepTechnicalForm({ field, value, isCode }: NamedValue) {
  const isExpression =
    field.notation === 'bare' && FORMS.expression.test(value);

  return keepIf(NEEDED_FORM.test(value) || isCode(value) || isExpression);
}

function keepWordOfList({ field, value }: NamedValue) {
  return keepIf(
    field.notation === 'item' &&
      FORMS.plainWord.test(value) &&
      !hasRole(field.name, 'person'),
  );
}

function keepHeading({ field, value }: NamedValue) {
  const { name, notation, isName } = field;

  const isHeading =
    isName || (notation === 'element' && FORMS.headingElement.test(name));

  return keepIf(isHeading && FORMS.keyText.test(value));
}

function keepNameOfThing({ field: { name, group }, value }: NamedValue) {
  const isThing = /^name$/i.test(name) && isNameOfThing(group, value);

  return keepIf(isThing || FORMS.templatePlaceholder.test(value));
}

/** Keeps the address of a page, but not that of a document, which may be about a person. */
function keepAddressOrObject({ value }: NamedValue) {
  const isUrl = FORMS.url.test(value);

  if (FORMS.documentName.test(value) && !isUrl) return false;

  return keepIf(isUrl || OBJECT.test(value));
}

function keepWithCode({ field, value, isCode }: NamedValue) {
  return keepIf(
    hasCode(value, isCode) &&
      (ABOUT_ERROR.test(value) || !hasRole(field.name, 'text')),
  );
}

function keepUnnamedWord({ field, value }: NamedValue) {
  return keepIf(
    field.name === '' &&
      (FORMS.plainWord.test(value) || ABOUT_ERROR.test(value)),
  );
}

function keepIdentifier({ field: { notation }, value }: NamedValue) {
  return keepIf(
    (notation === 'pair' || notation === 'line') &&
      KEPT.identifier.test(value) &&
      /^[a-z\d]|[_.:/@-]/.test(value),
  );
}

const isKept = ({ name, group }: Field, value: string): boolean =>
  getTraits(name).keeps.some((keeps) => {
    if (keeps === 'error') return isAboutError(name, group, value);
    if (keeps !== 'short') return KEPT[keeps].test(value);

    return (
      value.length <= MAX_SHORT_CHARS && countWords(value) <= MAX_SHORT_WORDS
    );
  });

function isAboutError(name: string, group: FieldGroup, value: string): boolean {
  if (FORMS.snakeWord.test(value) || hasRole(name, 'errorPart')) return true;

  const { isOfError, isOfPerson } = getGroupTraits(group);

  return isOfError || (!isOfPerson && ABOUT_ERROR.test(value));
}

/** Returns true for names of numbers of a person: `birthday`, `customer_id`, `id` within `customer`. */
const isPersonId = (name: string, { owner }: FieldGroup): boolean =>
  classifyKey(name)?.kind === 'id' ||
  FORMS.personRef.test(hasRole(owner, 'person') ? `user ${name}` : name);

/** A title of the catalogue, a constant of one of its words, or an identifier of several: `FAILED`, `order_confirmation`. */
export const isKnownText = (value: string, isKnown: WordTest): boolean =>
  ((/\s/.test(value.trim()) || /^[A-Z]{3,20}$/.test(value)) &&
    isKnown(value.trim())) ||
  (/^[a-z]+(?:_[a-z]+)+$/.test(value) && value.split('_').every(isKnown));

const MIN_FIELDS = 2;
const MIN_HEADINGS = 2;

/** Short cells, two of which name something, and no numbers. */
const isHead = (cells: readonly string[], separator: string): boolean =>
  cells.every((cell) => !/(?<![\p{L}_-])\d{3}/u.test(cell)) &&
  (cells.filter((cell) => classifyKey(cell) || getTraits(cell).keeps.length > 0)
    .length >= MIN_HEADINGS ||
    ((cells.length > 2 || /[,;]/.test(separator)) &&
      cells.some(
        (cell) =>
          isPrivateName(cell) &&
          cell.trim().split(/\s+/).length <= MAX_SHORT_WORDS,
      )));

/** Reads the fields of a text. A head of a table has two names that are known. */
export const readNamedFields = (
  text: string,
  pairs: readonly KeyPair[],
): readonly Field[] => readFields(text, pairs, isHead);

/** Returns the numbers whose names say that they are counts, sizes or times, not phone numbers. */
export const findKeptNumbers = (
  fields: readonly Field[],
  text: string,
): Span[] =>
  fields.filter(
    ({ name, start, end }) =>
      /^[\d.]+$/.test(text.slice(start, end)) &&
      getTraits(name).keeps.some(
        (keeps) => keeps === 'number' || keeps === 'value',
      ),
  );

/** In order of precedence. */
const OPENING_RULES: readonly Rule<Opening, boolean>[] = [
  testPersonOrNote,
  testRowOfPeople,
  testPrivateKey,
];

interface Opening {
  field: Field;
  value: string;
  text: string;
}

/** Returns true for a value that shows by its name that a text is about a message or a person. */
const isOpening = (field: Field, text: string, value: string): boolean =>
  applyRules(OPENING_RULES, { field, text, value }) ?? false;

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
  const isPrivate =
    found.length > 0 ||
    fields.some((field) => isAboutPerson(text, field, known.isCode));

  if (!isPrivate) return [];

  const hasPrivateCell = memoize((row: FieldGroup) =>
    row.fields.some((cell) => findOverlaps(found, cell).length > 0),
  );

  const values = fields
    .filter((field) => !isOutside(field, hasPrivateCell))
    .map((field) => findUnneededPart(text, field, found, known))
    .filter((span) => span !== null);

  const spoken = [...findSpoken(text, found), ...findQuotations(text, fields)];

  return mergeSpans([
    ...values,
    ...spoken.filter(({ start, end }) =>
      isUnneededSpeech(text.slice(start, end), known),
    ),
  ]);
}

/** Returns true for a field about a person, or with the words of one. */
function isAboutPerson(text: string, field: Field, isCode: CodeTest): boolean {
  const value = text.slice(field.start, field.end);
  if (isOpening(field, text, value)) return true;

  const isMessage =
    hasRole(field.name, 'message') && !getGroupTraits(field.group).isOfError;

  return isMessage && countWords(value) > 2 && isSaid(value, isCode);
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

  return isAlone || ((group.isSource || isUnnamed) && !hasPrivateCell(group));
}

/** Returns what nobody needs of a field: nothing, its value, or the text that begins with it. */
function findUnneededPart(
  text: string,
  field: Field,
  found: readonly MaskedSpan[],
  { isCode, isKnown }: Known,
): MaskedSpan | null {
  const { name, start, end, restEnd } = field;

  const value = text
    .slice(start, end)
    .replace(/^[\s*]{1,40}|[\s*,;]{1,40}$/g, '');

  const isBelowName = field.pair?.separator.endsWith('\n') === true;
  if (isBelowName && !isAnswer(name, value, isCode)) return null;

  if (restEnd > end && beginsText(name, value)) {
    const isAboutCode = hasCode(text.slice(start, restEnd), isCode);
    if (!isAboutCode) return { start, end: restEnd, masked: 'text' };
  }

  const isLeft =
    isNeeded(field, value, isCode) ||
    isKnownText(value, isKnown) ||
    isLeftAlone(text, field, found);

  return isLeft ? null : { start, end, masked: getKind(name, value) };
}

/** `msg=see you soon code=1`: a text without quotes. */
const beginsText = (name: string, value: string): boolean =>
  hasRole(name, 'message') ||
  (hasRole(name, 'person') &&
    !NEEDED_FORM.test(value) &&
    !/^\+?\d{7}/.test(value));

const isUnneededSpeech = (said: string, { isCode, isKnown }: Known): boolean =>
  !/^[\s"']*[[{<]|=/.test(said) &&
  isSaid(said, isCode) &&
  !isKnownText(said, isKnown);

const isAnswer = (name: string, value: string, isCode: CodeTest): boolean =>
  (getTraits(name).keeps.includes('error') ||
    hasRole(name, 'message') ||
    hasRole(name, 'note')) &&
  isSaid(value, isCode);

/** Yields what follows a phone number and a colon in its line: `from +55…: Oi`. */
function* findSpoken(
  text: string,
  found: readonly MaskedSpan[],
): Generator<MaskedSpan> {
  for (const { end, masked } of found) {
    FORMS.spoken.lastIndex = end;
    if (masked !== 'phone' || !FORMS.spoken.test(text)) continue;

    const start = FORMS.spoken.lastIndex;

    yield {
      start,
      end: readQuoted(text, start)?.close ?? findLineEnd(text, end),
      masked: 'text',
    };
  }
}

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

function getKind(name: string, value: string): MaskedKind {
  const named = FORMS.notPrivate.test(name) ? null : classifyKey(name);
  if (named && NAMED_KINDS.has(named.kind)) return named.kind as MaskedKind;
  if (/^[\d\s.,+-]+$/.test(value)) return 'number';
  return /^(?=.*\d)\S+$/.test(value) ? 'id' : 'text';
}

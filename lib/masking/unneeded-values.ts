import supportFields from '../../data/support-fields.json' with {
  type: 'json',
};
import { getOrInsert } from '../core/get-or-insert.ts';
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
import { FORMS, isSecretCell, OBJECT } from './key-values.ts';
import { classifyKey } from './key-vocabulary.ts';
import type { CodeTest, Known, WordTest } from './known.ts';
import type { MaskedKind, MaskedSpan } from './masked.ts';

const NEEDED_FORM = new RegExp(
  `^(?:${Object.values(supportFields.forms)
    .map(({ form }) => form)
    .join('|')})$`,
  'u',
);
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

/** Returns the numbers of a text that stand alone and may be codes. */
export const findNumbers = (text: string): string[] =>
  Array.from(text.matchAll(FORMS.codeInText), ([digits]) => digits);

function isNeeded(
  { name, notation, group, isName }: Field,
  value: string,
  isCode: CodeTest,
): boolean {
  const isSecret =
    classifyKey(name)?.kind === 'token' &&
    isSecretCell(name, value, notation === 'quoted');

  const isOneTimeCode = hasRole(name, 'message') && /^\d{4,8}$/.test(value);

  if (isSecret && !(/\s|::/.test(value) && hasCode(value, isCode)))
    return false;

  if (
    (isOneTimeCode || (isPersonId(name, group) && /\d{2}/.test(value))) &&
    !isCode(value)
  )
    return false;

  const isExpression = notation === 'bare' && FORMS.expression.test(value);
  if (NEEDED_FORM.test(value) || isCode(value) || isExpression) return true;

  if (
    notation === 'item' &&
    FORMS.plainWord.test(value) &&
    !hasRole(name, 'person')
  )
    return true;

  if (
    (isName || (notation === 'element' && FORMS.headingElement.test(name))) &&
    FORMS.keyText.test(value)
  )
    return true;

  if (
    (/^name$/i.test(name) && isNameOfThing(group, value)) ||
    FORMS.templatePlaceholder.test(value)
  )
    return true;

  if (FORMS.documentName.test(value) && !FORMS.url.test(value)) return false;
  if (OBJECT.test(value) || FORMS.url.test(value)) return true;

  if (
    hasCode(value, isCode) &&
    (ABOUT_ERROR.test(value) || !hasRole(name, 'text'))
  )
    return true;

  if (name === '' && (FORMS.plainWord.test(value) || ABOUT_ERROR.test(value)))
    return true;

  const isIdentifier =
    KEPT.identifier.test(value) && /^[a-z\d]|[_.:/@-]/.test(value);

  if ((notation === 'pair' || notation === 'line') && isIdentifier) return true;

  return getTraits(name).keeps.some((keeps) => {
    if (keeps === 'short')
      return (
        value.length <= MAX_SHORT_CHARS && countWords(value) <= MAX_SHORT_WORDS
      );

    if (keeps !== 'error') return KEPT[keeps].test(value);

    const { isOfError, isOfPerson } = getGroupTraits(group);

    const isAboutError =
      hasRole(name, 'errorPart') ||
      isOfError ||
      (!isOfPerson && ABOUT_ERROR.test(value));

    return FORMS.snakeWord.test(value) || isAboutError;
  });
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

/** Returns true for a value that shows by its name that a text is about a message or a person. */
function isOpening(
  { name, notation, group, start }: Field,
  text: string,
  value: string,
): boolean {
  if (
    hasRole(name, 'person') ||
    hasRole(name, 'note') ||
    hasRole(group.owner, 'person')
  )
    return notation !== 'cell' || !FORMS.plainWord.test(value);

  if (name === '' && isOfPeople(group.owner)) return /\p{Lu}/u.test(value);

  const named = classifyKey(name);
  if (!named || FORMS.notPrivate.test(name)) return false;

  const isSure = named.certainty === 'sure';

  if (named.kind === 'token')
    return (
      isSure && isSecretCell(name, value, /["']/.test(text.charAt(start - 1)))
    );

  if (named.kind === 'address')
    return isSure && /\p{Lu}|\p{Lo}|\d/u.test(value);

  if (named.kind === 'name' && notation === 'cell')
    return !named.orName && (isSure || isAboutPeople(group));

  return isSure && NAMED_KINDS.has(named.kind);
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
  { isCode, isKnown }: Known,
): MaskedSpan[] {
  const isOpen =
    found.length > 0 ||
    fields.some((field) => {
      const value = text.slice(field.start, field.end);

      const isMessage =
        hasRole(field.name, 'message') &&
        !getGroupTraits(field.group).isOfError;

      return (
        isOpening(field, text, value) ||
        (isMessage && countWords(value) > 2 && isSaid(value, isCode))
      );
    });

  if (!isOpen) return [];

  const values: MaskedSpan[] = [];
  const rows = new Map<FieldGroup, boolean>();

  const hasPrivateCell = (row: FieldGroup) =>
    getOrInsert(rows, row, () =>
      row.fields.some((cell) => findOverlaps(found, cell).length > 0),
    );

  for (const field of fields) {
    const { start, end, group, notation } = field;

    const isAlone =
      /^(?:line|pair)$/.test(notation) &&
      group.owner === '' &&
      group.fields.length < MIN_FIELDS;

    const isUnnamed = field.name === '' && !isOfPeople(group.owner);

    if (isAlone || ((group.isSource || isUnnamed) && !hasPrivateCell(group)))
      continue;

    const value = text
      .slice(start, end)
      .replace(/^[\s*]{1,40}|[\s*,;]{1,40}$/g, '');

    if (
      field.pair?.separator.endsWith('\n') &&
      !isAnswer(field.name, value, isCode)
    )
      continue;

    // `msg=see you soon code=1`: a text without quotes.
    const isFree =
      field.restEnd > end &&
      (hasRole(field.name, 'message') ||
        (hasRole(field.name, 'person') &&
          !NEEDED_FORM.test(value) &&
          !/^\+?\d{7}/.test(value))) &&
      !hasCode(text.slice(start, field.restEnd), isCode);

    if (isFree) values.push({ start, end: field.restEnd, masked: 'text' });
    else if (
      !isNeeded(field, value, isCode) &&
      !isKnownText(value, isKnown) &&
      !isLeftAlone(text, field, found)
    )
      values.push({ start, end, masked: getKind(field.name, value) });
  }

  const spoken = [
    ...findSpoken(text, found),
    ...findQuotations(text, fields),
  ].filter(({ start, end }) => {
    const own = text.slice(start, end);

    return (
      !/^[\s"']*[[{<]|=/.test(own) &&
      isSaid(own, isCode) &&
      !isKnownText(own, isKnown)
    );
  });

  return mergeSpans([...values, ...spoken]);
}

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

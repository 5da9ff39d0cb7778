import supportFields from '../../data/support-fields.json' with {
  type: 'json',
};
import { applyRules, type Rule } from '../core/apply-rules.ts';
import type { Field, FieldGroup } from '../structure/field.ts';
import type { KeyPair } from '../structure/key-pairs.ts';
import { compileForms } from '../structure/notations.ts';
import {
  ABOUT_ERROR,
  getGroupTraits,
  getTraits,
  hasRole,
  isNameOfThing,
  isOfPeople,
  isWordOfCustomer,
} from './field-traits.ts';
import { expandForm } from './form-table.ts';
import { classifyKey, KEYS, splitKey } from './key-vocabulary.ts';
import type { Known, WordTest } from './known.ts';
import { isSecretCell, OBJECT } from './secret-cell.ts';
import { countWords, isImpersonal, mentionsCode } from './speech.ts';
import { FORMS } from './value-forms.ts';

const neededForms = Object.values(supportFields.forms).map(({ form }) => form);
export const NEEDED_FORM = new RegExp(`^(?:${neededForms.join('|')})$`, 'u');
const KEPT = compileForms(supportFields.keeps, expandForm);
const MAX_SHORT_CHARS = 48;
const MAX_SHORT_WORDS = 4;

export interface NamedValue extends Known {
  field: Field;
  value: string;
  /** The whole text. */
  text: string;
  /** Returns true for a row in which a person is named. */
  hasName: (group: FieldGroup) => boolean;
}

/** In order of precedence. What no rule knows is needed if its name keeps such a value. */
const NEED_RULES: readonly Rule<NamedValue, boolean>[] = [
  excludeOpaque,
  excludeSecret,
  excludeNumberOfPerson,
  excludeUnlistedNumber,
  excludeOneTimeCode,
  excludeAccount,
  keepTechnicalForm,
  keepWordOfList,
  keepHeading,
  keepNameOfThing,
  keepAddressOrObject,
  keepWithCode,
  keepUnnamedWord,
  keepIdentifier,
];

/** Returns true for a value that support needs. */
export const isNeeded = (one: NamedValue): boolean =>
  applyRules(NEED_RULES, one) ?? isKept(one);

const keepIf = (isNeeded: boolean): true | undefined => isNeeded || undefined;
const excludeIf = (isExcluded: boolean): false | undefined =>
  isExcluded ? false : undefined;

function excludeOpaque({ field }: NamedValue) {
  return excludeIf(hasRole(field.name, 'opaque'));
}

function excludeSecret({ field, value, text, isCode }: NamedValue) {
  const { name, notation } = field;

  if (isOfSecret(field, text)) return false;

  const isSecret =
    classifyKey(name)?.kind === 'token' &&
    isSecretCell(name, value, notation === 'quoted');

  const isError = /\s|::/.test(value) && mentionsCode(value, isCode);

  return excludeIf(isSecret && !isError);
}

/** Excludes one-time codes, and ids of people. */
function excludeNumberOfPerson({ field, value, isCode }: NamedValue) {
  const { name, group } = field;
  const isOneTimeCode = hasRole(name, 'message') && /^\d{4,8}$/.test(value);
  const isId = isPersonId(name, group) && /\d{2}/.test(value);

  return excludeIf((isOneTimeCode || isId) && !isCode(value));
}

/** A date without a clock, and a number of four to nine digits: a birthday, a postcode, unless their name is listed. */
const NUMBER_OF_PERSON = /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4,9})$/;

function excludeUnlistedNumber({ field, value, isCode, hasName }: NamedValue) {
  const { name, notation, group } = field;

  return excludeIf(
    name !== '' &&
      notation !== 'chat' &&
      NUMBER_OF_PERSON.test(value) &&
      getTraits(name).keeps.length === 0 &&
      !isCode(value) &&
      hasName(group),
  );
}

/** `code="804417"` beside a recipient is no code of an error, unless nothing else could be one. */
function excludeOneTimeCode({ field, value, isCode }: NamedValue) {
  const { name, notation, group } = field;

  return excludeIf(
    /^code$/i.test(name) &&
      notation === 'quoted' &&
      /^\d{6}$/.test(value) &&
      !isCode(value) &&
      getGroupTraits(group).isOfPerson &&
      !hasFailure(group, field),
  );
}

/** Returns true if a group says what failed, and has no other field with the code of it. */
const hasFailure = ({ fields }: FieldGroup, code: Field): boolean =>
  fields.some(({ name }) => STATE_NAME.test(name)) &&
  !fields.some((other) => other !== code && CODE_NAME.test(other.name));

const STATE_NAME = /^(?:status|state|error|err|title|message|reason)$/i;
const CODE_NAME = /^(?:err|error|err(?:or)?_?code)$/i;

/** `user=mvogel`, `CORP\mvogel`: not a word of the catalogue, and no account of a machine. */
function excludeAccount({ field, value, isKnown }: NamedValue) {
  return excludeIf(
    namesAccount(field.name, value) && isAccountOfPerson(value, isKnown),
  );
}

/** Words joined as no sentence joins them: `y.delaporte` */
const JOINED_NAME = /^[a-z]+[._][a-z]/;

/** Returns true for a field of a user name: `agent=mvogel`, `conseiller=y.delaporte`, but not `from=api.gateway`. */
export const namesAccount = (name: string, value: string): boolean => {
  if (hasRole(name, 'account')) return true;
  if (!JOINED_NAME.test(value)) return false;

  const key = splitKey(name);

  return KEYS.people.whole.test(key) && !KEYS.senders.whole.test(key);
};

export const isAccountOfPerson = (
  value: string,
  isKnown: WordTest,
): boolean => {
  const own = value.replace(FORMS.domainBefore, '');

  return (
    FORMS.accountName.test(own) &&
    !KEYS.machineAccounts.whole.test(` ${own.replace(/\d{1,9}$/, '')} `) &&
    !own.split(/[._-]/).every((word) => isKnown(word))
  );
};

/** Returns true for a value of a Kubernetes `Secret`. */
export function isOfSecret(
  { group: { owner, outer } }: Field,
  text: string,
): boolean {
  if (owner === 'stringData') return true;
  if (owner !== 'data' || !outer) return false;

  return outer.fields.some(
    ({ name, start, end }) =>
      name === 'kind' && text.slice(start, end) === 'Secret',
  );
}

function keepTechnicalForm({ value, isCode }: NamedValue) {
  return keepIf(NEEDED_FORM.test(value) || isCode(value));
}

function keepWordOfList({ field, value }: NamedValue) {
  return keepIf(
    field.notation === 'item' &&
      FORMS.plainWord.test(value) &&
      !hasRole(field.name, 'person'),
  );
}

function keepHeading({ field }: NamedValue) {
  const { name, notation, isName } = field;

  const isHeading =
    isName || (notation === 'element' && FORMS.headingElement.test(name));

  return keepIf(isHeading);
}

function keepNameOfThing({ field: { name, group }, value }: NamedValue) {
  const isThing = /^name$/i.test(name) && isNameOfThing(group, value);

  return keepIf(isThing || value.includes('{{'));
}

/** Keeps the address of a page, but not that of a document, which may be about a person. */
function keepAddressOrObject({ value }: NamedValue) {
  const isUrl = FORMS.url.test(value);
  const ending = value.slice(value.lastIndexOf('.') + 1);

  if (
    !isUrl &&
    value.includes('.') &&
    KEYS.documentTypes.whole.test(` ${ending} `)
  )
    return false;

  return keepIf(isUrl || OBJECT.test(value));
}

function keepWithCode({ field, value, isCode }: NamedValue) {
  return keepIf(
    mentionsCode(value, isCode) &&
      (ABOUT_ERROR.test(value) || !hasRole(field.name, 'text')),
  );
}

function keepUnnamedWord({ field, value }: NamedValue) {
  return keepIf(
    field.name === '' &&
      !isOfPeople(field.group.owner) &&
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

/** `the flow stops with the message: …` */
const isInSentence = (pair: KeyPair | null): boolean =>
  /\p{L} \p{L}/u.test(pair?.key.before ?? '');

const isKept = ({ field: { name, group, pair }, value, isKnown }: NamedValue) =>
  getTraits(name).keeps.some((keeps) => {
    if (keeps === 'error')
      return (
        isAboutError(name, group, value) ||
        (isInSentence(pair) && isImpersonal(value, isKnown))
      );
    if (keeps !== 'short') return KEPT[keeps].test(getHead(value));

    const head = getHead(value);

    return (
      head.length <= MAX_SHORT_CHARS && countWords(head) <= MAX_SHORT_WORDS
    );
  });

/** Returns a value without what follows it in its line: `order_update, id 4`, `High | Opened today`. */
const getHead = (value: string): string =>
  /^[^\s,;|]+(?= [|/(–—-] |, |; |\.$)/u.exec(value)?.[0] ?? value;

function isAboutError(name: string, group: FieldGroup, value: string): boolean {
  const isSnake = FORMS.plainWord.test(value) && /[_.-]/.test(value);

  if (isSnake || hasRole(name, 'errorPart')) return true;
  if (isWordOfCustomer(name, group)) return ABOUT_ERROR.test(value);

  const { isOfError, isOfPerson } = getGroupTraits(group);

  return isOfError || (!isOfPerson && ABOUT_ERROR.test(value));
}

/** Returns true for names of numbers of a person: `birthday`, `customer_id`, `id` within `customer`. */
const isPersonId = (name: string, { owner }: FieldGroup): boolean =>
  classifyKey(name)?.kind === 'id' ||
  KEYS.personIds.whole.test(
    splitKey(hasRole(owner, 'person') ? `user ${name}` : name),
  );

import { applyRules, type Rule } from '../core/apply-rules.ts';
import { isFirstCell, type Key, type KeyPair } from '../structure/key-pairs.ts';
import {
  classifyKey,
  isNameOfPerson,
  isSureSecret,
  type KeyKind,
} from './key-vocabulary.ts';
import { isSecretCell, OBJECT } from './secret-cell.ts';
import { isExpression, looksLikeSecret, looksRandom } from './secret-shape.ts';
import { isStatement } from './statement.ts';
import { FORMS } from './value-forms.ts';

/** A value with the key that it may belong to. */
export interface ValueOfKey {
  named: KeyKind;
  value: string;
  pair: KeyPair;
  isInQuotes: boolean;
  /** The whole text. */
  text: string;
}

const MAX_UNSURE_WORDS = 5;
const MIN_NAMED_SECRET_CHARS = 4;

/** Returns true if a value is of the kind that its key names: not a description, a state or an expression. */
export function isValueOfKey(one: ValueOfKey): boolean {
  if (one.pair.separator.endsWith('\n')) return isBelowLabel(one);
  if (FORMS.placeholder.test(one.value.trim())) return false;

  return (TEST_BY_KIND[one.named.kind] ?? isSecretOfKey)(one);
}

const TEST_BY_KIND: Partial<
  Record<KeyKind['kind'], (one: ValueOfKey) => boolean>
> = {
  trace: ({ pair, value }) => !pair.isWeak && /^[\w.:/+=-]{1,128}$/.test(value),
  name: isNameOfKey,
  id: isIdOfKey,
  user: isUserOfKey,
  address: isAddressOfKey,
};

/** Returns true for a value on the line below its label, as pages print it. */
function isBelowLabel({ named, value: line, pair }: ValueOfKey): boolean {
  const { kind, certainty, orName } = named;
  const value = line.trim();

  if (kind === 'token')
    return (
      certainty === 'sure' &&
      (looksRandom(value) || isPasswordBelow(value, pair.separator))
    );

  if (kind !== 'name' || orName || classifyKey(line)) return false;
  if (!FORMS.wholeName.test(value)) return false;

  return /^\p{Lu}/u.test(value)
    ? isNameOfPerson(value)
    : certainty === 'sure' && !isStatement(value);
}

function isPasswordBelow(value: string, separator: string): boolean {
  const sign = separator.startsWith(':') ? /[\d-]/ : /\d/;

  return (
    sign.test(value) &&
    !/["'{}<>]/.test(value) &&
    isSecretCell('password', value)
  );
}

function isNameOfKey({ named, value, isInQuotes }: ValueOfKey): boolean {
  if (named.orName && !isCapitalizedName(value)) return false;
  return !isInQuotes || isNameInQuotes(value, named.certainty);
}

const isCapitalizedName = (value: string) =>
  FORMS.wholeName.test(value) && isNameOfPerson(value);

/** Returns true for a sentence, an error or an identifier, which keys such as `name` have too. */
const isDescription = (value: string): boolean =>
  FORMS.sentence.test(value) ||
  /(?:Error|Exception)$/.test(value) ||
  FORMS.noName.test(value) ||
  isIdentifier(value) ||
  / [-–:>/] /.test(value);

function isNameInQuotes(
  value: string,
  certainty: KeyKind['certainty'],
): boolean {
  if (!/\p{L}/u.test(value) || /^[[{]\s*["{\\]/.test(value)) return false;
  if (certainty === 'sure') return !FORMS.noNameAtAll.test(value);
  if (isDescription(value)) return false;
  if (certainty === 'plain') return true;

  return value.split(' ').length <= MAX_UNSURE_WORDS && !/[.!?]$/.test(value);
}

/** `order_update`, `REJECTED_DESTINATION`. */
export const isIdentifier = (value: string) =>
  /^(?:[a-z\d_.:/+-]+|[A-Z\d]+(?:_[A-Z\d]+)+)$/.test(value);

function isIdOfKey({ named, value, pair }: ValueOfKey): boolean {
  if (pair.isWeak) return false;
  if (named.certainty === 'sure') return /(?:\d\D*){4}/.test(value);

  return /^\d{5,20}$|^[\w-]{30,}$/.test(value);
}

const isWord = (value: string): boolean => /^\p{L}[\p{L}\p{M}]*$/u.test(value);

function isUserOfKey({ value, pair, isInQuotes }: ValueOfKey): boolean {
  if (FORMS.noUser.test(value)) return false;
  if (isInQuotes) return !isStatement(value);

  return !FORMS.statement.test(value) && !(isWord(value) && pair.isWeak);
}

/** A link, an e-mail address, an amount. */
const NO_ADDRESS = /^https?:|@|^(?:[A-Z]{1,2})?\p{Sc}/u;

function isAddressOfKey({ value, pair, isInQuotes }: ValueOfKey): boolean {
  const name = pair.key.text;
  const isCity = FORMS.city.test(name);
  const isLowerCase = /^\p{Ll}/u.test(value);

  if (pair.isWeak || NO_ADDRESS.test(value)) return false;
  // `'direccion' => 'saliente'` is a direction.
  if (!isCity && /^\p{Ll}+$/u.test(value)) return false;

  if (/^\d{5,6}$/.test(value) && !/zip|post|cep$|pos$/i.test(name))
    return false;

  const hasForm = isInQuotes || (isCity ? /^\p{Lu}/u : /\d/).test(value);

  return hasForm && !isStatement(value.replace(/\bNo\b/g, ''), !isLowerCase);
}

/** In order of precedence: what is no secret at all, then what a secret looks like beside its key. */
const SECRET_RULES: readonly Rule<ValueOfKey, boolean>[] = [
  testShortSecret,
  excludeExpression,
  excludeComparison,
  testUnsureSecret,
  testSecretBesideWeakKey,
  excludeAddress,
  excludeDescription,
  testNumber,
  testQuotedSecret,
  testBareSecret,
];

const isSecretOfKey = (one: ValueOfKey): boolean =>
  applyRules(SECRET_RULES, one) ?? false;

function testShortSecret({ named, value, pair }: ValueOfKey) {
  if (named.certainty !== 'digits') return undefined;
  if (/^\d{4,10}$/.test(value)) return true;

  return /cv[vc]/i.test(pair.key.text) && /^\d{3}$/.test(value);
}

function excludeExpression({ text, value, pair, isInQuotes }: ValueOfKey) {
  if (isInQuotes || isSetting(text, pair.key)) return undefined;

  const isCode = isExpression(value) || /^(?:await|new|self)$/.test(value);

  return isCode ? false : undefined;
}

/** `PASSWORD=…` at the start of a line or in a URL: not source code, whose values are expressions. */
const isSetting = (text: string, { start, text: key }: Key) =>
  /(?:^|[\n?&]|export )$/.test(text.slice(Math.max(0, start - 7), start)) &&
  text.startsWith('=', start + key.length);

/** `secret "purple elephant dance"` */
const PHRASE = /^\p{Ll}{3,}(?: \p{Ll}{3,}){2,5}$/u;

const isCompared = ({ separator }: KeyPair): boolean =>
  separator.includes('==');

function excludeComparison({ pair, isInQuotes }: ValueOfKey) {
  if (!isCompared(pair)) return undefined;
  return isInQuotes && isSureSecret(pair.key.text) ? undefined : false;
}

function testUnsureSecret({ named, value }: ValueOfKey) {
  return named.certainty === 'shape' ? looksRandom(value) : undefined;
}

function testSecretBesideWeakKey(one: ValueOfKey) {
  const { text, value, pair, isInQuotes } = one;

  const isAssigned =
    isInQuotes && (isCompared(pair) || /^ \p{L}/u.test(pair.separator));

  if (!pair.isWeak || isAssigned) return undefined;

  if (isFirstCell(text, pair))
    return (
      isSecretCell(pair.key.text, value) && !(isWord(value) && isInProse(one))
    );

  if (isStatement(value, isInQuotes)) return false;

  const isPhrase = isInQuotes && pair.separator === ' ' && PHRASE.test(value);

  return isPhrase || looksLikeSecret(value) || isOwnPassword(one);
}

/** `PWD=/srv/app` */
function excludeAddress({ value }: ValueOfKey) {
  return /^https?:\/\/[^\s?]*$|^(?:\/[a-z][\w.-]{0,30}){2,}$/.test(value)
    ? false
    : undefined;
}

function excludeDescription({ value, pair, isInQuotes }: ValueOfKey) {
  const isDescribed =
    value.length < MIN_NAMED_SECRET_CHARS ||
    isStatement(value, isInQuotes) ||
    value.toLowerCase() === pair.key.text.toLowerCase();

  return isDescribed ? false : undefined;
}

function testNumber({ value, pair }: ValueOfKey) {
  return /^-?\d{1,6}$/.test(value)
    ? FORMS.secretNumber.test(pair.key.text)
    : undefined;
}

/** ``signature: `def handle(event)` `` is source code. */
function testQuotedSecret({ value, isInQuotes }: ValueOfKey) {
  if (!isInQuotes) return undefined;
  return !OBJECT.test(value) && !/^(?:\w+ )+\w+\(.*\)/.test(value);
}

/** A word of prose is not a secret: `Invalid token: session has ended`. */
function testBareSecret(one: ValueOfKey) {
  return !isWord(one.value) || one.pair.separator === '=' || !isInProse(one);
}

const FIRST_PERSON =
  /^(?:my|our|minha|nossa|mi|nuestra|mon|notre|mein|unser) /i;
const LOWER_CASE_WORD = /^\p{Lu}?\p{Ll}+$/u;
const PARTICIPLE = /(?:[ei]n?d|ing|[aei]d[ao]|bar|able|ible)$/;
const CONJUNCTION =
  'and|but|for|y|e|et|und|dan|pero|mas|mais|aber|tapi|so|then';
/** The end of a sentence, or a word that continues it. */
const END_OF_CLAUSE = new RegExp(
  `^[.,;!)]{0,2}(?:\\s*$|\\s*\\n| (?:${CONJUNCTION})(?!\\p{L}))`,
  'u',
);

/** `my password is swordfish`, `the password is Monday and`, `senha é flamengo` */
function isOwnPassword(one: ValueOfKey): boolean {
  const { value, pair } = one;
  const { key, separator } = pair;

  if (!/ \p{L}/u.test(separator) || !isSureSecret(key.text)) return false;
  if (value.length < MIN_NAMED_SECRET_CHARS) return false;
  if (FIRST_PERSON.test(key.before)) return true;

  return (
    LOWER_CASE_WORD.test(value) &&
    !PARTICIPLE.test(value) &&
    END_OF_CLAUSE.test(readBehind(one))
  );
}

const isInProse = (one: ValueOfKey): boolean =>
  FORMS.proseBehind.test(readBehind(one));

const MAX_BEHIND_CHARS = 12;

function readBehind({ text, value, pair: { key } }: ValueOfKey): string {
  const end = text.indexOf(value, key.start + key.text.length) + value.length;
  return text.slice(end, end + MAX_BEHIND_CHARS);
}

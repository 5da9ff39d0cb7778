import table from '../../data/private-forms.json' with { type: 'json' };
import { groupBy } from '../core/group-by.ts';
import type { Span } from '../core/spans.ts';
import type { Field } from '../structure/fields.ts';
import {
  isFirstCell,
  type Key,
  type KeyPair,
  readForm,
  readQuoted,
  readYamlBlock,
  type Value,
} from '../structure/key-pairs.ts';
import { compileForms, NOTATIONS } from '../structure/notations.ts';
import { isOfThing } from './field-traits.ts';
import { expandForm } from './form-table.ts';
import {
  classifyKey,
  isAboutSecret,
  isNameOfPerson,
  isSureSecret,
  type KeyKind,
} from './key-vocabulary.ts';
import { isExpression, looksLikeSecret, looksRandom } from './secret-shape.ts';

/** Forms of values and of what is around them. */
export const FORMS = compileForms(table.values, expandForm);

/** Finds the values of keys that name something private, and of trace ids, which are kept. Runs in linear time. */
export function* findKeyValues(
  text: string,
  pairs: readonly KeyPair[],
  fields: readonly Field[],
): Generator<Span & { kind: KeyKind['kind'] }> {
  const fieldsByPair = groupBy(fields, ({ pair }) => pair);

  for (const { name, notation, start, end } of fields)
    if (
      notation === 'chat' &&
      name === 'author' &&
      isAuthor(text.slice(start, end))
    )
      yield { start, end, kind: 'name' };

  let done = 0;

  for (const pair of pairs) {
    const { key, separator, index } = pair;
    if (index < done) continue;

    const own = fieldsByPair.get(pair) ?? [];
    const group = own[0]?.group;
    let named = classifyKey(key.text, key.before);
    if (named?.orName) named = { ...named, kind: 'name', certainty: 'shape' };

    // `{"name": {"first": "Ana"}}`
    if (FORMS.namePart.test(key.text))
      named =
        group && classifyKey(group.owner)?.kind === 'name'
          ? classifyKey(`${key.text} name`)
          : null;

    // Phone numbers are found without their key.
    if (
      !named ||
      named.kind === 'phone' ||
      (named.kind !== 'token' && /,|==|^\($/.test(separator))
    )
      continue;

    // `pushname "Ana"`
    if (
      separator === ' ' &&
      (named.certainty !== 'sure' || named.kind === 'address')
    )
      continue;

    for (const span of findValues(text, named, pair, own)) {
      // `To: Example support, with the id of the message`
      if (
        named.orName &&
        !/^\s{0,2}(?:["'<(|;]|\n|$)/.test(text.slice(span.end, span.end + 3))
      )
        continue;

      if (named.certainty === 'plain' && group && isOfThing(group)) continue;
      yield { ...span, kind: named.kind };
      done = Math.max(done, span.end);
    }
  }
}

/**
 * Yields the value of a key, or the values of its list.
 *
 * @param own The fields that the pair became.
 */
function* findValues(
  text: string,
  named: KeyKind,
  pair: KeyPair,
  own: readonly Field[],
): Generator<Span> {
  const { start: at, separator } = pair;
  const isListed = text.charAt(at) === '[' && own.length > 0;

  // `"assignees":["Ana Souza"]`
  const isOfPeople =
    named.kind === 'name' &&
    named.certainty === 'shape' &&
    !/names?$/i.test(pair.key.text);

  if (isListed && named.certainty !== 'sure' && !isOfPeople) return;

  const quoted = separator === '>' ? null : readQuoted(text, at);

  const isInQuotes =
    isListed ||
    quoted !== null ||
    (named.kind === 'token' && separator === '>');

  const values = isListed
    ? own.map(({ start, end }) => ({
        start,
        end,
        text: text.slice(start, end),
      }))
    : [quoted ?? readUnquoted(text, at, named, pair)];

  for (const value of values) {
    const length =
      value && named.kind === 'token' ? countScheme(value.text, pair) : 0;

    const rest = value && {
      start: value.start + length,
      end: value.end,
      text: value.text.slice(length),
    };

    if (rest && isValueOf(named, rest.text, pair, isInQuotes, text)) yield rest;
  }
}

function countScheme(value: string, { key, separator }: KeyPair): number {
  const begin = value.slice(0, MAX_SCHEME_CHARS);
  const isHeader = separator !== '=' && /authorization$/i.test(key.text);

  return (
    (FORMS.scheme.exec(begin) ??
      (isHeader ? FORMS.headerScheme.exec(begin) : null))?.[0].length ?? 0
  );
}
const MAX_SCHEME_CHARS = 60;

function readUnquoted(
  text: string,
  at: number,
  named: KeyKind,
  pair: KeyPair,
): Value | null {
  const { key, separator, isWeak } = pair;
  const take = (form: RegExp, from = at) => readForm(form, text, from);

  if (separator.endsWith('\n')) return take(FORMS.lineBelow);

  if (separator === '>' && named.certainty === 'sure')
    return take(NOTATIONS.elementText);

  if (named.kind === 'name') {
    // `The sender is online`, `The sender name is too long`
    if (isWeak && / \p{L}/u.test(separator) && named.certainty !== 'sure')
      return null;

    const isBare =
      isWeak && !(named.certainty === 'sure' && text.charAt(at) === '[');

    return readNameAt(text, at, isBare ? 'shape' : named.certainty);
  }

  const fullName = named.kind === 'user' ? readNameAt(text, at, 'shape') : null;
  if (fullName?.text.includes(' ')) return fullName;

  const from =
    named.kind === 'token'
      ? at + countScheme(text.slice(at, at + MAX_SCHEME_CHARS), pair)
      : at;

  // A mask, or an object.
  if (/[[{(]/.test(text.charAt(from))) return null;

  if (named.kind === 'address')
    return take(FORMS.serverAddress) ? null : take(FORMS.address);

  if (named.kind === 'id') return take(FORMS.document);

  const block = readYamlBlock(text, at);
  if (block) return block;
  if (FORMS.wholeLine.test(key.text)) return take(NOTATIONS.restOfLine);

  // `Server=db;Password=two words;Encrypt=true`
  if (separator === '=' && text.charAt(key.start - 1) === ';')
    return take(NOTATIONS.untilSemicolon);

  const phrase =
    isWeak || !isSureSecret(key.text) ? null : take(FORMS.passphrase);

  if (phrase && !isStatement(phrase.text)) return phrase;

  const value =
    (isWeak ? null : take(FORMS.appPassword, from)) ??
    dropFinalStop(take(NOTATIONS.unspacedValue, from));

  // `Authorization: Digest username="…", response="…"` has keys of its own.
  return value?.text.endsWith('=') && /["']/.test(text.charAt(value.end))
    ? null
    : value;
}

function dropFinalStop(value: Value | null): Value | null {
  if (!value) return null;
  const text = value.text.replace(/[.,;:*]{1,8}$/, '');
  return { start: value.start, end: value.start + text.length, text };
}

const isAuthor = (name: string) =>
  /\p{Ll}|\p{Lo}/u.test(name) && isNameOfPerson(name.replaceAll('-', ' '));
const isCapitalizedName = (value: string) =>
  FORMS.capitalizedWords.test(value) && isNameOfPerson(value);

function isValueOf(
  named: KeyKind,
  value: string,
  pair: KeyPair,
  isInQuotes: boolean,
  text = '',
): boolean {
  const { kind, certainty } = named;
  const { key } = pair;

  if (pair.separator.endsWith('\n'))
    return isBelowLabel(named, value, pair.separator);

  if (FORMS.placeholder.test(value.trim())) return false;

  if (kind === 'trace')
    return !pair.isWeak && /^[\w.:/+=-]{1,128}$/.test(value);

  if (kind === 'name')
    return (
      (!named.orName || isCapitalizedName(value)) &&
      (!isInQuotes || isNameInQuotes(value, certainty))
    );

  if (kind === 'id') {
    const form =
      certainty === 'sure'
        ? /(?:\d\D*){4}/
        : /group_?id$/i.test(key.text)
          ? FORMS.groupId
          : FORMS.accountId;

    return !pair.isWeak && form.test(value);
  }

  const isWord = /^\p{L}[\p{L}\p{M}]*$/u.test(value);

  if (kind === 'user') {
    const isStated = isInQuotes
      ? isStatement(value)
      : FORMS.statement.test(value);

    return (
      !FORMS.noUser.test(value) &&
      !isStated &&
      (isInQuotes || !(isWord && pair.isWeak))
    );
  }

  if (kind === 'address') {
    const isCity = FORMS.city.test(key.text);

    // `'direccion' => 'saliente'` is a direction.
    if (
      pair.isWeak ||
      FORMS.noAddress.test(value) ||
      (!isCity && /^\p{Ll}+$/u.test(value))
    )
      return false;

    if (/^\d{5,6}$/.test(value) && !/zip|post|cep$|pos$/i.test(key.text))
      return false;

    const isWritten =
      isInQuotes || (isCity ? FORMS.cityName : /\d/).test(value);

    return (
      isWritten &&
      !isStatement(value.replace(/\bNo\b/g, ''), !/^\p{Ll}/u.test(value))
    );
  }

  if (certainty === 'digits')
    return (
      /^\d{4,10}$/.test(value) ||
      (/cv[vc]/i.test(key.text) && /^\d{3}$/.test(value))
    );

  if (
    !isInQuotes &&
    !isSetting(text, key) &&
    (isExpression(value) || /^(?:await|new|self)$/.test(value))
  )
    return false;

  const isCompared = pair.separator.includes('==');
  if (isCompared && !(isInQuotes && isSureSecret(key.text))) return false;
  if (certainty === 'shape') return looksRandom(value);

  if (
    pair.isWeak &&
    !(isInQuotes && (isCompared || /^ \p{L}/u.test(pair.separator)))
  )
    return isFirstCell(text, pair)
      ? isSecretCell(key.text, value) &&
          !(isWord && FORMS.proseBehind.test(readBehind(text, value, pair)))
      : (looksLikeSecret(value) ||
          isOwnPassword(pair, value, readBehind(text, value, pair))) &&
          !isStatement(value, isInQuotes);

  // `PWD=/srv/app`
  if (/^https?:\/\/[^\s?]*$|^(?:\/[a-z][\w.-]{0,30}){2,}$/.test(value))
    return false;

  if (
    value.length < 4 ||
    isStatement(value, isInQuotes) ||
    value.toLowerCase() === key.text.toLowerCase()
  )
    return false;

  if (/^-?\d{1,6}$/.test(value)) return FORMS.secretNumber.test(key.text);

  // ``signature: `def handle(event)` ``
  if (isInQuotes)
    return !OBJECT.test(value) && !/^(?:\w+ )+\w+\(.*\)/.test(value);

  // A word of prose is not a secret: `Invalid token: session has ended`.
  return (
    !isWord ||
    pair.separator === '=' ||
    !FORMS.proseBehind.test(readBehind(text, value, pair))
  );
}

/** `PASSWORD=…` at the start of a line or in a URL: not source code, whose values are expressions. */
const isSetting = (text: string, { start, text: key }: Key) =>
  /(?:^|[\n?&]|export )$/.test(text.slice(Math.max(0, start - 7), start)) &&
  text.startsWith('=', start + key.length);

/** JSON, or `[object Object]`. */
export const OBJECT = /^[[{].*[\]}]$/s;

/** Returns true if a cell is the secret that its header names. A plain word counts only if the header is more specific than `token`. */
export function isSecretCell(
  heading: string,
  value: string,
  isInQuotes = false,
): boolean {
  const isSure = isSureSecret(heading);

  // `{"name":"Signature","value":"…"}` is `{"Signature":"…"}`.
  if (isInQuotes && (isSure || classifyKey(heading)?.certainty === 'sure'))
    return value.length > 3 && !isStatement(value, true) && !OBJECT.test(value);

  if (/\s/.test(value) || isStatement(value)) return false;

  return (
    looksLikeSecret(value) ||
    (value.length > 4 &&
      /^\p{L}[\p{L}-]+$/u.test(value) &&
      isSure &&
      !isAboutSecret(value))
  );
}

/** `my password is swordfish`, `the password is Monday and`, `senha é flamengo` */
const isOwnPassword = (
  { key, separator }: KeyPair,
  value: string,
  behind: string,
) =>
  / \p{L}/u.test(separator) &&
  isSureSecret(key.text) &&
  value.length > 3 &&
  (/^(?:my|our|minha|nossa|mi|nuestra|mon|notre|mein|unser) /i.test(
    key.before,
  ) ||
    (/^\p{Lu}?\p{Ll}+$/u.test(value) &&
      !/(?:[ei]n?d|ing|[aei]d[ao]|bar|able|ible)$/.test(value) &&
      /^[.,;!)]{0,2}(?:\s*$|\s*\n| (?:and|but|for|y|e|et|und|dan|pero|mas|mais|aber|tapi|so|then)(?!\p{L}))/u.test(
        behind,
      )));

const readBehind = (text: string, value: string, { key }: KeyPair) => {
  const end = text.indexOf(value, key.start + key.text.length) + value.length;
  return text.slice(end, end + 12);
};

export const isStatement = (value: string, isInQuotes = false) => {
  const words = value.trim().split(/\s+/).length;
  if (words > 1 && /^[,;.:)]/.test(value)) return true;

  // `my_token_for_home` is a secret, `token_expired` a statement. `correct horse battery staple` is a secret.
  value = value
    .replace(/(?<=[_ ])tokens?(?=[_ ])/i, '')
    .replace(/^correct (?=.* .* )/, '');

  return words > 1
    ? (isInQuotes ? FORMS.statementInQuotes : FORMS.statement).test(value)
    : FORMS.statement.test(value) && FORMS.bareWord.test(value);
};

const MAX_UNSURE_WORDS = 5;

/** Returns an unquoted name. If the key can also introduce a description, only text written like a name counts. */
function readNameAt(
  text: string,
  at: number,
  certainty: KeyKind['certainty'],
): Value | null {
  const value =
    readForm(FORMS.name, text, at) ??
    (certainty === 'shape' ? null : readForm(FORMS.lowerName, text, at));

  if (!value || FORMS.notBehindName.test(text.slice(value.end, value.end + 40)))
    return null;

  const [first = ''] = value.text.split(/[ +,_]/, 1);
  if (FORMS.noName.test(first) || /(?:Error|Exception)$/.test(first))
    return null;

  if (
    certainty !== 'sure' &&
    /[_[]/.test(value.text + text.charAt(value.start + first.length))
  )
    return null;

  // `name: CI`
  if (
    certainty === 'plain' &&
    (isIdentifier(first) || /^\p{Lu}{1,2}$/u.test(first))
  )
    return null;

  // `Sender = Receiver`, `Owner: Business Manager`
  const hasName = value.text
    .split(/[ .]+/)
    .some((word) => word && isNameOfPerson(word));

  if (certainty === 'shape' && (classifyKey(first) || !hasName)) return null;

  const end = value.end - Number(value.text.endsWith('.'));

  return { start: at, end, text: text.slice(at, end) };
}

/** Returns true for a value on the line below its label, as pages print it. */
function isBelowLabel(
  { kind, certainty, orName }: KeyKind,
  line: string,
  separator: string,
): boolean {
  const value = line.trim();

  if (kind === 'token')
    return (
      certainty === 'sure' &&
      (looksRandom(value) ||
        ((separator.startsWith(':') ? /[\d-]/ : /\d/).test(value) &&
          !/["'{}<>]/.test(value) &&
          isSecretCell('password', value)))
    );

  const isName =
    (FORMS.fullName.test(line) && isNameOfPerson(value)) ||
    (certainty === 'sure' &&
      FORMS.caselessName.test(value) &&
      !isStatement(value));

  return kind === 'name' && !orName && isName && !classifyKey(line);
}

function isNameInQuotes(
  value: string,
  certainty: KeyKind['certainty'],
): boolean {
  if (!/\p{L}/u.test(value) || /^[[{]\s*["{\\]/.test(value)) return false;
  if (certainty === 'sure') return !FORMS.noNameAtAll.test(value);
  if (FORMS.sentence.test(value)) return false;

  if (
    /(?:Error|Exception)$/.test(value) ||
    FORMS.noName.test(value) ||
    isIdentifier(value)
  )
    return false;

  if (/ [-–:>/] /.test(value)) return false;

  return (
    certainty === 'plain' ||
    (value.split(' ').length <= MAX_UNSURE_WORDS && !/[.!?]$/.test(value))
  );
}

/** `order_update`, `REJECTED_DESTINATION`. */
const isIdentifier = (value: string) =>
  /^(?:[a-z\d_.:/+-]+|[A-Z\d]+(?:_[A-Z\d]+)+)$/.test(value);

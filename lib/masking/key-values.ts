import { groupBy } from '../core/group-by.ts';
import type { Span } from '../core/spans.ts';
import type { Field, FieldGroup } from '../structure/field.ts';
import type { KeyPair, Value } from '../structure/key-pairs.ts';
import { isOfThing } from './field-traits.ts';
import { isValueOfKey, type ValueOfKey } from './is-value-of-key.ts';
import { classifyKey, isNameOfPerson, type KeyKind } from './key-vocabulary.ts';
import { getSchemeLength, readValue } from './read-value.ts';
import { FORMS } from './value-forms.ts';

type KeyValue = Span & { kind: KeyKind['kind'] };

/** Finds the values of keys that name something private, and of trace ids, which are kept. Runs in linear time. */
export function* findKeyValues(
  text: string,
  pairs: readonly KeyPair[],
  fields: readonly Field[],
): Generator<KeyValue> {
  yield* findAuthors(text, fields);

  const fieldsByPair = groupBy(fields, ({ pair }) => pair);
  let done = 0;
  let last: KeyPair | null = null;

  for (const pair of pairs) {
    if (pair.index < done) continue;

    const own = fieldsByPair.get(pair) ?? [];
    const named = isPasswordAfterUser(text, pair, last)
      ? PASSWORD
      : classifyPair(pair, own[0]?.group);

    last = pair;
    if (!named) continue;

    for (const span of findValues(text, named, pair, own)) {
      if (named.orName && !isFollowedByEnd(text, span)) continue;
      yield { ...span, kind: named.kind };
      done = Math.max(done, span.end);
    }
  }
}

const PASSWORD: KeyKind = { kind: 'token', certainty: 'sure' };
const MAX_USER_CHARS = 64;

/** `u: admin p: Kaktus!123` */
function isPasswordAfterUser(
  text: string,
  { key, separator }: KeyPair,
  last: KeyPair | null,
): boolean {
  if (!last || !/^(?:p|pw|pass)$/i.test(key.text)) return false;

  const user = text.slice(last.start, key.start);

  return (
    /[:=]/.test(separator) &&
    /^(?:u|usr|user|login)$/i.test(last.key.text) &&
    user.length <= MAX_USER_CHARS &&
    /^[^\s,;/]{1,64}[\s,;/]{1,8}$/.test(user)
  );
}

/** Yields the authors of the messages of a chat. */
function* findAuthors(
  text: string,
  fields: readonly Field[],
): Generator<KeyValue> {
  for (const { name, notation, start, end } of fields) {
    const isAuthor = notation === 'chat' && name === 'author';

    const author = text.slice(start, end);

    if (isAuthor && isNameOfAuthor(author))
      yield { start, end, kind: author.includes('_') ? 'user' : 'name' };
  }
}

const isNameOfAuthor = (name: string) =>
  /\p{Ll}|\p{Lo}/u.test(name) && isNameOfPerson(name.replaceAll('-', ' '));

/** Returns what a pair names, or null if nothing private is expected behind its separator. */
function classifyPair(
  pair: KeyPair,
  group: FieldGroup | undefined,
): KeyKind | null {
  const { key, separator } = pair;

  const named = FORMS.namePart.test(key.text)
    ? classifyPartOfName(key.text, group)
    : classifyWholeKey(pair);

  // Phone numbers are found without their key.
  if (!named || named.kind === 'phone') return null;
  if (named.kind !== 'token' && /,|==|^\($/.test(separator)) return null;

  // `pushname "Ana"`
  const needsSign = named.certainty !== 'sure' || named.kind === 'address';
  if (separator === ' ' && needsSign) return null;

  if (named.certainty === 'plain' && group && isOfThing(group)) return null;

  return named;
}

/** `{"name": {"first": "Ana"}}` */
const classifyPartOfName = (
  key: string,
  group: FieldGroup | undefined,
): KeyKind | null =>
  group && classifyKey(group.owner)?.kind === 'name'
    ? classifyKey(`${key} name`)
    : null;

function classifyWholeKey({ key }: KeyPair): KeyKind | null {
  const named = classifyKey(key.text, key.before);

  return named?.orName
    ? { kind: 'name', certainty: 'shape', orName: true }
    : named;
}

/** `To: Example support, with the id of the message` is no name. */
const isFollowedByEnd = (text: string, { end }: Span): boolean =>
  /^\s{0,2}(?:["'<(|;]|\n|$)/.test(text.slice(end, end + 3));

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
  const isList = text.charAt(pair.start) === '[' && own.length > 0;

  if (isList) {
    if (named.certainty !== 'sure' && !isListOfPeople(named, pair)) return;

    for (const { start, end } of own) {
      const item = { start, end, text: text.slice(start, end) };
      yield* findValue(text, { named, pair, isInQuotes: true }, item);
    }

    return;
  }

  const { value, isQuoted } = readValue(text, named, pair);
  if (!value) return;

  const isInElement = named.kind === 'token' && pair.separator === '>';
  const isInQuotes = isQuoted || isInElement;

  yield* findValue(text, { named, pair, isInQuotes }, value);
}

/** `"assignees":["Ana Souza"]` */
const isListOfPeople = ({ kind, certainty }: KeyKind, { key }: KeyPair) =>
  kind === 'name' && certainty === 'shape' && !/names?$/i.test(key.text);

/** Yields what is private of a value: a token without its scheme. */
function* findValue(
  text: string,
  key: Pick<ValueOfKey, 'named' | 'pair' | 'isInQuotes'>,
  { start, end, text: whole }: Value,
): Generator<Span> {
  const isToken = key.named.kind === 'token';
  const skipped = isToken ? getSchemeLength(whole, key.pair) : 0;
  const value = whole.slice(skipped);

  if (isValueOfKey({ ...key, value, text }))
    yield { start: start + skipped, end };
}

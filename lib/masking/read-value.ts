import {
  type KeyPair,
  readForm,
  readQuoted,
  readYamlBlock,
  type Value,
} from '../structure/key-pairs.ts';
import { NOTATIONS } from '../structure/notations.ts';
import { isIdentifier } from './is-value-of-key.ts';
import {
  classifyKey,
  isNameOfPerson,
  isSureSecret,
  type KeyKind,
} from './key-vocabulary.ts';
import { isStatement } from './statement.ts';
import { FORMS } from './value-forms.ts';

const MAX_SCHEME_CHARS = 60;

/** Returns the value of a pair up to its quote, or else as long as it has the form of what its key names. */
export const readValue = (
  text: string,
  named: KeyKind,
  pair: KeyPair,
): { value: Value | null; isQuoted: boolean } => {
  const quoted = pair.separator === '>' ? null : readQuoted(text, pair.start);

  return {
    value: quoted ?? readUnquoted(text, named, pair),
    isQuoted: quoted !== null,
  };
};

/** Returns the length of the scheme before a secret: `Bearer `, `Basic `. */
export function getSchemeLength(
  value: string,
  { key, separator }: KeyPair,
): number {
  const begin = value.slice(0, MAX_SCHEME_CHARS);
  const isHeader = separator !== '=' && /authorization$/i.test(key.text);

  const scheme =
    FORMS.scheme.exec(begin) ??
    (isHeader ? FORMS.headerScheme.exec(begin) : null);

  return scheme?.[0].length ?? 0;
}

function readUnquoted(
  text: string,
  named: KeyKind,
  pair: KeyPair,
): Value | null {
  const { start, separator } = pair;

  if (separator.endsWith('\n'))
    return readForm(NOTATIONS.restOfLine, text, start);

  if (separator === '>' && named.certainty === 'sure')
    return readForm(NOTATIONS.elementText, text, start);

  if (named.kind === 'name') return readBareName(text, named, pair);

  const fullName =
    named.kind === 'user' ? readNameAt(text, start, 'shape') : null;

  if (fullName?.text.includes(' ')) return fullName;

  const schemeLength =
    named.kind === 'token'
      ? getSchemeLength(text.slice(start, start + MAX_SCHEME_CHARS), pair)
      : 0;

  const from = start + schemeLength;

  // A mask, or an object.
  if (/[[{(]/.test(text.charAt(from))) return null;

  if (named.kind === 'address') return readAddress(text, start);
  if (named.kind === 'id') return readForm(FORMS.document, text, start);

  return readSecret(text, from, pair);
}

function readBareName(
  text: string,
  { certainty }: KeyKind,
  { start, separator, isWeak }: KeyPair,
): Value | null {
  if (!isWeak) return readNameAt(text, start, certainty);

  // `The sender is online`, `The sender name is too long`
  if (/ \p{L}/u.test(separator) && certainty !== 'sure') return null;

  const isSureInBrackets = certainty === 'sure' && text.charAt(start) === '[';

  return readNameAt(text, start, isSureInBrackets ? certainty : 'shape');
}

const readAddress = (text: string, start: number): Value | null =>
  readForm(FORMS.address, text, start);

/** @param from Behind the scheme. */
function readSecret(text: string, from: number, pair: KeyPair): Value | null {
  const { key, separator, start, isWeak } = pair;

  const block = readYamlBlock(text, start);
  if (block) return block;

  if (FORMS.wholeLine.test(key.text))
    return readForm(NOTATIONS.restOfLine, text, start);

  // `Server=db;Password=two words;Encrypt=true`
  if (separator === '=' && text.charAt(key.start - 1) === ';')
    return readForm(NOTATIONS.untilSemicolon, text, start);

  return isWeak
    ? readUnspaced(text, from)
    : (readPassphrase(text, pair) ?? readUnspaced(text, from));
}

function readPassphrase(text: string, { key, start }: KeyPair): Value | null {
  if (!isSureSecret(key.text)) return null;

  const phrase = readForm(FORMS.passphrase, text, start);

  return phrase && !isStatement(phrase.text) ? phrase : null;
}

function readUnspaced(text: string, from: number): Value | null {
  const value = readForm(NOTATIONS.unspacedValue, text, from);
  if (!value) return null;

  const own = value.text.replace(/[.,;:*]{1,8}$/, '');
  const end = value.start + own.length;

  // `Authorization: Digest username="…", response="…"` has keys of its own.
  if (own.endsWith('=') && /["']/.test(text.charAt(end))) return null;

  return { start: value.start, end, text: own };
}

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

  if (!isWrittenLikeName(text, value, certainty)) return null;

  const end = value.end - Number(value.text.endsWith('.'));

  return { start: at, end, text: text.slice(at, end) };
}

function isWrittenLikeName(
  text: string,
  { start, text: name }: Value,
  certainty: KeyKind['certainty'],
): boolean {
  const [first = ''] = name.split(/[ +,_]/, 1);

  if (FORMS.noName.test(first) || /(?:Error|Exception)$/.test(first))
    return false;

  if (certainty === 'sure') return true;
  if (/[_[]/.test(name + text.charAt(start + first.length))) return false;

  // `name: CI`
  if (certainty === 'plain')
    return !isIdentifier(first) && !/^\p{Lu}{1,2}$/u.test(first);

  // `Sender = Receiver`, `Owner: Business Manager`
  const hasName = name
    .split(/[ .]+/)
    .some((word) => word && isNameOfPerson(word));

  return hasName && !classifyKey(first);
}

import piiPatterns from '../../data/pii-patterns.json' with { type: 'json' };
import { getOrInsert } from '../core/get-or-insert.ts';
import type { MaskedKind } from './masked.ts';

/** The kind of a key's value. */
export interface KeyKind {
  kind: MaskedKind | 'trace';
  /**
   * `sure`: any value. `digits`: a secret of a few digits. `shape`: only a value that looks like a secret or a name.
   * `plain`: the key is `name`, which templates also have.
   */
  certainty: 'sure' | 'digits' | 'shape' | 'plain';
  /** The value can be a name, but also a number, a time or a state. */
  orName?: boolean;
}

export type WordList = keyof typeof piiPatterns;

/** Returns a pattern for any word of a list. */
export const getWordPattern = (list: WordList): string => piiPatterns[list].words.join('|');
/** Matches if one of the words is a part of the key. */
const matchAnyWord = (list: WordList) => new RegExp(` (?:${getWordPattern(list)}) `, 'u');
/** Matches if the whole key is one of the words. */
const matchWholeKey = (list: WordList) => new RegExp(`^ (?:${getWordPattern(list)}) $`, 'u');

const SECRET = matchAnyWord('secrets');
/** An unquoted key of several words: `كلمة المرور`, `senha do banco`. */
const SECRET_AT_END = new RegExp(
  ` (?:${getWordPattern('secrets')})(?: (?:${getWordPattern('qualifiers')}))? (?:$|(?:d[aeou]?s?|del|of|for|fur|pour|voor|para|untuk|от|для|का|की|के) )`,
  'u',
);
const SECRET_LAST = new RegExp(` (?:${getWordPattern('secrets')}) $`, 'u');
const SECRET_CODE_AT_END = new RegExp(
  ` (?:${getWordPattern('secretCodes')}) (?:(?:for|para|de|of) \\S+ (?:\\S+ )?|verifikasi (?:dua langkah )?)?$`,
  'u',
);
const SECRET_CODE = matchAnyWord('secretCodes');
const MAYBE_SECRET = matchAnyWord('maybeSecrets');
const NOT_SECRET = matchAnyWord('notSecrets');
const NAME = matchAnyWord('names');
const OWN_NAME = matchAnyWord('ownNames');
/** `Nome completo` */
const OWN_NAME_AT_END = new RegExp(` (?:${getWordPattern('ownNames')}) $`, 'u');
const WHOSE = matchAnyWord('whose');
const THING = matchAnyWord('things');
const PERSON = matchWholeKey('people');
const PERSON_AT_END = new RegExp(` (?:${getWordPattern('people')}) $`, 'u');
const SENDER = matchWholeKey('senders');
const USER = new RegExp(` (?:${getWordPattern('users')}) $`, 'u');
const ADDRESS = matchAnyWord('addresses');
const ADDRESS_AT_END = new RegExp(` (?:${getWordPattern('addresses')}) $`, 'u');
const NOT_ADDRESS = matchAnyWord('notAddresses');
const NOT_NAME = new RegExp(`^(?:${getWordPattern('notNames')})$`, 'iu');
const DOCUMENT = matchAnyWord('documents');
const DOCUMENT_AT_END = new RegExp(` (?:${getWordPattern('documents')}) $`, 'u');
const PHONE = matchWholeKey('phones');
const ACCOUNT = matchAnyWord('accounts');
const TRACE = matchWholeKey('traces');

const MAX_CACHED_KEYS = 5_000;
const kindsByKey = new Map<string, KeyKind | null>();

/** Splits a key into lower-case parts without accents, surrounded by spaces: ` customer display name `. */
export function splitKey(key: string): string {
  const parts = key
    .replace(/(\p{Ll}|\d)(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, '$& ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .match(/[\p{L}\p{M}’]+|\d+/gu);
  return parts ? ` ${parts.join(' ').replace(/(?: \d+)+$/, '')} ` : '';
}

/**
 * Classifies the value of a key by the words in the key: `X-Customer-Full-Name`, `dbPassword`, `chave_api`.
 *
 * @param before Words before the key, which may belong to it: `Auth` in `Auth token: …`.
 */
export function classifyKey(key: string, before = ''): KeyKind | null {
  if (kindsByKey.size > MAX_CACHED_KEYS) kindsByKey.clear();
  return getOrInsert(kindsByKey, `${before}\n${key}`, () =>
    classify(splitKey(key), splitKey(`${before} ${key}`)),
  );
}

const isSeveralWords = (match: RegExpExecArray | null) => / .+ /.test(match?.[0].trimEnd() ?? '');

function classify(own: string, parts: string): KeyKind | null {
  const kind = (name: KeyKind['kind'], certainty: KeyKind['certainty']): KeyKind => ({
    kind: name,
    certainty,
  });
  if (TRACE.test(own)) return kind('trace', 'sure');
  // An `id_token` and a `session_id` are secrets, a `one_time_password` is no time.
  const isAbout = NOT_SECRET.test(
    own.replace(/ (?:id(?= token $)|id $(?<=session id )|one time(?= pass))/, ''),
  );
  const isSecret = SECRET.test(own) || SECRET_AT_END.test(parts);
  if (SECRET_CODE.test(own) || SECRET_CODE_AT_END.test(parts))
    return kind('token', isSecret && !isAbout ? 'sure' : 'digits');
  if (isSecret) return kind('token', isAbout || isDenied(parts) ? 'shape' : 'sure');
  if (USER.test(own) || isSeveralWords(USER.exec(parts))) return kind('user', 'sure');
  // `Assigned to: …`
  if (!PERSON.test(own) && isSeveralWords(PERSON_AT_END.exec(parts))) return kind('name', 'shape');
  if (ACCOUNT.test(own)) return kind('id', 'digits');
  if (PHONE.test(own)) return { ...kind('phone', 'sure'), orName: SENDER.test(own) || PERSON.test(own) };
  if (SENDER.test(own)) return { ...kind('name', 'shape'), orName: true };
  if (DOCUMENT.test(own) || DOCUMENT_AT_END.test(parts)) return kind('id', 'sure');
  const isThing = THING.test(parts.replace(OWN_NAME, ' '));
  if (OWN_NAME.test(own) && !isThing) return kind('name', 'sure');
  // In `level=error first_name=…`, the words before the key belong to another key.
  if (isSeveralWords(OWN_NAME_AT_END.exec(parts))) return kind('name', 'sure');
  if (NAME.test(own)) {
    if (WHOSE.test(parts) && !THING.test(own)) return kind('name', 'sure');
    return isThing ? null : kind('name', own.trim().includes(' ') ? 'shape' : 'plain');
  }
  if (isSeveralWords(ADDRESS_AT_END.exec(parts))) return kind('address', 'sure');
  if (ADDRESS.test(own) && !NOT_ADDRESS.test(parts.replace(ADDRESS, ' '))) return kind('address', 'sure');
  if (PERSON.test(own)) return kind('name', 'shape');
  return MAYBE_SECRET.test(own) ? kind('token', 'shape') : null;
}

/** `Invalid access token: …` describes a token, and `MISSING_TOKEN: …` is a code with its title. */
const isDenied = (parts: string) =>
  / (?:invalid|missing|expired|unknown|wrong|bad|no|revoked|incorrect|failed|parse|validat\w+) /.test(parts);

/** Matches `access_token`, `db-password`, `password`, but not `token` or `Access token`, which are headers of other columns too, nor `token_expired`. */
export function isSureSecret(key: string): boolean {
  const words = splitKey(key).trim();
  return (
    /^[\p{L}\p{M}\p{N}_.-]+$/u.test(key) &&
    SECRET_LAST.test(` ${words} `) &&
    (words.includes(' ') || /^(?:pass\w*|pwd|senha|contrasena|kennwort)$/.test(words))
  );
}

/** A heading such as `created` or `e-mail`. */
export const isAboutSecret = (word: string): boolean =>
  NOT_SECRET.test(splitKey(word)) || classifyKey(word) !== null;

/** Returns true if no word is a known non-name, as in `Hi Team` or `customer Support`. */
export const isNameOfPerson = (name: string): boolean =>
  name.split(' ').every((word) => !NOT_NAME.test(word));

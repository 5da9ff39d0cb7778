import piiPatterns from '../../data/pii-patterns.json' with { type: 'json' };
import { getOrInsert } from '../core/get-or-insert.ts';
import type { MaskedKind } from './masked.ts';

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

export const getWordPattern = (list: WordList): string =>
  piiPatterns[list].words.join('|');
/** Matches a word of a list as a part of a key, as the whole key, or as its end. */
const compileWords = (list: WordList) => ({
  part: new RegExp(` (?:${getWordPattern(list)}) `, 'u'),
  whole: new RegExp(`^ (?:${getWordPattern(list)}) $`, 'u'),
  end: new RegExp(` (?:${getWordPattern(list)}) $`, 'u'),
});
export const KEYS = Object.fromEntries(
  (Object.keys(piiPatterns) as WordList[]).map((list) => [
    list,
    compileWords(list),
  ]),
) as Record<WordList, ReturnType<typeof compileWords>>;
/** An unquoted key of several words: `كلمة المرور`, `senha do banco`. */
const SECRET_AT_END = new RegExp(
  ` (?:${getWordPattern('secrets')})(?: (?:${getWordPattern('qualifiers')}))? (?:$|(?:d[aeou]?s?|del|of|for|fur|pour|voor|para|untuk|от|для|का|की|के) )`,
  'u',
);
const SECRET_CODE_AT_END = new RegExp(
  ` (?:${getWordPattern('secretCodes')}) (?:(?:for|para|de|of) \\S+ (?:\\S+ )?|verifikasi (?:dua langkah )?)?$`,
  'u',
);
const NOT_NAME = new RegExp(`^(?:${getWordPattern('notNames')})$`, 'iu');

const MAX_CACHED_KEYS = 5_000;
const kindsByKey = new Map<string, KeyKind | null>();

/** Splits a key into lower-case parts without accents, surrounded by spaces: ` customer display name `. */
export function splitKey(key: string): string {
  const parts = key
    .replace(
      /(\p{Ll}|\d)(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu,
      '$& ',
    )
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

const isSeveralWords = (match: RegExpExecArray | null) =>
  / .+ /.test(match?.[0].trimEnd() ?? '');

function classify(own: string, parts: string): KeyKind | null {
  const kind = (
    kind: KeyKind['kind'],
    certainty: KeyKind['certainty'],
  ): KeyKind => ({
    kind,
    certainty,
  });

  if (KEYS.traces.whole.test(own)) return kind('trace', 'sure');

  // An `id_token` and a `session_id` are secrets, a `one_time_password` is no time.
  const isAbout = KEYS.notSecrets.part.test(
    own.replace(
      / (?:id(?= token $)|id $(?<=session id )|one time(?= pass))/,
      '',
    ),
  );

  const isSecret = KEYS.secrets.part.test(own) || SECRET_AT_END.test(parts);

  if (KEYS.secretCodes.part.test(own) || SECRET_CODE_AT_END.test(parts))
    return kind('token', isSecret && !isAbout ? 'sure' : 'digits');

  if (isSecret)
    return kind('token', isAbout || isDenied(parts) ? 'shape' : 'sure');

  if (KEYS.users.end.test(own) || isSeveralWords(KEYS.users.end.exec(parts)))
    return kind('user', 'sure');

  // `Assigned to: …`
  if (
    !KEYS.people.whole.test(own) &&
    isSeveralWords(KEYS.people.end.exec(parts))
  )
    return kind('name', 'shape');

  if (KEYS.accounts.part.test(own)) return kind('id', 'digits');

  if (KEYS.phones.whole.test(own))
    return {
      ...kind('phone', 'sure'),
      orName: KEYS.senders.whole.test(own) || KEYS.people.whole.test(own),
    };

  if (KEYS.senders.whole.test(own))
    return { ...kind('name', 'shape'), orName: true };

  if (KEYS.documents.part.test(own) || KEYS.documents.end.test(parts))
    return kind('id', 'sure');

  const isThing = KEYS.things.part.test(parts.replace(KEYS.ownNames.part, ' '));
  if (KEYS.ownNames.part.test(own) && !isThing) return kind('name', 'sure');

  // In `level=error first_name=…`, the words before the key belong to another key.
  if (isSeveralWords(KEYS.ownNames.end.exec(parts)))
    return kind('name', 'sure');

  if (KEYS.names.part.test(own)) {
    if (KEYS.whose.part.test(parts) && !KEYS.things.part.test(own))
      return kind('name', 'sure');

    return isThing
      ? null
      : kind('name', own.trim().includes(' ') ? 'shape' : 'plain');
  }

  if (isSeveralWords(KEYS.addresses.end.exec(parts)))
    return kind('address', 'sure');

  if (
    KEYS.addresses.part.test(own) &&
    !KEYS.notAddresses.part.test(parts.replace(KEYS.addresses.part, ' '))
  )
    return kind('address', 'sure');

  if (KEYS.people.whole.test(own)) return kind('name', 'shape');

  return KEYS.maybeSecrets.part.test(own) ? kind('token', 'shape') : null;
}

/** `Invalid access token: …` describes a token, and `MISSING_TOKEN: …` is a code with its title. */
const isDenied = (parts: string) =>
  / (?:invalid|missing|expired|unknown|wrong|bad|no|revoked|incorrect|failed|parse|validat\w+) /.test(
    parts,
  );

/** Matches `access_token`, `db-password`, `password`, but not `token` or `Access token`, which are headers of other columns too, nor `token_expired`. */
export function isSureSecret(key: string): boolean {
  const words = splitKey(key).trim();

  return (
    /^[\p{L}\p{M}\p{N}_.-]+$/u.test(key) &&
    KEYS.secrets.end.test(` ${words} `) &&
    (words.includes(' ') ||
      /^(?:pass\w*|pwd|senha|contrasena|kennwort)$/.test(words))
  );
}

/** A heading such as `created` or `e-mail`. */
export const isAboutSecret = (word: string): boolean =>
  KEYS.notSecrets.part.test(splitKey(word)) || classifyKey(word) !== null;

/** Returns true if no word is a known non-name, as in `Hi Team` or `customer Support`. */
export const isNameOfPerson = (name: string): boolean =>
  name.split(' ').every((word) => !NOT_NAME.test(word));

import privateWords from '../../data/private-words.json' with { type: 'json' };
import { applyRules, type Rule } from '../core/apply-rules.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { unpackScripts } from '../core/pack-scripts.ts';
import { escapeLiteral } from '../detect/literals.ts';
import type { MaskedKind } from './mask-text.ts';

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

export type WordList = keyof typeof privateWords;

export const WORD_LISTS = Object.keys(privateWords) as WordList[];

/** Further characters of a key, of a part of a path. */
const FURTHER = String.raw`[^\s/\\]*`;

/** Returns the words of a list, which the build packs. */
export const getListedWords = (list: WordList): string[] =>
  unpackScripts(privateWords[list].words).split('|');

/** Returns the words of a list as a pattern: a blank may be absent, and `*` is further characters. */
export const getWordPattern = (list: WordList): string =>
  getListedWords(list)
    .map((word) =>
      escapeLiteral(word).replaceAll('\\*', FURTHER).replaceAll(' ', ' ?'),
    )
    .join('|');

/** Matches a word of a list as a part of a key, as the whole key, or as its end. */
const compileWords = (list: WordList) => ({
  part: new RegExp(` (?:${getWordPattern(list)}) `, 'u'),
  whole: new RegExp(`^ (?:${getWordPattern(list)}) $`, 'u'),
  end: new RegExp(` (?:${getWordPattern(list)}) $`, 'u'),
});
export const KEYS = Object.fromEntries(
  WORD_LISTS.map((list) => [list, compileWords(list)]),
) as Record<WordList, ReturnType<typeof compileWords>>;
const SECRET = getWordPattern('secrets');
const QUALIFIER = getWordPattern('qualifiers');
const OF = 'd[aeou]?s?|del|of|for|fur|pour|voor|para|untuk|от|для|का|की|के';
/** An unquoted key of several words: `كلمة المرور`, `senha do banco`. */
const SECRET_AT_END = new RegExp(
  ` (?:${SECRET})(?: (?:${QUALIFIER}))? (?:$|(?:${OF}) )`,
  'u',
);

const SECRET_CODE = getWordPattern('secretCodes');
const OF_SERVICE = '(?:for|para|de|of) \\S+ (?:\\S+ )?';
const OF_TWO_STEPS = 'verifikasi (?:dua langkah )?';
const SECRET_CODE_AT_END = new RegExp(
  ` (?:${SECRET_CODE}) (?:${OF_SERVICE}|${OF_TWO_STEPS})?$`,
  'u',
);
const NOT_NAME = new RegExp(`^(?:${getWordPattern('notNames')})$`, 'iu');

const MAX_CACHED_KEYS = 5_000;
const kindsByKey = new Map<string, KeyKind | null>();

/** What a part of a key ends with: `api` and `Key`, `SMS` and `Code`, letters and digits. */
const PART_ENDS = [
  /(\p{Ll}|\d)(?=\p{Lu})/u,
  /(\p{Lu})(?=\p{Lu}\p{Ll})/u,
  /(?<=\p{L})(?=\d)/u,
  /(?<=\d)(?=\p{L})/u,
];
const PART_END = new RegExp(
  PART_ENDS.map(({ source }) => source).join('|'),
  'gu',
);

/** Returns a text in lower case and without accents. */
export const normalizeKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i');

/** Splits a key into lower-case parts without accents, surrounded by spaces: ` customer display name `. */
export function splitKey(key: string): string {
  const parts = normalizeKey(key.replace(PART_END, '$& ')).match(
    /[\p{L}\p{M}’]+|\d+/gu,
  );

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

/** The words of a key, and the same with the words before it. */
interface KeyWords {
  own: string;
  parts: string;
}

const isSeveralWords = (match: RegExpExecArray | null) =>
  / .+ /.test(match?.[0].trimEnd() ?? '');

/** Returns true if a key and the words before it end with several words of a list. */
const endsWithSeveral = (list: WordList, parts: string): boolean =>
  isSeveralWords(KEYS[list].end.exec(parts));

/** An `id_token` and a `session_id` are secrets, a `one_time_password` is no time. */
const ABOUT_SECRET =
  / (?:id(?= token $)|id $(?<=session id )|one time(?= pass))/;

/** In order of precedence. `null` is an answer: the key names nothing private. */
const CLASSIFIERS: readonly Rule<KeyWords, KeyKind | null>[] = [
  classifyTrace,
  classifySecret,
  classifyUser,
  classifyAssignee,
  classifyAccount,
  classifyPhoneOrSender,
  classifyDocument,
  classifyOwnName,
  classifyName,
  classifyAddress,
  classifyPerson,
  classifyUnsureSecret,
];

const classify = (own: string, parts: string): KeyKind | null =>
  applyRules(CLASSIFIERS, { own, parts }) ?? null;

function classifyTrace({ own }: KeyWords): KeyKind | undefined {
  if (KEYS.traces.whole.test(own)) return { kind: 'trace', certainty: 'sure' };
}

function classifySecret({ own, parts }: KeyWords): KeyKind | undefined {
  const isAbout = KEYS.notSecrets.part.test(own.replace(ABOUT_SECRET, ''));
  const isSecret = KEYS.secrets.part.test(own) || SECRET_AT_END.test(parts);

  const isSecretCode =
    KEYS.secretCodes.part.test(own) || SECRET_CODE_AT_END.test(parts);

  if (isSecretCode)
    return {
      kind: 'token',
      certainty: isSecret && !isAbout ? 'sure' : 'digits',
    };

  if (isSecret)
    return {
      kind: 'token',
      certainty: isAbout || isDenied(parts) ? 'shape' : 'sure',
    };
}

function classifyUser({ own, parts }: KeyWords): KeyKind | undefined {
  if (KEYS.users.end.test(own) || endsWithSeveral('users', parts))
    return { kind: 'user', certainty: 'sure' };
}

/** `Assigned to: …` */
function classifyAssignee({ own, parts }: KeyWords): KeyKind | undefined {
  if (!KEYS.people.whole.test(own) && endsWithSeveral('people', parts))
    return { kind: 'name', certainty: 'shape' };
}

function classifyAccount({ own }: KeyWords): KeyKind | undefined {
  if (KEYS.accounts.part.test(own)) return { kind: 'id', certainty: 'digits' };
}

function classifyPhoneOrSender({ own }: KeyWords): KeyKind | undefined {
  const isSender = KEYS.senders.whole.test(own);

  if (KEYS.phones.whole.test(own))
    return {
      kind: 'phone',
      certainty: 'sure',
      orName: isSender || KEYS.people.whole.test(own),
    };

  if (isSender) return { kind: 'name', certainty: 'shape', orName: true };
}

function classifyDocument({ own, parts }: KeyWords): KeyKind | undefined {
  if (KEYS.documents.part.test(own) || KEYS.documents.end.test(parts))
    return { kind: 'id', certainty: 'sure' };
}

const hasThingWord = (parts: string): boolean =>
  KEYS.things.part.test(parts.replace(KEYS.ownNames.part, ' '));

function classifyOwnName({ own, parts }: KeyWords): KeyKind | undefined {
  const isOwnName = KEYS.ownNames.part.test(own) && !hasThingWord(parts);

  // In `level=error first_name=…`, the words before the key belong to another key.
  if (isOwnName || endsWithSeveral('ownNames', parts))
    return { kind: 'name', certainty: 'sure' };
}

function classifyName({ own, parts }: KeyWords): KeyKind | null | undefined {
  if (!KEYS.names.part.test(own)) return undefined;

  if (KEYS.whose.part.test(parts) && !KEYS.things.part.test(own))
    return { kind: 'name', certainty: 'sure' };

  if (hasThingWord(parts)) return null;

  const isOneWord = !own.trim().includes(' ');

  return { kind: 'name', certainty: isOneWord ? 'plain' : 'shape' };
}

function classifyAddress({ own, parts }: KeyWords): KeyKind | undefined {
  const isAddress =
    KEYS.addresses.part.test(own) &&
    !KEYS.notAddresses.part.test(parts.replace(KEYS.addresses.part, ' '));

  if (isAddress || endsWithSeveral('addresses', parts))
    return { kind: 'address', certainty: 'sure' };
}

function classifyPerson({ own }: KeyWords): KeyKind | undefined {
  if (KEYS.people.whole.test(own)) return { kind: 'name', certainty: 'shape' };
}

function classifyUnsureSecret({ own }: KeyWords): KeyKind | undefined {
  if (KEYS.maybeSecrets.part.test(own))
    return { kind: 'token', certainty: 'shape' };
}

const DENIALS: ReadonlySet<string> = new Set([
  'invalid',
  'missing',
  'expired',
  'unknown',
  'wrong',
  'bad',
  'no',
  'revoked',
  'incorrect',
  'failed',
  'parse',
]);

/** `Invalid access token: …` describes a token, and `MISSING_TOKEN: …` is a code with its title. */
const isDenied = (parts: string) =>
  parts
    .split(' ')
    .some((word) => DENIALS.has(word) || /^validat\w+$/.test(word));

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

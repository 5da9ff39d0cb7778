import wordRoles from '../../data/word-roles.json' with { type: 'json' };
import { unpackScripts } from '../core/pack-scripts.ts';
import { hashWord } from '../core/word-hash.ts';
import {
  classifyKey,
  getListedWords,
  KEYS,
  normalizeKey,
  splitKey,
  WORD_LISTS,
} from './key-vocabulary.ts';

type Role = keyof typeof wordRoles.words;

/** Returns what stands for a role of `word-roles.json`, or for the kind and certainty of a key. */
const getRoleHash = (role: string): number => hashWord(`<${role}>`);

/** What stands for the roles that decide alone. */
export const ROLES = {
  account: getRoleHash('account'),
  document: getRoleHash('id sure'),
  greeting: getRoleHash('greeting'),
  name: getRoleHash('name plain'),
  own: getRoleHash('own'),
  password: getRoleHash('password'),
  person: getRoleHash('person'),
  says: getRoleHash('says'),
  secret: getRoleHash('token sure'),
  title: getRoleHash('title'),
  towards: getRoleHash('towards'),
};

/** The keys of people and users are roles as well. */
const ROLES_OF_KEYS = [
  ['person', 'people'],
  ['account', 'users'],
] as const;

/** `template`, `plantilla`, `order`: the name or number after it is no person's. */
const THING = getRoleHash('thing');
const THINGS = ['things', 'orders'] as const;

const ROLE_BY_WORD = new Map(
  [
    ...ROLES_OF_KEYS.map(
      ([role, list]) => [role, getListedWords(list)] as const,
    ),
    ...Object.entries(wordRoles.words).map(
      ([role, words]) => [role, unpackScripts(words).split('|')] as const,
    ),
  ].flatMap(([role, words]) =>
    words.map((word) => [word, getRoleHash(role)] as const),
  ),
);

/** Articles and prepositions that Arabic and Hebrew write as a part of the word after them: `للمستخدم`, `הלקוח`. */
const CLITIC = /^(?:لل|[وفبل]?ال|[وفبل]|[והלבמש])(?=\p{L}{3})/u;

/** Returns a hash of what a word says of the words beside it, or 0: that a name, an address, a secret or speech follows. */
export function getWordRole(word: string): number {
  const own = normalizeKey(word);

  const role =
    ROLE_BY_WORD.get(own) ?? ROLE_BY_WORD.get(own.replace(CLITIC, ''));
  if (role) return role;

  const named = classifyKey(word);
  if (named) return getRoleHash(`${named.kind} ${named.certainty}`);

  const words = splitKey(word);
  const isThing = THINGS.some((list) => KEYS[list].whole.test(words));

  return isThing ? THING : 0;
}

const UNSPACED_WORD = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]{2,}$/u;
const MAX_UNSPACED_CHARS = 5;

/** The words of scripts without spaces that have a role: those of roles, and keys. */
const UNSPACED_ROLES = new Map(
  [...ROLE_BY_WORD.keys(), ...WORD_LISTS.flatMap(getListedWords)]
    .filter(
      (word) => UNSPACED_WORD.test(word) && word.length <= MAX_UNSPACED_CHARS,
    )
    .map((word) => [word, getWordRole(word)] as const),
);

/**
 * Returns the role of the longest word that ends at a position, or 0: nothing shows where a word of Chinese or Japanese begins.
 *
 * @param from Where the run of letters begins.
 */
export function getRoleBefore(text: string, from: number, end: number): number {
  const first = Math.max(from, end - MAX_UNSPACED_CHARS);

  for (let start = first; start < end - 1; start++) {
    const role = UNSPACED_ROLES.get(text.slice(start, end));
    if (role) return role;
  }

  return 0;
}

export const isWordOf = (role: Role, word: string): boolean =>
  ROLE_BY_WORD.get(normalizeKey(word)) === getRoleHash(role);

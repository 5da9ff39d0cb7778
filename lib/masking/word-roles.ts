import wordRoles from '../../data/word-roles.json' with { type: 'json' };
import { hashWord } from '../core/word-hash.ts';
import { classifyKey, normalizeKey } from './key-vocabulary.ts';

type Role = keyof typeof wordRoles.words;

/** Returns what stands for a role of `word-roles.json`, or for the kind and certainty of a key. */
const getRoleHash = (role: string): number => hashWord(`<${role}>`);

/** What stands for the roles that decide alone. */
export const ROLES = {
  account: getRoleHash('account'),
  greeting: getRoleHash('greeting'),
  name: getRoleHash('name plain'),
  person: getRoleHash('person'),
  secret: getRoleHash('token sure'),
  title: getRoleHash('title'),
};

const ROLE_BY_WORD = new Map(
  Object.entries(wordRoles.words).flatMap(([role, words]) =>
    words.split('|').map((word) => [word, getRoleHash(role)] as const),
  ),
);

/** Returns a hash of what a word says of the words beside it, or 0: that a name, an address, a secret or speech follows. */
export function getWordRole(word: string): number {
  const role = ROLE_BY_WORD.get(normalizeKey(word));
  if (role) return role;

  const named = classifyKey(word);

  return named ? getRoleHash(`${named.kind} ${named.certainty}`) : 0;
}

export const isWordOf = (role: Role, word: string): boolean =>
  ROLE_BY_WORD.get(normalizeKey(word)) === getRoleHash(role);

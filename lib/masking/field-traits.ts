import supportFields from '../../data/support-fields.json' with {
  type: 'json',
};
import { getOrInsert, memoize } from '../core/get-or-insert.ts';
import type { FieldGroup } from '../structure/field.ts';
import { classifyKey, KEYS, splitKey } from './key-vocabulary.ts';
import { isWordOf } from './word-roles.ts';

type Keeps = keyof typeof supportFields.keeps | 'short' | 'error';
type Role = keyof typeof supportFields.roles;

const { names, roles, aboutError } = supportFields;
const GROUPS = Object.values(names).map(
  ({ keeps, words }) =>
    [keeps as Keeps, new RegExp(` (?:${words}) $`, 'u')] as const,
);
/** A name ends with the words of a role. Behind `body`, a note on its encoding may follow. */
const ROLES = Object.entries(roles).map(([role, { words }]) => {
  const end = role === 'errorPart' ? ' ' : '(?: b| base)? $';

  return [
    role as Role,
    new RegExp(`(?<! request| response| html| raw) (?:${words})${end}`, 'u'),
  ] as const;
});

const MAX_CACHED_NAMES = 5_000;
const traitsByName = new Map<string, ReturnType<typeof readTraits>>();

export function getTraits(name: string) {
  if (traitsByName.size > MAX_CACHED_NAMES) traitsByName.clear();
  return getOrInsert(traitsByName, name, readTraits);
}

function readTraits(name: string) {
  const words = splitKey(name);

  function match<T>(list: readonly (readonly [T, RegExp])[]): T[] {
    return list
      .filter(([, pattern]) => pattern.test(words))
      .map(([own]) => own);
  }

  return { keeps: match(GROUPS), roles: new Set(match(ROLES)) };
}

export const hasRole = (name: string, role: Role): boolean =>
  getTraits(name).roles.has(role) ||
  (role === 'account' && isWordOf('account', name));

export const ABOUT_ERROR = new RegExp(
  `(?<!\\p{L})(?:${aboutError.words})`,
  'iu',
);
/** `order_update`, `orderUpdate`, `wa-pod-7c`, a sentence, a comment */
const THING_VALUES = [
  /[^\W_]_[^\W_]/u,
  /^[a-z]+[A-Z]\w*$/u,
  /^[a-z\d]+(?:-[a-z\d.]+)+$/u,
  /[\p{Ll}\p{Lo}]{3}\.$/u,
  /^(?:\/\/|\|)/u,
];
/** Kinds that the name of a value tells. */
export const NAMED_KINDS: ReadonlySet<string> = new Set([
  'name',
  'token',
  'address',
  'user',
]);

export const getGroupTraits = memoize(readGroupTraits);

function readGroupTraits({ owner, fields }: FieldGroup) {
  const has = (role: Role) => fields.some(({ name }) => hasRole(name, role));

  const isOfPerson =
    has('person') || fields.some(({ name }) => isPrivateName(name));

  const isOfThing =
    KEYS.things.part.test(splitKey(owner)) ||
    fields.some(({ name }) => KEYS.thingKeys.end.test(splitKey(name)));

  // A `message` of the group is that of a log or an error.
  const isOfError =
    hasRole(owner, 'errorOwner') || has('log') || (has('error') && !isOfPerson);

  return { isOfPerson, isOfThing, isOfError, hasSender: has('sender') };
}

/**
 * Returns true for the words of a customer, whatever else the line says: a `text` beside a person, and a `message` beside who sent it.
 */
export function isWordOfCustomer(name: string, group: FieldGroup): boolean {
  const { hasSender, isOfPerson } = getGroupTraits(group);

  return (
    (hasSender && hasRole(name, 'message')) ||
    (isOfPerson && hasRole(name, 'text') && group.owner === '')
  );
}

/** `INSERT INTO customers` */
export const isOfPeople = (table: string): boolean =>
  table !== '' && classifyKey(`${table}_name`)?.certainty === 'sure';

/** `"code":131026,"name":"Message undeliverable"`, the name of a template, or that of a product. */
export const isNameOfThing = (group: FieldGroup, value: string): boolean =>
  THING_VALUES.some((form) => form.test(value)) ||
  (getGroupTraits(group).isOfError && ABOUT_ERROR.test(value)) ||
  (getGroupTraits(group).isOfThing && !isAboutPeople(group));

/** Returns true if a `name` is that of a template, a product or an error: by what is around it, and beside it. */
export const isOfThing = (group: FieldGroup): boolean =>
  (group.owner !== '' && classifyKey(`${group.owner} name`) === null) ||
  (getGroupTraits(group).isOfThing && !getGroupTraits(group).isOfPerson);

/** Returns true if the rows of a table have names of people: a file, or a table of a database that is about people. */
export const isAboutPeople = (group: FieldGroup): boolean =>
  (group.owner === '' && !getGroupTraits(group).isOfThing) ||
  isOfPeople(group.owner) ||
  (group.columns ?? []).some(
    (name) =>
      classifyKey(name)?.kind === 'phone' ||
      /mail|^(?:cpf|birth\w*)$/i.test(name),
  );

export const isPrivateName = (name: string): boolean => {
  const named = classifyKey(name);
  return named?.certainty === 'sure' && NAMED_KINDS.has(named.kind);
};

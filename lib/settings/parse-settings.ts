import * as v from 'valibot';
import { groupBy } from '../core/group-by.ts';
import { t } from '../core/i18n/translate.ts';
import { toRecord } from '../core/type-guards.ts';
import {
  SETTINGS_VERSION,
  type Settings,
  upgradeSettings,
} from './settings.ts';
import { describeIssue, settingSchemas } from './settings-schema.ts';

/** A part of settings that is invalid. */
export interface SettingProblem {
  /** `notes.131047` */
  path: string;
  why: string;
  /** A list has more items than it may, or a record more entries. */
  isLongList: boolean;
}

/** Which problems settings are refused for: storage loses only the part, sync must not shorten a list, a file is refused as a whole. */
export type Refusal = 'never' | 'long-list' | 'any';

/**
 * Parses settings of any version and shape, from storage, sync or a file. Those of a newer version (`isNewer`), which must not be
 * overwritten, as far as known. Never throws.
 *
 * @returns The valid settings, and the first problem that they are refused for.
 */
export function parseSettings(value: unknown, refusal: Refusal = 'never') {
  const { version, ...given } = upgradeSettings(value);
  const { fields, problems } = parseFields(settingSchemas, given);

  return {
    settings: fields as Partial<Settings>,
    problem: problems.find((one) => isRefused(one, refusal)) ?? null,
    isNewer: Number(version) > SETTINGS_VERSION,
  };
}

const isRefused = ({ isLongList }: SettingProblem, refusal: Refusal) =>
  refusal === 'any' || (refusal === 'long-list' && isLongList);

/** Parses the fields that are given and have a schema. Drops what is invalid, as little as possible. Never throws. */
export function parseFields(
  schemas: v.ObjectEntries,
  given: Readonly<Record<string, unknown>>,
) {
  const schema = v.partial(v.object(schemas));

  let rest: unknown = Object.fromEntries(
    Object.entries(given).filter(([, field]) => field !== undefined),
  );

  let problems: readonly SettingProblem[] = [];

  // Drops the invalid value, else the item that contains it, else the field.
  for (const depth of [Number.POSITIVE_INFINITY, 2, 2, 1]) {
    const result = v.safeParse(schema, rest);

    if (problems.length === 0)
      problems = result.issues?.map(toSettingProblem) ?? [];
    if (result.success) return { fields: result.output, problems };

    const defects = result.issues.map(({ path = [], type, requirement }) => ({
      keys: path.map(({ key }) => String(key)).slice(0, depth),
      max: MAX_ACTION.test(type) ? Number(requirement) : null,
    }));

    rest = dropInvalid(rest, defects);
  }

  return { fields: v.parse(schema, rest), problems };
}

const MAX_ACTION = /^max_(length|entries)$/;

const toSettingProblem = (issue: v.BaseIssue<unknown>): SettingProblem => ({
  path: v.getDotPath(issue) ?? '',
  why: describeIssue(issue),
  isLongList: issue.path?.length === 1 && MAX_ACTION.test(issue.type),
});

export const getNewerText = (): string =>
  t(
    'These settings are from a newer version of Errata. Update Errata to change them.',
  );

/** `max` is the maximum length of a list that is too long. */
type Defect = { keys: readonly string[]; max: number | null };

/** Returns a value without its invalid parts. Lists that are too long keep their newest items, which are the last. */
function dropInvalid(value: unknown, defects: readonly Defect[]): unknown {
  const byKey = groupBy(defects, ({ keys }) => keys[0]);

  const kept = Object.entries(toRecord(value)).flatMap(
    ([key, item]): [string, unknown][] => {
      const inner = (byKey.get(key) ?? []).map(({ keys, max }) => ({
        keys: keys.slice(1),
        max,
      }));

      if (inner.length === 0) return [[key, item]];

      const own = inner.find(({ keys }) => keys.length === 0);
      if (!own) return [[key, dropInvalid(item, inner)]];
      if (own.max === null || typeof item !== 'object') return [];

      return [
        [key, rebuild(item, Object.entries(toRecord(item)).slice(-own.max))],
      ];
    },
  );

  return rebuild(value, kept);
}

const rebuild = (
  like: unknown,
  entries: readonly [string, unknown][],
): unknown =>
  Array.isArray(like)
    ? entries.map(([, item]) => item)
    : Object.fromEntries(entries);

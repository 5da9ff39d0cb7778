import * as v from 'valibot';
import { toRecord } from '../core/type-guards.ts';
import { t } from '../i18n/translate.ts';
import { SETTINGS_VERSION, type Settings } from './settings.ts';
import { settingSchemas } from './settings-schema.ts';

const settingsSchema = v.partial(v.object(settingSchemas));

export interface ParsedSettings {
  /** The valid settings. */
  settings: Partial<Settings>;
  /** Describe the parts that were dropped, with their paths. */
  issues: readonly v.BaseIssue<unknown>[];
  /** The data is from a newer version of Errata, so it must not be overwritten. */
  isNewer: boolean;
}

/** Parses settings of any version and shape, from storage or from a file. Those of a newer version as far as known. Never throws. */
export function parseSettings(value: unknown): ParsedSettings {
  const { version, ...fields } = toRecord(value);
  const isNewer = Number(version) > SETTINGS_VERSION;
  let rest: unknown = Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
  let issues: readonly v.BaseIssue<unknown>[] = [];
  // Drop as little as possible: the invalid value, else the item that contains it, else the field.
  for (const depth of [Number.POSITIVE_INFINITY, 2, 2, 1]) {
    const result = v.safeParse(settingsSchema, rest);
    if (issues.length === 0) issues = result.issues ?? [];
    if (result.success) return { settings: result.output as Partial<Settings>, issues, isNewer };
    rest = dropInvalid(
      rest,
      result.issues.map((issue) => toDefect(issue, depth)),
    );
  }
  return { settings: v.parse(settingsSchema, rest) as Partial<Settings>, issues, isNewer };
}

export const getNewerText = (): string =>
  t('These settings are from a newer version of Errata. Update Errata to change them.');

interface Defect {
  keys: readonly string[];
  /** For a list that is too long, its maximum length. */
  max: number | null;
}

const toDefect = ({ path, type, requirement }: v.BaseIssue<unknown>, depth: number): Defect => ({
  keys: (path ?? []).map(({ key }) => String(key)).slice(0, depth),
  max: /^max_(length|entries)$/.test(type) ? Number(requirement) : null,
});

/** Returns a value without its invalid parts. Lists that are too long keep their newest items, which are the last. */
function dropInvalid(value: unknown, defects: readonly Defect[]): unknown {
  const byKey = Map.groupBy(defects, ({ keys }) => keys[0]);
  const kept = Object.entries(toRecord(value)).flatMap(([key, item]): [string, unknown][] => {
    const inner = (byKey.get(key) ?? []).map(({ keys, max }) => ({ keys: keys.slice(1), max }));
    if (inner.length === 0) return [[key, item]];
    const own = inner.find(({ keys }) => keys.length === 0);
    if (!own) return [[key, dropInvalid(item, inner)]];
    if (own.max === null || typeof item !== 'object') return [];
    return [[key, rebuild(item, Object.entries(toRecord(item)).slice(-own.max))]];
  });
  return rebuild(value, kept);
}

const rebuild = (like: unknown, entries: readonly [string, unknown][]): unknown =>
  Array.isArray(like) ? entries.map(([, item]) => item) : Object.fromEntries(entries);

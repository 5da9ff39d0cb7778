import * as v from 'valibot';
import { getOwnKey, type OwnCode } from '../catalogue/own-codes.ts';
import { isString } from '../core/type-guards.ts';
import type { SettingsChange } from './changes.ts';
import { parseSettings } from './parse-settings.ts';
import {
  DEFAULT_SETTINGS,
  SETTINGS_VERSION,
  type Settings,
} from './settings.ts';
import { settingFields } from './settings-schema.ts';
import type { Suppression } from './suppression.ts';

/** Settings in the browser's account: JSON by key, in small items, because the last write to an item wins. */
export type SyncItems = Readonly<Record<string, string>>;
/** The new value of each changed item; undefined if it was removed. */
export type ItemChanges = ReadonlyMap<string, string | undefined>;

export interface SyncBase {
  mine: SyncItems;
  account: SyncItems;
}

const VERSION_KEY = 'version';
const FIELDS = Object.keys(settingFields) as (keyof typeof settingFields)[];
/** The fields of several items, by the first word of their keys. */
const LISTS = {
  note: 'notes',
  code: 'ownCodes',
  paused: 'pausedHosts',
  provider: 'providerByHost',
  override: 'bySite',
  suppression: 'suppressions',
} as const;

function getItemKey(item: string | OwnCode | Suppression): string {
  if (isString(item)) return item;
  return 'title' in item ? getOwnKey(item) : JSON.stringify(item);
}

/** Returns the items of what the user has chosen. A setting with its default has none. */
export function toSyncItems(chosen: Partial<Settings>): SyncItems {
  const listed = Object.entries(LISTS).flatMap(([kind, field]) => {
    const list = chosen[field] ?? {};

    const items = Array.isArray(list)
      ? list.map((item) => [getItemKey(item), item])
      : Object.entries(list);

    return items.map(([key, item]) => [`${kind} ${key}`, item]);
  });

  const fields = FIELDS.filter((field) => field in chosen).map((field) => [
    field,
    chosen[field],
  ]);

  const items = [[VERSION_KEY, SETTINGS_VERSION], ...fields, ...listed];

  return Object.fromEntries(
    items.map(([key, value]) => [key, JSON.stringify(value)]),
  );
}

/** Returns the settings in some items, without what this version cannot parse. Throws if a list is too long. */
export function parseSyncItems(items: SyncItems): Partial<Settings> {
  const values = Object.entries(items).flatMap(([key, text]) => {
    const { success, output } = v.safeParse(
      v.pipe(v.string(), v.parseJson()),
      text,
    );

    return success ? [[key, output] as const] : [];
  });

  const lists = Object.entries(LISTS).map(([kind, field]) => {
    const own = values.filter(([key]) => key.startsWith(`${kind} `));
    const isArray = Array.isArray(DEFAULT_SETTINGS[field]);

    const record = Object.fromEntries(
      own.map(([key, item]) => [key.slice(kind.length + 1), item]),
    );

    return [field, isArray ? own.map(([, item]) => item) : record];
  });

  const fields = values.filter(([key]) =>
    FIELDS.some((field) => field === key),
  );

  const { settings, problem } = parseSettings(
    Object.fromEntries([...fields, ...lists]),
    'long-list',
  );

  if (problem) throw new Error(`${problem.path}: ${problem.why}`);

  return settings;
}

/** Whether a newer version of Errata has written the items. This version would misread or shorten them. */
export const areNewerItems = (items: SyncItems): boolean =>
  Number(items[VERSION_KEY] ?? 0) > SETTINGS_VERSION;

export function diffItems(before: SyncItems, after: SyncItems): ItemChanges {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);

  return new Map(
    [...keys]
      .filter((key) => before[key] !== after[key])
      .map((key) => [key, after[key]]),
  );
}

const canParse = ([key, text]: readonly [string, string | undefined]) =>
  text === undefined ||
  Object.keys(toSyncItems(parseSyncItems({ [key]: text }))).length > 1;

/** Returns the change that applies remote items. Ignores items that this version cannot parse. Throws if a list is then too long. */
export const applyRemoteChanges =
  (changes: ItemChanges): SettingsChange =>
  (before) => {
    const usable = new Map([...changes].filter(canParse));
    const after = parseSyncItems(applyItemChanges(toSyncItems(before), usable));

    const lists = Object.values(LISTS).filter(
      (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
    );

    const fields = FIELDS.filter(
      (field) => usable.has(field) && field in after,
    );

    return Object.fromEntries(
      [...lists, ...fields].map((field) => [field, after[field]]),
    );
  };

export const applyItemChanges = (
  items: SyncItems,
  changes: ItemChanges,
): SyncItems =>
  Object.fromEntries(
    Object.entries({ ...items, ...Object.fromEntries(changes) }).filter(
      ([, text]) => text !== undefined,
    ),
  ) as SyncItems;

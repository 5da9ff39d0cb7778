import * as v from 'valibot';
import { getOwnKey } from '../catalogue/own-codes.ts';
import {
  type SettingsChange,
  setHostsPaused,
  setNote,
  setOwnCodes,
  setProvider,
  setSiteOverrides,
} from './changes.ts';
import {
  DEFAULT_SETTINGS,
  getHostsWithChoices,
  SETTINGS_VERSION,
  type Settings,
  upgradeSettings,
} from './settings.ts';
import {
  noteSchema,
  ownCodeSchema,
  settingFields,
  siteOverridesSchema,
  suppressionSchema,
} from './settings-schema.ts';

/**
 * Settings as stored in the browser's account: JSON by key. Each setting, note and site is a separate item, because the last write to an
 * item wins, and the version of their form. Excludes recent lookups and the sync setting itself.
 */
export type SyncItems = Readonly<Record<string, string>>;
/** The new value of each changed item; undefined if it was removed. */
export type ItemChanges = ReadonlyMap<string, string | undefined>;

/** Both sides at the last sync, as the base of a three-way merge. */
export interface SyncBase {
  mine: SyncItems;
  account: SyncItems;
}

const VERSION_KEY = 'version';
const FIELDS = Object.keys(settingFields) as (keyof typeof settingFields)[];
const siteSchema = v.pipe(
  v.unknown(),
  v.transform(upgradeSettings),
  v.object({
    paused: v.boolean(),
    provider: v.nullable(v.string()),
    wish: siteOverridesSchema,
    suppressions: v.array(suppressionSchema),
  }),
);
const NO_SITE = { paused: false, provider: null, wish: {}, suppressions: [] };

/** Returns the items of what the user has chosen. A setting with its default has none. */
export function toSyncItems(chosen: Partial<Settings>): SyncItems {
  const settings: Settings = { ...DEFAULT_SETTINGS, ...chosen };
  const { pausedHosts, providerByHost, bySite, suppressions, notes, ownCodes } = settings;
  const providers = new Map(Object.entries(providerByHost));
  const toSite = (host: string) => ({
    paused: pausedHosts.includes(host),
    provider: providers.get(host) ?? null,
    wish: { hover: bySite[host]?.hover, sensitivity: bySite[host]?.sensitivity },
    suppressions: suppressions.filter((one) => one.host === host),
  });
  const all = [
    [VERSION_KEY, SETTINGS_VERSION],
    ...FIELDS.filter((field) => field in chosen).map((field) => [field, chosen[field]]),
    ...getHostsWithChoices(settings).map((host) => [`site ${host}`, toSite(host)]),
    ...ownCodes.map((one) => [`code ${getOwnKey(one)}`, one]),
    ...Object.entries(notes).map(([key, text]) => [`note ${key}`, text]),
  ];
  return Object.fromEntries(all.map(([key, value]) => [key, JSON.stringify(value)]));
}

/** Whether a newer version of Errata has written the items. This version would misread or shorten them. */
export const areNewerItems = (items: SyncItems): boolean =>
  Number(items[VERSION_KEY] ?? 0) > SETTINGS_VERSION;

/** Returns the items in which one side differs from its previous state. */
export function diffItems(before: SyncItems, after: SyncItems): ItemChanges {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return new Map([...keys].filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]));
}

/** Returns the change that applies remote items. Ignores items that this version cannot parse. Throws if it exceeds MAX_NOTES. */
export const applyRemoteChanges =
  (changes: ItemChanges): SettingsChange =>
  (before) => {
    const changed: Partial<Settings> = {};
    for (const change of changes)
      Object.assign(changed, applyRemoteItem(...change)({ ...before, ...changed }));
    return changed;
  };

function applyRemoteItem(key: string, text: string | undefined): SettingsChange {
  const [, kind = key, name = ''] = /^(note|site|code) (.*)$/s.exec(key) ?? [];
  /** Returns the value of the item, or that of a removed one; undefined if this version cannot parse it. */
  function parse<T>(schema: v.GenericSchema<unknown, T>, removed?: T): T | undefined {
    if (text === undefined) return removed;
    const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
    return success ? output : undefined;
  }
  if (kind === 'note') {
    const note = parse(noteSchema, '');
    return note === undefined ? () => ({}) : setNote(name, note);
  }
  if (kind === 'site') {
    const site = parse(siteSchema, NO_SITE);
    return site ? applyRemoteSite(name, site) : () => ({});
  }
  if (kind === 'code') {
    const codes = parse(v.pipe(v.unknown(), v.transform(Array.of), v.array(ownCodeSchema)), []);
    return codes ? setOwnCodes(codes, name) : () => ({});
  }
  const field = FIELDS.find((one) => one === key);
  const value = field && parse<unknown>(settingFields[field]);
  return () => (value === undefined ? {} : { [key]: value });
}

const applyRemoteSite =
  (
    host: string,
    { paused, provider, wish, suppressions }: v.InferOutput<typeof siteSchema>,
  ): SettingsChange =>
  (before) => ({
    ...setHostsPaused([host], paused)(before),
    ...setProvider(host, provider)(before),
    ...setSiteOverrides(host, { hover: wish.hover, sensitivity: wish.sensitivity })(before),
    suppressions: [...suppressions, ...before.suppressions.filter((one) => one.host !== host)],
  });

export const applyItemChanges = (items: SyncItems, changes: ItemChanges): SyncItems =>
  Object.fromEntries(
    Object.entries({ ...items, ...Object.fromEntries(changes) }).filter(([, text]) => text !== undefined),
  ) as SyncItems;

import * as v from 'valibot';
import { getOwnKey } from '../catalogue/own-codes.ts';
import {
  type SettingsChange,
  setHostPaused,
  setNote,
  setOwnCodes,
  setProvider,
  setSiteOverrides,
} from './changes.ts';
import { DEFAULT_SETTINGS, type Notes, SETTINGS_VERSION, type Settings } from './settings.ts';
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

/** Quotas of `storage.sync` per extension. */
const MAX_TOTAL_BYTES = 102_400;
const MAX_ITEM_BYTES = 8_192;
const MAX_ITEMS = 512;

const VERSION_KEY = 'version';
const FIELDS = Object.keys(settingFields) as (keyof typeof settingFields)[];
const siteSchema = v.object({
  paused: v.boolean(),
  provider: v.nullable(v.string()),
  wish: siteOverridesSchema,
  silenced: v.array(suppressionSchema),
});

/** Returns the items of what the user has chosen. A setting with its default has none. */
export function toSyncItems(chosen: Partial<Settings>): SyncItems {
  const { pausedHosts, providerByHost, bySite, silenced, notes, ownCodes } = {
    ...DEFAULT_SETTINGS,
    ...chosen,
  };
  const providers = new Map(Object.entries(providerByHost));
  const hosts = [...pausedHosts, ...providers.keys(), ...Object.keys(bySite)];
  const sites = [...new Set([...hosts, ...silenced.map(({ host }) => host)])].map((host) => {
    const { hover, sensitivity } = bySite[host] ?? {};
    const site = {
      paused: pausedHosts.includes(host),
      provider: providers.get(host) ?? null,
      wish: { hover, sensitivity },
      silenced: silenced
        .filter((one) => one.host === host)
        .map(({ code, by, words }) => ({ host, code, by, words })),
    };
    return [`site ${host}`, site];
  });
  const codes = ownCodes.map((one) => [`code ${getOwnKey(one)}`, one]);
  const all = [
    [VERSION_KEY, SETTINGS_VERSION],
    ...FIELDS.filter((field) => field in chosen).map((field) => [field, chosen[field]]),
    ...sites,
    ...codes,
  ];
  return {
    ...Object.fromEntries(all.map(([key, value]) => [key, JSON.stringify(value)])),
    ...toNoteItems(notes),
  };
}

/** Whether a newer version of Errata has written the items. This version would misread or shorten them. */
export const areNewerItems = (items: SyncItems): boolean =>
  Number(items[VERSION_KEY] ?? 0) > SETTINGS_VERSION;

export const toNoteItems = (notes: Notes): SyncItems =>
  Object.fromEntries(Object.entries(notes).map(([key, text]) => [`note ${key}`, JSON.stringify(text)]));

export const parseNoteItems = (items: SyncItems): Notes =>
  applyRemoteChanges(diffItems({}, items))(DEFAULT_SETTINGS).notes ?? {};

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

const NO_SITE = JSON.stringify({ paused: false, provider: null, wish: {}, silenced: [] });

function parseItem<T>(schema: v.GenericSchema<unknown, T>, text: string | undefined) {
  return v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
}

function applyRemoteItem(key: string, text: string | undefined): SettingsChange {
  const [, kind, name = ''] = /^(note|site|code) (.*)$/s.exec(key) ?? [];
  if (kind === 'note') {
    const note = parseItem(noteSchema, text);
    return note.success || text === undefined ? setNote(name, note.success ? note.output : '') : () => ({});
  }
  if (kind === 'site') {
    const site = parseItem(siteSchema, text ?? NO_SITE);
    return site.success ? applyRemoteSite(name, site.output) : () => ({});
  }
  if (kind === 'code') {
    const code = parseItem(ownCodeSchema, text);
    if (text !== undefined && !code.success) return () => ({});
    return setOwnCodes(code.success ? [code.output] : [], name);
  }
  const field = FIELDS.find((one) => one === key);
  const value = field && parseItem<unknown>(settingFields[field], text);
  return () => (value?.success ? { [key]: value.output } : {});
}

const applyRemoteSite =
  (host: string, { paused, provider, wish, silenced }: v.InferOutput<typeof siteSchema>): SettingsChange =>
  (before) => ({
    ...setHostPaused(host, paused)(before),
    ...setProvider(host, provider)(before),
    ...setSiteOverrides(host, { hover: wish.hover, sensitivity: wish.sensitivity })(before),
    silenced: [...silenced, ...before.silenced.filter((one) => one.host !== host)],
  });

/** Splits changes into those within the account's quota (`sent`) and the keys of the others (`left`). Removals come first, to make room. */
export function fitWithinQuota(
  account: SyncItems,
  changes: ItemChanges,
): { sent: ItemChanges; left: string[] } {
  const sent = new Map([...changes].filter(([, text]) => text === undefined));
  const after = new Map(Object.entries(applyItemChanges(account, sent)));
  const left: string[] = [];
  let bytes = [...after].reduce((sum, item) => sum + countItemBytes(...item), 0);
  for (const [key, text] of changes) {
    if (text === undefined) continue;
    const grown = bytes + countItemBytes(key, text) - countItemBytes(key, after.get(key));
    const fits = countItemBytes(key, text) <= MAX_ITEM_BYTES && grown <= MAX_TOTAL_BYTES;
    if (!fits || (after.size >= MAX_ITEMS && !after.has(key))) {
      left.push(key);
      continue;
    }
    bytes = grown;
    after.set(key, text);
    sent.set(key, text);
  }
  return { sent, left };
}

/** Returns an item's size in bytes as counted by `QUOTA_BYTES_PER_ITEM`: the value is serialized once more, and Chromium escapes `<`. */
const countItemBytes = (key: string, text: string | undefined): number =>
  text === undefined
    ? 0
    : new TextEncoder().encode(key + JSON.stringify(text).replaceAll('<', '\\u003C')).length;

export const applyItemChanges = (items: SyncItems, changes: ItemChanges): SyncItems =>
  Object.fromEntries(
    Object.entries({ ...items, ...Object.fromEntries(changes) }).filter(([, text]) => text !== undefined),
  ) as SyncItems;

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ChangeSettings } from '../settings/changes.ts';
import { applyPolicy, isLocked, type ManagedPolicy, NO_POLICY, toRecord } from '../settings/policy.ts';
import { checkPolicy } from '../settings/policy-schema.ts';
import {
  DEFAULT_SETTINGS,
  MAX_NOTES,
  MAX_SITES,
  MAX_SUPPRESSIONS,
  type Settings,
} from '../settings/settings.ts';
import {
  mapSettingFields,
  noteSchema,
  siteOverridesSchema,
  suppressionSchema,
} from '../settings/settings-schema.ts';
import { MANAGED_KEY, SETTINGS_KEY } from './page-settings.ts';

const keepNewestHosts = (hosts: string[]) => hosts.slice(-MAX_SITES);
const keepNewest = <T>(all: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).slice(-MAX_SITES));
const keepValidSuppressions = (all: unknown[]) =>
  all.slice(0, MAX_SUPPRESSIONS).filter((one) => v.is(suppressionSchema, one));
const isNotePair = (pair: [string, unknown]): pair is [string, string] => v.is(noteSchema, pair[1]);
const keepValidNotes = (notes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(notes).filter(isNotePair).slice(0, MAX_NOTES));

/** Keeps unknown fields, which a later version may have stored. */
const storedOverridesSchema = v.fallback(
  v.looseObject({
    hover: v.fallback(siteOverridesSchema.entries.hover, undefined),
    sensitivity: v.fallback(siteOverridesSchema.entries.sensitivity, undefined),
  }),
  {},
);

/**
 * Each field falls back to its default on its own, so that one invalid field does not reset the others. Unknown fields are kept. Lists
 * longer than today's limits are truncated, because the settings page could not show them.
 */
const storedSettingsSchema = v.looseObject({
  ...mapSettingFields(v.fallback),
  sync: v.fallback(v.boolean(), DEFAULT_SETTINGS.sync),
  pausedHosts: v.fallback(v.pipe(v.array(v.string()), v.transform(keepNewestHosts)), []),
  bySite: v.fallback(v.pipe(v.record(v.string(), storedOverridesSchema), v.transform(keepNewest)), {}),
  providerByHost: v.fallback(v.pipe(v.record(v.string(), v.string()), v.transform(keepNewest)), {}),
  silenced: v.fallback(v.pipe(v.array(v.unknown()), v.transform(keepValidSuppressions)), []),
  notes: v.fallback(v.pipe(v.record(v.string(), v.unknown()), v.transform(keepValidNotes)), {}),
  recent: v.fallback(v.looseObject({ on: v.boolean(), list: v.array(v.string()) }), { on: false, list: [] }),
});

/** The effective settings, the user's own settings, and the policy that is applied between them. */
export interface StoredSettings extends ManagedPolicy {
  settings: Settings;
  own: Settings;
}

/** Parses settings from stored data of any shape. Never throws. */
export const parseSettings = (value: unknown): Settings => v.parse(storedSettingsSchema, toRecord(value));

export async function readSettings(): Promise<StoredSettings> {
  const all = await browser.storage.local.get([SETTINGS_KEY, MANAGED_KEY]);
  const own = all[SETTINGS_KEY];
  const managed = (all[MANAGED_KEY] ?? NO_POLICY) as ManagedPolicy;
  return { settings: parseSettings(applyPolicy(own, managed)), own: parseSettings(own), ...managed };
}

/**
 * Validates the managed policy and copies it to `storage.local`, where frames and pages read it. Firefox reads the policy only at startup,
 * sends no change event, and rejects if there is no policy (bugzilla.mozilla.org/show_bug.cgi?id=1685965).
 *
 * @param open Opens the catalogue. Called only if the policy names entries or providers.
 */
export async function cacheManagedPolicy(open: () => Catalogue): Promise<void> {
  const given = await browser.storage.managed.get(null).catch(() => ({}));
  const checked = checkPolicy(given, open);
  const { policy, problems } = await readSettings();
  if (JSON.stringify(checked) !== JSON.stringify({ policy, problems }))
    await browser.storage.local.set({ [MANAGED_KEY]: checked });
}

/**
 * Changes some fields and keeps the others, including unknown fields of a later version. A lock serializes the changes, because popup,
 * settings page and background each write the whole object. Chromium's incognito profile has separate locks.
 *
 * Fields that the policy locks keep the user's previous value. Rejects if the settings cannot be stored.
 *
 * @returns The user's own settings after the change.
 */
export const changeSettings: ChangeSettings = async (change) =>
  navigator.locks.request('settings', async () => {
    const { own: before, policy } = await readSettings();
    const changed = Object.entries(change(before)).filter(([field]) => !isLocked(policy, field));
    // Nothing to store (e.g. history is off).
    if (changed.length === 0) return before;
    const after: Settings = { ...before, ...Object.fromEntries(changed) };
    await browser.storage.local.set({ [SETTINGS_KEY]: after });
    return after;
  });

/** Calls back after each change, made in any context. Returns a function that stops it. */
export function watchSettings(changed: (settings: StoredSettings) => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (changes[SETTINGS_KEY] || changes[MANAGED_KEY]))
      void readSettings().then(changed);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

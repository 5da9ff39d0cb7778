import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ChangeSettings } from '../settings/changes.ts';
import { asRecord, isLocked, type Managed, NO_POLICY, underPolicy } from '../settings/policy.ts';
import { checkPolicy } from '../settings/policy-schema.ts';
import { noteSchema, silenceSchema, wishSchema, withDefaults } from '../settings/schema.ts';
import { DEFAULTS, MAX_NOTES, MAX_SILENCED, MAX_SITES, type Settings } from '../settings/settings.ts';
import { MANAGED_KEY, SETTINGS_KEY } from './page-settings.ts';

const newestHosts = (hosts: string[]) => hosts.slice(-MAX_SITES);
const newestOf = <T>(all: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).slice(-MAX_SITES));
const rightSilences = (all: unknown[]) =>
  all.slice(0, MAX_SILENCED).filter((one) => v.is(silenceSchema, one));
const isNote = (pair: [string, unknown]): pair is [string, string] => v.is(noteSchema, pair[1]);
const rightNotes = (notes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(notes).filter(isNote).slice(0, MAX_NOTES));

/** Of a later version it may want more. */
const storedWish = v.fallback(
  v.looseObject({
    hover: v.fallback(wishSchema.entries.hover, undefined),
    sensitivity: v.fallback(wishSchema.entries.sensitivity, undefined),
  }),
  {},
);

/**
 * Each field falls back by itself, so that one broken field costs no other; unknown fields stay. Lists of before there was a limit are cut:
 * the settings could not show them.
 */
const schema = v.looseObject({
  ...withDefaults(v.fallback),
  sync: v.fallback(v.boolean(), DEFAULTS.sync),
  pausedHosts: v.fallback(v.pipe(v.array(v.string()), v.transform(newestHosts)), []),
  bySite: v.fallback(v.pipe(v.record(v.string(), storedWish), v.transform(newestOf)), {}),
  providerByHost: v.fallback(v.pipe(v.record(v.string(), v.string()), v.transform(newestOf)), {}),
  silenced: v.fallback(v.pipe(v.array(v.unknown()), v.transform(rightSilences)), []),
  notes: v.fallback(v.pipe(v.record(v.string(), v.unknown()), v.transform(rightNotes)), {}),
  recent: v.fallback(v.looseObject({ on: v.boolean(), list: v.array(v.string()) }), { on: false, list: [] }),
});

/** The settings that apply, those that the person chose, and the policy between them. */
export interface StoredSettings extends Managed {
  settings: Settings;
  own: Settings;
}

/** Settings from whatever lies in storage. Never throws. */
export const parseSettings = (value: unknown): Settings => v.parse(schema, asRecord(value));

export async function readSettings(): Promise<StoredSettings> {
  const all = await browser.storage.local.get([SETTINGS_KEY, MANAGED_KEY]);
  const own = all[SETTINGS_KEY];
  const managed = (all[MANAGED_KEY] ?? NO_POLICY) as Managed;
  return { settings: parseSettings(underPolicy(own, managed)), own: parseSettings(own), ...managed };
}

/**
 * Copies the policy, checked, to where frames and pages read it. Firefox tells of no change, and rejects where there is none.
 *
 * @param open Opens the catalogue, which most of those who read settings do without.
 */
export async function takePolicy(open: () => Catalogue): Promise<void> {
  const given = await browser.storage.managed.get(null).catch(() => ({}));
  const checked = checkPolicy(given, open);
  const { policy, problems } = await readSettings();
  if (JSON.stringify(checked) !== JSON.stringify({ policy, problems }))
    await browser.storage.local.set({ [MANAGED_KEY]: checked });
}

/**
 * Changes some fields and keeps the others, those of a later version too. Changes happen one after another, in whatever context each is made:
 * the popup, the settings and the background all write the whole object. Private windows of Chromium have locks of their own.
 *
 * What a policy locks stays as the person chose it before.
 *
 * @returns The person's own settings afterwards.
 */
export const changeSettings: ChangeSettings = async (change) =>
  navigator.locks.request('settings', async () => {
    const { own: before, policy } = await readSettings();
    const changed = Object.entries(change(before)).filter(([field]) => !isLocked(policy, field));
    // A look-up that is not to be kept.
    if (changed.length === 0) return before;
    const after: Settings = { ...before, ...Object.fromEntries(changed) };
    await browser.storage.local.set({ [SETTINGS_KEY]: after });
    return after;
  });

/** Calls back after each change, in whatever context it was made. Returns the way to stop. */
export function watchSettings(changed: (settings: StoredSettings) => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (changes[SETTINGS_KEY] || changes[MANAGED_KEY]))
      void readSettings().then(changed);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

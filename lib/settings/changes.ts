import { getOwnKey, type OwnCode } from '../catalogue/own-codes.ts';
import {
  findPausedParts,
  MAX_NOTES,
  MAX_OWN_CODES,
  MAX_SITES,
  MAX_SUPPRESSIONS,
  type Notes,
  type Settings,
  type SiteOverrides,
} from './settings.ts';
import { isSameSuppression, type Suppression } from './suppression.ts';

export type SettingsChange = (settings: Settings) => Partial<Settings>;

/** Applies a change to the stored settings, and thereby in every tab. Returns what the user has chosen. Rejects if it cannot be stored. */
export type ChangeSettings = (
  change: SettingsChange,
) => Promise<Partial<Settings>>;

const MAX_RECENT_LOOKUPS = 20;

const keepNewest = <Item>(
  byHost: Readonly<Record<string, Item>>,
): Readonly<Record<string, Item>> =>
  Object.fromEntries(Object.entries(byHost).slice(-MAX_SITES));

export const setHostsPaused =
  (hosts: readonly string[], paused: boolean): SettingsChange =>
  ({ pausedHosts }) => {
    const others = pausedHosts.filter((known) => !hosts.includes(known));
    return {
      pausedHosts: paused ? [...others, ...hosts].slice(-MAX_SITES) : others,
    };
  };

/** Toggles the pause of a page: resumes every paused part that contains it, or pauses its host. */
export const toggleHostPause =
  ({ hostname, pathname }: URL): SettingsChange =>
  (settings) => {
    const parts = findPausedParts(settings.pausedHosts, hostname, pathname);
    const isPaused = parts.length > 0;
    return setHostsPaused(isPaused ? parts : [hostname], !isPaused)(settings);
  };

export const setProvider =
  (host: string, provider: string | null): SettingsChange =>
  ({ providerByHost }) => {
    const { [host]: _, ...others } = providerByHost;

    return {
      providerByHost:
        provider === null
          ? others
          : keepNewest({ ...others, [host]: provider }),
    };
  };

/** Merges the settings of one host; undefined returns a field to the general setting. */
export const setSiteOverrides =
  (host: string, wish: SiteOverrides): SettingsChange =>
  ({ bySite }) => {
    const { [host]: before, ...others } = bySite;

    const after = Object.entries({ ...before, ...wish }).filter(
      ([, value]) => value !== undefined,
    );

    return {
      bySite:
        after.length > 0
          ? keepNewest({ ...others, [host]: Object.fromEntries(after) })
          : others,
    };
  };

export const suppressPlace =
  (suppression: Suppression, on: boolean): SettingsChange =>
  ({ suppressions }) => {
    const others = suppressions.filter(
      (known) => !isSameSuppression(known, suppression),
    );

    return {
      suppressions: on
        ? [suppression, ...others].slice(0, MAX_SUPPRESSIONS)
        : others,
    };
  };

/** Sets the note of a code; an empty text removes it. Throws if that exceeds MAX_NOTES. */
export const setNote =
  (key: string, text: string): SettingsChange =>
  ({ notes }) => {
    const { [key]: _, ...others } = notes;
    const note = text.trim();

    return {
      notes: note === '' ? others : limitNotes({ ...others, [key]: note }),
    };
  };

/** Adds the notes of a file. `prefer` decides which note is kept for the same key. Throws if that exceeds MAX_NOTES. */
export const mergeNotes =
  (added: Notes, prefer: 'mine' | 'added'): SettingsChange =>
  ({ notes }) => ({
    notes: limitNotes(
      prefer === 'mine' ? { ...added, ...notes } : { ...notes, ...added },
    ),
  });

function limitNotes(notes: Notes): Notes {
  if (Object.keys(notes).length > MAX_NOTES)
    throw new Error(`At most ${MAX_NOTES} notes can be stored`);
  return notes;
}

/** Adds own codes in place of those with the same key, and removes `replaced`, a changed code's old key. Throws above MAX_OWN_CODES. */
export const setOwnCodes =
  (added: readonly OwnCode[], replaced?: string): SettingsChange =>
  ({ ownCodes }) => {
    const byKey = new Map(ownCodes.map((one) => [getOwnKey(one), one]));

    for (const one of added) byKey.set(getOwnKey(one), one);

    if (
      replaced !== undefined &&
      !added.some((one) => getOwnKey(one) === replaced)
    )
      byKey.delete(replaced);

    if (byKey.size > MAX_OWN_CODES)
      throw new Error(`At most ${MAX_OWN_CODES} codes can be stored`);

    return { ownCodes: [...byKey.values()] };
  };

export const addRecentLookup =
  (code: string): SettingsChange =>
  ({ rememberLookups, recentLookups }) => {
    if (!rememberLookups) return {};
    const others = recentLookups.filter((known) => known !== code);
    return { recentLookups: [code, ...others].slice(0, MAX_RECENT_LOOKUPS) };
  };

export const setRememberLookups =
  (on: boolean): SettingsChange =>
  ({ recentLookups }) => ({
    rememberLookups: on,
    recentLookups: on ? recentLookups : [],
  });

export const clearRecentLookups: SettingsChange = () => ({ recentLookups: [] });

export type SiteChoice =
  | { suppression: Suppression; on: boolean }
  | { host: string; provider: string }
  /** Marks less certain codes as well. */
  | { host: string; sensitivity: 'more' }
  /** Of times that name no zone. */
  | { host: string; timeZone: string };

export const setChoiceHost = (choice: SiteChoice, host: string): SiteChoice =>
  'suppression' in choice
    ? { ...choice, suppression: { ...choice.suppression, host } }
    : { ...choice, host };

export function applySiteChoice(choice: SiteChoice): SettingsChange {
  if ('suppression' in choice)
    return suppressPlace(choice.suppression, choice.on);

  if ('provider' in choice) return setProvider(choice.host, choice.provider);

  const { host, ...overrides } = choice;

  return setSiteOverrides(host, overrides);
}

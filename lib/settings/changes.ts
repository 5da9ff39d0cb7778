import {
  MAX_NOTES,
  MAX_SILENCED,
  type Notes,
  pausedParts,
  type Settings,
  type SiteWish,
} from './settings.ts';
import { isSameSilence, type Silence } from './silence.ts';

/** Computes the changed fields from the current settings. */
export type Change = (settings: Settings) => Partial<Settings>;

/** Applies a change to the stored settings, and thereby in every tab. Rejects if it cannot be stored. */
export type ChangeSettings = (change: Change) => Promise<Settings>;

const MAX_RECENT = 20;

/** Pauses or resumes marks on some hosts. */
export const hostsPaused =
  (hosts: readonly string[], paused: boolean): Change =>
  ({ pausedHosts }) => {
    const others = pausedHosts.filter((known) => !hosts.includes(known));
    return { pausedHosts: paused ? [...others, ...hosts] : others };
  };

export const hostPaused = (host: string, paused: boolean): Change => hostsPaused([host], paused);

/** Toggles the pause of a page: resumes every paused part that contains it, or pauses its host. */
export const hostPauseTurned =
  ({ hostname, pathname }: URL): Change =>
  (settings) => {
    const parts = pausedParts(settings.pausedHosts, hostname, pathname);
    const isPaused = parts.length > 0;
    return hostsPaused(isPaused ? parts : [hostname], !isPaused)(settings);
  };

/** Sets the provider of a host; null returns to guessing. */
export const providerSet =
  (host: string, provider: string | null): Change =>
  ({ providerByHost }) => {
    const { [host]: _, ...others } = providerByHost;
    return { providerByHost: provider === null ? others : { ...others, [host]: provider } };
  };

/** Merges the settings of one host; undefined returns a field to the general setting. */
export const siteWished =
  (host: string, wish: SiteWish): Change =>
  ({ bySite }) => {
    const { [host]: before, ...others } = bySite;
    const after = Object.entries({ ...before, ...wish }).filter(([, value]) => value !== undefined);
    return { bySite: after.length > 0 ? { ...others, [host]: Object.fromEntries(after) } : others };
  };

/** Suppresses a code in places of its site, or removes that suppression. Keeps the newest MAX_SILENCED. */
export const placeSilenced =
  (silence: Silence, on: boolean): Change =>
  ({ silenced }) => {
    const others = silenced.filter((known) => !isSameSilence(known, silence));
    return { silenced: on ? [silence, ...others].slice(0, MAX_SILENCED) : others };
  };

/** Sets the note of a code; an empty text removes it. Throws if that exceeds MAX_NOTES. */
export const noteSet =
  (key: string, text: string): Change =>
  ({ notes }) => {
    const { [key]: _, ...others } = notes;
    const note = text.trim();
    return { notes: note === '' ? others : fewEnough({ ...others, [key]: note }) };
  };

/** Adds the notes of a file. `prefer` decides which note is kept for the same key. Throws if that exceeds MAX_NOTES. */
export const notesMerged =
  (added: Notes, prefer: 'mine' | 'added'): Change =>
  ({ notes }) => ({ notes: fewEnough(prefer === 'mine' ? { ...added, ...notes } : { ...notes, ...added }) });

function fewEnough(notes: Notes): Notes {
  if (Object.keys(notes).length > MAX_NOTES) throw new Error(`At most ${MAX_NOTES} notes are kept`);
  return notes;
}

/** Puts a lookup at the top of the recent ones, unless the history is off. */
export const lookUpKept =
  (code: string): Change =>
  ({ recent }) => {
    if (!recent.on) return {};
    const others = recent.list.filter((known) => known !== code);
    return { recent: { ...recent, list: [code, ...others].slice(0, MAX_RECENT) } };
  };

/** Switches the history of lookups on, or switches it off and clears it. */
export const lookUpsRemembered =
  (on: boolean): Change =>
  ({ recent }) => ({ recent: { ...recent, on, list: on ? recent.list : [] } });

export const lookUpsForgotten: Change = ({ recent }) => ({ recent: { ...recent, list: [] } });

/** A choice that a reader makes in a card: a suppression, or a host's provider. */
export type SiteChoice = { silence: Silence; on: boolean } | { host: string; provider: string };

export const siteChosen = (choice: SiteChoice): Change =>
  'silence' in choice ? placeSilenced(choice.silence, choice.on) : providerSet(choice.host, choice.provider);

import { isSameSilence, type Silence } from '../detect/silence.ts';
import {
  MAX_NOTES,
  MAX_SILENCED,
  type Notes,
  pausedParts,
  type Settings,
  type SiteWish,
} from './settings.ts';

/** The fields that are others afterwards. */
export type Change = (settings: Settings) => Partial<Settings>;

/** Makes a change in what is stored, and so in every tab. Rejects where it could not be stored. */
export type ChangeSettings = (change: Change) => Promise<Settings>;

const MAX_RECENT = 20;

/** Hides the marks on some hosts, or shows them. */
export const hostsPaused =
  (hosts: readonly string[], paused: boolean): Change =>
  ({ pausedHosts }) => {
    const others = pausedHosts.filter((known) => !hosts.includes(known));
    return { pausedHosts: paused ? [...others, ...hosts] : others };
  };

export const hostPaused = (host: string, paused: boolean): Change => hostsPaused([host], paused);

/** Hides the marks on the host of a page where they are shown, and shows them where they are hidden. */
export const hostPauseTurned =
  ({ hostname, pathname }: URL): Change =>
  (settings) => {
    const parts = pausedParts(settings.pausedHosts, hostname, pathname);
    const isPaused = parts.length > 0;
    return hostsPaused(isPaused ? parts : [hostname], !isPaused)(settings);
  };

/** Remembers whose codes a host shows; null goes back to guessing. */
export const providerSet =
  (host: string, provider: string | null): Change =>
  ({ providerByHost }) => {
    const { [host]: _, ...others } = providerByHost;
    return { providerByHost: provider === null ? others : { ...others, [host]: provider } };
  };

/** Keeps what the reader wants of one host; undefined goes back to what is wanted everywhere. */
export const siteWished =
  (host: string, wish: SiteWish): Change =>
  ({ bySite }) => {
    const { [host]: before, ...others } = bySite;
    const after = Object.entries({ ...before, ...wish }).filter(([, value]) => value !== undefined);
    return { bySite: after.length > 0 ? { ...others, [host]: Object.fromEntries(after) } : others };
  };

/** Silences the code in such places of its site, or marks it there again. */
export const placeSilenced =
  (silence: Silence, on: boolean): Change =>
  ({ silenced }) => {
    const others = silenced.filter((known) => !isSameSilence(known, silence));
    return { silenced: on ? [silence, ...others].slice(0, MAX_SILENCED) : others };
  };

/** Writes a note on a code; an empty text takes it away. Throws where there are too many. */
export const noteSet =
  (key: string, text: string): Change =>
  ({ notes }) => {
    const { [key]: _, ...others } = notes;
    const note = text.trim();
    return { notes: note === '' ? others : fewEnough({ ...others, [key]: note }) };
  };

/** Adds the notes of a file. Throws where there are too many. */
export const notesMerged =
  (added: Notes, prefer: 'mine' | 'added'): Change =>
  ({ notes }) => ({ notes: fewEnough(prefer === 'mine' ? { ...added, ...notes } : { ...notes, ...added }) });

function fewEnough(notes: Notes): Notes {
  if (Object.keys(notes).length > MAX_NOTES) throw new Error(`At most ${MAX_NOTES} notes are kept`);
  return notes;
}

/** Puts a look-up on top of the recent ones, where the user wants them kept. */
export const lookUpKept =
  (code: string): Change =>
  ({ recent }) => {
    if (!recent.on) return {};
    const others = recent.list.filter((known) => known !== code);
    return { recent: { ...recent, list: [code, ...others].slice(0, MAX_RECENT) } };
  };

/** Keeps look-ups from now on, or forgets them all and keeps none. */
export const lookUpsRemembered =
  (on: boolean): Change =>
  ({ recent }) => ({ recent: { ...recent, on, list: on ? recent.list : [] } });

/** Forgets every look-up. */
export const lookUpsForgotten: Change = ({ recent }) => ({ recent: { ...recent, list: [] } });

/** What a reader chooses for a site in a card. */
export type SiteChoice = { silence: Silence; on: boolean } | { host: string; provider: string };

export const siteChosen = (choice: SiteChoice): Change =>
  'silence' in choice ? placeSilenced(choice.silence, choice.on) : providerSet(choice.host, choice.provider);

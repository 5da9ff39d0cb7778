import type { Sensitivity } from '../detect/hit.ts';
import type { Silence } from '../detect/silence.ts';
import type { Language } from '../language/languages.ts';
import type { MarkStrength, MarkStyle } from '../page/highlight-name.ts';
import type { Hover } from '../page/pointer.ts';

export type Notes = Readonly<Record<string, string>>;

/** What the user chose. One object in local storage; missing or broken fields count as their default. */
export interface Settings {
  /** Off: no mark on any page. */
  enabled: boolean;
  /** Hosts without marks, such as `business.facebook.com`, and paths of hosts: `apps.example/crm`. */
  pausedHosts: readonly string[];
  /** How long the pointer rests on a code before the card opens, 0 to 1500 ms. */
  hoverDelayMs: number;
  /** A card stays open from the start, as if it were pinned by hand. */
  openPinned: boolean;
  /** How codes are marked. */
  markStyle: MarkStyle;
  markStrength: MarkStrength;
  /** Whether a card opens where the pointer rests, and how sure a code must be to be marked; a host may differ. */
  hover: Hover;
  sensitivity: Sensitivity;
  bySite: Readonly<Record<string, SiteWish>>;
  /** Whose codes a host shows, by provider id: the user's word goes before every guess. */
  providerByHost: Readonly<Record<string, string>>;
  /** Places of which the reader said that they hold no error code, newest first. */
  silenced: readonly Silence[];
  /** What a team knows of a code, by the key of its entry, or by the code itself where the catalogue lacks it. */
  notes: Notes;
  /** What the interface speaks; null for the nearest to the browser's own. */
  language: Language | null;
  /** They follow the person through the browser's account. Each browser is asked for itself. */
  sync: boolean;
  /** Recent look-ups, newest first. Kept only where `on`. */
  recent: Readonly<{ on: boolean; list: readonly string[] }>;
}

/** What a reader wants of one host, where that is not as everywhere. */
export interface SiteWish {
  hover?: Hover | undefined;
  sensitivity?: Sensitivity | undefined;
}

export const MAX_HOVER_DELAY_MS = 1500;
/** Nobody chooses so many by hand, and the settings show them all. Of more, the oldest go. */
export const MAX_SITES = 500;
/** Each is looked at for every hit of its site. */
export const MAX_SILENCED = 500;
/** Each frame of a console hears of them all when one changes. */
export const MAX_NOTES = 200;
export const MAX_NOTE_CHARACTERS = 300;

export const DEFAULTS: Settings = {
  enabled: true,
  pausedHosts: [],
  hoverDelayMs: 200,
  openPinned: false,
  markStyle: 'underline',
  markStrength: 'normal',
  hover: 'on',
  sensitivity: 'normal',
  bySite: {},
  providerByHost: {},
  silenced: [],
  notes: {},
  language: null,
  sync: false,
  recent: { on: false, list: [] },
};

/** What holds a page and is paused: its host, and paths of it, the longest first. */
export const pausedParts = (paused: readonly string[], host: string, path: string): string[] =>
  paused.filter((part) => `${host}${path}/`.startsWith(`${part}/`)).sort((a, b) => b.length - a.length);

const MARKING = ['enabled', 'pausedHosts', 'providerByHost', 'silenced', 'sensitivity', 'bySite'] as const;

/** Under both settings every page shows the same codes, however they look. */
export function marksAlike(one: Settings, other: Settings): boolean {
  return MARKING.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}

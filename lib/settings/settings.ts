import type { OwnCode } from '../catalogue/own-codes.ts';
import type { Language } from '../core/i18n/languages.ts';
import {
  HOVER_MODES,
  type HoverMode,
  type Look,
  MARK_STRENGTHS,
  MARK_STYLES,
} from '../core/mark-look.ts';
import { toRecord } from '../core/type-guards.ts';
import { MIN_CONFIDENCE, type Sensitivity } from '../detect/threshold.ts';
import type { Suppression } from './suppression.ts';

/** Removes control characters, except white space, and those that change the direction of text: with them, a text can look like another. */
export const stripControls = (text: string): string =>
  text.replace(/(?!\s)[\p{Cc}\p{Bidi_C}]/gu, '');

export type Notes = Readonly<Record<string, string>>;

export const SETTINGS_VERSION = 2;

/** Converts stored settings of version 1, which called the suppressions `silenced`. */
export function upgradeSettings(
  stored: unknown,
): Readonly<Record<string, unknown>> {
  const { silenced: suppressions, ...fields } = toRecord(stored);
  return suppressions === undefined ? fields : { suppressions, ...fields };
}

/** The user's settings: one object in `storage.local`, with only what the user chose. The others have their defaults. */
export interface Settings {
  enabled: boolean;
  /** Hosts without marks, such as `business.facebook.com`, and hosts with a path: `apps.example/crm`. */
  pausedHosts: readonly string[];
  /** Time in milliseconds that the pointer rests on a code before the card opens, 0 to 1500. */
  hoverDelayMs: number;
  openPinned: boolean;
  markStyle: Look['style'];
  markStrength: Look['strength'];
  /** When hovering opens a card, and how certain a code must be to be marked. `bySite` overrides both for a host. */
  hover: HoverMode;
  sensitivity: Sensitivity;
  bySite: Readonly<Record<string, SiteOverrides>>;
  /** The provider of each host by id, set by the user. Overrides every guess. */
  providerByHost: Readonly<Record<string, string>>;
  suppressions: readonly Suppression[];
  /** Notes of a team, by the key of an entry, or by the code itself if the catalogue does not have it. */
  notes: Notes;
  ownCodes: readonly OwnCode[];
  /** Language of the interface; null means the browser's. */
  language: Language | null;
  autoTranslate: boolean;
  /** Settings are synced through the browser's account. Chosen separately in each browser. */
  sync: boolean;
  rememberLookups: boolean;
  /** Newest first. */
  recentLookups: readonly string[];
}

export type SiteOverrides = {
  [Name in 'hover' | 'sensitivity']?: Settings[Name] | undefined;
} & {
  /** IANA name of the zone of times that name none: `Europe/Madrid`. */
  timeZone?: string | undefined;
};

export type SiteSettings = Pick<
  Settings,
  'pausedHosts' | 'providerByHost' | 'suppressions' | 'bySite'
>;

export const MAX_HOVER_DELAY_MS = 1500;
/** A safe upper limit: the settings page lists all sites. The oldest are dropped. */
export const MAX_SITES = 500;
/** Each one is compared with every hit of its site. */
export const MAX_SUPPRESSIONS = 500;
/** Each frame of a console receives all notes when one changes. */
export const MAX_NOTES = 200;
export const MAX_NOTE_CHARACTERS = 300;
/** Each frame of a console looks for their texts. */
export const MAX_OWN_CODES = 100;
export const MAX_OWN_WORDINGS = 5;

export const DEFAULT_SETTINGS: Settings = {
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
  suppressions: [],
  notes: {},
  ownCodes: [],
  language: null,
  autoTranslate: false,
  sync: false,
  rememberLookups: false,
  recentLookups: [],
};

export type ChoiceName = 'markStyle' | 'markStrength' | 'sensitivity' | 'hover';

/** The values of each choice, in the order of the settings page. */
export const CHOICES: {
  readonly [Name in ChoiceName]: readonly Settings[Name][];
} = {
  markStyle: MARK_STYLES,
  markStrength: MARK_STRENGTHS,
  sensitivity: Object.keys(MIN_CONFIDENCE) as Sensitivity[],
  hover: HOVER_MODES,
};

/** The settings that a frame needs. `suppressions` has only those of its host. */
export interface PageState
  extends Pick<
    Settings,
    'hoverDelayMs' | 'openPinned' | 'hover' | 'sensitivity' | 'suppressions'
  > {
  isOn: boolean;
  provider: string | null;
  timeZone: string | null;
  look: Look;
  /** The codes and wordings of the team's own codes, which the page is searched for. */
  ownTexts: readonly string[];
}

export const DEFAULT_PAGE_STATE: PageState = {
  ...DEFAULT_SETTINGS,
  isOn: false,
  provider: null,
  timeZone: null,
  look: {
    style: DEFAULT_SETTINGS.markStyle,
    strength: DEFAULT_SETTINGS.markStrength,
  },
  ownTexts: [],
};

/** Returns the paused parts that contain a page: its host or hosts with a path, longest first. */
export const findPausedParts = (
  paused: readonly string[],
  host: string,
  path: string,
): string[] =>
  paused
    .filter((part) => `${host}${path}/`.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length);

export const getHostsWithChoices = ({
  pausedHosts,
  providerByHost,
  bySite,
  suppressions,
}: SiteSettings) => [
  ...pausedHosts,
  ...Object.keys(providerByHost),
  ...Object.keys(bySite),
  ...suppressions.map(({ host }) => host),
];

/** Whether two settings differ in lookups at most, which no page shows. */
export function haveSameMarks(one: Settings, other: Settings): boolean {
  const toMarking = ({
    recentLookups: _,
    rememberLookups: __,
    ...marking
  }: Settings) => JSON.stringify(marking);

  return toMarking(one) === toMarking(other);
}

import * as v from 'valibot';
import { getOwn } from '../../lib/core/get-own.ts';
import { LANGUAGES, type Language } from '../../lib/core/i18n/languages.ts';
import {
  formatNumber,
  getListSeparator,
  t,
} from '../../lib/core/i18n/translate.ts';
import {
  type SettingsChange,
  setOwnCodes,
  setRememberLookups,
} from '../../lib/settings/changes.ts';
import {
  getNewerText,
  parseSettings,
} from '../../lib/settings/parse-settings.ts';
import {
  type Notes,
  SETTINGS_VERSION,
  type Settings,
} from '../../lib/settings/settings.ts';
import { SETTING_TEXTS } from '../shared/texts.tsx';

const MAX_FILE_CHARACTERS = 1_000_000;
const FILE_FORMAT = 'errata-settings';

const fileSchema = v.object({
  form: v.literal(FILE_FORMAT),
  version: v.optional(v.number()),
  settings: v.record(v.string(), v.unknown()),
});

/** The part of the settings that a file contains: lookups are private to the browser, and each browser chooses whether it syncs. */
export type SettingsFile = Partial<
  Omit<Settings, 'sync' | 'autoTranslate' | 'recentLookups'>
>;

const withoutPrivate = ({
  recentLookups: _,
  sync: __,
  autoTranslate: ___,
  ...kept
}: Partial<Settings>) => kept;

export const serializeSettings = (chosen: Partial<Settings>): string =>
  serializeFile(withoutPrivate(chosen));

export const serializeFile = (settings: SettingsFile): string =>
  `${JSON.stringify({ form: FILE_FORMAT, version: SETTINGS_VERSION, settings }, null, 2)}\n`;

/** Returns the settings of a file, or an error message for the user. Never throws. */
export function parseSettingsFile(
  text: string,
): { settings: SettingsFile } | { problem: string } {
  if (text.length > MAX_FILE_CHARACTERS)
    return { problem: t('The file is too large for a settings file.') };

  const file = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (!file.success)
    return {
      problem:
        file.issues[0].type === 'parse_json'
          ? t('The file isn’t valid JSON. It may be incomplete.')
          : t('This isn’t an Errata settings file.'),
    };

  const { settings: given, version } = file.output;
  const { settings, problem, isNewer } = parseSettings(
    { ...given, version },
    'any',
  );
  if (isNewer) return { problem: getNewerText() };

  if (problem)
    return {
      problem: t(
        'The file has an error at “$1”: $2.',
        problem.path,
        problem.why,
      ),
    };

  return { settings: withoutPrivate(settings) };
}

export function compareNotes(
  mine: Notes,
  theirs: Notes = {},
): { added: string[]; differing: string[] } {
  const keys = Object.keys(theirs).filter(
    (key) => theirs[key] !== getOwn(mine, key),
  );

  return {
    added: keys.filter((key) => getOwn(mine, key) === undefined),
    differing: keys.filter((key) => getOwn(mine, key) !== undefined),
  };
}

/** Returns the change that a file makes to the settings other than notes. Keeps fields and own codes that are not in the file. */
export const applySettingsFile =
  ({
    rememberLookups,
    notes: _,
    ownCodes,
    ...settings
  }: SettingsFile): SettingsChange =>
  (before) => ({
    ...settings,
    ...(ownCodes && setOwnCodes(ownCodes)(before)),
    ...(rememberLookups !== undefined &&
      setRememberLookups(rememberLookups)(before)),
  });

export const formatDelay = (ms: number): string =>
  ms === 0 ? t('no delay') : t('$1 ms', formatNumber(ms));

/** Returns the differences between two settings other than notes, one per line. */
export function describeSettingChanges(
  before: Settings,
  after: Settings,
): string[] {
  const fields = Object.keys(SETTING_TEXTS) as (keyof typeof SETTING_TEXTS)[];

  const changed = fields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );

  // All choices for sites share one line.
  return [
    ...new Set(changed.map((field) => formatSetting(field, before, after))),
  ];
}

function formatSetting(
  field: keyof typeof SETTING_TEXTS,
  before: Settings,
  after: Settings,
): string {
  const value = after[field];
  const name = t(SETTING_TEXTS[field].name);

  if (field === 'ownCodes') {
    const known = before.ownCodes.map((one) => JSON.stringify(one));

    const changed = after.ownCodes.filter(
      (one) => !known.includes(JSON.stringify(one)),
    );

    const codes = changed.map(({ code, link }) =>
      link ? `${code} (${URL.parse(link)?.host})` : code,
    );

    return `${name}: ${codes.join(getListSeparator())}`;
  }

  const valueWords = SETTING_TEXTS[field].values?.[String(value)];
  if (valueWords) return `${name}: ${t(valueWords)}`;
  if (typeof value === 'number') return `${name}: ${formatDelay(value)}`;

  return typeof value === 'string'
    ? `${name}: ${LANGUAGES[value as Language]}`
    : name;
}

import * as v from 'valibot';
import { t } from '../../lib/i18n/translate.ts';
import { type SettingsChange, setRememberLookups } from '../../lib/settings/changes.ts';
import { MAX_SITES, MAX_SUPPRESSIONS, type Notes, type Settings } from '../../lib/settings/settings.ts';
import {
  describeIssue,
  hostSchema,
  settingFields,
  settingLists,
  siteOverridesSchema,
  suppressionSchema,
} from '../../lib/settings/settings-schema.ts';

const MAX_FILE_CHARACTERS = 1_000_000;
const FILE_FORMAT = 'errata-settings';

/**
 * Schema of a settings file. It may contain only some settings, or only notes. Recent lookups are private to the browser, so they are not
 * part of it, nor is whether this browser syncs.
 */
const fileSchema = v.object({
  form: v.literal(FILE_FORMAT),
  settings: v.partial(
    v.object({
      ...settingFields,
      ...settingLists,
      bySite: v.pipe(v.record(hostSchema, siteOverridesSchema), v.maxEntries(MAX_SITES)),
      silenced: v.pipe(v.array(suppressionSchema), v.maxLength(MAX_SUPPRESSIONS)),
      rememberLookUps: v.boolean(),
    }),
  ),
});

export type SettingsFile = v.InferOutput<typeof fileSchema>['settings'];

/** Serializes settings for `parseSettingsFile`. */
export function serializeSettings({ recent, sync: _, ...kept }: Settings): string {
  const silenced = kept.silenced.map(({ host, code, by, words }) => ({ host, code, by, words }));
  return serializeFile({ ...kept, silenced, rememberLookUps: recent.on });
}

export const serializeFile = (settings: object): string =>
  `${JSON.stringify({ form: FILE_FORMAT, settings }, null, 2)}\n`;

/**
 * Parses a settings file. Never throws.
 *
 * @returns The settings, or an error message for the reader.
 */
export function parseSettingsFile(text: string): { settings: SettingsFile } | { problem: string } {
  if (text.length > MAX_FILE_CHARACTERS) return { problem: t('The file is too large for a settings file.') };
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (result.success) return { settings: result.output.settings };
  const [issue] = result.issues;
  if (issue.type === 'parse_json') return { problem: t('The file isn’t valid JSON. It may be incomplete.') };
  const path = v.getDotPath(issue);
  if (!path?.startsWith('settings.')) return { problem: t('This isn’t an Errata settings file.') };
  return {
    problem: t('The file has an error at “$1”: $2.', path.slice('settings.'.length), describeIssue(issue)),
  };
}

/** Returns the keys of notes that a file would add, and of those that differ from the existing ones. */
export function compareNotes(mine: Notes, theirs: Notes = {}): { added: string[]; differing: string[] } {
  const keys = Object.keys(theirs).filter((key) => theirs[key] !== mine[key]);
  return {
    added: keys.filter((key) => mine[key] === undefined),
    differing: keys.filter((key) => mine[key] !== undefined),
  };
}

/** Returns the change that a file makes to the settings other than notes. Keeps fields that are not in the file. */
export const applySettingsFile =
  ({ rememberLookUps, notes: _, ...settings }: SettingsFile): SettingsChange =>
  (before) => ({
    ...(settings as Partial<Settings>),
    ...(rememberLookUps !== undefined && setRememberLookups(rememberLookUps)(before)),
  });

import * as v from 'valibot';
import { t } from '../../lib/language/translate.ts';
import { type Change, lookUpsRemembered } from '../../lib/settings/changes.ts';
import { faultOf, fields, hostSchema, lists, silenceSchema, wishSchema } from '../../lib/settings/schema.ts';
import { MAX_SILENCED, MAX_SITES, type Notes, type Settings } from '../../lib/settings/settings.ts';

const MOST_CHARACTERS = 1_000_000;
const FORM = 'errata-settings';

/**
 * Schema of a settings file. It may contain only some settings, or only notes. Recent lookups are private to the browser, so they are not
 * part of it, nor is whether this browser syncs.
 */
const fileSchema = v.object({
  form: v.literal(FORM),
  settings: v.partial(
    v.object({
      ...fields,
      ...lists,
      bySite: v.pipe(v.record(hostSchema, wishSchema), v.maxEntries(MAX_SITES)),
      silenced: v.pipe(v.array(silenceSchema), v.maxLength(MAX_SILENCED)),
      rememberLookUps: v.boolean(),
    }),
  ),
});

export type SettingsFile = v.InferOutput<typeof fileSchema>['settings'];

/** Serializes settings for `readSettingsFile`. */
export function writeSettingsFile({ recent, sync: _, ...kept }: Settings): string {
  const silenced = kept.silenced.map(({ host, code, by, words }) => ({ host, code, by, words }));
  return writeFile({ ...kept, silenced, rememberLookUps: recent.on });
}

export const writeFile = (settings: object): string =>
  `${JSON.stringify({ form: FORM, settings }, null, 2)}\n`;

/**
 * Parses a settings file. Never throws.
 *
 * @returns The settings, or an error message for the reader.
 */
export function readSettingsFile(text: string): { settings: SettingsFile } | { problem: string } {
  if (text.length > MOST_CHARACTERS) return { problem: t('The file is too large for a settings file.') };
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (result.success) return { settings: result.output.settings };
  const [issue] = result.issues;
  if (issue.type === 'parse_json') return { problem: t('The file isn’t valid JSON. It may be incomplete.') };
  const path = v.getDotPath(issue);
  if (!path?.startsWith('settings.')) return { problem: t('This isn’t an Errata settings file.') };
  return { problem: t('The file has an error at “$1”: $2.', path.slice('settings.'.length), faultOf(issue)) };
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
export const settingsTaken =
  ({ rememberLookUps, notes: _, ...settings }: SettingsFile): Change =>
  (before) => ({
    ...(settings as Partial<Settings>),
    ...(rememberLookUps !== undefined && lookUpsRemembered(rememberLookUps)(before)),
  });

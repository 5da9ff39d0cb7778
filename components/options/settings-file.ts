import * as v from 'valibot';
import { t } from '../../lib/language/translate.ts';
import { type Change, lookUpsRemembered } from '../../lib/settings/changes.ts';
import { faultOf, fields, hostSchema, lists, silenceSchema, wishSchema } from '../../lib/settings/schema.ts';
import { MAX_SILENCED, MAX_SITES, type Notes, type Settings } from '../../lib/settings/settings.ts';

const MOST_CHARACTERS = 1_000_000;
const FORM = 'errata-settings';

/**
 * A file may hold some of the settings, or notes alone. Look-ups are not part of it: what somebody looked up stays in the browser where
 * they did. Nor is whether that browser syncs.
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

/** The settings as a file that `readSettingsFile` takes. */
export function writeSettingsFile({ recent, sync: _, ...kept }: Settings): string {
  const silenced = kept.silenced.map(({ host, code, by, words }) => ({ host, code, by, words }));
  return writeFile({ ...kept, silenced, rememberLookUps: recent.on });
}

export const writeFile = (settings: object): string =>
  `${JSON.stringify({ form: FORM, settings }, null, 2)}\n`;

/**
 * Reads a file that somebody chose. Never throws.
 *
 * @returns The settings, or why there are none, in a sentence for the reader.
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

/** What the notes of a file would do: those that are new here, and those on which the two differ. */
export function compareNotes(mine: Notes, theirs: Notes = {}): { added: string[]; differing: string[] } {
  const keys = Object.keys(theirs).filter((key) => theirs[key] !== mine[key]);
  return {
    added: keys.filter((key) => mine[key] === undefined),
    differing: keys.filter((key) => mine[key] !== undefined),
  };
}

/** What a file changes besides notes. What it does not hold stays. */
export const settingsTaken =
  ({ rememberLookUps, notes: _, ...settings }: SettingsFile): Change =>
  (before) => ({
    ...(settings as Partial<Settings>),
    ...(rememberLookUps !== undefined && lookUpsRemembered(rememberLookUps)(before)),
  });

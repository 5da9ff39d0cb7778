import * as v from 'valibot';
import { t } from '../../lib/language/translate.ts';
import { type Change, lookUpsRemembered, notesMerged } from '../../lib/settings/changes.ts';
import {
  faultOf,
  fields,
  hostSchema,
  noteKeySchema,
  noteSchema,
  silenceSchema,
  wishSchema,
  withDefaults,
} from '../../lib/settings/schema.ts';
import {
  MAX_NOTES,
  MAX_SILENCED,
  MAX_SITES,
  type Notes,
  type Settings,
} from '../../lib/settings/settings.ts';

const MOST_CHARACTERS = 1_000_000;
const FORM = 'errata-settings';

const TOO_MANY_SITES = ({ requirement, received }: { requirement: number; received: string }) =>
  t('it holds $1 sites, and at most $2 are kept', received, requirement);

/** Look-ups are not part of it: what somebody looked up stays in the browser where they did. Nor is whether that browser syncs. */
const fileSchema = v.object({
  form: v.literal(FORM),
  settings: v.object({
    // Files of before they were settings lack some.
    ...withDefaults(v.optional),
    enabled: fields.enabled,
    hoverDelayMs: fields.hoverDelayMs,
    pausedHosts: v.pipe(v.array(hostSchema), v.maxLength(MAX_SITES, TOO_MANY_SITES)),
    bySite: v.optional(v.pipe(v.record(hostSchema, wishSchema), v.maxEntries(MAX_SITES, TOO_MANY_SITES)), {}),
    providerByHost: v.pipe(v.record(hostSchema, v.string()), v.maxEntries(MAX_SITES, TOO_MANY_SITES)),
    silenced: v.optional(
      v.pipe(
        v.array(silenceSchema),
        v.maxLength(MAX_SILENCED, () => t('it holds more than $1 places', MAX_SILENCED)),
      ),
      [],
    ),
    notes: v.optional(
      v.pipe(
        v.record(noteKeySchema, noteSchema),
        v.maxEntries(MAX_NOTES, () => t('it holds more than $1 notes', MAX_NOTES)),
      ),
      {},
    ),
    rememberLookUps: v.boolean(),
  }),
});

export type SettingsFile = v.InferOutput<typeof fileSchema>['settings'];

/** The settings as a file that `readSettingsFile` takes. */
export function writeSettingsFile({ recent, sync: _, ...kept }: Settings): string {
  const settings: SettingsFile = {
    ...kept,
    pausedHosts: [...kept.pausedHosts],
    notes: { ...kept.notes },
    bySite: { ...kept.bySite },
    silenced: kept.silenced.map(({ host, code, by, words }) => ({ host, code, by, words })),
    rememberLookUps: recent.on,
  };
  return `${JSON.stringify({ form: FORM, settings }, null, 2)}\n`;
}

/**
 * Reads a file that somebody chose. Never throws.
 *
 * @returns The settings, or why there are none, in a sentence for the reader.
 */
export function readSettingsFile(text: string): { settings: SettingsFile } | { problem: string } {
  if (text.length > MOST_CHARACTERS) return { problem: t('The file is too large for a settings file.') };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: t('The file is not JSON; it may be cut off.') };
  }
  const result = v.safeParse(fileSchema, value);
  if (result.success) return { settings: result.output.settings };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  if (!path?.startsWith('settings.')) return { problem: t('Errata did not write this file.') };
  return { problem: t('The file is wrong at “$1”: $2.', path.slice('settings.'.length), faultOf(issue)) };
}

/** What the notes of a file would do: those that are new here, and those on which the two differ. */
export function compareNotes(mine: Notes, theirs: Notes): { added: string[]; differing: string[] } {
  const keys = Object.keys(theirs).filter((key) => theirs[key] !== mine[key]);
  return {
    added: keys.filter((key) => mine[key] === undefined),
    differing: keys.filter((key) => mine[key] !== undefined),
  };
}

/** What an import changes. What the file does not hold stays, and so does each note that it does not hold. */
export const fileTaken =
  ({ rememberLookUps, notes, ...settings }: SettingsFile, prefer: 'mine' | 'added'): Change =>
  (before) => ({
    ...settings,
    ...lookUpsRemembered(rememberLookUps)(before),
    ...notesMerged(notes, prefer)(before),
  });

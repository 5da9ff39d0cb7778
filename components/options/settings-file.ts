import * as v from 'valibot';
import type { Settings } from '../../lib/bridge/page-settings.ts';
import { MAX_HOVER_DELAY } from './limits.ts';

const MOST_CHARACTERS = 1_000_000;
const FORM = 'errata-settings';

const host = v.pipe(v.string(), v.regex(/^[a-z0-9.:-]+$/i, 'must be a host such as business.facebook.com'));

const silence = v.object({
  host: v.string(),
  code: v.string(),
  by: v.picklist(['column', 'label', 'shape']),
  words: v.string(),
});

/** Look-ups are not part of it: what somebody looked up stays in the browser where they did. */
const fileSchema = v.object({
  form: v.literal(FORM),
  settings: v.object({
    enabled: v.boolean(),
    pausedHosts: v.array(host),
    hoverDelayMs: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_HOVER_DELAY)),
    // Files of before it was a setting lack it.
    openPinned: v.optional(v.boolean(), false),
    markStyle: v.optional(v.picklist(['underline', 'tint', 'hover']), 'underline'),
    markStrength: v.optional(v.picklist(['faint', 'normal', 'bold']), 'normal'),
    providerByHost: v.record(host, v.string()),
    silenced: v.optional(v.array(silence), []),
    rememberLookUps: v.boolean(),
  }),
});

export type SettingsFile = v.InferOutput<typeof fileSchema>['settings'];

/** The settings as a file that `readSettingsFile` takes. */
export function writeSettingsFile({
  enabled,
  pausedHosts,
  hoverDelayMs,
  openPinned,
  markStyle,
  markStrength,
  providerByHost,
  silenced,
  recent,
}: Settings): string {
  const settings: SettingsFile = {
    enabled,
    pausedHosts: [...pausedHosts],
    hoverDelayMs,
    openPinned,
    markStyle,
    markStrength,
    providerByHost: { ...providerByHost },
    silenced: silenced.map(({ host, code, by, words }) => ({ host, code, by, words })),
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
  if (text.length > MOST_CHARACTERS) return { problem: 'The file is too large for a settings file.' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'The file is not JSON; it may be cut off.' };
  }
  const result = v.safeParse(fileSchema, value);
  if (result.success) return { settings: result.output.settings };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  if (!path?.startsWith('settings.')) return { problem: 'The file is not one that Errata wrote.' };
  return { problem: `The file does not fit at “${path.slice('settings.'.length)}”: ${issue.message}.` };
}

/** The settings after an import. What the file does not hold stays. */
export function withFile(
  { recent }: Settings,
  { rememberLookUps, ...settings }: SettingsFile,
): Partial<Settings> {
  return {
    ...settings,
    recent: { ...recent, on: rememberLookUps, list: rememberLookUps ? recent.list : [] },
  };
}

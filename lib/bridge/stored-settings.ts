import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import type { ChangeSettings } from '../settings/changes.ts';
import { fields, noteSchema, silenceSchema } from '../settings/schema.ts';
import { DEFAULTS, MAX_NOTES, MAX_SILENCED, MAX_SITES, type Settings } from '../settings/settings.ts';

/**
 * Each field falls back by itself, so that one broken field costs no other; unknown fields stay. Lists of before there was a limit are cut:
 * the settings could not show them.
 */
const schema = v.looseObject({
  enabled: v.fallback(fields.enabled, DEFAULTS.enabled),
  pausedHosts: v.fallback(
    v.pipe(
      v.array(v.string()),
      v.transform((hosts) => hosts.slice(-MAX_SITES)),
    ),
    [],
  ),
  hoverDelayMs: v.fallback(fields.hoverDelayMs, DEFAULTS.hoverDelayMs),
  openPinned: v.fallback(fields.openPinned, DEFAULTS.openPinned),
  markStyle: v.fallback(fields.markStyle, DEFAULTS.markStyle),
  markStrength: v.fallback(fields.markStrength, DEFAULTS.markStrength),
  language: v.fallback(fields.language, DEFAULTS.language),
  providerByHost: v.fallback(
    v.pipe(
      v.record(v.string(), v.string()),
      v.transform((providers) => Object.fromEntries(Object.entries(providers).slice(-MAX_SITES))),
    ),
    {},
  ),
  silenced: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((list) => list.slice(0, MAX_SILENCED).filter((one) => v.is(silenceSchema, one))),
    ),
    [],
  ),
  notes: v.fallback(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.transform((notes) =>
        Object.fromEntries(
          Object.entries(notes)
            .flatMap(([key, text]) => (v.is(noteSchema, text) ? [[key, text] as const] : []))
            .slice(0, MAX_NOTES),
        ),
      ),
    ),
    {},
  ),
  recent: v.fallback(v.looseObject({ on: v.boolean(), list: v.array(v.string()) }), { on: false, list: [] }),
});

const stored = storage.defineItem<unknown>('local:settings', { version: 1, fallback: null });

/** Settings from whatever lies in storage. Never throws. */
export function parseSettings(value: unknown): Settings {
  const result = v.safeParse(
    schema,
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {},
  );
  return result.success ? result.output : DEFAULTS;
}

export async function readSettings(): Promise<Settings> {
  return parseSettings(await stored.getValue());
}

/**
 * Changes some fields and keeps the others, those of a later version too. Changes happen one after another, in whatever context each is made:
 * the popup, the settings and the background all write the whole object. Private windows of Chromium have locks of their own.
 *
 * @returns The settings afterwards.
 */
export const changeSettings: ChangeSettings = async (change) =>
  navigator.locks.request('settings', async () => {
    const before = await readSettings();
    const changed = change(before);
    // A look-up that is not to be kept.
    if (Object.keys(changed).length === 0) return before;
    const after = { ...before, ...changed };
    await stored.setValue(after);
    return after;
  });

/** Calls back after each change, in whatever context it was made. Returns the way to stop. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  return stored.watch((value) => changed(parseSettings(value)));
}

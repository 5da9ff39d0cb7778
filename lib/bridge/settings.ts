import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { isSameSilence, type Silence } from '../detect/silence.ts';
import { DEFAULTS, MAX_HOVER_DELAY_MS, type Settings } from './page-settings.ts';

export { DEFAULTS, type Settings } from './page-settings.ts';

const MAX_RECENT = 20;
/** The oldest go first. Each is looked at for every hit of its site. */
const MAX_SILENCED = 500;

const silenceSchema = v.object({
  host: v.string(),
  code: v.string(),
  by: v.picklist(['column', 'label', 'shape']),
  words: v.string(),
});

/** Each field falls back by itself, so that one broken field costs no other; unknown fields stay. */
const schema = v.looseObject({
  enabled: v.fallback(v.boolean(), DEFAULTS.enabled),
  pausedHosts: v.fallback(v.array(v.string()), []),
  hoverDelayMs: v.fallback(
    v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_HOVER_DELAY_MS)),
    DEFAULTS.hoverDelayMs,
  ),
  openPinned: v.fallback(v.boolean(), DEFAULTS.openPinned),
  markStyle: v.fallback(v.picklist(['underline', 'tint', 'hover']), DEFAULTS.markStyle),
  markStrength: v.fallback(v.picklist(['faint', 'normal', 'bold']), DEFAULTS.markStrength),
  providerByHost: v.fallback(v.record(v.string(), v.string()), {}),
  silenced: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((list) => list.filter((one) => v.is(silenceSchema, one))),
    ),
    [],
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

let writing: Promise<unknown> = Promise.resolve();

/**
 * Changes some fields and keeps the others, those of a later version too. Changes of one context happen one after another.
 *
 * @returns The settings afterwards.
 */
export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const next = writing.then(async () => {
    const before = await readSettings();
    const after = { ...before, ...change(before) };
    await stored.setValue(after);
    return after;
  });
  writing = next.catch(() => undefined);
  return next;
}

/** Calls back after each change, in whatever context it was made. Returns the way to stop. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  return stored.watch((value) => changed(parseSettings(value)));
}

/** Puts a look-up on top of the recent ones, where the user wants them kept. */
export function rememberLookUp(code: string): Promise<Settings> {
  return changeSettings(({ recent }) =>
    recent.on
      ? {
          recent: {
            ...recent,
            list: [code, ...recent.list.filter((known) => known !== code)].slice(0, MAX_RECENT),
          },
        }
      : {},
  );
}

/** Forgets every look-up. */
export function forgetLookUps(): Promise<Settings> {
  return changeSettings(({ recent }) => ({ recent: { ...recent, list: [] } }));
}

/** Shows or hides the marks on one host. */
export function pauseHost(host: string, paused: boolean): Promise<Settings> {
  return changeSettings(({ pausedHosts }) => {
    const others = pausedHosts.filter((known) => known !== host);
    return { pausedHosts: paused ? [...others, host] : others };
  });
}

/** Silences the code in such places of its site, or marks it there again. */
export function setSilenced(silence: Silence, on: boolean): Promise<Settings> {
  return changeSettings(({ silenced }) => {
    const others = silenced.filter((known) => !isSameSilence(known, silence));
    return { silenced: (on ? [silence, ...others] : others).slice(0, MAX_SILENCED) };
  });
}

/** Remembers whose codes a host shows; null goes back to guessing. */
export function setProvider(host: string, provider: string | null): Promise<Settings> {
  return changeSettings(({ providerByHost }) => {
    const { [host]: _, ...others } = providerByHost;
    return { providerByHost: provider === null ? others : { ...others, [host]: provider } };
  });
}

import type { PageState } from '../page/page.ts';
import { onMoved } from '../page/site.ts';
import type { Site } from '../page/surroundings.ts';
import type { SiteChoice } from '../settings/changes.ts';
import { asRecord, isText, underPolicy } from '../settings/policy.ts';
import {
  DEFAULTS,
  MAX_HOVER_DELAY_MS,
  MAX_SILENCED,
  MAX_SITES,
  type Notes,
  pausedParts,
} from '../settings/settings.ts';
import { isSameSilence, type Silence } from '../settings/silence.ts';
import { extension } from './extension.ts';
import { ALLOWED_CHANGED, askIfAllowed } from './tell.ts';

export const SETTINGS_KEY = 'settings';
/** Key in `storage.local` of the managed policy, as validated by the background. */
export const MANAGED_KEY = 'managed';

/** Reads the stored settings with the policy applied. Rejects in an orphaned script. */
export async function readUnderPolicy(): Promise<Readonly<Record<string, unknown>>> {
  const all = await extension().storage.local.get([SETTINGS_KEY, MANAGED_KEY]);
  return underPolicy(all[SETTINGS_KEY], all[MANAGED_KEY]);
}

/**
 * Parses the settings for one host from stored data of any shape. Does not use a schema library, because it runs in every frame of every
 * console. Never throws.
 */
export function pageSettings(stored: unknown, host: string, path = ''): PageState {
  const { hoverDelayMs, openPinned, markStyle, markStrength, providerByHost, silenced, ...more } =
    asRecord(stored);
  const sites = asRecord(more.bySite);
  const site = asRecord(Object.hasOwn(sites, host) ? sites[host] : null);
  const providers = asRecord(providerByHost);
  const isDelay = typeof hoverDelayMs === 'number' && hoverDelayMs >= 0 && hoverDelayMs <= MAX_HOVER_DELAY_MS;
  const provider =
    Object.values(providers).every(isText) && Object.keys(providers).slice(-MAX_SITES).includes(host)
      ? providers[host]
      : null;
  return {
    on: isOnAt(stored, host, path),
    hoverDelayMs: isDelay ? hoverDelayMs : DEFAULTS.hoverDelayMs,
    openPinned: openPinned === true,
    hover: firstOf(['on', 'key', 'off'], site.hover, more.hover) ?? DEFAULTS.hover,
    sensitivity:
      firstOf(['surer', 'normal', 'more'], site.sensitivity, more.sensitivity) ?? DEFAULTS.sensitivity,
    look: {
      style: markStyle === 'tint' || markStyle === 'hover' ? markStyle : DEFAULTS.markStyle,
      strength: markStrength === 'faint' || markStrength === 'bold' ? markStrength : DEFAULTS.markStrength,
    },
    provider: isText(provider) ? provider : null,
    silenced: Array.isArray(silenced)
      ? silenced.slice(0, MAX_SILENCED).filter((one) => isSilence(one) && one.host === host)
      : [],
  };
}

/** Returns the first of `values` that is in `known`. */
const firstOf = <T>(known: readonly T[], ...values: readonly unknown[]): T | undefined =>
  values.map((value) => known.find((one) => one === value)).find((one) => one !== undefined);

/** Whether a choice of the reader has been stored. Rejects in an orphaned script. */
export async function isKept(choice: SiteChoice): Promise<boolean> {
  const isSilence = 'silence' in choice;
  const stored = await readUnderPolicy();
  const { provider, silenced } = pageSettings(stored, (isSilence ? choice.silence : choice).host);
  if (!isSilence) return provider === choice.provider;
  return silenced.some((one) => isSameSilence(one, choice.silence)) === choice.on;
}

/** Reads the notes of the team and of its organization. Rejects in an orphaned script. */
export async function readNotes(): Promise<{ own: Notes; managed: Notes }> {
  const all = await extension().storage.local.get([SETTINGS_KEY, MANAGED_KEY]);
  return {
    own: textsOf(asRecord(all[SETTINGS_KEY]).notes),
    managed: textsOf(asRecord(asRecord(all[MANAGED_KEY]).policy).notes),
  };
}

const textsOf = (notes: unknown) =>
  Object.fromEntries(Object.entries(asRecord(notes)).filter(([, text]) => isText(text))) as Notes;

/** Whether marks are shown on a page, for stored data of any shape. */
function isOnAt(stored: unknown, host: string, path: string): boolean {
  const { enabled, pausedHosts } = asRecord(stored);
  const hosts = Array.isArray(pausedHosts) && pausedHosts.every(isText) ? pausedHosts : [];
  return enabled !== false && pausedParts(hosts.slice(-MAX_SITES), host, path).length === 0;
}

/** Returns a key that changes exactly if marks are switched on or off somewhere. */
export function switchesOf(stored: unknown): string {
  const { enabled, pausedHosts } = asRecord(stored);
  return JSON.stringify([enabled !== false, pausedHosts ?? []]);
}

/** Calls back when the reader chooses another language. Never calls back in an orphaned script. */
export function onLanguageChosen(chosen: () => void): void {
  extension().storage.onChanged.addListener((changes, area) => {
    const { oldValue, newValue } = changes[SETTINGS_KEY] ?? {};
    const languageOf = (stored: unknown) => asRecord(stored).language ?? null;
    if (area === 'local' && languageOf(oldValue) !== languageOf(newValue)) chosen();
  });
}

/**
 * Calls back with the settings of this page, now and after each change, until the signal aborts. They are off as well if the host
 * permission was revoked or the tab is paused. An orphaned script gets no changes and keeps its settings.
 *
 * @param known The current settings, if they came with the annotator.
 */
export function followPageSettings(
  site: () => Pick<Site, 'host' | 'path'>,
  known: PageState | null,
  signal: AbortSignal,
  changed: (settings: PageState) => void,
): void {
  let settings = known;
  let allowed = true;
  let path = '';
  const show = () => {
    if (settings && !signal.aborted) changed({ ...settings, on: settings.on && allowed });
  };
  const take = (stored: unknown) => {
    const at = site();
    path = at.path;
    settings = pageSettings(stored, at.host, path);
    show();
  };
  const again = () => readUnderPolicy().then(take, () => undefined);
  const heardChange = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (changes[SETTINGS_KEY] || changes[MANAGED_KEY])) void again();
  };
  const ask = async () => {
    allowed = await askIfAllowed().catch(() => allowed);
    show();
  };
  const heardMessage = (message: unknown, _: unknown, answer: (address: string) => void) => {
    if (message !== ALLOWED_CHANGED) return;
    answer(location.href);
    void ask();
  };
  const { storage, runtime } = extension();
  storage.onChanged.addListener(heardChange);
  runtime.onMessage.addListener(heardMessage);
  signal.addEventListener('abort', () => {
    try {
      storage.onChanged.removeListener(heardChange);
      runtime.onMessage.removeListener(heardMessage);
    } catch {
      // The extension was updated, which already removed its listeners.
    }
  });
  if (known) {
    changed(known);
    // They may have changed while the message was in transit.
    void again();
  } else void ask().then(() => readUnderPolicy().then(take, () => take(undefined)));
  // Firefox sends no `storage.onChanged` to a page in the back-forward cache. Firefox 153, no bug known; reproduce: navigate away, change a
  // setting, go back.
  const back = ({ persisted }: PageTransitionEvent) => persisted && ask().then(again);
  window.addEventListener('pageshow', back, { signal });
  onMoved(() => void (site().path !== path && again()), { signal });
}

function isSilence(value: unknown): value is Silence {
  const { host, code, by, words } = asRecord(value);
  return [host, code, words].every(isText) && (by === 'column' || by === 'label' || by === 'shape');
}

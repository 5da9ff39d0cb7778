import { recordAndReturn } from '../../core/diagnostics.ts';
import { retryOnceWithTimeout } from '../../core/retry-once.ts';
import { isString, toArray, toRecord } from '../../core/type-guards.ts';
import { onLocationChanged } from '../../page/text/site.ts';
import type { Site } from '../../page/text/surroundings.ts';
import type { SiteChoice } from '../../settings/changes.ts';
import {
  CHOICES,
  type ChoiceName,
  DEFAULT_SETTINGS,
  findPausedParts,
  MAX_HOVER_DELAY_MS,
  type Notes,
  type PageState,
  type Settings,
  stripControls,
} from '../../settings/settings.ts';
import {
  isSameSuppression,
  SUPPRESSION_SCOPES,
  type Suppression,
} from '../../settings/suppression.ts';
import {
  getOwnTexts,
  MANAGED_KEY,
  readEffectiveSettings,
  readStored,
  SETTINGS_KEY,
} from './effective-settings.ts';
import { getBrowser } from './get-browser.ts';
import { isMessage, sendToBackground } from './send-message.ts';

/** Parses the settings for one host from stored data of any shape, without a schema library: it runs in every frame. Never throws. */
export function parsePageSettings(
  stored: unknown,
  host: string,
  path = '',
): PageState {
  const {
    enabled,
    pausedHosts,
    hoverDelayMs,
    openPinned,
    providerByHost,
    suppressions,
    ...more
  } = toRecord(stored);

  const sites = toRecord(more.bySite);
  const site = toRecord(Object.hasOwn(sites, host) ? sites[host] : null);
  const providers = toRecord(providerByHost);
  const provider = Object.hasOwn(providers, host) ? providers[host] : null;

  const isDelay =
    typeof hoverDelayMs === 'number' &&
    hoverDelayMs >= 0 &&
    hoverDelayMs <= MAX_HOVER_DELAY_MS;

  return {
    ownTexts: getOwnTexts(stored),
    isOn:
      enabled !== false &&
      findPausedParts(toArray(pausedHosts).filter(isString), host, path)
        .length === 0,
    hoverDelayMs: isDelay ? hoverDelayMs : DEFAULT_SETTINGS.hoverDelayMs,
    openPinned: openPinned === true,
    hover: pickChoice('hover', site, more),
    sensitivity: pickChoice('sensitivity', site, more),
    look: {
      style: pickChoice('markStyle', more),
      strength: pickChoice('markStrength', more),
    },
    provider: isString(provider) ? provider : null,
    timeZone: isString(site.timeZone) ? site.timeZone : null,
    suppressions: toArray(suppressions)
      .filter(isSuppression)
      .filter((one) => one.host === host),
  };
}

function pickChoice<Name extends ChoiceName>(
  name: Name,
  ...layers: readonly Readonly<Record<string, unknown>>[]
): Settings[Name] {
  const known = CHOICES[name];

  const chosen = layers.map((layer) =>
    known.find((value) => value === layer[name]),
  );

  return chosen.find((value) => value !== undefined) ?? DEFAULT_SETTINGS[name];
}

/** Whether a choice of the user has been stored. Rejects in an orphaned script. */
export async function wasPersisted(choice: SiteChoice): Promise<boolean> {
  const isSuppressing = 'suppression' in choice;
  const { host } = isSuppressing ? choice.suppression : choice;

  const { suppressions, ...stored } = parsePageSettings(
    await readEffectiveSettings(),
    host,
  );

  if (!isSuppressing) {
    const { host: _, ...chosen } = choice;

    return Object.entries(chosen).every(
      ([name, value]) => stored[name as keyof typeof stored] === value,
    );
  }

  return (
    suppressions.some((one) => isSameSuppression(one, choice.suppression)) ===
    choice.on
  );
}

/** Reads the notes of the team and of its organisation. Rejects in an orphaned script. */
export async function readNotes(): Promise<{ own: Notes; managed: Notes }> {
  const all = await readStored();

  return {
    own: pickTexts(toRecord(all[SETTINGS_KEY]).notes),
    managed: pickTexts(toRecord(toRecord(all[MANAGED_KEY]).policy).notes),
  };
}

const pickTexts = (notes: unknown): Notes =>
  Object.fromEntries(
    Object.entries(toRecord(notes)).flatMap(([key, text]) =>
      isString(text) ? [[key, stripControls(text)]] : [],
    ),
  );

/** Returns the settings of the page at an address; the defaults if storage cannot be read. */
export async function readPageSettingsAt(address: string): Promise<PageState> {
  const { hostname = '', pathname } = URL.parse(address) ?? {};

  const stored = await readEffectiveSettings().catch(
    recordAndReturn('read-settings', {}),
  );

  return parsePageSettings(stored, hostname, pathname);
}

/** Calls back when the user or the policy changes one of these fields. Never calls back in an orphaned script. */
export function onFieldsChanged(
  fields: readonly (keyof Settings)[],
  changed: () => void,
): void {
  getBrowser().storage.onChanged.addListener((changes, area) => {
    const { [SETTINGS_KEY]: own, [MANAGED_KEY]: managed } = changes;

    // The choice of a default changes nothing.
    const pick = (stored: unknown, managed: unknown) => {
      const [settings, policy] = [stored, toRecord(managed).policy].map(
        toRecord,
      );

      return JSON.stringify(
        fields.map((one) => [
          settings?.[one] ?? DEFAULT_SETTINGS[one],
          policy?.[one],
        ]),
      );
    };

    const before = pick(own?.oldValue, managed?.oldValue);

    if (area === 'local' && before !== pick(own?.newValue, managed?.newValue))
      changed();
  });
}

/** Calls back with the page's settings, now and after each change. They are off as well without permission or in a paused tab. */
export function watchPageSettings(
  site: () => Pick<Site, 'host' | 'path'>,
  known: PageState | null,
  signal: AbortSignal,
  changed: (settings: PageState) => void,
): void {
  let settings = known;
  let allowed = true;
  let path = '';

  const show = () => {
    if (settings && !signal.aborted)
      changed({ ...settings, isOn: settings.isOn && allowed });
  };

  const take = (stored: unknown) => {
    const at = site();
    path = at.path;
    settings = parsePageSettings(stored, at.host, path);
    show();
  };

  const again = () =>
    readEffectiveSettings().then(
      take,
      recordAndReturn('read-settings', undefined),
    );

  const heardChange = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (changes[SETTINGS_KEY] || changes[MANAGED_KEY]))
      void again();
  };

  let questions = 0;

  const ask = async () => {
    const question = ++questions;

    const answer = await retryOnceWithTimeout(
      () => sendToBackground('isAllowed'),
      'check-allowed',
    );

    // A later question may have been answered first.
    if (question !== questions) return;
    allowed = answer ?? allowed;
    show();
  };

  const heardMessage = (
    message: unknown,
    _: unknown,
    answer: (answer: { value: string }) => void,
  ) => {
    if (!isMessage(message, 'allowedChanged')) return;
    answer({ value: location.href });
    void ask();
  };

  const { storage, runtime } = getBrowser();

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
  } else
    void ask().then(() =>
      readEffectiveSettings().then(take, () => take(undefined)),
    );

  // Firefox sends no `storage.onChanged` to a page in the back-forward cache. Firefox 153, no bug known; reproduce: navigate away, change a
  // setting, go back.
  const back = ({ persisted }: PageTransitionEvent) =>
    persisted && ask().then(again);

  window.addEventListener('pageshow', back, { signal });
  onLocationChanged(() => void (site().path !== path && again()), { signal });
}

function isSuppression(value: unknown): value is Suppression {
  const { host, code, by, words } = toRecord(value);

  return (
    [host, code, words].every(isString) &&
    SUPPRESSION_SCOPES.some((scope) => scope === by)
  );
}

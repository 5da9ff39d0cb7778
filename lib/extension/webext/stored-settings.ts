import { browser } from 'wxt/browser';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { toRecord } from '../../core/type-guards.ts';
import {
  applyPolicy,
  isLocked,
  NO_POLICY,
} from '../../settings/apply-policy.ts';
import type { ChangeSettings } from '../../settings/changes.ts';
import { getNewerText, parseSettings } from '../../settings/parse-settings.ts';
import { checkPolicy } from '../../settings/policy-schema.ts';
import {
  DEFAULT_SETTINGS,
  SETTINGS_VERSION,
  type Settings,
  upgradeSettings,
} from '../../settings/settings.ts';
import { MANAGED_KEY, readStored, SETTINGS_KEY } from './effective-settings.ts';

export type StoredSettings = Omit<ReturnType<typeof parseStored>, 'isNewer'>;

export const readSettings = async (): Promise<StoredSettings> =>
  parseStored(await readStored());

/** Returns the settings with defaults and policy, and what the user has chosen (`own`). */
function parseStored(all: Record<string, unknown>) {
  const { policy } = checkPolicy(toRecord(all[MANAGED_KEY]).policy);
  const { settings: own, isNewer } = parseSettings(all[SETTINGS_KEY]);

  const settings = applyPolicy(
    { ...DEFAULT_SETTINGS, ...own },
    { policy },
  ) as unknown as Settings;

  return {
    settings,
    own,
    policy,
    isNewer,
  };
}

/**
 * Validates the managed policy and copies it to `storage.local`, where frames and pages read it. Firefox reads the policy only at startup,
 * sends no change event, and rejects if there is no policy (bugzilla.mozilla.org/show_bug.cgi?id=1685965). Returns descriptions of the
 * invalid parts, in the language of this context.
 */
export async function cacheManagedPolicy(
  open: () => Catalogue,
): Promise<readonly string[]> {
  const given = await browser.storage.managed.get(null).catch(() => ({}));
  const { policy, problems } = checkPolicy(given, open);
  const { [MANAGED_KEY]: known = NO_POLICY } = await readStored();

  if (JSON.stringify({ policy }) !== JSON.stringify(known))
    await browser.storage.local.set({ [MANAGED_KEY]: { policy } });

  return problems;
}

/** Stores some fields, keeps unknown and locked ones. The lock is needed because each page writes the whole object. */
export const changeSettings: ChangeSettings = async (change) =>
  navigator.locks.request('settings', async () => {
    const all = await readStored();
    const { own, policy, isNewer } = parseStored(all);

    const changed = Object.entries(
      change({ ...DEFAULT_SETTINGS, ...own }),
    ).filter(([field]) => !isLocked(policy, field));

    // Nothing to store (e.g. history is off).
    if (changed.length === 0) return own;
    if (isNewer) throw new Error(getNewerText());

    const after: Partial<Settings> = { ...own, ...Object.fromEntries(changed) };

    await browser.storage.local.set({
      [SETTINGS_KEY]: {
        ...upgradeSettings(all[SETTINGS_KEY]),
        ...after,
        version: SETTINGS_VERSION,
      },
    });

    return after;
  });

export function watchSettings(
  changed: (settings: StoredSettings) => void,
): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (changes[SETTINGS_KEY] || changes[MANAGED_KEY]))
      void readSettings().then(changed);
  });
}

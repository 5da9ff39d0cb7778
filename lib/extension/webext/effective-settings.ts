import { isString, toArray, toRecord } from '../../core/type-guards.ts';
import { applyPolicy } from '../../settings/apply-policy.ts';
import { upgradeSettings } from '../../settings/settings.ts';
import { getBrowser } from './get-browser.ts';

export const SETTINGS_KEY = 'settings';
/** Key in `storage.local` of the managed policy, as validated by the background. */
export const MANAGED_KEY = 'managed';

/** Rejects in an orphaned script. */
export const readStored = () =>
  getBrowser().storage.local.get([SETTINGS_KEY, MANAGED_KEY]);

/** Reads the stored settings with the policy applied. Rejects in an orphaned script. */
export async function readEffectiveSettings(): Promise<
  Readonly<Record<string, unknown>>
> {
  const all = await readStored();
  return applyPolicy(upgradeSettings(all[SETTINGS_KEY]), all[MANAGED_KEY]);
}

export function getOwnTexts(stored: unknown): readonly string[] {
  const codes = toArray(toRecord(stored).ownCodes).map(toRecord);
  return codes.flatMap(({ code, wordings }) =>
    [code, ...Object.values(toRecord(wordings))].filter(isString),
  );
}

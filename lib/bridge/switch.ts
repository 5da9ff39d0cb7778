import { extension } from './extension.ts';
import { isOnAt, SETTINGS_KEY } from './page-settings.ts';

/** Calls back once, when any of the settings is changed. */
export function onceSettingsChange(changed: () => void): void {
  const { onChanged } = extension().storage;
  const listener = (changes: Record<string, unknown>) => {
    if (!(SETTINGS_KEY in changes)) return;
    onChanged.removeListener(listener);
    changed();
  };
  onChanged.addListener(listener);
}

/** Marks are shown on the host of an address. Where storage does not answer, they are. */
export async function isOnAtAddress(address: string): Promise<boolean> {
  const stored = await extension()
    .storage.local.get(SETTINGS_KEY)
    .catch((): Record<string, unknown> => ({}));
  return isOnAt(stored[SETTINGS_KEY], URL.parse(address)?.hostname ?? '');
}

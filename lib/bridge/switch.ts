import { extension } from './extension.ts';
import { isOnAt, SETTINGS_KEY } from './page-settings.ts';

/**
 * Resolves when marks are switched on for a host, with all that is stored. Asks only now: a frame without codes need not know.
 *
 * @param off Called where they are switched off, and it may take long.
 */
export async function untilOn(host: string, signal: AbortSignal, off: () => void): Promise<unknown> {
  const { storage } = extension();
  const stored = await storage.local.get(SETTINGS_KEY).catch((): Record<string, unknown> => ({}));
  if (isOnAt(stored[SETTINGS_KEY], host)) return stored[SETTINGS_KEY];
  off();
  return new Promise((on) => {
    const stop = () => storage.onChanged.removeListener(listener);
    const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const change = changes[SETTINGS_KEY];
      if (area !== 'local' || !change || !isOnAt(change.newValue, host)) return;
      stop();
      on(change.newValue);
    };
    storage.onChanged.addListener(listener);
    // The extension was updated where this throws: its listeners are gone already.
    signal.addEventListener('abort', stop);
  });
}

import type { Browser } from 'wxt/browser';
import { hostPauseTurned } from '../settings/changes.ts';
import { changeSettings } from './stored-settings.ts';
import { isTabPaused, pauseTab } from './tab-pause.ts';

/** Pauses Errata, or resumes it, by the keys of the manifest. False for any other command. */
export async function pauseByKey(command: string, { id, url }: Browser.tabs.Tab): Promise<boolean> {
  if (command === 'pause-tab' && id !== undefined) await pauseTab(id, !(await isTabPaused(id)));
  else if (command === 'pause-everywhere') await changeSettings(({ enabled }) => ({ enabled: !enabled }));
  else if (command === 'pause-site') {
    const page = URL.parse(url ?? '');
    // A site that is not granted has no marks, and tells no address.
    if (page?.hostname) await changeSettings(hostPauseTurned(page));
  } else return false;
  return true;
}

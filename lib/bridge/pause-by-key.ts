import type { Browser } from 'wxt/browser';
import { hostPauseTurned } from '../settings/changes.ts';
import { changeSettings } from './stored-settings.ts';
import { isTabPaused, pauseTab } from './tab-pause.ts';

/** Runs a pause command of the keyboard shortcuts. Returns false for any other command. */
export async function pauseByKey(command: string, { id, url }: Browser.tabs.Tab): Promise<boolean> {
  if (command === 'pause-tab' && id !== undefined) await pauseTab(id, !(await isTabPaused(id)));
  else if (command === 'pause-everywhere') await changeSettings(({ enabled }) => ({ enabled: !enabled }));
  else if (command === 'pause-site') {
    const page = URL.parse(url ?? '');
    // Without access to the site there are no marks, and the browser withholds its address.
    if (page?.hostname) await changeSettings(hostPauseTurned(page));
  } else return false;
  return true;
}

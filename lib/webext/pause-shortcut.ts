import type { Browser } from 'wxt/browser';
import { toggleHostPause } from '../settings/changes.ts';
import { changeSettings } from './stored-settings.ts';
import { isTabPaused, setTabPaused } from './tab-pause.ts';

/** Runs a pause command of the keyboard shortcuts. Returns false for any other command. */
export async function togglePauseByShortcut(
  command: string,
  { id, url }: Browser.tabs.Tab,
): Promise<boolean> {
  if (command === 'pause-tab' && id !== undefined) await setTabPaused(id, !(await isTabPaused(id)));
  else if (command === 'pause-everywhere') await changeSettings(({ enabled }) => ({ enabled: !enabled }));
  else if (command === 'pause-site') {
    const page = URL.parse(url ?? '');
    // Without access to the site there are no marks, and the browser withholds its address.
    if (page?.hostname) await changeSettings(toggleHostPause(page));
  } else return false;
  return true;
}

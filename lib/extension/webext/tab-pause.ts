import { type Browser, browser } from 'wxt/browser';
import { toggleHostPause } from '../../settings/changes.ts';
import { changeSettings } from './stored-settings.ts';

/** One entry for each paused tab in `storage.session`, which ends with the browser. */
const getStorageKey = (tabId: number) => `paused:${tabId}`;

export async function isTabPaused(tabId: number): Promise<boolean> {
  const key = getStorageKey(tabId);
  return (await browser.storage.session.get(key))[key] === true;
}

export async function setTabPaused(
  tabId: number,
  paused: boolean,
): Promise<void> {
  const key = getStorageKey(tabId);
  await (paused
    ? browser.storage.session.set({ [key]: true })
    : browser.storage.session.remove(key));
}

export function onTabPauseChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes: object, area) => {
    if (
      area === 'session' &&
      Object.keys(changes).some((key) => key.startsWith('paused:'))
    )
      changed();
  });
}

export function clearPausesOfClosedTabs(): void {
  browser.tabs.onRemoved.addListener(
    (tabId) => void setTabPaused(tabId, false),
  );
}

/** Runs a pause command of the keyboard shortcuts. Returns false for any other command. */
export async function togglePauseByShortcut(
  command: string,
  { id, url }: Browser.tabs.Tab,
) {
  if (command === 'pause-tab' && id !== undefined)
    await setTabPaused(id, !(await isTabPaused(id)));
  else if (command === 'pause-everywhere')
    await changeSettings(({ enabled }) => ({ enabled: !enabled }));
  else if (command === 'pause-site') {
    const page = URL.parse(url ?? '');
    // Without access to the site there are no marks, and the browser withholds its address.
    if (page?.hostname) await changeSettings(toggleHostPause(page));
  } else return false;

  return true;
}

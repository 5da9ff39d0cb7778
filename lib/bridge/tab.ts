import { browser } from 'wxt/browser';
import type { PageCode } from '../page/page-api.ts';
import { addedOrigins, isBroad, isCovered, patternAt } from '../settings/access.ts';
import { askForAccess, giveBack, onAccessChanged, readAccess } from './hosts.ts';
import { codesOfFrames, unlessRefused } from './tab-frames.ts';
import { isTabPaused, onTabPaused, pauseTab } from './tab-pause.ts';
import { ALLOWED_CHANGED } from './tell.ts';

/** The page that a popup speaks of. */
export interface TabPage {
  tabId: number;
  /** Null where the browser does not tell us: no access to the page, or a page of the browser's own. */
  url: URL | null;
  /** One of Errata's own pages: there is nothing to explain. */
  isOwn: boolean;
  /** The browser lets Errata work on its host. */
  granted: boolean;
  /** What the user added for this host, and can take back; null for a console of the manifest. */
  added: string | null;
  /** Errata is paused in this tab, whatever it shows. */
  paused: boolean;
  /** The person pressed the toolbar button here, so that the browser lets us in for this once, if it does for anybody. */
  invited: boolean;
  /** The browser has not read it to its end: scripts of ours are yet to come. */
  loading: boolean;
  /**
   * `running`: the content script answers, and marks codes. `silent`: we may run scripts there, and none does that.
   * `refused`: the browser lets no script of ours into the page.
   */
  script: 'running' | 'silent' | 'refused';
  /** The page is not read to its end yet: `codes` are a part. */
  reading: boolean;
  /** Over all frames, the most frequent first. */
  codes: readonly PageCode[];
}

/**
 * Reads the page in front: the active tab, or, where the popup stands in a tab of its own, the tab it was opened from.
 * Asks the frames themselves, so that it works with a stopped background worker.
 *
 * @returns Null where there is no such tab.
 */
export async function readTabPage(): Promise<TabPage | null> {
  const tab = await tabInFront();
  if (tab?.id === undefined) return null;
  const url = URL.parse(tab.url ?? (await askAddress(tab.id)));
  const [access, paused] = await Promise.all([readAccess(), isTabPaused(tab.id)]);
  const pattern = url && /^https?:$/.test(url.protocol) ? patternAt(url) : null;
  const granted = pattern !== null && isCovered(access.origins, pattern);
  const added = pattern && addedOrigins(access).find((one) => !isBroad(one) && isCovered([one], pattern));
  const frames = await codesOfFrames(tab.id);
  const answers = frames?.filter((answer) => answer !== null) ?? [];
  const script = frames === null ? 'refused' : answers.length > 0 ? 'running' : 'silent';
  return {
    tabId: tab.id,
    url,
    isOwn: url?.host === new URL(browser.runtime.getURL('/')).host,
    granted,
    added: added ?? null,
    paused,
    invited: !isInTab(),
    loading: tab.status === 'loading',
    script,
    reading: answers.some((answer) => answer.reading),
    codes: addUp(answers.flatMap(({ codes }) => codes)),
  };
}

/** Calls back when the page that is shown may have other codes, when another comes to the front, and when Errata may do something else there. */
export function onPageChanged(shown: () => TabPage | null | undefined, changed: () => void): void {
  const changedIn = (tabId: number | undefined) => {
    if (tabId === undefined || (shown()?.tabId ?? tabId) === tabId) changed();
  };
  browser.runtime.onMessage.addListener((message: unknown, { tab }) => {
    if ((message as { type?: unknown } | null)?.type === 'codesChanged') changedIn(tab?.id);
  });
  browser.tabs.onActivated.addListener(() => changed());
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status) changedIn(tabId);
  });
  onAccessChanged(changed);
  onTabPaused(changed);
}

/** What popup and side panel change about the page that they speak of. */
export const pageActions = (shown: () => TabPage | null | undefined) => ({
  /** The question must be put within the click itself, so the address is not looked up again. */
  onAskForAccess() {
    const url = shown()?.url;
    if (url) void askForAccess([patternAt(url)]);
  },
  onGiveBack: (pattern: string) => void giveBack([pattern]),
  onPauseTab(paused: boolean) {
    const page = shown();
    if (page) void pauseTab(page.tabId, paused);
  },
});

/** Whether this document stands in a tab, and not in the popup of the toolbar button. */
export function isInTab(): boolean {
  return !browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** The same of the side panel, of which the browser tells only so. */
export async function hasTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}

/** The same codes of several frames as one, most frequent first. */
export function addUp(codes: readonly PageCode[]): PageCode[] {
  const sums = new Map<string, PageCode>();
  for (const { code, key, count, unmarked = 0 } of codes) {
    const name = `${code} ${key}`;
    const sum = sums.get(name);
    const rest = unmarked + (sum?.unmarked ?? 0);
    sums.set(name, { code, key, count: count + (sum?.count ?? 0), ...(rest > 0 && { unmarked: rest }) });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count);
}

async function tabInFront() {
  const own = await browser.tabs.getCurrent();
  if (!own) {
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return active;
  }
  const others = (await browser.tabs.query({ currentWindow: true })).filter(({ id }) => id !== own.id);
  const opener = others.find(({ id }) => id === own.openerTabId);
  return opener ?? others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/** Where the browser has just withdrawn the site, it tells no address any more, and the script that is still there does, unless it is busy. */
const askAddress = (tabId: number): Promise<string> =>
  unlessRefused(browser.tabs.sendMessage(tabId, ALLOWED_CHANGED, { frameId: 0 })).then(
    (address) => String(address ?? ''),
    () => '',
  );

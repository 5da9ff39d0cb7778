import { browser } from 'wxt/browser';
import type { TabDiagnostics } from '../../core/diagnostics.ts';
import { getOwn } from '../../core/get-own.ts';
import { withTimeout } from '../../core/retry-once.ts';
import { CodeCounts, type PageCode } from '../../page/marking/code-counts.ts';
import {
  getAddedOrigins,
  isCovered,
  isEveryHost,
  toMatchPattern,
} from '../../settings/match-patterns.ts';
import type { Settings } from '../../settings/settings.ts';
import {
  onPermissionsChanged,
  readHostAccess,
  requestHostPermissions,
  revokeHostPermissions,
} from './host-permissions.ts';
import { isMessage, notifyTab } from './send-message.ts';
import { readTabDiagnostics } from './tab-diagnostics.ts';
import { readFrameCodes } from './tab-frames.ts';
import { readLowConfidenceHits } from './tab-low-confidence-hits.ts';
import { isTabPaused, onTabPauseChanged, setTabPaused } from './tab-pause.ts';

export type TabPage = NonNullable<Awaited<ReturnType<typeof readTabPage>>>;

/** Reads the page in front: the active tab, or the one that opened the popup in a tab. Works without the service worker. Null if none. */
export async function readTabPage() {
  const tab = await getActiveTab();
  if (tab?.id === undefined) return null;

  const url = URL.parse(tab.url ?? (await readTabUrl(tab.id)));

  const [access, isPaused] = await Promise.all([
    readHostAccess(),
    isTabPaused(tab.id),
  ]);

  const pattern =
    url && /^https?:$/.test(url.protocol) ? toMatchPattern(url) : null;

  const isGranted = pattern !== null && isCovered(access.origins, pattern);

  const added =
    pattern &&
    getAddedOrigins(access).find(
      (one) => !isEveryHost(one) && isCovered([one], pattern),
    );

  const frames = await readFrameCodes(tab.id);
  const answers = frames?.filter((answer) => answer !== null) ?? [];

  /** `silent`: scripts may run, but no content script answers. `refused`: the browser allows no script in the page. */
  let script: 'running' | 'silent' | 'refused' = 'silent';
  if (frames === null) script = 'refused';
  else if (answers.length > 0) script = 'running';

  return {
    tabId: tab.id,
    /** Null if the browser withholds it: no access to the page, or a page of the browser. */
    url,
    /** One of Errata's own pages, which has nothing to explain. */
    isOwn: url?.host === new URL(browser.runtime.getURL('/')).host,
    isGranted,
    /** The match pattern that the user added for this host and can revoke; null for a console of the manifest. */
    addedPattern: added ?? null,
    isPaused,
    /** The popup was opened by the toolbar button, so the browser grants `activeTab` if it allows extensions on the page at all. */
    isInvited: !isInTab(),
    isLoading: tab.status === 'loading',
    script,
    /** Then `codes` is incomplete. Until a loading page has an answer, nothing is known of its codes. */
    isReading:
      answers.some((answer) => answer.isReading) ||
      (isGranted && script !== 'running' && tab.status === 'loading'),
    hasEditableText: answers.some((answer) => answer.hasEditableText),
    codes: mergePageCodes(
      answers.flatMap(({ codes }) => codes),
    ) as readonly PageCode[],
  };
}

/** Calls back when the codes of the shown page may have changed, when another tab is activated, and when permissions or a pause change. */
export function onTabPageChanged(
  shown: () => TabPage | null | undefined,
  changed: () => void,
): void {
  const handleTabChange = (tabId: number | undefined) => {
    if (tabId === undefined || (shown()?.tabId ?? tabId) === tabId) changed();
  };

  browser.runtime.onMessage.addListener((message: unknown, { tab }) => {
    if (isMessage(message, 'codesChanged')) handleTabChange(tab?.id);
  });

  browser.tabs.onActivated.addListener(() => changed());

  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status) handleTabChange(tabId);
  });

  onPermissionsChanged(changed);
  onTabPauseChanged(changed);
}

/** Reads what happened in a tab, and which numbers of its page were left unmarked, and why. Never rejects. */
export async function readPageDiagnostics(
  { tabId, url, script }: Pick<TabPage, 'tabId' | 'url' | 'script'>,
  settings: Settings,
): Promise<TabDiagnostics> {
  const diagnostics = await readTabDiagnostics(tabId);

  if (script !== 'running') return { ...diagnostics, unmarked: [] };

  const host = url?.hostname ?? '';

  const sensitivity =
    getOwn(settings.bySite, host)?.sensitivity ?? settings.sensitivity;

  const unmarked = await readLowConfidenceHits(
    tabId,
    host,
    settings,
    sensitivity,
  );

  return { ...diagnostics, unmarked: unmarked?.codes ?? [] };
}

export const createPageActions = (shown: () => TabPage | null | undefined) => ({
  /** `permissions.request` needs a user gesture, so the address must be known before the click. */
  onRequestPermission() {
    const url = shown()?.url;
    if (url) void requestHostPermissions([toMatchPattern(url)]);
  },
  onRevokePermission: (pattern: string) =>
    void revokeHostPermissions([pattern]),
  onPauseTab(paused: boolean) {
    const page = shown();
    if (page) void setTabPaused(page.tabId, paused);
  },
});

export const isInTab = (): boolean =>
  !browser.extension.getViews({ type: 'popup' }).includes(window);

/** Whether the side panel's document is in a tab. `getViews` does not list side panels. */
export const isPanelInTab = async (): Promise<boolean> =>
  (await browser.tabs.getCurrent()) !== undefined;

export function mergePageCodes(codes: readonly PageCode[]): PageCode[] {
  const sums = new CodeCounts();
  for (const code of codes) sums.count(code);
  return sums.list().sort((a, b) => b.count - a.count);
}

async function getActiveTab() {
  const own = await browser.tabs.getCurrent();
  if (!own)
    return (await browser.tabs.query({ active: true, currentWindow: true }))[0];

  const others = (await browser.tabs.query({ currentWindow: true })).filter(
    ({ id }) => id !== own.id,
  );

  const opener = others.find(({ id }) => id === own.openerTabId);

  return (
    opener ??
    others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]
  );
}

/** Asks the content script for a tab's address, which the browser withholds once the site is revoked. Returns '' after 500 ms. */
const readTabUrl = async (tabId: number): Promise<string> =>
  (await withTimeout(notifyTab(tabId, { frameId: 0 })).catch(() => null)) ?? '';

import words from '../../data/popup-words.json' with { type: 'json' };
import type { VendorConsole } from '../../data/schema.ts';
import {
  getMatchPatterns,
  getSharedPathsAt,
  isCovered,
  isOnPath,
  toMatchPattern,
} from '../../lib/settings/host-access.ts';
import { findPausedParts } from '../../lib/settings/settings.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';

/**
 * Errata's state on a site.
 *
 * - `off`: switched off everywhere.
 * - `elsewhere`: a site that the user has not added.
 * - `outside`: the host belongs to a console, but the path does not.
 * - `ungranted`: a console whose host permission is not granted.
 * - `reload`: the page was open before the permission was granted.
 * - `unseen`: the browser withholds the address, or it is a file.
 * - `forbidden`: a page on which no extension runs.
 * - `own`: a page of Errata.
 */
export type SiteState = keyof typeof words.site;

/** Sites on which browsers allow no extension, regardless of its permissions. */
const CLOSED_SITES =
  /^((addons|accounts|support|discovery\.addons)\.mozilla\.org|accounts\.firefox\.com|chromewebstore\.google\.com|microsoftedge\.microsoft\.com)$/;

/** Returns the state; null while the page is unknown. */
export function getSiteState(
  page: TabPage | null | undefined,
  settings: { enabled: boolean; pausedHosts: readonly string[] },
  consoles: readonly VendorConsole[],
): SiteState | null {
  if (!page) return null;
  const { url, script, isGranted, isLoading } = page;
  if (page.isOwn) return 'own';
  if (isForbidden(page)) return 'forbidden';
  if (!url || url.protocol === 'file:') return 'unseen';
  if (!isGranted || script !== 'running') {
    const paths = getSharedPathsAt(url, consoles);
    if (paths && !isOnPath(paths, url.pathname)) return 'outside';
  }
  if (!isGranted) return isBuiltin(url, consoles) ? 'ungranted' : 'elsewhere';
  if (!settings.enabled) return 'off';
  if (findPausedParts(settings.pausedHosts, url.hostname, url.pathname).length > 0) return 'paused';
  if (page.isPaused) return 'tab-paused';
  return script === 'running' || isLoading ? 'on' : 'reload';
}

/** Whether no extension can run: the browser's own pages, error pages, built-in viewers, and sites that a policy blocks. */
function isForbidden({ url, script, isGranted, isInvited, isLoading }: TabPage): boolean {
  if (!url) return isInvited;
  if (!/^(https?|file):$/.test(url.protocol)) return true;
  return (
    script === 'refused' && ((!isLoading && (isGranted || isInvited)) || CLOSED_SITES.test(url.hostname))
  );
}

/** Whether Errata runs on the site by default. */
const isBuiltin = (url: URL, consoles: readonly VendorConsole[]) =>
  consoles.some(
    (known) => known.access === 'builtin' && isCovered(getMatchPatterns(known), toMatchPattern(url)),
  );

/** Actions on a site other than settings. */
export interface SiteActions {
  onRequestPermission: () => void;
  onRevokePermission: (pattern: string) => void;
  onPauseTab: (paused: boolean) => void;
}

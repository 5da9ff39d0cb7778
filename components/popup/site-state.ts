import words from '../../data/popup-words.json' with { type: 'json' };
import type { Console } from '../../data/schema.ts';
import type { TabPage } from '../../lib/bridge/tab.ts';
import { isCovered, isOnPath, pathsAt, patternAt, patternsOf } from '../../lib/settings/access.ts';
import { pausedParts } from '../../lib/settings/settings.ts';

/**
 * Errata's state on a site.
 *
 * - `on`, `paused`, `tab-paused`: as named.
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
const CLOSED =
  /^((addons|accounts|support|discovery\.addons)\.mozilla\.org|accounts\.firefox\.com|chromewebstore\.google\.com|microsoftedge\.microsoft\.com)$/;

/** Returns the state; null while the page is unknown. */
export function siteState(
  page: TabPage | null,
  settings: { enabled: boolean; pausedHosts: readonly string[] },
  consoles: readonly Console[],
): SiteState | null {
  if (!page) return null;
  const { url, script, granted, loading } = page;
  if (page.isOwn) return 'own';
  if (isForbidden(page)) return 'forbidden';
  if (!url || url.protocol === 'file:') return 'unseen';
  if (!granted || script !== 'running') {
    const paths = pathsAt(url, consoles);
    if (paths && !isOnPath(paths, url.pathname)) return 'outside';
  }
  if (!granted) return isBuiltin(url, consoles) ? 'ungranted' : 'elsewhere';
  if (!settings.enabled) return 'off';
  if (pausedParts(settings.pausedHosts, url.hostname, url.pathname).length > 0) return 'paused';
  if (page.paused) return 'tab-paused';
  return script === 'running' || loading ? 'on' : 'reload';
}

/** Whether no extension can run: the browser's own pages, error pages, built-in viewers, and sites that a policy blocks. */
function isForbidden({ url, script, granted, invited, loading }: TabPage): boolean {
  if (!url) return invited;
  if (!/^(https?|file):$/.test(url.protocol)) return true;
  return script === 'refused' && ((!loading && (granted || invited)) || CLOSED.test(url.hostname));
}

/** Whether Errata runs on the site by default. */
const isBuiltin = (url: URL, consoles: readonly Console[]) =>
  consoles.some((known) => known.access === 'builtin' && isCovered(patternsOf(known), patternAt(url)));

/** Actions on a site other than settings. */
export interface SiteActions {
  /** Requests the host permission of the site in front. */
  onAskForAccess: () => void;
  /** Revokes a permission that the user granted. */
  onGiveBack: (pattern: string) => void;
  onPauseTab: (paused: boolean) => void;
}

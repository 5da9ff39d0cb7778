import words from '../../data/popup-words.json' with { type: 'json' };
import type { Console } from '../../data/schema.ts';
import type { TabPage } from '../../lib/bridge/tab.ts';
import { isCovered, isOnPath, pathsAt, patternAt, patternsOf } from '../../lib/settings/access.ts';
import { pausedParts } from '../../lib/settings/settings.ts';

/**
 * What Errata does on a site.
 * `on`, `paused` and `tab-paused` need no word. `off`: switched off everywhere. `elsewhere`: a site that nobody has added yet. `outside`: the
 * host is a console's, the page is not. `ungranted`: a console that the browser blocks for us. `reload`: a page that was open before access
 * was granted. `unseen`: the browser does not tell the page, or it is a file. `forbidden`: a page where no extension runs. `own`: a page of Errata's.
 */
export type SiteState = keyof typeof words.site;

/** Sites that browsers close to every extension, whatever it asks for. */
const CLOSED =
  /^((addons|accounts|support|discovery\.addons)\.mozilla\.org|accounts\.firefox\.com|chromewebstore\.google\.com|microsoftedge\.microsoft\.com)$/;

/** Where the popup stands. Null while the page is not known. */
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

/** A page of the browser's own, whatever its address: of an error, of a document that the browser shows itself. Or a policy forbids it. */
function isForbidden({ url, script, granted, invited, loading }: TabPage): boolean {
  if (!url) return invited;
  if (!/^(https?|file):$/.test(url.protocol)) return true;
  return script === 'refused' && ((!loading && (granted || invited)) || CLOSED.test(url.hostname));
}

/** Whether Errata runs on the site from the start. */
const isBuiltin = (url: URL, consoles: readonly Console[]) =>
  consoles.some((known) => known.access === 'builtin' && isCovered(patternsOf(known), patternAt(url)));

/** What changes what Errata does there, besides the settings. */
export interface SiteActions {
  /** Asks the user to let Errata into the site in front. */
  onAskForAccess: () => void;
  /** Takes back what the user granted. */
  onGiveBack: (pattern: string) => void;
  onPauseTab: (paused: boolean) => void;
}

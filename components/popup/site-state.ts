import type { Console } from '../../data/schema.ts';
import type { TabPage } from '../../lib/bridge/tab.ts';

/**
 * What Errata does on a site.
 * `on` and `paused` need no word. `off`: switched off everywhere. `elsewhere`: not one of the consoles.
 * `ungranted`: a console that the browser blocks for us. `reload`: a console that was open before access was granted.
 * `forbidden`: a page where no extension runs. `own`: a page of Errata's.
 */
export type SiteState = 'on' | 'paused' | 'off' | 'elsewhere' | 'ungranted' | 'reload' | 'forbidden' | 'own';

/** Sites that browsers close to every extension, whatever it asks for. */
const CLOSED_HOSTS = new Set([
  'addons.mozilla.org',
  'chromewebstore.google.com',
  'microsoftedge.microsoft.com',
]);

/** Where the popup stands. Null while the page is not known. */
export function siteState(
  page: TabPage | null,
  settings: { enabled: boolean; pausedHosts: readonly string[] },
  consoles: readonly Console[],
): SiteState | null {
  if (!page) return null;
  const { url, script, granted, loading } = page;
  if (page.isOwn) return 'own';
  if (script !== 'running') {
    if (isForbidden(page)) return 'forbidden';
    if (!url || !isConsole(url, consoles)) return 'elsewhere';
    if (!granted) return 'ungranted';
    // It is a page of the browser, or a policy forbids it.
    if (script === 'refused' && !loading) return 'forbidden';
  }
  if (!settings.enabled) return 'off';
  if (settings.pausedHosts.includes(url?.hostname ?? '')) return 'paused';
  return script === 'running' || loading ? 'on' : 'reload';
}

function isForbidden({ url, script }: TabPage): boolean {
  if (!url) return false;
  if (!/^(https?|file):$/.test(url.protocol)) return true;
  return script === 'refused' && CLOSED_HOSTS.has(url.hostname);
}

/** Whether Errata runs on the address from the start. */
export function isConsole(url: URL, consoles: readonly Console[]): boolean {
  return consoles.some(
    ({ access, hosts, paths }) =>
      access === 'builtin' &&
      url.protocol === 'https:' &&
      hosts.some((host) => hostMatches(host.slice('https://'.length), url.hostname)) &&
      (paths ?? ['/*']).some((path) => pathMatches(path, url.pathname)),
  );
}

function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

function pathMatches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

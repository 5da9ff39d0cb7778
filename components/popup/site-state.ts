import { useMemo } from 'react';
import words from '../../data/popup-words.json' with { type: 'json' };
import type { VendorConsole } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import { createPageTree } from '../../lib/format/page-tree.ts';
import {
  getMatchPatterns,
  getSharedPathsAt,
  isCovered,
  isOnPath,
  toMatchPattern,
} from '../../lib/settings/host-access.ts';
import { findPausedParts, type Settings } from '../../lib/settings/settings.ts';
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

/** What the page in front implies for a code that is looked up. */
export type LookupContext = Pick<TextContext, 'host' | 'path' | 'provider'>;

/** Derives the context of lookups from the page in front and the user's settings. */
export function getLookupContext(
  page: TabPage | null | undefined,
  providerByHost: Readonly<Record<string, string>>,
): LookupContext {
  const url = page?.url;
  // On Errata's own pages codes are looked up, so the page says nothing about their origin.
  if (!url || page.isOwn) return {};
  const provider = providerByHost[url.hostname];
  return { host: url.hostname, path: url.pathname, ...(provider && { provider }) };
}

/**
 * Returns what popup and side panel show of the page in front: its failures, Errata's state on it, and its provider, for
 * rows that name only another. The context is memoized by value: a change of the page does not read a long paste again.
 */
export function useLookupContext(page: TabPage | null | undefined, settings: Settings, catalogue: Catalogue) {
  const { host = '', path, provider } = getLookupContext(page, settings.providerByHost);
  const context = useMemo(
    (): LookupContext => ({ ...(host && { host }), ...(path && { path }), ...(provider && { provider }) }),
    [host, path, provider],
  );
  const codes = page?.codes ?? NO_CODES;
  const failures = useMemo(() => createPageTree(codes, catalogue, context), [codes, catalogue, context]);
  const own = provider ?? findConsole(catalogue.consoles, host, path)?.provider;
  const site = getSiteState(page, settings, catalogue.consoles);
  return { context, failures, site, provider: own ?? findMainProvider(codes) };
}

const NO_CODES: TabPage['codes'] = [];
/** Fewer codes do not show whose page it is. */
const MIN_CODES_OF_PROVIDER = 3;

/** Returns the provider of most codes of a page, which need not be named in each row. */
function findMainProvider(codes: TabPage['codes']): string | undefined {
  const owners = codes.flatMap(({ key }) => key?.split('/', 1) ?? []);
  const isMain = ({ length }: readonly string[]) =>
    length >= MIN_CODES_OF_PROVIDER && 2 * length > owners.length;
  return [...Map.groupBy(owners, (owner) => owner).values()].find(isMain)?.[0];
}

import { useMemo } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findConsole } from '../../lib/detect/find-console.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import { createPageTree } from '../../lib/format/page-tree.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { getSiteState } from './site-state.ts';

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

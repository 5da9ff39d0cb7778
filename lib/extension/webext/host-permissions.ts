import { type Browser, browser } from 'wxt/browser';
import type { VendorConsole } from '../../../data/schema.ts';
import {
  getAddedOrigins,
  getScriptMatches,
  type HostAccess,
  isCovered,
  isEveryHost,
  isWholeHost,
  toMatchPattern,
} from '../../settings/match-patterns.ts';

/** Manifest fields that WXT's types lack. */
type ManifestScript = NonNullable<
  Browser.runtime.ManifestV3['content_scripts']
>[number] & {
  css_origin?: 'user';
  match_origin_as_fallback?: boolean;
};

export async function readHostAccess(): Promise<HostAccess> {
  const { origins = [] } = await browser.permissions.getAll();
  const granted = await areOriginsGranted(origins);

  return {
    // Chromium's `permissions.getAll` also lists the matches of content scripts, even for hosts that the user revoked
    // (github.com/w3c/webextensions/issues/116).
    origins: origins.filter((_, at) => granted[at]),
    required: browser.runtime.getManifest().host_permissions ?? [],
  };
}

async function areOriginsGranted(
  origins: readonly string[],
): Promise<boolean[]> {
  const { permissions } = browser;
  if (await permissions.contains({ origins: [...origins] }))
    return origins.map(() => true);

  return Promise.all(
    origins.map((origin) => permissions.contains({ origins: [origin] })),
  );
}

/** Returns a test for hosts that the user added by name, or that the manifest names: what they show is from a console. */
export async function readConsoleTest(): Promise<(host: string) => boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  const named = origins.filter((origin) => !isEveryHost(origin));

  return (host) =>
    ['https', 'http'].some((scheme) =>
      isCovered(named, `${scheme}://${host}/*`),
    );
}

export function onPermissionsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}

/** Whether Errata has the permission for an address. True for an address that the browser withholds. */
export async function isUrlGranted(address: string): Promise<boolean> {
  const url = URL.parse(address);

  return (
    url === null ||
    browser.permissions.contains({ origins: [toMatchPattern(url)] })
  );
}

/** Asks the user; call it within a user gesture. The background reacts to the grant, because the prompt may close the page that asked. */
export const requestHostPermissions = async (
  origins: readonly string[],
): Promise<boolean> => browser.permissions.request({ origins: [...origins] });

/**
 * Revokes host permissions; call it within a user gesture. When all sites are revoked, Chromium also revokes the consoles and single sites,
 * so the user is asked for those again. Chromium 156, no bug known; reproduce: grant one host, then all sites, remove all sites, and call
 * `permissions.contains` for the host.
 */
export async function revokeHostPermissions(
  origins: readonly string[],
): Promise<void> {
  const before = await readHostAccess();

  await browser.permissions.remove({ origins: [...origins] });
  if (!origins.some(isEveryHost)) return;

  const others = [...new Set([...before.required, ...before.origins])].filter(
    (one) => !isEveryHost(one),
  );

  const kept = await areOriginsGranted(others);

  if (kept.includes(false))
    await requestHostPermissions(others.filter((_, at) => !kept[at]));
}

/** Extends `page.js` to the team's own codes. Runs where it does, if there are such codes. */
export const OWN_TEXTS_SCRIPT = '/own-texts.js';

/** Registers scripts for added sites and own codes. Updates clear them in Chromium (https://github.com/mdn/content/issues/38690). */
export async function registerContentScripts(
  consoles: () => readonly VendorConsole[],
  hasOwnCodes: boolean,
) {
  const { scripting } = browser;
  const access = await readHostAccess();

  const matches =
    getAddedOrigins(access).length === 0
      ? []
      : getScriptMatches(access, consoles());

  const wanted = createScriptRegistrations(matches, hasOwnCodes);

  const known = new Set(
    (await scripting.getRegisteredContentScripts()).map(({ id }) => id),
  );

  const changed = wanted.filter(({ id }) => known.has(id));
  const fresh = wanted.filter(({ id }) => !known.has(id));

  for (const { id } of changed) known.delete(id);

  if (known.size > 0)
    await scripting.unregisterContentScripts({ ids: [...known] });

  if (changed.length > 0) await scripting.updateContentScripts(changed);

  // In `incognito: split` mode Chromium runs a second background, which may have registered them meanwhile.
  if (fresh.length > 0)
    await scripting
      .registerContentScripts(fresh)
      .catch(() => scripting.updateContentScripts(fresh));
}

export async function getAllMatchPatterns(): Promise<string[]> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  return [...getManifestScripts(), ...registered].flatMap(
    ({ matches }) => matches ?? [],
  );
}

const getManifestScripts = () =>
  (browser.runtime.getManifest().content_scripts ??
    []) as readonly ManifestScript[];

/**
 * Returns root-relative paths of manifest files. Firefox's `getManifest` returns absolute URLs, or null for an empty list, but
 * `registerContentScripts` rejects them. Firefox 153, no bug known; reproduce: log `getManifest().content_scripts`.
 */
const toExtensionPaths = (files?: readonly string[] | null) =>
  (files ?? []).map(
    (file) => new URL(file, browser.runtime.getURL('/')).pathname,
  );

/** Separates whole hosts from paths: Chromium accepts `matchOriginAsFallback` only if the path of each match is `/*`. */
function createScriptRegistrations(
  added: readonly string[],
  hasOwnCodes: boolean,
) {
  const builtin = [
    ...new Set(getManifestScripts().flatMap((script) => script.matches ?? [])),
  ];

  const ownTexts: ManifestScript = {
    js: [OWN_TEXTS_SCRIPT],
    run_at: 'document_idle',
  };

  return [
    ...getManifestScripts().filter((script) => script.match_origin_as_fallback),
    ...(hasOwnCodes ? [ownTexts] : []),
  ].flatMap((manifestScript) => {
    const { js, css, css_origin, run_at } = manifestScript;
    const isEverywhere = manifestScript === ownTexts;
    const matches = isEverywhere ? [...builtin, ...added] : added;
    const whole = matches.filter(isWholeHost);
    const parts = matches.filter((match) => !whole.includes(match));

    const script = (name: string, on: readonly string[]) => ({
      id: `${toExtensionPaths(js)[0]} ${name}`,
      js: toExtensionPaths(js),
      css: toExtensionPaths(css),
      ...(css_origin && { cssOrigin: css_origin }),
      ...(run_at && { runAt: run_at }),
      allFrames: true,
      matches: [...on],
      ...(!isEverywhere && { excludeMatches: builtin }),
      persistAcrossSessions: true,
    });

    return [
      ...(whole.length > 0
        ? [{ ...script('whole', whole), matchOriginAsFallback: true }]
        : []),
      ...(parts.length > 0 ? [script('parts', parts)] : []),
    ];
  });
}

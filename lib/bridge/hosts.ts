import { type Browser, browser } from 'wxt/browser';
import type { Console } from '../../data/schema.ts';
import {
  type Access,
  addedOrigins,
  isBroad,
  isCovered,
  isWholeHost,
  patternAt,
  scriptMatches,
} from '../settings/access.ts';

type Script = Browser.scripting.RegisteredContentScript;
/** What WXT's types know of neither. */
type Declared = NonNullable<Browser.runtime.ManifestV3['content_scripts']>[number] & {
  css_origin?: 'user';
  match_origin_as_fallback?: boolean;
};

export async function readAccess(): Promise<Access> {
  const { origins = [] } = await browser.permissions.getAll();
  const granted = await areGranted(origins);
  return {
    // Chromium lists the matches of the manifest's scripts, too, where their hosts were given back.
    origins: origins.filter((_, at) => granted[at]),
    required: browser.runtime.getManifest().host_permissions ?? [],
  };
}

async function areGranted(origins: readonly string[]): Promise<boolean[]> {
  const { permissions } = browser;
  if (await permissions.contains({ origins: [...origins] })) return origins.map(() => true);
  return Promise.all(origins.map((origin) => permissions.contains({ origins: [origin] })));
}

/** Returns a test for hosts that the user added by name, or that the manifest names: what they show is from a console. */
export async function readConsoleTest(): Promise<(host: string) => boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  const named = origins.filter((origin) => !isBroad(origin));
  return (host) => ['https', 'http'].some((scheme) => isCovered(named, `${scheme}://${host}/*`));
}

/** Calls back when the browser grants more or less, whoever asked it to. */
export function onAccessChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}

/** Whether Errata may work at an address. True for one that the browser does not tell. */
export async function isGranted(address: string): Promise<boolean> {
  const url = URL.parse(address);
  return url === null || browser.permissions.contains({ origins: [patternAt(url)] });
}

/** Asks the user. Only from a click. What follows from a yes is the background's: the question may close the page that asked. */
export async function askForAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/**
 * Gives back what the user granted. Only from a click: with every site Chromium takes the consoles and the single sites, too, so that the
 * user is asked for those again.
 */
export async function giveBack(origins: readonly string[]): Promise<void> {
  const before = await readAccess();
  await browser.permissions.remove({ origins: [...origins] });
  if (!origins.some(isBroad)) return;
  const others = [...new Set([...before.required, ...before.origins])].filter((one) => !isBroad(one));
  const kept = await areGranted(others);
  if (kept.includes(false)) await askForAccess(others.filter((_, at) => !kept[at]));
}

/**
 * Runs the manifest's scripts on the sites that the user granted besides: the same files, frames and options. The browser keeps that until
 * its next start and further; Chromium forgets it with an update. Called whenever it may not be as it should.
 */
export async function registerScripts(consoles: () => readonly Console[]): Promise<void> {
  const { scripting } = browser;
  const access = await readAccess();
  const matches = addedOrigins(access).length === 0 ? [] : scriptMatches(access, consoles());
  const wanted = scriptsFor(matches);
  const known = new Set((await scripting.getRegisteredContentScripts()).map(({ id }) => id));
  const changed = wanted.filter(({ id }) => known.has(id));
  const fresh = wanted.filter(({ id }) => !known.has(id));
  for (const { id } of changed) known.delete(id);
  if (known.size > 0) await scripting.unregisterContentScripts({ ids: [...known] });
  if (changed.length > 0) await scripting.updateContentScripts(changed);
  // Private windows of Chromium have a background of their own, which may have been faster.
  if (fresh.length > 0)
    await scripting.registerContentScripts(fresh).catch(() => scripting.updateContentScripts(fresh));
}

/** Every match pattern on which scripts of ours run. */
export async function allMatches(): Promise<string[]> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  return [...declared(), ...registered].flatMap(({ matches }) => matches ?? []);
}

const declared = () => (browser.runtime.getManifest().content_scripts ?? []) as readonly Declared[];

/** Firefox gives files of the manifest as whole addresses, takes none, and says null where there are none. */
const own = (files?: readonly string[] | null) =>
  (files ?? []).map((file) => new URL(file, browser.runtime.getURL('/')).pathname);

/** Whole hosts and parts of them apart, as in the manifest: Chromium takes frames without an address for whole hosts alone. */
function scriptsFor(matches: readonly string[]): Script[] {
  const excludeMatches = [...new Set(declared().flatMap((script) => script.matches ?? []))];
  const whole = matches.filter(isWholeHost);
  const parts = matches.filter((match) => !whole.includes(match));
  return declared()
    .filter((script) => script.match_origin_as_fallback)
    .flatMap(({ js, css, css_origin, run_at }) => {
      const script = (name: string, on: readonly string[]) => ({
        id: `${own(js)[0]} ${name}`,
        js: own(js),
        css: own(css),
        ...(css_origin && { cssOrigin: css_origin }),
        ...(run_at && { runAt: run_at }),
        allFrames: true,
        matches: [...on],
        excludeMatches,
        persistAcrossSessions: true,
      });
      return [
        ...(whole.length > 0 ? [{ ...script('whole', whole), matchOriginAsFallback: true }] : []),
        ...(parts.length > 0 ? [script('parts', parts)] : []),
      ];
    });
}

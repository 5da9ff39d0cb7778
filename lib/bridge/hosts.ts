import { type Browser, browser } from 'wxt/browser';
import type { Console } from '../../data/schema.ts';
import { type Access, addedOrigins, patternAt, scriptMatches } from '../settings/access.ts';

type Script = Browser.scripting.RegisteredContentScript;
/** What WXT's types know of neither. */
type Declared = NonNullable<Browser.runtime.ManifestV3['content_scripts']>[number] & {
  css_origin?: 'user';
  match_origin_as_fallback?: boolean;
};

export async function readAccess(): Promise<Access> {
  const { origins = [] } = await browser.permissions.getAll();
  return { origins, required: browser.runtime.getManifest().host_permissions ?? [] };
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

export async function giveBack(origins: readonly string[]): Promise<void> {
  await browser.permissions.remove({ origins: [...origins] });
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
  const [changed, fresh] = [
    wanted.filter(({ id }) => known.has(id)),
    wanted.filter(({ id }) => !known.has(id)),
  ];
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

/** Whole hosts and parts of them apart, as in the manifest: Chromium takes frames without an address for whole hosts alone. */
function scriptsFor(matches: readonly string[]): Script[] {
  const excludeMatches = [...new Set(declared().flatMap((script) => script.matches ?? []))];
  const whole = matches.filter((match) => /^[^/]+\/\/[^/]+\/\*$/.test(match));
  const parts = matches.filter((match) => !whole.includes(match));
  return declared()
    .filter((script) => script.match_origin_as_fallback)
    .flatMap(({ js, css, css_origin, run_at }) => {
      const script = (name: string, on: readonly string[]) => ({
        id: `${js?.[0]} ${name}`,
        js: js ?? [],
        css: css ?? [],
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

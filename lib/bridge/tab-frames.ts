import { type Browser, browser } from 'wxt/browser';
import type { PageCode } from '../page/page-api.ts';
import type { REDACTION_SCRIPT } from './bring-redaction.ts';
import { execute, executeIn } from './execute.ts';
import { allMatches, isGranted } from './hosts.ts';
import { settingsAtAddress } from './switch.ts';
import { isTabPaused } from './tab-pause.ts';
import { ALLOWED_CHANGED } from './tell.ts';

/** A site that was not granted and has not answered by then does not. */
const REFUSED_MS = 500;

export const PAGE_SCRIPT = '/content-scripts/page.js';
export const CARD_SCRIPT = '/card.js';
export const ANNOTATOR_SCRIPT = '/annotator.js';
const FRAMES_SCRIPT = '/frames.js';
/** Made by build/mark-style.ts. */
const MARK_STYLE = '/marks.css';

export interface Frame {
  tabId: number;
  frameId: number;
}

/** The frame that a message came from. Throws for one from anywhere else. */
export function frameOf({ tab, frameId }: Browser.runtime.MessageSender): Frame {
  if (tab?.id === undefined || frameId === undefined) throw new Error('Only a page can ask for this.');
  return { tabId: tab.id, frameId };
}

/**
 * Where a frame's page comes from. One without an address of its own (`about:blank`, `srcdoc`) counts as the page around it; of one
 * document that goes on to another address only the tab tells that.
 */
export function addressOf({ url, origin, tab, frameId }: Browser.runtime.MessageSender): string {
  const own = frameId === 0 ? tab?.url : url;
  return [own, url, origin, tab?.url].find((address) => address?.startsWith('http')) ?? '';
}

/** Whether marks are shown in the sender's frame, as far as the browser, its tab and the page around it go. */
export async function isAllowed(sender: Browser.runtime.MessageSender): Promise<boolean> {
  const { tabId, frameId } = frameOf(sender);
  const [granted, paused, on] = await Promise.all([
    isGranted(addressOf(sender)),
    isTabPaused(tabId),
    // The page itself knows, and sooner, where it has gone.
    frameId === 0 || settingsAtAddress(sender.tab?.url ?? '').then((around) => around.on),
  ]);
  return granted && !paused && on;
}

/** Makes the frames of all tabs that mark codes ask whether they may: those of a host that was withdrawn can still be told. */
export async function tellAllowedChanged(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, ALLOWED_CHANGED)),
  );
}

/** Makes a popup that is open look at its page again. */
export function tellPopup(): void {
  browser.runtime.sendMessage({ type: 'codesChanged' }).catch(() => undefined);
}

/** Follows the frames of a tab from now on: one of those within another holds what may be a code. */
export async function followFramesOf(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  // The tab was closed meanwhile.
  await execute({ target, files: [FRAMES_SCRIPT] }).catch(() => undefined);
}

/** Runs one of them in a frame. Rejects where the browser refuses. */
export async function loadScript(
  { tabId, frameId }: Frame,
  file: typeof ANNOTATOR_SCRIPT | typeof CARD_SCRIPT | typeof REDACTION_SCRIPT,
): Promise<void> {
  await execute({ target: { tabId, frameIds: [frameId] }, files: [file] });
}

/**
 * Explains a selection in the frame it was made in, with scripts of ours there or without.
 * Rejects where the browser lets none in; the caller then has a page of its own for the answer.
 */
export async function explainIn({ tabId, frameId }: Frame, text: string | null): Promise<void> {
  const there = await executeIn({ tabId, frameId }, () => ({
    annotator: globalThis.errataAnnotator !== undefined,
    card: globalThis.errataCard !== undefined,
  }));
  if (!there?.annotator) await loadScript({ tabId, frameId }, ANNOTATOR_SCRIPT);
  if (!there?.card) await loadScript({ tabId, frameId }, CARD_SCRIPT);
  const explain = async (selected: string | null) => {
    const page = globalThis.errataPage;
    page?.onAnnotatorReady(true);
    await (page?.explainSelection ?? globalThis.errataAnnotator?.explainSelection)?.(selected);
    return globalThis.errataCard?.isOpen() === true;
  };
  if (!(await executeIn({ tabId, frameId }, explain, text)))
    throw new Error('The card did not open in the page.');
}

/** Runs the page script where the manifest does not, with a style of the same origin: Chromium paints no tint by the user's. */
async function enter(target: Browser.scripting.InjectionTarget): Promise<void> {
  const origin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
  await Promise.all([
    browser.scripting.insertCSS({ target, origin, files: [MARK_STYLE] }),
    execute({ target, files: [PAGE_SCRIPT] }),
  ]);
}

/** What a frame tells of its codes. */
export interface FrameCodes {
  codes: PageCode[];
  /** The frame is not read to its end yet. */
  reading: boolean;
}

/** The codes of each frame of a tab: null for a frame in which no script of ours marks any, null altogether where the browser refuses. */
export async function codesOfFrames(tabId: number): Promise<(FrameCodes | null)[] | null> {
  try {
    const { url } = await browser.tabs.get(tabId);
    const asked = execute({
      target: { tabId, allFrames: true },
      func: () => {
        const page = globalThis.errataPage;
        // A page that was open before the last update may have an older script, which does not tell.
        return page ? { codes: page.codes?.() ?? [], reading: page.isReading?.() ?? false } : null;
      },
    });
    // Chromium neither runs a script nor refuses it where access waits for a click on the toolbar button, and tells no address there.
    const frames = await (url ? asked : unlessRefused(asked));
    return frames?.map(({ result }) => result ?? null) ?? null;
  } catch {
    return null;
  }
}

/** Null where nothing answers in time. */
export const unlessRefused = <T>(asked: Promise<T>): Promise<T | null> =>
  Promise.race([asked, new Promise<null>((resolve) => setTimeout(resolve, REFUSED_MS, null))]);

/** Runs the content script in the tabs that were open before this version was, or before their site was granted. */
export async function enterOpenTabs(): Promise<void> {
  await inOpenTabs(enter);
}

/** Marks may have been switched on: frames that waited for that look again. */
export async function lookAgain(): Promise<void> {
  await inOpenTabs((target) => execute({ target, func: () => globalThis.errataPage?.lookAgain?.() }));
}

async function inOpenTabs(
  run: (target: Browser.scripting.InjectionTarget) => Promise<unknown>,
): Promise<void> {
  const matches = await allMatches();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(({ id, discarded }) =>
      id === undefined || discarded ? null : run({ tabId: id, allFrames: true }),
    ),
  );
}

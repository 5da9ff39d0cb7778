import { text } from 'virtual:codes';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { countBadge } from '../lib/bridge/badge.ts';
import { onBegun } from '../lib/bridge/begun.ts';
import { detectService } from '../lib/bridge/detect-service.ts';
import { createMenu, explainSelection, MENU_ID } from '../lib/bridge/menu.ts';
import { onMessage } from '../lib/bridge/messages.ts';
import { answerAddressBar } from '../lib/bridge/omnibox.ts';
import { openSearch } from '../lib/bridge/search-page.ts';
import { changeSettings } from '../lib/bridge/stored-settings.ts';
import { isOnAtAddress, onSwitched } from '../lib/bridge/switch.ts';
import {
  addressOf,
  enterOpenTabs,
  followFramesOf,
  frameOf,
  loadAnnotator,
  loadCard,
  lookAgain,
  walkTab,
} from '../lib/bridge/tab-frames.ts';
import { createEngine } from '../lib/page/engine.ts';
import { placeSilenced, providerSet } from '../lib/settings/changes.ts';

/** Wiring only. Keeps no state: the browser stops it whenever it likes. */
export default defineBackground(() => {
  const engine = createEngine(text);
  const judge = detectService(engine);

  onBegun(() => {
    void createMenu();
    void enterOpenTabs();
  });
  browser.permissions.onAdded.addListener(() => void enterOpenTabs());
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
    if (menuItemId === MENU_ID) explainSelection(selectionText ?? '', { tabId: tab?.id, frameId });
  });
  browser.commands.onCommand.addListener(async (command) => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    // A page that takes no script has no codes to walk.
    await walkTab(tab.id, command === 'next-code' ? 1 : -1).catch(() => undefined);
  });

  answerAddressBar();

  onSwitched(lookAgain);

  onMessage('loadAnnotator', async ({ sender }) => {
    if (!(await isOnAtAddress(addressOf(sender)))) return false;
    // By the time that the reader asks, the engine is ready.
    void engine.getReady();
    const frame = frameOf(sender);
    if (frame.frameId !== 0) void followFramesOf(frame.tabId);
    await loadAnnotator(frame);
    return true;
  });
  onMessage('detect', ({ data }) => judge(data));
  onMessage('loadCard', ({ sender }) => loadCard(frameOf(sender)));
  // Answered at once: Firefox logs an error for a page that goes while it waits for an answer.
  onMessage('codesChanged', ({ sender }) => {
    if (sender.tab?.id !== undefined) void countBadge(sender.tab.id);
  });
  onMessage('openSearch', ({ data }) => openSearch(data));
  onMessage(
    'setProvider',
    async ({ data: { host, provider } }) => void (await changeSettings(providerSet(host, provider))),
  );
  onMessage(
    'setSilenced',
    async ({ data: { silence, on } }) => void (await changeSettings(placeSilenced(silence, on))),
  );
});

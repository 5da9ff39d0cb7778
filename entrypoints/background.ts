import { text as codes } from 'virtual:codes';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { countBadge } from '../lib/bridge/badge.ts';
import { onBegun, onInstalledByPerson } from '../lib/bridge/begun.ts';
import { REDACTION_SCRIPT } from '../lib/bridge/bring-redaction.ts';
import { createDetectService } from '../lib/bridge/detect-service.ts';
import { onAccessChanged, readConsoleTest, registerScripts } from '../lib/bridge/hosts.ts';
import { createMenu, explainSelection, MENU_ID } from '../lib/bridge/menu.ts';
import { onMessage } from '../lib/bridge/messages.ts';
import { answerAddressBar } from '../lib/bridge/omnibox.ts';
import { readWords } from '../lib/bridge/open-language.ts';
import { openPanel } from '../lib/bridge/panel.ts';
import { pauseByKey } from '../lib/bridge/pause-by-key.ts';
import { openQuestion, openSearch } from '../lib/bridge/search-page.ts';
import { changeSettings, readSettings, takePolicy } from '../lib/bridge/stored-settings.ts';
import { onSwitched, settingsAtAddress } from '../lib/bridge/switch.ts';
import { keepSynced } from '../lib/bridge/sync-settings.ts';
import {
  ANNOTATOR_SCRIPT,
  addressOf,
  CARD_SCRIPT,
  enterOpenTabs,
  explainIn,
  followFramesOf,
  frameOf,
  isAllowed,
  loadScript,
  lookAgain,
  tellAllowedChanged,
  tellPopup,
} from '../lib/bridge/tab-frames.ts';
import { forgetClosedTabs, onTabPaused } from '../lib/bridge/tab-pause.ts';
import { walkTab } from '../lib/bridge/tab-places.ts';
import { bundledCatalogue } from '../lib/catalogue/bundled.ts';
import { excerptFor } from '../lib/catalogue/excerpt.ts';
import { translated } from '../lib/catalogue/translated.ts';
import { openEngine } from '../lib/page/engine.ts';
import { siteChosen } from '../lib/settings/changes.ts';

/**
 * Wires the parts together. Keeps no state, because the browser may stop the service worker at any time. An ES module, so that it shares
 * the chunks of engine and catalogue with the extension's pages.
 */
export default defineBackground({ type: 'module', main });

function main() {
  const service = createDetectService(openEngine(codes));

  const consoles = () => bundledCatalogue().consoles;
  const enter = async () => {
    await registerScripts(consoles);
    await enterOpenTabs();
  };

  onBegun(() => {
    void createMenu();
    void enter();
  });
  onInstalledByPerson(
    () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) }),
  );
  browser.runtime.onStartup.addListener(() => void registerScripts(consoles));
  let isConsole: ReturnType<typeof readConsoleTest> | null = null;
  onAccessChanged(() => {
    isConsole = null;
    void tellAllowedChanged();
    void enter().then(lookAgain).then(tellPopup);
  });
  const askAgain = () => {
    void tellAllowedChanged();
    void lookAgain();
  };
  onTabPaused(askAgain);
  forgetClosedTabs();
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
    if (menuItemId === MENU_ID) explainSelection(selectionText ?? '', { tabId: tab?.id, frameId });
  });
  browser.commands.onCommand.addListener(async (command, pressedIn) => {
    // Before any `await`, after which the user gesture has expired.
    if (command === 'open-panel')
      return openPanel(pressedIn?.id ?? browser.tabs.TAB_ID_NONE).catch(() => undefined);
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined || (await pauseByKey(command, tab))) return;
    const tabId = tab.id;
    await walkTab(tabId, command === 'next-code' ? 1 : -1)
      .then(async (went) => went || explainIn({ tabId, frameId: 0 }, null))
      // A page that allows no script has no codes.
      .catch(() => undefined);
  });

  void takePolicy(bundledCatalogue);
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void takePolicy(bundledCatalogue);
  });
  keepSynced();
  answerAddressBar();

  onSwitched(askAgain);

  onMessage('loadAnnotator', async ({ sender }) => {
    const [settings, allowed] = await Promise.all([settingsAtAddress(addressOf(sender)), isAllowed(sender)]);
    if (!settings.on || !allowed) return false;
    const frame = frameOf(sender);
    if (frame.frameId !== 0) void followFramesOf(frame.tabId);
    await loadScript(frame, ANNOTATOR_SCRIPT);
    // Warming up takes as long as the frame needs to read what is in view, and both run in parallel from here.
    service.warm();
    return settings;
  });
  onMessage('isAllowed', ({ sender }) => isAllowed(sender));
  onMessage('detect', async ({ data }) => {
    // A page asks hundreds of times; permissions change once in a while.
    isConsole ??= readConsoleTest();
    return service.answer(data, await isConsole);
  });
  const words = async () => readWords((await readSettings()).settings.language);
  // The translated entries are part of `loadEntries`.
  onMessage('loadWords', async () => ({ ...(await words()), entries: {} }));
  onMessage('loadEntries', async ({ data }) =>
    translated(excerptFor(data, bundledCatalogue()), (await words()).entries),
  );
  onMessage('loadCard', ({ sender }) => loadScript(frameOf(sender), CARD_SCRIPT));
  onMessage('loadRedaction', ({ sender }) => loadScript(frameOf(sender), REDACTION_SCRIPT));
  // Does not wait for the badge: Firefox logs an error if a page unloads while it waits for a response ("Promised response from onMessage
  // listener went out of scope", reported for Firefox 59 to 144).
  onMessage('codesChanged', ({ sender }) => {
    if (sender.tab?.id !== undefined) void countBadge(sender.tab.id);
  });
  onMessage('openSearch', ({ data }) => openSearch(data));
  onMessage('askChoice', ({ data }) => openQuestion(data));
  onMessage('keepChoice', async ({ data }) => {
    const { policy } = await readSettings();
    if ('host' in data && data.host in (policy.providerByHost ?? {}))
      throw new Error('Your organization set it');
    await changeSettings(siteChosen(data));
  });
}

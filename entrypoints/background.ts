import { text as codes } from 'virtual:codes';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerSelection } from '../lib/answer/answer-selection.ts';
import { decideMark } from '../lib/answer/explain/decide-mark.ts';
import { findPageStates } from '../lib/answer/paste/find-states.ts';
import {
  getBundledCatalogue,
  translateCatalogue,
} from '../lib/catalogue/bundled-catalogue.ts';
import { createExcerpt } from '../lib/catalogue/excerpt.ts';
import { contradictsEntry } from '../lib/checks/contradicts-entry.ts';
import { recordAndReturn } from '../lib/core/diagnostics.ts';
import { createDetectService } from '../lib/extension/engine/detect-service.ts';
import { createEngine } from '../lib/extension/engine/engine.ts';
import { updateBadge } from '../lib/extension/webext/badge.ts';
import { translateInPage } from '../lib/extension/webext/browser-translator.ts';
import {
  CONTEXT_MENU_ID,
  createContextMenu,
  explainSelection,
} from '../lib/extension/webext/context-menu.ts';
import {
  OWN_TEXTS_SCRIPT,
  onPermissionsChanged,
  readConsoleTest,
  registerContentScripts,
} from '../lib/extension/webext/host-permissions.ts';
import {
  onFirstInstall,
  onVersionInstalled,
} from '../lib/extension/webext/install-events.ts';
import { readLocale } from '../lib/extension/webext/load-language.ts';
import { MASKING_SCRIPT } from '../lib/extension/webext/load-masking.ts';
import { handleMessages } from '../lib/extension/webext/messages.ts';
import {
  handleOmniboxInput,
  openConfirmationWindow,
  openSearchPage,
  openSidePanel,
} from '../lib/extension/webext/open-page.ts';
import {
  onFieldsChanged,
  readPageSettingsAt,
} from '../lib/extension/webext/page-settings.ts';
import {
  cacheManagedPolicy,
  changeSettings,
  readSettings,
} from '../lib/extension/webext/stored-settings.ts';
import { startSync } from '../lib/extension/webext/sync-settings.ts';
import { storeFailures } from '../lib/extension/webext/tab-diagnostics.ts';
import {
  ANNOTATOR_SCRIPT,
  CARD_SCRIPT,
  explainInFrame,
  getSenderFrame,
  getSenderHost,
  getSenderSite,
  injectIntoOpenTabs,
  isFrameAllowed,
  JUDGE_SCRIPT,
  loadScript,
  notifyAllowedChanged,
  notifyExtensionPages,
  rescanOpenTabs,
  updateOwnTextsInOpenTabs,
  watchTabFrames,
} from '../lib/extension/webext/tab-frames.ts';
import { navigateTab } from '../lib/extension/webext/tab-navigation.ts';
import {
  clearPausesOfClosedTabs,
  onTabPauseChanged,
  togglePauseByShortcut,
} from '../lib/extension/webext/tab-pause.ts';
import { applySiteChoice, setChoiceHost } from '../lib/settings/changes.ts';

/**
 * Wires the parts together. Keeps no state, because the browser may stop the service worker at any time. An ES module, so that it shares
 * the chunks of engine and catalogue with the extension's pages.
 */
export default defineBackground({ type: 'module', main });

function main() {
  storeFailures();

  async function startService() {
    const stored = await readSettings().catch(
      recordAndReturn('read-settings', null),
    );

    const ownCodes = stored?.settings.ownCodes ?? [];

    return createDetectService(
      createEngine(codes, ownCodes),
      (text, context) =>
        answerSelection(text, context, getBundledCatalogue(ownCodes)),
      (text, context) =>
        findPageStates(text, context, getBundledCatalogue(ownCodes)),
      (code, request) =>
        decideMark(code, request, getBundledCatalogue(ownCodes), {
          nowMs: Date.now(),
        }),
    );
  }

  let service: ReturnType<typeof startService> | null = null;
  const getService = () => (service ??= startService());

  const registerScripts = async () => {
    const hasOwnCodes = (await readSettings()).settings.ownCodes.length > 0;

    await registerContentScripts(
      () => getBundledCatalogue().consoles,
      hasOwnCodes,
    );

    return hasOwnCodes;
  };

  onFieldsChanged(['ownCodes'], () => {
    service = null;
    void registerScripts();
    void updateOwnTextsInOpenTabs();
  });

  const enter = async () => {
    const hasOwnCodes = await registerScripts();
    await injectIntoOpenTabs();
    if (hasOwnCodes) await updateOwnTextsInOpenTabs();
  };

  onVersionInstalled(() => {
    void createContextMenu();
    void enter();
  });

  onFirstInstall(
    (active) =>
      void browser.tabs.create({
        url: browser.runtime.getURL('/welcome.html' as never),
        active,
      }),
  );

  browser.runtime.onStartup.addListener(() => void registerScripts());

  let isConsole: ReturnType<typeof readConsoleTest> | null = null;

  onPermissionsChanged(() => {
    isConsole = null;
    void notifyAllowedChanged();
    void enter().then(rescanOpenTabs).then(notifyExtensionPages);
  });

  const askAgain = () => {
    void notifyAllowedChanged();
    void rescanOpenTabs();
  };

  onTabPauseChanged(askAgain);
  clearPausesOfClosedTabs();

  browser.contextMenus.onClicked.addListener(
    ({ menuItemId, selectionText, frameId }, tab) => {
      if (menuItemId === CONTEXT_MENU_ID)
        explainSelection(selectionText ?? '', { tabId: tab?.id, frameId });
    },
  );

  browser.commands.onCommand.addListener(async (command, pressedIn) => {
    // Before any `await`, after which the user gesture has expired.
    if (command === 'open-panel')
      return openSidePanel(pressedIn?.id ?? browser.tabs.TAB_ID_NONE).catch(
        recordAndReturn('open-panel', undefined),
      );

    const [tab] = await browser.tabs.query({
      active: true,
      lastFocusedWindow: true,
    });

    if (tab?.id === undefined || (await togglePauseByShortcut(command, tab)))
      return;

    const tabId = tab.id;

    await navigateTab(tabId, command === 'next-code' ? 1 : -1)
      .then(async (went) => went || explainInFrame({ tabId, frameId: 0 }, null))
      // The browser allows no script in the page.
      .catch(recordAndReturn('command', undefined));
  });

  void cacheManagedPolicy(getBundledCatalogue);

  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void cacheManagedPolicy(getBundledCatalogue);
  });

  startSync();
  handleOmniboxInput();

  onFieldsChanged(['enabled', 'pausedHosts'], askAgain);

  handleMessages({
    wake: async () => (await getService()).warmUpEngine(),
    async loadAnnotator(_, sender) {
      const [settings, allowed] = await Promise.all([
        readPageSettingsAt(getSenderSite(sender)),
        isFrameAllowed(sender),
      ]);

      if (!settings.isOn || !allowed) return false;

      const frame = getSenderFrame(sender);
      if (frame.frameId !== 0) void watchTabFrames(frame.tabId);

      const loading = loadScript(frame, ANNOTATOR_SCRIPT);
      // In parallel, because the frame still loads the script and reads the texts in view.
      void getService().then(({ warmUp }) => warmUp());
      await loading;

      return settings;
    },
    loadJudge: (_, sender) => loadScript(getSenderFrame(sender), JUDGE_SCRIPT),
    isAllowed: (_, sender) => isFrameAllowed(sender),
    async loadOwnTexts(_, sender) {
      if ((await readSettings()).settings.ownCodes.length > 0)
        await loadScript(getSenderFrame(sender), OWN_TEXTS_SCRIPT);
    },
    async detect(requests) {
      // Cached, because a page asks hundreds of times and permissions rarely change.
      isConsole ??= readConsoleTest();
      return (await getService()).detectAll(requests, await isConsole);
    },
    // The translated entries are part of `loadEntries`.
    loadLocale: async () => ({
      ...(await readLocale((await readSettings()).settings.language)),
      entries: {},
    }),
    async loadEntries(entryCodes) {
      const { ownCodes, language } = (await readSettings()).settings;
      const { entries } = await readLocale(language);
      // A page can read a card in Firefox (see components/card/firefox-event-shield.ts).
      const known = import.meta.env.FIREFOX ? [] : ownCodes;

      return translateCatalogue(
        createExcerpt(entryCodes, getBundledCatalogue(known)),
        entries,
      );
    },
    contradictsEntry: ({ text, start, key }) =>
      contradictsEntry(text, start, key, getBundledCatalogue()),
    translate: translateInPage,
    loadCard: (_, sender) => loadScript(getSenderFrame(sender), CARD_SCRIPT),
    loadMasking: (_, sender) =>
      loadScript(getSenderFrame(sender), MASKING_SCRIPT),
    // Does not wait for the badge: Firefox logs "Promised response from onMessage listener went out of scope" if a page
    // unloads while it waits for a response (reported for Firefox 59 to 144:
    // https://github.com/mozilla/fx-private-relay/issues/5884).
    codesChanged(_, { tab }) {
      if (tab?.id !== undefined) void updateBadge(tab.id);
    },
    openSearch: (query) => openSearchPage(query),
    openNote: (key) => openSearchPage(key, 'newForegroundTab', true),
    confirmSiteChoice: (choice, sender) =>
      openConfirmationWindow(setChoiceHost(choice, getSenderHost(sender))),
    async saveSiteChoice(given, sender) {
      const choice = setChoiceHost(given, getSenderHost(sender));
      const { policy } = await readSettings();

      const isManaged =
        ('provider' in choice &&
          choice.host in (policy.providerByHost ?? {})) ||
        ('sensitivity' in choice && 'sensitivity' in policy);

      if (isManaged) throw new Error('Set by your organisation');

      await changeSettings(applySiteChoice(choice));
    },
  });
}

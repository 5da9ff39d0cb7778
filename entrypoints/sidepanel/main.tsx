import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { createPanelStore, Panel } from '../../components/panel/Panel.tsx';
import { StoredNotes } from '../../components/shared/StoredNotes.tsx';
import { loadSettingsStore } from '../../components/shared/settings-store.ts';
import { watchTabPage } from '../../components/shared/watch-page.ts';
import { getTranslatedCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { startAutoTranslation } from '../../lib/webext/browser-translator.ts';
import { loadLanguage } from '../../lib/webext/load-language.ts';
import { importMasking } from '../../lib/webext/load-masking.ts';
import { openDecoder } from '../../lib/webext/open-page.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/webext/stored-settings.ts';
import { goToOccurrence, navigateTabTo, readOccurrenceTexts } from '../../lib/webext/tab-navigation.ts';
import { createPageActions, isPanelInTab, onTabPageChanged, readTabPage } from '../../lib/webext/tab-page.ts';
import { createCsvReader } from '../decoder/csv-reader.ts';

const inTab = await isPanelInTab();
const store = createPanelStore();
const settingsStore = await loadSettingsStore(readSettings, watchSettings, loadLanguage);
void startAutoTranslation(settingsStore.getState().settings, () =>
  changeSettings(() => ({ autoTranslate: true })),
);
const refresh = watchTabPage(readTabPage, (page) => store.setState({ page }));
void refresh();
onTabPageChanged(
  () => store.getState().page,
  () => void refresh(),
);
settingsStore.subscribe(() => void refresh());
const { ownCodes } = settingsStore.getState().settings;
const explainCsv = createCsvReader(ownCodes);

/** Runs a function for the tab that the panel is about. `shows` activates that tab if the panel is in another one. */
async function runInPage<T>(work: (tabId: number) => Promise<T>, otherwise: T, shows = false): Promise<T> {
  const tabId = store.getState().page?.tabId;
  if (tabId === undefined) return otherwise;
  if (shows && inTab) await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
  return work(tabId);
}

const element = document.getElementById('root');
if (element)
  createRoot(element).render(
    <StoredNotes {...{ settingsStore, changeSettings, importMasking }}>
      <Panel
        {...{ store, settingsStore, changeSettings, inTab, explainCsv }}
        {...createPageActions(() => store.getState().page)}
        onGo={(names) => runInPage((tabId) => navigateTabTo(tabId, names), false, true)}
        onGoToPlace={(name, at) => runInPage((tabId) => goToOccurrence(tabId, name, at), false, true)}
        readTexts={(...range) => runInPage((tabId) => readOccurrenceTexts(tabId, ...range), [])}
        catalogue={getTranslatedCatalogue(ownCodes)}
        onDecode={openDecoder}
        now={Date.now()}
      />
    </StoredNotes>,
  );

import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { createPanelStore, Panel } from '../../components/panel/Panel.tsx';
import { followPage } from '../../components/shared/follow-page.ts';
import { StoredNotes } from '../../components/shared/StoredNotes.tsx';
import { saveFile } from '../../components/shared/save-file.ts';
import { openSettings } from '../../components/shared/settings-store.ts';
import { importRedaction } from '../../lib/bridge/bring-redaction.ts';
import { openLanguage } from '../../lib/bridge/open-language.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/bridge/stored-settings.ts';
import { hasTab, onPageChanged, pageActions, readTabPage } from '../../lib/bridge/tab.ts';
import { goToPlace, placeTexts, walkTo } from '../../lib/bridge/tab-places.ts';
import { translatedCatalogue } from '../../lib/catalogue/bundled.ts';

const inTab = await hasTab();
const store = createPanelStore();
const settingsStore = await openSettings(readSettings, watchSettings, openLanguage);
const refresh = followPage(readTabPage, (page) => store.setState({ page }));
void refresh();
onPageChanged(
  () => store.getState().page,
  () => void refresh(),
);
settingsStore.subscribe(() => void refresh());

/** Runs a function for the tab that the panel is about. `shows` activates that tab if the panel is in another one. */
async function inPage<T>(work: (tabId: number) => Promise<T>, otherwise: T, shows = false): Promise<T> {
  const tabId = store.getState().page?.tabId;
  if (tabId === undefined) return otherwise;
  if (shows && inTab) await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
  return work(tabId);
}

const element = document.getElementById('root');
if (element)
  createRoot(element).render(
    <StoredNotes {...{ settingsStore, changeSettings, importRedaction }}>
      <Panel
        {...{ store, settingsStore, changeSettings, inTab }}
        {...pageActions(() => store.getState().page)}
        onGo={(names) => inPage((tabId) => walkTo(tabId, names), false, true)}
        onGoToPlace={(name, at) => inPage((tabId) => goToPlace(tabId, name, at), false, true)}
        readTexts={(name, from, to) => inPage((tabId) => placeTexts(tabId, name, from, to), [])}
        catalogue={translatedCatalogue()}
        onSave={saveFile}
        now={Date.now()}
      />
    </StoredNotes>,
  );

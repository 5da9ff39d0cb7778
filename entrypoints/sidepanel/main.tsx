import { browser } from 'wxt/browser';
import { createPanelStore, Panel } from '../../components/panel/Panel.tsx';
import { watchTabPage } from '../../components/shared/watch-page.ts';
import { openDecoder } from '../../lib/extension/webext/open-page.ts';
import { changeSettings } from '../../lib/extension/webext/stored-settings.ts';
import {
  goToOccurrence,
  navigateTabTo,
  readOccurrenceTexts,
} from '../../lib/extension/webext/tab-navigation.ts';
import {
  createPageActions,
  isPanelInTab,
  onTabPageChanged,
  readTabPage,
} from '../../lib/extension/webext/tab-page.ts';
import { loadPage } from '../decoder/load-page.tsx';

const inTab = await isPanelInTab();
const store = createPanelStore();
const getPage = () => store.getState().page;
const { settingsStore, catalogue, explainCsv, render } = await loadPage();
const refresh = watchTabPage(readTabPage, (page) => store.setState({ page }));
void refresh();
onTabPageChanged(getPage, () => void refresh());
settingsStore.subscribe(() => void refresh());

/** Runs a function for the tab that the panel is about. `shows` activates that tab if the panel is in another one. */
async function runInPage<T>(
  work: (tabId: number) => Promise<T>,
  otherwise: T,
  shows = false,
): Promise<T> {
  const tabId = getPage()?.tabId;
  if (tabId === undefined) return otherwise;

  if (shows && inTab)
    await browser.tabs.update(tabId, { active: true }).catch(() => undefined);

  return work(tabId);
}

render(
  <Panel
    store={store}
    settingsStore={settingsStore}
    changeSettings={changeSettings}
    inTab={inTab}
    explainCsv={explainCsv}
    catalogue={catalogue}
    {...createPageActions(getPage)}
    onGo={(names) =>
      runInPage((tabId) => navigateTabTo(tabId, names), false, true)
    }
    onGoToPlace={(name, at) =>
      runInPage((tabId) => goToOccurrence(tabId, name, at), false, true)
    }
    readTexts={(...range) =>
      runInPage((tabId) => readOccurrenceTexts(tabId, ...range), [])
    }
    onDecode={openDecoder}
    now={Date.now()}
  />,
);

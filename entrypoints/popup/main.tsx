import { text as textIndex } from 'virtual:text-index';
import { browser } from 'wxt/browser';
import type { Reference } from '../../components/popup/answer.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import {
  getLookupContext,
  getSiteState,
} from '../../components/popup/SiteLine.tsx';
import { coalesce, watchTabPage } from '../../components/shared/watch-page.ts';
import { answerQuestion, getSoleFinding } from '../../lib/answer/answer.ts';
import { setTextIndex } from '../../lib/catalogue/bundled-catalogue.ts';
import {
  createSearch,
  mapToCatalogue,
} from '../../lib/catalogue/search/search.ts';
import {
  createDialogWait,
  openFilePage,
} from '../../lib/extension/webext/file-page.ts';
import { openSidePanel } from '../../lib/extension/webext/open-page.ts';
import { changeSettings } from '../../lib/extension/webext/stored-settings.ts';
import {
  readLowConfidenceHits,
  revealLowConfidenceHit,
} from '../../lib/extension/webext/tab-low-confidence-hits.ts';
import {
  navigateTabTo,
  readOccurrenceTexts,
} from '../../lib/extension/webext/tab-navigation.ts';
import {
  createPageActions,
  onTabPageChanged,
  readPageDiagnostics,
  readTabPage,
} from '../../lib/extension/webext/tab-page.ts';
import { haveSameMarks } from '../../lib/settings/settings.ts';
import { loadPage } from '../decoder/load-page.tsx';
import { createPasteReader } from '../decoder/paste-reader.ts';
import { isPopupInTab, requestedQuery, root, store } from './first-render.tsx';

const { settingsStore, ownCodes, english, catalogue, explainCsv, render } =
  await loadPage();
setTextIndex(() => JSON.parse(textIndex));
const search = createSearch(english);
const reference: Reference = {
  catalogue,
  find: mapToCatalogue(search.find, catalogue),
};
const { readPaste, prepare } = createPasteReader(catalogue, ownCodes);

const getPage = () => store.getState().page;
const refresh = watchTabPage(readTabPage, (page) => store.setState({ page }));
const refreshLowConfidence = coalesce(readLowConfidence);
const refreshAll = () => void refresh().then(refreshLowConfidence);
void refresh()
  .then(async () => openAnswer(await requestedQuery))
  .then(refreshLowConfidence);
onTabPageChanged(getPage, refreshAll);
settingsStore.subscribe(({ settings }, before) => {
  if (!haveSameMarks(before.settings, settings)) refreshAll();
});

/** Reads codes that are not underlined. This costs the page time, so it runs after the underlined ones are shown. */
async function readLowConfidence() {
  const { settings } = settingsStore.getState();
  const { page, query, lowConfidence = null } = store.getState();

  if (page?.script !== 'running' || query !== '')
    return store.setState({ lowConfidence });

  const isOn = getSiteState(page, settings, catalogue.consoles) === 'on';

  const read = () =>
    readLowConfidenceHits(page.tabId, page.url?.hostname ?? '', settings);

  store.setState({ lowConfidence: isOn ? await read() : null });
}

/** Opens the answer to `popup.html?q=131047`, using the context of the page that it was opened from. */
function openAnswer(wanted: string) {
  const { query, pasted, page, opened, open } = store.getState();
  if (
    wanted === '' ||
    (pasted?.source ?? query) !== wanted ||
    opened.length > 0
  )
    return;

  const context = getLookupContext(
    page,
    settingsStore.getState().settings.providerByHost,
  );

  const sole = getSoleFinding(
    answerQuestion(wanted, { ...reference, ...context }),
  );

  if (sole) open(sole);
}

/** Closes the toolbar's popup, which would cover the page. */
const closePopup = () => isPopupInTab || close();

async function runInPage<T>(
  work: (tabId: number) => Promise<T>,
): Promise<T | undefined> {
  const page = getPage();
  return page ? work(page.tabId) : undefined;
}

render(
  <Popup
    store={store}
    settingsStore={settingsStore}
    changeSettings={changeSettings}
    reference={reference}
    readPaste={readPaste}
    explainCsv={explainCsv}
    inTab={isPopupInTab}
    waitForDialog={createDialogWait(location.search)}
    onOpenFilePage={openFilePage}
    onReveal={(place) =>
      runInPage((tabId) => revealLowConfidenceHit(tabId, place))
    }
    onGo={(name) =>
      runInPage(
        async (tabId) => (await navigateTabTo(tabId, [name])) && closePopup(),
      )
    }
    onOpenPanel={() =>
      runInPage((tabId) => openSidePanel(tabId).then(closePopup))
    }
    readTexts={async (...range) =>
      (await runInPage((tabId) => readOccurrenceTexts(tabId, ...range))) ?? []
    }
    {...createPageActions(getPage)}
    readDiagnostics={(page) =>
      readPageDiagnostics(page, settingsStore.getState().settings)
    }
    writesNote={new URLSearchParams(location.search).has('note')}
    isPrivate={browser.extension.inIncognitoContext}
    now={Date.now()}
  />,
  root,
);
// Prepare the first character and the first paste after the first paint, one after the other, because both take long.
requestIdleCallback(() => {
  search.prepare();
  requestIdleCallback(prepare);
});

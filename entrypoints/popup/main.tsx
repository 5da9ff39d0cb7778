import { browser } from 'wxt/browser';
import { contextOf, directAnswer, type Reference } from '../../components/popup/answer.ts';
import { Popup, type PopupProps } from '../../components/popup/Popup.tsx';
import { siteState } from '../../components/popup/site-state.ts';
import { coalesce } from '../../components/shared/coalesce.ts';
import { followPage } from '../../components/shared/follow-page.ts';
import { StoredNotes } from '../../components/shared/StoredNotes.tsx';
import { openSettings } from '../../components/shared/settings-store.ts';
import { importRedaction } from '../../lib/bridge/bring-redaction.ts';
import { openLanguage } from '../../lib/bridge/open-language.ts';
import { openPanel } from '../../lib/bridge/panel.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/bridge/stored-settings.ts';
import { onPageChanged, pageActions, readTabPage } from '../../lib/bridge/tab.ts';
import { walkTo } from '../../lib/bridge/tab-places.ts';
import { readWeakHits, revealWeakHit } from '../../lib/bridge/tab-weak-hits.ts';
import { bundledCatalogue, translatedCatalogue } from '../../lib/catalogue/bundled.ts';
import { inCatalogue, openSearch } from '../../lib/catalogue/search.ts';
import { marksAlike } from '../../lib/settings/settings.ts';
import { asked, inTab, root, store } from './opening.tsx';
import { openPasteReader } from './paste-reader.ts';

// Start to read the settings while the catalogue opens.
const settingsRead = openSettings(readSettings, watchSettings, openLanguage);
const search = openSearch(bundledCatalogue());
// The settings contain the language and each host's provider.
const settingsStore = await settingsRead;
const catalogue = translatedCatalogue();
const reference: Reference = { catalogue, find: inCatalogue(search.find, catalogue) };
const readPaste = openPasteReader(catalogue);

const { showPage, showQuiet } = store.getState();
const refresh = followPage(readTabPage, showPage);
const refreshQuiet = coalesce(readBesides);
void refresh()
  .then(async () => openDirectly(await asked))
  .then(refreshQuiet);
onPageChanged(
  () => store.getState().page,
  () => void refresh().then(refreshQuiet),
);
settingsStore.subscribe(({ settings }, before) => {
  if (!marksAlike(before.settings, settings)) void refresh().then(refreshQuiet);
});

/** Reads codes that are not underlined. This costs the page time, so it runs after the underlined ones are shown. */
async function readBesides() {
  const { settings } = settingsStore.getState();
  const { page, query } = store.getState();
  if (page?.script !== 'running' || query !== '') return;
  const isOn = siteState(page, settings, catalogue.consoles) === 'on';
  showQuiet(isOn ? await readWeakHits(page.tabId, page.url?.hostname ?? '', settings) : null);
}

/** Opens the answer to `popup.html?q=131047`, using the context of the page that it was opened from. */
function openDirectly(wanted: string) {
  const { query, pasted, page, opened, open } = store.getState();
  if (wanted === '' || (pasted?.source ?? query) !== wanted || opened.length > 0) return;
  const answer = directAnswer(
    reference,
    wanted,
    contextOf(page, settingsStore.getState().settings.providerByHost),
  );
  if (answer) open(answer);
}

/** Runs a function for the tab that the popup is about. */
function inPage(work: (tabId: number) => Promise<unknown>) {
  const { page } = store.getState();
  if (page) void work(page.tabId);
}

const onReveal: PopupProps['onReveal'] = (place) => inPage((tabId) => revealWeakHit(tabId, place));
const onGo: PopupProps['onGo'] = ({ code, key }) => inPage((tabId) => walkTo(tabId, [{ code, key }]));
/** Closes the toolbar's popup, which would cover the page. */
const onOpenPanel = () => inPage((tabId) => openPanel(tabId).then(() => inTab || close()));

root?.render(
  <StoredNotes {...{ settingsStore, changeSettings, importRedaction }}>
    <Popup
      {...{ store, settingsStore, changeSettings, reference, readPaste, inTab }}
      {...{ onReveal, onGo, onOpenPanel }}
      {...pageActions(() => store.getState().page)}
      isPrivate={browser.extension.inIncognitoContext}
      now={Date.now()}
    />
  </StoredNotes>,
);
// Build the search index after the first paint, so that it is ready for the first character.
globalThis.requestIdleCallback(() => search.prepare());

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

// Read while the catalogue is opened.
const settingsRead = openSettings(readSettings, watchSettings, openLanguage);
const search = openSearch(bundledCatalogue());
// Whose codes a host shows may be among them, and what the interface speaks.
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

/** Reading the page for what is not underlined costs it something: it comes after what is underlined. */
async function readBesides() {
  const { settings } = settingsStore.getState();
  const { page, query } = store.getState();
  if (page?.script !== 'running' || query !== '') return;
  const isOn = siteState(page, settings, catalogue.consoles) === 'on';
  showQuiet(isOn ? await readWeakHits(page.tabId, page.url?.hostname ?? '', settings) : null);
}

/** `popup.html?q=131047` begins on the answer: the one for the page that it was opened from. */
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

/** Does something in the tab that the popup speaks of. */
function inPage(work: (tabId: number) => Promise<unknown>) {
  const { page } = store.getState();
  if (page) void work(page.tabId);
}

const onReveal: PopupProps['onReveal'] = (place) => inPage((tabId) => revealWeakHit(tabId, place));
const onGo: PopupProps['onGo'] = ({ code, key }) => inPage((tabId) => walkTo(tabId, [{ code, key }]));
/** The toolbar's popup would lie over the page that the panel speaks of. */
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
// After the first paint: the first letter then finds the index made.
globalThis.requestIdleCallback(() => search.prepare());

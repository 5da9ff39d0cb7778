import { createRoot } from 'react-dom/client';
import { linkTo, readFilters, readTarget, writeFilters } from '../../components/catalogue/address.ts';
import { CataloguePage } from '../../components/catalogue/Catalogue.tsx';
import { createCatalogueStore } from '../../components/catalogue/store.ts';
import { StoredNotes } from '../../components/shared/StoredNotes.tsx';
import { openSettings } from '../../components/shared/settings-store.ts';
import { importRedaction } from '../../lib/bridge/bring-redaction.ts';
import { openLanguage } from '../../lib/bridge/open-language.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/bridge/stored-settings.ts';
import { bundledCatalogue, translatedCatalogue } from '../../lib/catalogue/bundled.ts';
import { inCatalogue, openSearch } from '../../lib/catalogue/search.ts';

// Start to read the settings while the catalogue opens.
const settingsRead = openSettings(readSettings, watchSettings, openLanguage);
const english = bundledCatalogue();
const search = openSearch(english);
const providers = english.providers.map(({ id }) => id);
const fromAddress = () => ({
  filters: readFilters(location.search, providers),
  target: readTarget(location.hash),
});
const store = createCatalogueStore(fromAddress());

const settingsStore = await settingsRead;
const catalogue = translatedCatalogue();
const find = inCatalogue(search.find, catalogue);

// Sync the address with the store. A filter replaces the history entry; an opened entry adds one, so that Back closes it.
store.subscribe(({ filters, target }, before) => {
  const hash = target === null ? '' : linkTo(target);
  const next = `${location.pathname}${writeFilters(filters)}${hash}`;
  if (next === `${location.pathname}${location.search}${location.hash}`) return;
  if (target !== before.target) history.pushState(null, '', next);
  else history.replaceState(null, '', next);
});
// Sync the store with the address: links within the page, Back, and edits of the address.
for (const event of ['hashchange', 'popstate']) addEventListener(event, () => store.setState(fromAddress()));

const root = document.getElementById('root');
const address = `${location.origin}${location.pathname}`;
if (root) {
  createRoot(root).render(
    <StoredNotes {...{ settingsStore, changeSettings, importRedaction }}>
      <CataloguePage {...{ store, catalogue, find, address, now: Date.now() }} />
    </StoredNotes>,
  );
}
requestIdleCallback(search.prepare);

import { text as textIndex } from 'virtual:text-index';
import {
  CataloguePage,
  createCatalogueStore,
} from '../../components/catalogue/CataloguePage.tsx';
import {
  createEntryLink,
  readFilters,
  readTarget,
  writeFilters,
} from '../../components/shared/FilterBar.tsx';
import { getEntryPath } from '../../components/site/addresses.ts';
import { setTextIndex } from '../../lib/catalogue/bundled-catalogue.ts';
import {
  createSearch,
  mapToCatalogue,
} from '../../lib/catalogue/search/search.ts';
import { openDecoder } from '../../lib/extension/webext/open-page.ts';
import { loadPage } from '../decoder/load-page.tsx';

const { english, catalogue, explainCsv, render } = await loadPage();
setTextIndex(() => JSON.parse(textIndex));
const search = createSearch(english);
const providers = english.providers.map(({ id }) => id);
const readAddress = () => ({
  filters: readFilters(location.search, providers),
  target: readTarget(location.hash),
});
const store = createCatalogueStore(readAddress());
const setting = { catalogue, find: mapToCatalogue(search.find, catalogue) };

// Sync the address with the store. A filter replaces the history entry; an opened entry adds one, so that Back closes it.
store.subscribe(({ filters, target }, before) => {
  const hash = target === null ? '' : createEntryLink(target);
  const next = `${location.pathname}${writeFilters(filters)}${hash}`;
  if (next === `${location.pathname}${location.search}${location.hash}`) return;

  if (target !== before.target) history.pushState(null, '', next);
  else history.replaceState(null, '', next);
});
// Sync the store with the address: links within the page, Back, and edits of the address.
for (const event of ['hashchange', 'popstate'])
  addEventListener(event, () => store.setState(readAddress()));

/** The published site, if there is one: its links work for everybody. */
const site: string | undefined = import.meta.env.WXT_SITE;
function getAddress(key: string): string {
  const entry = site ? english.byKey.get(key) : undefined;
  return entry
    ? `${site}${getEntryPath(entry)}`
    : `${location.origin}${location.pathname}${createEntryLink(key)}`;
}
render(
  <CataloguePage
    store={store}
    setting={setting}
    getAddress={getAddress}
    explainCsv={explainCsv}
    now={Date.now()}
    onDecode={openDecoder}
  />,
);
requestIdleCallback(search.prepare);

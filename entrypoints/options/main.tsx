import { createRoot } from 'react-dom/client';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { ConfirmSiteChoice } from '../../components/options/ConfirmSiteChoice.tsx';
import { Options } from '../../components/options/Options.tsx';
import {
  loadSettingsStore,
  orFallback,
} from '../../components/shared/settings-store.ts';
import {
  getBundledCatalogue,
  getTranslatedCatalogue,
} from '../../lib/catalogue/bundled-catalogue.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import {
  downloadTranslator,
  readTranslatorState,
} from '../../lib/extension/webext/browser-translator.ts';
import {
  onPermissionsChanged,
  readHostAccess,
  requestHostPermissions,
  revokeHostPermissions,
} from '../../lib/extension/webext/host-permissions.ts';
import { loadLanguage } from '../../lib/extension/webext/load-language.ts';
import {
  openShortcutSettings,
  readRequestedQuery,
  readShortcutKeys,
} from '../../lib/extension/webext/open-page.ts';
import {
  cacheManagedPolicy,
  changeSettings,
  readSettings,
  watchSettings,
} from '../../lib/extension/webext/stored-settings.ts';
import {
  eraseAccountData,
  onSynced,
  readAccountNotes,
  readSyncState,
  setSyncEnabled,
} from '../../lib/extension/webext/sync-settings.ts';
import { siteChoiceSchema } from '../../lib/settings/settings-schema.ts';

const store = await loadSettingsStore(
  readSettings,
  watchSettings,
  loadLanguage,
  ['language'],
);
const catalogue = getTranslatedCatalogue();
document.title = t('Errata: settings');

/** The choice to confirm, from a card; without success for the settings page. */
const asked = v.safeParse(
  v.pipe(v.string(), v.parseJson(), siteChoiceSchema),
  await readRequestedQuery(location.search),
);

async function closeTab() {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

const root = createRoot(document.querySelector('#root') ?? document.body);
let problems: readonly string[] = [];
async function renderPage() {
  if (asked.success) {
    const choice = asked.output;

    return root.render(
      <ConfirmSiteChoice
        choice={choice}
        catalogue={catalogue}
        changeSettings={changeSettings}
        onDone={() => void closeTab()}
      />,
    );
  }

  const [access, translator, shortcuts] = await Promise.all([
    readHostAccess(),
    readTranslatorState(),
    readShortcutKeys(),
  ]);

  const paint = (state: Awaited<ReturnType<typeof readSyncState>>) =>
    root.render(
      <Options
        store={store}
        changeSettings={changeSettings}
        catalogue={catalogue}
        problems={problems}
        access={access}
        translator={translator}
        now={Date.now()}
        onDownloadTranslator={downloadTranslator}
        offeredCode={new URLSearchParams(location.search).get('define')}
        sync={{
          ...state,
          readNotes: readAccountNotes,
          onSync: setSyncEnabled,
          onErase: eraseAccountData,
        }}
        onRequestPermission={(origins) => void requestHostPermissions(origins)}
        onRevokePermission={(origins) => void revokeHostPermissions(origins)}
        shortcuts={shortcuts}
        onChangeShortcuts={() => void openShortcutSettings()}
      />,
    );

  paint(await orFallback(readSyncState(), {}, paint));
}
void renderPage();
// Right after a browser start `storage.managed` takes seconds, and Firefox sends no change event for it
// (bugzilla.mozilla.org/show_bug.cgi?id=1685965): the page starts with the stored copy, and asks again after each change of it.
const checkPolicy = () =>
  cacheManagedPolicy(getBundledCatalogue).then((found) => {
    problems = found;
    void renderPage();
  });
void checkPolicy();
store.subscribe(() => void checkPolicy());
onPermissionsChanged(() => void renderPage());
onSynced(() => void renderPage());

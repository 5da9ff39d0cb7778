import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { StoredNotes } from '../../components/shared/StoredNotes.tsx';
import { loadSettingsStore } from '../../components/shared/settings-store.ts';
import {
  getBundledCatalogue,
  getTranslatedCatalogue,
} from '../../lib/catalogue/bundled-catalogue.ts';
import { startAutoTranslation } from '../../lib/extension/webext/browser-translator.ts';
import { loadLanguage } from '../../lib/extension/webext/load-language.ts';
import { importMasking } from '../../lib/extension/webext/load-masking.ts';
import {
  changeSettings,
  readSettings,
  watchSettings,
} from '../../lib/extension/webext/stored-settings.ts';
import { createCsvReader } from './csv-reader.ts';

/** Loads what all pages with explanations need. Waits for the settings: the language and the team's own codes are part of them. */
export async function loadPage() {
  // Start to read the settings while the catalogue opens.
  const settingsRead = loadSettingsStore(
    readSettings,
    watchSettings,
    loadLanguage,
  );

  getBundledCatalogue();

  const settingsStore = await settingsRead;
  const { settings } = settingsStore.getState();
  const { ownCodes } = settings;

  void startAutoTranslation(settings, () =>
    changeSettings(() => ({ autoTranslate: true })),
  );

  return {
    settingsStore,
    ownCodes,
    english: getBundledCatalogue(ownCodes),
    catalogue: getTranslatedCatalogue(ownCodes),
    explainCsv: createCsvReader(ownCodes),
    render: (
      page: ReactNode,
      root = createRoot(document.querySelector('#root') ?? document.body),
    ) =>
      root.render(
        <StoredNotes
          settingsStore={settingsStore}
          changeSettings={changeSettings}
          importMasking={importMasking}
        >
          {page}
        </StoredNotes>,
      ),
  };
}

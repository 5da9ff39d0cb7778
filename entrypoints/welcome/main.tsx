import { createRoot } from 'react-dom/client';
import { loadSettingsStore } from '../../components/shared/settings-store.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { getOwnGlobal } from '../../lib/core/get-own-global.ts';
import { loadLanguage } from '../../lib/extension/webext/load-language.ts';
import { readShortcutKeys } from '../../lib/extension/webext/open-page.ts';
import { parsePageSettings } from '../../lib/extension/webext/page-settings.ts';
import {
  readSettings,
  watchSettings,
} from '../../lib/extension/webext/stored-settings.ts';
import type {} from '../../lib/page/marking/page-api.ts';

const store = await loadSettingsStore(
  readSettings,
  watchSettings,
  loadLanguage,
);

createRoot(document.querySelector('#root') ?? document.body).render(
  <Welcome shortcuts={await readShortcutKeys()} />,
);

// The marks and the card of any console. The engine runs in the background.
await Promise.all([import('/annotator.js'), import('/card.js')]);
getOwnGlobal('errataAnnotator')?.start(
  parsePageSettings(store.getState().settings, location.hostname),
);

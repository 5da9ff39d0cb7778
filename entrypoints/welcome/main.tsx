import known from 'virtual:prefilter';
import { createRoot } from 'react-dom/client';
import { loadSettingsStore } from '../../components/shared/settings-store.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { createPrefilter } from '../../lib/detect/prefilter.ts';
import type {} from '../../lib/page/marking/page-api.ts';
import { isCovered } from '../../lib/settings/host-access.ts';
import {
  onPermissionsChanged,
  readHostAccess,
  requestHostPermissions,
} from '../../lib/webext/host-permissions.ts';
import { loadLanguage } from '../../lib/webext/load-language.ts';
import { parsePageSettings } from '../../lib/webext/page-settings.ts';
import { readShortcuts } from '../../lib/webext/shortcuts.ts';
import { readSettings, watchSettings } from '../../lib/webext/stored-settings.ts';

const MARK_STYLE_PATH = '/marks.css';

const store = await loadSettingsStore(readSettings, watchSettings, loadLanguage);

const element = document.getElementById('root');
const root = element && createRoot(element);
async function renderPage() {
  const [shortcuts, { origins, required }] = await Promise.all([readShortcuts(), readHostAccess()]);
  const isBlocked = required.some((pattern) => !isCovered(origins, pattern));
  root?.render(
    <Welcome {...{ shortcuts, isBlocked }} onAllow={() => void requestHostPermissions(required)} />,
  );
}
await renderPage();
onPermissionsChanged(() => void renderPage());

// The marks and the card of any console. The engine runs in the background.
const style = document.createElement('link');
Object.assign(style, { rel: 'stylesheet', href: MARK_STYLE_PATH });
document.head.append(style);
await Promise.all([import('/annotator.js'), import('/card.js')]);
globalThis.errataAnnotator?.start(
  createPrefilter(known),
  parsePageSettings(store.getState().settings, location.hostname),
);

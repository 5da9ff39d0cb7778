import known from 'virtual:prefilter';
import { createRoot } from 'react-dom/client';
import { openSettings } from '../../components/shared/settings-store.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { askForAccess, onAccessChanged, readAccess } from '../../lib/bridge/hosts.ts';
import { openLanguage } from '../../lib/bridge/open-language.ts';
import { pageSettings } from '../../lib/bridge/page-settings.ts';
import { readShortcuts } from '../../lib/bridge/shortcuts.ts';
import { readSettings, watchSettings } from '../../lib/bridge/stored-settings.ts';
import { openPrefilter } from '../../lib/detect/prefilter.ts';
import type {} from '../../lib/page/annotator.ts';
import { isCovered } from '../../lib/settings/access.ts';

const MARKS = '/marks.css';

const store = await openSettings(readSettings, watchSettings, openLanguage);

const element = document.getElementById('root');
const root = element && createRoot(element);
async function render() {
  const [shortcuts, { origins, required }] = await Promise.all([readShortcuts(), readAccess()]);
  const isBlocked = required.some((pattern) => !isCovered(origins, pattern));
  root?.render(<Welcome {...{ shortcuts, isBlocked }} onAllow={() => void askForAccess(required)} />);
}
await render();
onAccessChanged(() => void render());

// The marks and the card of any console. The engine runs in the background.
const style = document.createElement('link');
Object.assign(style, { rel: 'stylesheet', href: MARKS });
document.head.append(style);
await Promise.all([import('/annotator.js'), import('/card.js')]);
globalThis.errataAnnotator?.start(
  openPrefilter(known),
  pageSettings(store.getState().settings, location.hostname),
);

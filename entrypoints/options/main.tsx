import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/Options.tsx';
import { createSettingsStore } from '../../components/shared/settings-store.ts';
import { askForAccess, giveBack, onAccessChanged, readAccess } from '../../lib/bridge/hosts.ts';
import { openShortcutSettings, readShortcuts } from '../../lib/bridge/shortcuts.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/bridge/stored-settings.ts';
import { bundledCatalogue } from '../../lib/catalogue/bundled.ts';

const catalogue = bundledCatalogue();
const store = createSettingsStore(await readSettings());
watchSettings((settings) => store.setState({ settings }));

function onSave(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

const element = document.getElementById('root');
const root = element && createRoot(element);
async function render() {
  const [shortcuts, access] = await Promise.all([readShortcuts(), readAccess()]);
  root?.render(
    <Options
      {...{ store, changeSettings, catalogue, onSave, shortcuts, access, now: Date.now() }}
      onAsk={(origins) => void askForAccess(origins)}
      onGiveBack={(origins) => void giveBack(origins)}
      onChangeShortcuts={() => void openShortcutSettings()}
    />,
  );
}
void render();
// They may have been changed in the browser's own page.
addEventListener('focus', () => void render());
onAccessChanged(() => void render());

import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/Options.tsx';
import { saveFile } from '../../components/shared/save-file.ts';
import { createSettingsStore } from '../../components/shared/settings-store.ts';
import { openShortcutSettings, readShortcuts } from '../../lib/bridge/shortcuts.ts';
import { changeSettings, readSettings, watchSettings } from '../../lib/bridge/stored-settings.ts';
import { bundledCatalogue } from '../../lib/catalogue/bundled.ts';

const catalogue = bundledCatalogue();
const store = createSettingsStore(await readSettings());
watchSettings((settings) => store.setState({ settings }));

const onSave = (name: string, text: string) => saveFile(name, text, 'application/json');

const element = document.getElementById('root');
const root = element && createRoot(element);
async function render() {
  const shortcuts = await readShortcuts();
  root?.render(
    <Options
      {...{ store, changeSettings, catalogue, onSave, shortcuts, now: Date.now() }}
      onChangeShortcuts={() => void openShortcutSettings()}
    />,
  );
}
void render();
// They may have been changed in the browser's own page.
addEventListener('focus', () => void render());

import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Options } from '../../components/options/Options.tsx';
import { Question } from '../../components/options/Question.tsx';
import { saveFile } from '../../components/shared/save-file.ts';
import { openSettings } from '../../components/shared/settings-store.ts';
import { askForAccess, giveBack, onAccessChanged, readAccess } from '../../lib/bridge/hosts.ts';
import { openLanguage } from '../../lib/bridge/open-language.ts';
import { readAsked } from '../../lib/bridge/search-page.ts';
import { openShortcutSettings, readShortcuts } from '../../lib/bridge/shortcuts.ts';
import { changeSettings, readSettings, takePolicy, watchSettings } from '../../lib/bridge/stored-settings.ts';
import {
  eraseAccount,
  onSynced,
  readAccountNotes,
  readSync,
  setSync,
} from '../../lib/bridge/sync-settings.ts';
import { bundledCatalogue, translatedCatalogue } from '../../lib/catalogue/bundled.ts';
import { t } from '../../lib/language/translate.ts';

// Firefox sends no change event for policies (bugzilla.mozilla.org/show_bug.cgi?id=1685965).
await takePolicy(bundledCatalogue);
const store = await openSettings(readSettings, watchSettings, openLanguage);
const catalogue = translatedCatalogue();
document.title = t('Errata: settings');

const onSave = (name: string, text: string) => saveFile(name, text, 'application/json');

/** The choice to confirm, from a card; null for the settings page. */
const asked = await readAsked(location.search);

async function close() {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

const element = document.getElementById('root');
const root = element && createRoot(element);
async function render() {
  if (asked) {
    const choice = JSON.parse(asked);
    root?.render(<Question {...{ choice, catalogue, changeSettings }} onDone={() => void close()} />);
    return;
  }
  const [shortcuts, access, state] = await Promise.all([readShortcuts(), readAccess(), readSync()]);
  root?.render(
    <Options
      {...{ store, changeSettings, catalogue, onSave, shortcuts, access, now: Date.now() }}
      sync={{ ...state, readNotes: readAccountNotes, onSync: setSync, onErase: eraseAccount }}
      onAsk={(origins) => void askForAccess(origins)}
      onGiveBack={(origins) => void giveBack(origins)}
      onChangeShortcuts={() => void openShortcutSettings()}
    />,
  );
}
void render();
// Shortcuts may have been changed in the browser's own page.
addEventListener('focus', () => void render());
onAccessChanged(() => void render());
onSynced(() => void render());

import { useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/i18n/translate.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import type { Notes, Settings } from '../../lib/settings/settings.ts';
import type { SyncState } from '../../lib/webext/sync-settings.ts';
import { Button, SwitchSetting } from '../shared/controls.tsx';
import { SaveError, useAsyncError } from '../shared/use-change.tsx';
import { NotesQuestion } from './NotesQuestion.tsx';
import { compareNotes } from './settings-file.ts';

export interface SyncProps extends Pick<SyncState, 'problem'> {
  /** Reads the notes of the account as downloaded by this browser. */
  readNotes: () => Promise<Notes>;
  /** Switches sync on or off. `notes` are written to the account first. */
  onSync: (on: boolean, notes?: Notes) => Promise<unknown>;
  onErase: () => Promise<unknown>;
}

export function Sync(props: SyncProps & { settings: Settings; policy: Policy; catalogue: Catalogue }) {
  const { settings, policy, catalogue, problem, readNotes, onSync, onErase } = props;
  const [theirs, setTheirs] = useState<Notes | null>(null);
  const [attempt, failed] = useAsyncError();

  async function startSync() {
    const notes = await readNotes();
    if (compareNotes(settings.notes, notes).differing.length > 0) setTheirs(notes);
    else await onSync(true);
  }
  return (
    <>
      <SwitchSetting
        id="sync"
        name={t('Sync settings and notes')}
        on={settings.sync}
        locked={'sync' in policy}
        onChange={(on) => attempt(on ? startSync() : onSync(false))}
      >
        {t(
          'Uses your browser account, if browser sync is on. Lookups are never synced, and each browser asks for access to sites itself.',
        )}
      </SwitchSetting>
      {theirs && (
        <NotesQuestion
          name={t('Your account')}
          theirs={theirs}
          mine={settings.notes}
          catalogue={catalogue}
          onAnswer={(prefer) => {
            setTheirs(null);
            attempt(onSync(true, prefer === 'mine' ? settings.notes : {}));
          }}
          onCancel={() => setTheirs(null)}
        />
      )}
      {settings.sync && problem && (
        <p role="status" className="problem">
          {t('Not synced: $1', problem)}
        </p>
      )}
      {settings.sync && !('sync' in policy) && (
        <Button onClick={() => attempt(onErase())}>{t('Turn off sync and delete synced data')}</Button>
      )}
      <SaveError problem={failed} />
    </>
  );
}

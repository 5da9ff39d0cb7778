import { useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getOwn } from '../../lib/core/get-own.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import type { SyncState } from '../../lib/extension/webext/sync-settings.ts';
import { isLocked, type Policy } from '../../lib/settings/apply-policy.ts';
import { type ChangeSettings, mergeNotes } from '../../lib/settings/changes.ts';
import {
  DEFAULT_SETTINGS,
  type Notes,
  type Settings,
} from '../../lib/settings/settings.ts';
import {
  Button,
  getSaveErrorText,
  SaveError,
  SwitchSetting,
  useAsyncError,
} from '../shared/controls.tsx';
import { EntryRow, getRowClass } from '../shared/EntryRow.tsx';
import { FileButton, saveFile } from '../shared/files.tsx';
import { interpolate } from '../shared/texts.tsx';
import {
  applySettingsFile,
  compareNotes,
  describeSettingChanges,
  parseSettingsFile,
  type SettingsFile,
  serializeFile,
  serializeSettings,
} from './settings-file.ts';

export function Backup(props: {
  own: Partial<Settings>;
  policy: Policy;
  catalogue: Catalogue;
  onChange: ChangeSettings;
}) {
  const { own, policy, catalogue, onChange } = props;
  const settings = { ...DEFAULT_SETTINGS, ...own };
  const { notes } = settings;
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);

  const [asked, setAsked] = useState<{
    name: string;
    file: SettingsFile;
  } | null>(null);

  function describeChanges(file: SettingsFile): string[] {
    const given = Object.entries(applySettingsFile(file)(settings));
    const taken = given.filter(([field]) => !isLocked(policy, field));

    return describeSettingChanges(settings, {
      ...settings,
      ...Object.fromEntries(taken),
    });
  }

  const showFailure = (why: string) =>
    setSaid({ ok: false, text: `${why} ${t('Nothing was changed.')}` });

  async function readFile(given: File) {
    setAsked(null);

    const read = await given.text().then(parseSettingsFile, () => ({
      problem: t('Couldn’t read the file.'),
    }));

    if ('problem' in read) return showFailure(read.problem);

    const { name } = given;
    const { added, differing } = compareNotes(notes, read.settings.notes);

    const isNew =
      added.length + differing.length + describeChanges(read.settings).length >
      0;

    setSaid(
      isNew ? null : { ok: true, text: t('$1 contains nothing new.', name) },
    );

    setAsked(isNew ? { name, file: read.settings } : null);
  }

  async function apply(
    name: string,
    file: SettingsFile,
    prefer: 'mine' | 'added',
  ) {
    setAsked(null);

    const { added, differing } = compareNotes(notes, file.notes);

    const text = [
      describeChanges(file).length > 0 &&
        t('Settings from $1 were applied.', name),
      (prefer === 'added' ? [...added, ...differing] : added).length > 0 &&
        t('Notes from $1 were added.', name),
    ];

    await onChange((before) => ({
      ...applySettingsFile(file)(before),
      ...mergeNotes(file.notes ?? {}, prefer)(before),
    })).then(
      () =>
        setSaid({
          ok: true,
          text: text.filter(Boolean).join(' ') || t('Nothing was changed.'),
        }),
      (error) => showFailure(getSaveErrorText(error)),
    );
  }

  const save = (name: string, text: string) => {
    saveFile(name, text, 'application/json');
    setSaid(null);
  };

  return (
    <>
      <div className="backup">
        <Button
          onClick={() => save('errata-settings.json', serializeSettings(own))}
        >
          {t('Export')}
        </Button>
        {Object.keys(notes).length > 0 && (
          <Button
            onClick={() => save('errata-notes.json', serializeFile({ notes }))}
          >
            {t('Export notes only')}
          </Button>
        )}
        <FileButton
          label={`${t('Import')}…`}
          accept=".json,application/json"
          onFile={(file) =>
            void readFile(file).catch((error) =>
              showFailure(getSaveErrorText(error)),
            )
          }
        />
      </div>
      {asked && (
        <NotesQuestion
          name={asked.name}
          theirs={asked.file.notes}
          mine={notes}
          catalogue={catalogue}
          changes={describeChanges(asked.file)}
          onAnswer={(prefer) => void apply(asked.name, asked.file, prefer)}
          onCancel={() => setAsked(null)}
        />
      )}
      <p role="status" className={said && !said.ok ? 'problem' : 'soft'}>
        {said?.text}
      </p>
    </>
  );
}

export interface SyncProps extends Pick<SyncState, 'problem'> {
  /** Reads the notes of the account as downloaded by this browser. */
  readNotes: () => Promise<Notes>;
  /** Switches sync on or off. `notes` are written to the account first. */
  onSync: (on: boolean, notes?: Notes) => Promise<unknown>;
  onErase: () => Promise<unknown>;
}

export function SyncSettings(
  props: SyncProps & {
    settings: Settings;
    policy: Policy;
    catalogue: Catalogue;
  },
) {
  const { settings, policy, catalogue, problem, readNotes, onSync, onErase } =
    props;

  const [theirs, setTheirs] = useState<Notes | null>(null);
  const [attempt, failed] = useAsyncError();

  async function startSync() {
    const notes = await readNotes();
    if (compareNotes(settings.notes, notes).differing.length > 0)
      setTheirs(notes);
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
          'Uses your browser account, if browser sync is on. Lookups are never synced, and each browser asks for site access separately.',
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
        <Button onClick={() => attempt(onErase())}>
          {t('Turn off sync and delete synced data')}
        </Button>
      )}
      <SaveError problem={failed} />
    </>
  );
}

function NotesQuestion(props: {
  name: string;
  theirs: Notes | undefined;
  mine: Notes;
  catalogue: Catalogue;
  changes?: readonly string[];
  onAnswer: (prefer: 'mine' | 'added') => void;
  onCancel: () => void;
}) {
  const {
    name,
    theirs = {},
    mine,
    catalogue,
    changes = [],
    onAnswer,
    onCancel,
  } = props;

  const { added, differing } = compareNotes(mine, theirs);

  return (
    <section className="notes-question" aria-label={t('What $1 changes', name)}>
      {added.length + differing.length > 0 && (
        <p>
          {interpolate(
            differing.length > 0 ? '$1 contains $2 and $3.' : '$1 contains $2.',
            <b>{name}</b>,
            tPlural(added.length, '$1 new note', '$1 new notes'),
            tPlural(
              differing.length,
              '$1 that differs from yours',
              '$1 that differ from yours',
            ),
          )}
        </p>
      )}
      <dl>
        {[...differing, ...added].map((key) => {
          const own = getOwn(mine, key);
          const other = theirs[key] ?? '';

          return (
            <div key={key}>
              <NotedCode of={key} catalogue={catalogue} />
              {own !== undefined && <dd>{t('Yours: $1', own)}</dd>}
              <dd>
                {own === undefined ? t('New: $1', other) : `${name}: ${other}`}
              </dd>
            </div>
          );
        })}
      </dl>
      {changes.length > 0 && (
        <>
          <h3>{t('This changes your settings:')}</h3>
          <ul>
            {changes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <div className="backup">
        {differing.length > 0 && (
          <Button onClick={() => onAnswer('mine')}>
            {t('Add and keep mine')}
          </Button>
        )}
        <Button onClick={() => onAnswer('added')}>
          {differing.length > 0 ? t('Add and replace mine') : t('Import')}
        </Button>
        <Button onClick={onCancel}>{t('Cancel')}</Button>
      </div>
    </section>
  );
}

/** The code of a note: the key of an entry such as `meta/cloud/131047`, or a bare code. */
function NotedCode({
  of: key,
  catalogue,
}: {
  of: string;
  catalogue: Catalogue;
}) {
  const [code = key, api = '', provider = ''] = key.split('/').reverse();
  const entry = catalogue.byKey.get(key) ?? null;

  return (
    <dt className={getRowClass(code)}>
      <EntryRow
        code={code}
        entry={entry}
        side={catalogue.apiName({ provider, api })}
      />
    </dt>
  );
}

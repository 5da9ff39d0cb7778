import { useState } from 'react';
import { t } from '../../lib/language/translate.ts';
import type { ChangeSettings } from '../../lib/settings/changes.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { FileButton } from '../shared/FileButton.tsx';
import { notKept } from '../shared/use-change.tsx';
import { NotesQuestion } from './NotesQuestion.tsx';
import {
  compareNotes,
  fileTaken,
  readSettingsFile,
  type SettingsFile,
  writeSettingsFile,
} from './settings-file.ts';

const FILE_NAME = 'errata-settings.json';

/** Export and import. A file that does not fit changes nothing, and no note is replaced unasked. */
export function Backup(props: {
  settings: Settings;
  onChange: ChangeSettings;
  onSave: (name: string, text: string) => void;
}) {
  const { settings, onChange, onSave } = props;
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);
  const [asked, setAsked] = useState<{ name: string; file: SettingsFile } | null>(null);

  async function take(given: File) {
    setAsked(null);
    const read = await given
      .text()
      .then(readSettingsFile, () => ({ problem: t('The file could not be read.') }));
    if ('problem' in read)
      return setSaid({ ok: false, text: `${read.problem} ${t('Nothing was changed.')}` });
    const { added, differing } = compareNotes(settings.notes, read.settings.notes);
    if (added.length + differing.length === 0) return apply(given.name, read.settings, 'mine');
    setSaid(null);
    setAsked({ name: given.name, file: read.settings });
  }

  async function apply(name: string, file: SettingsFile, prefer: 'mine' | 'added') {
    setAsked(null);
    setSaid(
      await onChange(fileTaken(file, prefer)).then(
        () => ({ ok: true, text: t('The settings of $1 now apply.', name) }),
        (error) => ({ ok: false, text: `${notKept(error)} ${t('Nothing was changed.')}` }),
      ),
    );
  }

  return (
    <>
      <div className="backup">
        <button
          type="button"
          className="button"
          onClick={() => {
            onSave(FILE_NAME, writeSettingsFile(settings));
            setSaid(null);
          }}
        >
          {t('Export')}
        </button>
        <FileButton
          className="button"
          label={`${t('Import')}…`}
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
      </div>
      {asked && (
        <NotesQuestion
          name={asked.name}
          theirs={asked.file.notes}
          mine={settings.notes}
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

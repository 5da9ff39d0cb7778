import { useState } from 'react';
import { plural } from '../../lib/explain/counted.ts';
import type { ChangeSettings } from '../../lib/settings/changes.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { FileButton } from '../shared/FileButton.tsx';
import { notKept } from '../shared/use-change.tsx';
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
      .then(readSettingsFile, () => ({ problem: 'The file could not be read.' }));
    if ('problem' in read) return setSaid({ ok: false, text: `${read.problem} Nothing was changed.` });
    const { added, differing } = compareNotes(settings.notes, read.settings.notes);
    if (added.length + differing.length === 0) return apply(given.name, read.settings, 'mine');
    setSaid(null);
    setAsked({ name: given.name, file: read.settings });
  }

  async function apply(name: string, file: SettingsFile, prefer: 'mine' | 'added') {
    setAsked(null);
    setSaid(
      await onChange(fileTaken(file, prefer)).then(
        () => ({ ok: true, text: `The settings of ${name} now apply.` }),
        (error) => ({ ok: false, text: `${notKept(error)} Nothing was changed.` }),
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
          Export
        </button>
        <FileButton
          className="button"
          label="Import…"
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
      </div>
      {asked && (
        <NotesQuestion
          {...asked}
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

/** What the notes of a file would do, before they do it. */
function NotesQuestion(props: {
  name: string;
  file: SettingsFile;
  mine: Settings['notes'];
  onAnswer: (prefer: 'mine' | 'added') => void;
  onCancel: () => void;
}) {
  const { name, file, mine, onAnswer, onCancel } = props;
  const { added, differing } = compareNotes(mine, file.notes);
  return (
    <section className="notes-question" aria-label={`Notes of ${name}`}>
      <p>
        <b>{name}</b> brings {plural(added.length, 'new note')}
        {differing.length > 0 &&
          ` and ${differing.length} that differ${differing.length === 1 ? 's' : ''} from yours`}
        .
      </p>
      <dl>
        {[...differing, ...added].map((key) => (
          <div key={key}>
            <dt>{key}</dt>
            {mine[key] !== undefined && <dd>Yours: {mine[key]}</dd>}
            <dd>
              {mine[key] === undefined ? 'New' : 'The file’s'}: {file.notes[key]}
            </dd>
          </div>
        ))}
      </dl>
      <div className="backup">
        {differing.length > 0 && (
          <button type="button" className="button" onClick={() => onAnswer('mine')}>
            Import, keep mine
          </button>
        )}
        <button type="button" className="button" onClick={() => onAnswer('added')}>
          {differing.length > 0 ? 'Import, take the file’s' : 'Import'}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </section>
  );
}

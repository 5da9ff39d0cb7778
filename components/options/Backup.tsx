import { useState } from 'react';
import type { ChangeSettings } from '../../lib/settings/changes.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { FileButton } from '../shared/FileButton.tsx';
import { notKept } from '../shared/use-change.tsx';
import { fileTaken, readSettingsFile, writeSettingsFile } from './settings-file.ts';

const FILE_NAME = 'errata-settings.json';

/** Export and import. A file that does not fit changes nothing. */
export function Backup(props: {
  settings: Settings;
  onChange: ChangeSettings;
  onSave: (name: string, text: string) => void;
}) {
  const { settings, onChange, onSave } = props;
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);

  async function take(file: File) {
    const read = await file.text().then(readSettingsFile, () => ({ problem: 'The file could not be read.' }));
    if ('problem' in read) {
      setSaid({ ok: false, text: `${read.problem} Nothing was changed.` });
      return;
    }
    setSaid(
      await onChange(fileTaken(read.settings)).then(
        () => ({ ok: true, text: `The settings of ${file.name} now apply.` }),
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
      <p role="status" className={said && !said.ok ? 'problem' : 'soft'}>
        {said?.text}
      </p>
    </>
  );
}

import { useState } from 'react';
import type { Settings } from '../../lib/bridge/page-settings.ts';
import type { SettingsActions } from '../shared/settings-store.ts';
import { readSettingsFile, withFile, writeSettingsFile } from './settings-file.ts';

const FILE_NAME = 'errata-settings.json';

/** Export and import. A file that does not fit changes nothing. */
export function Backup(props: {
  settings: Settings;
  onChange: SettingsActions['changeSettings'];
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
    await onChange((before) => withFile(before, read.settings));
    setSaid({ ok: true, text: `The settings of ${file.name} are in force.` });
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
        <label className="button file">
          Import…
          <input
            type="file"
            accept=".json,application/json"
            className="visually-hidden"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file) void take(file);
              // So that the same file can be chosen again after it was mended.
              input.value = '';
            }}
          />
        </label>
      </div>
      <p role="status" className={said && !said.ok ? 'problem' : 'soft'}>
        {said?.text}
      </p>
    </>
  );
}

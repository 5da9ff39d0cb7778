import { useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/i18n/translate.ts';
import { type ChangeSettings, mergeNotes } from '../../lib/settings/changes.ts';
import { isLocked, type Policy } from '../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { Button } from '../shared/controls.tsx';
import { FileButton } from '../shared/FileButton.tsx';
import { getSaveErrorText } from '../shared/use-change.tsx';
import { NotesQuestion } from './NotesQuestion.tsx';
import { describeSettingChanges } from './setting-changes.ts';
import {
  applySettingsFile,
  compareNotes,
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
  onSave: (name: string, text: string) => void;
}) {
  const { own, policy, catalogue, onChange, onSave } = props;
  const settings = { ...DEFAULT_SETTINGS, ...own };
  const { notes } = settings;
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);
  const [asked, setAsked] = useState<{ name: string; file: SettingsFile } | null>(null);

  function describeChanges(file: SettingsFile): string[] {
    const taken = Object.entries(applySettingsFile(file)(settings)).filter(
      ([field]) => !isLocked(policy, field),
    );
    return describeSettingChanges(settings, { ...settings, ...Object.fromEntries(taken) });
  }

  const showFailure = (why: string) => setSaid({ ok: false, text: `${why} ${t('Nothing was changed.')}` });

  async function readFile(given: File) {
    setAsked(null);
    const read = await given
      .text()
      .then(parseSettingsFile, () => ({ problem: t('Couldn’t read the file.') }));
    if ('problem' in read) return showFailure(read.problem);
    const { name } = given;
    const { added, differing } = compareNotes(notes, read.settings.notes);
    const isNew = added.length + differing.length + describeChanges(read.settings).length > 0;
    setSaid(isNew ? null : { ok: true, text: t('$1 contains nothing new.', name) });
    setAsked(isNew ? { name, file: read.settings } : null);
  }

  async function apply(name: string, file: SettingsFile, prefer: 'mine' | 'added') {
    setAsked(null);
    const { added, differing } = compareNotes(notes, file.notes);
    const text = [
      describeChanges(file).length > 0 && t('Settings from $1 were applied.', name),
      (prefer === 'added' ? [...added, ...differing] : added).length > 0 &&
        t('Notes from $1 were added.', name),
    ];
    await onChange((before) => ({
      ...applySettingsFile(file)(before),
      ...mergeNotes(file.notes ?? {}, prefer)(before),
    })).then(
      () => setSaid({ ok: true, text: text.filter(Boolean).join(' ') || t('Nothing was changed.') }),
      (error) => showFailure(getSaveErrorText(error)),
    );
  }

  const save = (name: string, text: string) => {
    onSave(name, text);
    setSaid(null);
  };

  return (
    <>
      <div className="backup">
        <Button onClick={() => save('errata-settings.json', serializeSettings(own))}>{t('Export')}</Button>
        {Object.keys(notes).length > 0 && (
          <Button onClick={() => save('errata-notes.json', serializeFile({ notes }))}>
            {t('Export notes only')}
          </Button>
        )}
        <FileButton
          label={`${t('Import')}…`}
          accept=".json,application/json"
          onFile={(file) => void readFile(file).catch((error) => showFailure(getSaveErrorText(error)))}
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

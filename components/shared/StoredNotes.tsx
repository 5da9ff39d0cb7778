import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { getOwn } from '../../lib/core/get-own.ts';
import { type ChangeSettings, setNote } from '../../lib/settings/changes.ts';
import { type LoadMasker, MaskingContext } from '../entry/masking.ts';
import { NotesContext } from '../entry/TeamNote.tsx';
import { SaveError, useChange } from './controls.tsx';
import type { SettingsStore } from './settings-store.ts';

export function StoredNotes(props: {
  settingsStore: SettingsStore;
  changeSettings: ChangeSettings;
  importMasking: LoadMasker;
  children: ReactNode;
}) {
  const notes = useStore(props.settingsStore, ({ settings }) => settings.notes);
  const managed = useStore(props.settingsStore, ({ policy }) => policy.notes);
  const [change, problem] = useChange(props.changeSettings);

  return (
    <NotesContext.Provider
      value={{
        getNote: (key) => getOwn(notes, key),
        getManagedNote: (key) => getOwn(managed, key),
        onWrite: (key, text) => change(setNote(key, text)),
      }}
    >
      <MaskingContext value={props.importMasking}>
        {props.children}
      </MaskingContext>
      <SaveError problem={problem} />
    </NotesContext.Provider>
  );
}

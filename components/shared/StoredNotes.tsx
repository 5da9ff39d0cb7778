import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { type ChangeSettings, noteSet } from '../../lib/settings/changes.ts';
import { NotesContext } from '../entry/TeamNote.tsx';
import type { SettingsStore } from './settings-store.ts';
import { NotKept, useChange } from './use-change.tsx';

/** Gives the notes among the settings to the entries in it, to read and to write. */
export function StoredNotes(props: {
  settingsStore: SettingsStore;
  changeSettings: ChangeSettings;
  children: ReactNode;
}) {
  const { notes } = useStore(props.settingsStore, ({ settings }) => settings);
  const managed = useStore(props.settingsStore, ({ policy }) => policy.notes);
  const [change, problem] = useChange(props.changeSettings);
  return (
    <NotesContext.Provider
      value={{
        noteOf: (key) => notes[key],
        managedOf: (key) => managed?.[key],
        onWrite: (key, text) => change(noteSet(key, text)),
      }}
    >
      {props.children}
      <NotKept problem={problem} />
    </NotesContext.Provider>
  );
}

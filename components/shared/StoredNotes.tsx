import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { type ChangeSettings, noteSet } from '../../lib/settings/changes.ts';
import { type BringRedaction, RedactionContext } from '../entry/redaction.ts';
import { NotesContext } from '../entry/TeamNote.tsx';
import type { SettingsStore } from './settings-store.ts';
import { NotKept, useChange } from './use-change.tsx';

/** Provides the entries in it with the stored notes and with the masking code. */
export function StoredNotes(props: {
  settingsStore: SettingsStore;
  changeSettings: ChangeSettings;
  importRedaction: BringRedaction;
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
      <RedactionContext value={props.importRedaction}>{props.children}</RedactionContext>
      <NotKept problem={problem} />
    </NotesContext.Provider>
  );
}

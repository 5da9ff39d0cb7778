import { createContext, type ReactNode, useContext, useState } from 'react';
import { t } from '../../lib/language/translate.ts';
import { MAX_NOTE_CHARACTERS } from '../../lib/settings/settings.ts';
import { EntryButton } from './EntryButton.tsx';

/** What a team has written on codes. */
export interface TeamNotes {
  /** By the key of the entry, or the code where it has none. Null: there is one, which must not be shown here. */
  noteOf(key: string): string | null | undefined;
  /** The organization's, by its policy: nobody edits it here. */
  managedOf?: TeamNotes['noteOf'];
  /** Writes one, or takes it away with an empty text. Absent where nothing can be written. */
  onWrite?: ((key: string, text: string) => void) | undefined;
}

export const noNotes: TeamNotes = { noteOf: () => undefined };
export const NotesContext = createContext(noNotes);

/** How a note is marked as somebody’s. */
export const noteWords = {
  team: { lead: 'Your team:', name: 'Your team’s note' },
  organization: { lead: 'Your organization:', name: 'Your organization’s note' },
} as const;

const LINK = /(https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** The notes of an organization and of a team on one code, marked as theirs, above what Errata advises. */
export function TeamNote(props: { of: string; isWriting: boolean; onDone: () => void }) {
  const managed = useContext(NotesContext).managedOf?.(props.of);
  return (
    <>
      {managed !== undefined && <Note of="organization" note={managed} />}
      <OwnNote {...props} />
    </>
  );
}

function OwnNote({ of: key, isWriting, onDone }: Parameters<typeof TeamNote>[0]) {
  const { noteOf, onWrite } = useContext(NotesContext);
  const note = noteOf(key);
  if (isWriting && onWrite)
    return (
      <NoteField
        note={note ?? ''}
        onKeep={(text) => {
          onWrite(key, text);
          onDone();
        }}
        onCancel={onDone}
      />
    );
  return note === undefined ? null : <Note of="team" note={note} />;
}

function Note({ of: whose, note }: { of: keyof typeof noteWords; note: string | null }) {
  return (
    <p className="er-note" role="note" aria-label={t(noteWords[whose].name)}>
      <b>{t(noteWords[whose].lead)}</b>{' '}
      <span dir="auto">
        {note === null ? t('has a note on this code. Open the popup to read it.') : linked(note)}
      </span>
    </p>
  );
}

function NoteField(props: { note: string; onKeep: (text: string) => void; onCancel: () => void }) {
  const { note, onKeep, onCancel } = props;
  const [text, setText] = useState(note);
  return (
    <form
      className="er-note"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(text);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        onCancel();
      }}
    >
      <label>
        <b>{t(noteWords.team.name)}</b>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: it comes because its button was pressed
          autoFocus
          dir="auto"
          rows={3}
          maxLength={MAX_NOTE_CHARACTERS}
          placeholder={t('For example: We use template X, or a link: https://…')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p className="er-soft">
        {t('$1 of $2 characters, stored in this browser', text.length, MAX_NOTE_CHARACTERS)}
      </p>
      <EntryButton type="submit">{t('Save')}</EntryButton>
      <EntryButton onClick={onCancel}>{t('Cancel')}</EntryButton>
    </form>
  );
}

/** Text stays text; addresses that begin with https become links. */
function linked(note: string): ReactNode[] {
  return note.split(LINK).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <a key={at} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ),
  );
}

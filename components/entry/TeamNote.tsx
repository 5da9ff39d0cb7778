import { createContext, type ReactNode, useContext, useState } from 'react';
import { t } from '../../lib/language/translate.ts';
import { MAX_NOTE_CHARACTERS } from '../../lib/settings/settings.ts';

/** What a team has written on codes. */
export interface TeamNotes {
  /** By the key of the entry, or the code where it has none. Null: there is one, which must not be shown here. */
  noteOf(key: string): string | null | undefined;
  /** Writes one, or takes it away with an empty text. Absent where nothing can be written. */
  onWrite?: ((key: string, text: string) => void) | undefined;
}

export const noNotes: TeamNotes = { noteOf: () => undefined };
export const NotesContext = createContext(noNotes);

const LINK = /(https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** The note of a team on one code, marked as theirs, above what Errata advises. */
export function TeamNote({
  of: key,
  isWriting,
  onDone,
}: {
  of: string;
  isWriting: boolean;
  onDone: () => void;
}) {
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
  if (note === undefined) return null;
  return (
    <p className="er-note" role="note" aria-label={t('Your team’s note')}>
      <b>{t('Your team:')}</b>{' '}
      <span dir="auto">
        {note === null ? t('has a note on this code, which the popup shows.') : linked(note)}
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
        <b>{t('Your team’s note')}</b>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: it comes because its button was pressed
          autoFocus
          dir="auto"
          rows={3}
          maxLength={MAX_NOTE_CHARACTERS}
          placeholder={t('We use template X. Or a link: https://…')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p className="er-soft">
        {t('$1 of $2 characters, kept in this browser', text.length, MAX_NOTE_CHARACTERS)}
      </p>
      <button type="submit" className="er-button">
        {t('Save')}
      </button>
      <button type="button" className="er-button" onClick={onCancel}>
        {t('Cancel')}
      </button>
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

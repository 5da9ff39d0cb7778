import { createContext, type ReactNode, useContext, useState } from 'react';
import { t } from '../../lib/core/i18n/translate.ts';
import { MAX_NOTE_CHARACTERS } from '../../lib/settings/settings.ts';
import { EntryButton, NewTabLink } from './controls.tsx';

export interface TeamNotes {
  /** Returns the note for an entry key, or for a code without an entry. Null: a note exists, but must not be shown here. */
  getNote(key: string): string | null | undefined;
  getManagedNote?: TeamNotes['getNote'];
  /** Stores a note; an empty text removes it. Undefined if notes cannot be edited here. */
  onWrite?: ((key: string, text: string) => void) | undefined;
  /** Opens the entry of a key, or a code without an entry, where its note may be shown. Null in an orphaned script. */
  onOpen?: ((key: string) => void) | null;
  /** Opens the field for a note elsewhere: a page could read what is typed into a card. */
  onWriteElsewhere?: ((key: string) => void) | null;
}

export const NotesContext = createContext<TeamNotes>({
  getNote: () => undefined,
});

export const NOTE_TEXTS = {
  team: { lead: 'Your team:', name: 'Your team’s note' },
  organisation: {
    lead: 'Your organisation:',
    name: 'Your organisation’s note',
  },
} as const;

/** An address without a user name, which could look like another host. */
const LINK = /(https:\/\/(?![^\s/?#]*@)[^\s<>"]*[^\s<>".,;:!?)\]])/;

export function TeamNote(props: {
  of: string;
  isWriting: boolean;
  onDone: () => void;
}) {
  const { of: key, isWriting, onDone } = props;
  const { getNote, getManagedNote, onWrite, onOpen } = useContext(NotesContext);
  const [managed, note] = [getManagedNote?.(key), getNote(key)];

  const onKeep = (text: string) => {
    onWrite?.(key, text);
    onDone();
  };

  const open = onOpen && (
    <EntryButton onClick={() => onOpen(key)}>{t('Open note')}</EntryButton>
  );

  return (
    <>
      {managed !== undefined && (
        <Note of="organisation" note={managed} open={open} />
      )}
      {isWriting && onWrite ? (
        <NoteField note={note ?? ''} onKeep={onKeep} onCancel={onDone} />
      ) : (
        note !== undefined && <Note of="team" note={note} open={open} />
      )}
    </>
  );
}

function Note(props: {
  of: keyof typeof NOTE_TEXTS;
  note: string | null;
  open: ReactNode;
}) {
  const { of: whose, note, open } = props;

  return (
    <p className="er-note" role="note" aria-label={t(NOTE_TEXTS[whose].name)}>
      <b>{t(NOTE_TEXTS[whose].lead)}</b>{' '}
      {note === null ? (
        <>
          {t('There is a note on this code.')} {open}
        </>
      ) : (
        <span dir="auto">{linkUrls(note)}</span>
      )}
    </p>
  );
}

function NoteField(props: {
  note: string;
  onKeep: (text: string) => void;
  onCancel: () => void;
}) {
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
        const isSaved =
          event.key === 'Enter' && (event.ctrlKey || event.metaKey);

        if (isSaved) onKeep(text);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        onCancel();
      }}
    >
      <label>
        <b>{t(NOTE_TEXTS.team.name)}</b>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the field appears because its button was pressed
          autoFocus
          dir="auto"
          rows={3}
          maxLength={MAX_NOTE_CHARACTERS}
          placeholder={t(
            'For example, “We use template X”, or a link such as https://…',
          )}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p className="er-soft">
        {t(
          '$1 of $2 characters, stored in this browser',
          text.length,
          MAX_NOTE_CHARACTERS,
        )}
      </p>
      <EntryButton type="submit" title={t('Save ($1)', 'Ctrl+Enter')}>
        {t('Save')}
      </EntryButton>
      <EntryButton onClick={onCancel}>{t('Cancel')}</EntryButton>
    </form>
  );
}

const linkUrls = (note: string): ReactNode[] =>
  note.split(LINK).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity other than their position
      <NewTabLink key={at} href={part}>
        {part}
      </NewTabLink>
    ),
  );

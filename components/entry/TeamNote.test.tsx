import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { NotesContext, TeamNote } from './TeamNote.tsx';

test('an address in a note is a link, unless it has a user name, which could look like another host', () => {
  const note =
    'https://a.example/@team?x=a@b, https://business.facebook.com@b.example/x https://a\\@b.example https://u:p@c.example';
  render(
    <NotesContext.Provider value={{ getNote: () => note }}>
      <TeamNote
        of="meta/cloud/131047"
        isWriting={false}
        onDone={() => undefined}
      />
    </NotesContext.Provider>,
  );
  expect(
    screen.getAllByRole('link').map((link) => link.getAttribute('href')),
  ).toEqual(['https://a.example/@team?x=a@b']);
  expect(screen.getByRole('note')).toHaveTextContent(note);
});

test('a note that must not be shown here can be opened elsewhere, unless nothing can be opened', async () => {
  const onOpen = vi.fn();
  const showNote = (open: typeof onOpen | null) => (
    <NotesContext.Provider value={{ getNote: () => null, onOpen: open }}>
      <TeamNote
        of="meta/cloud/131047"
        isWriting={false}
        onDone={() => undefined}
      />
    </NotesContext.Provider>
  );
  const { rerender } = render(showNote(onOpen));
  expect(screen.getByRole('note')).toHaveTextContent(
    'Your team: There is a note on this code. Open note',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Open note' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('meta/cloud/131047');
  rerender(showNote(null));
  expect(screen.queryByRole('button')).toBeNull();
});

test('Ctrl+Enter saves a note, and Enter is a new line of it', async () => {
  const onWrite = vi.fn();
  render(
    <NotesContext.Provider value={{ getNote: () => undefined, onWrite }}>
      <TeamNote of="meta/cloud/131047" isWriting onDone={() => undefined} />
    </NotesContext.Provider>,
  );
  await userEvent.type(screen.getByRole('textbox'), 'One{Enter}two');
  expect(onWrite).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onWrite).toHaveBeenCalledExactlyOnceWith(
    'meta/cloud/131047',
    'One\ntwo',
  );
});

import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NotesContext, TeamNote } from './TeamNote.tsx';

test('an address in a note is a link, unless it has a user name, which could look like another host', () => {
  const note =
    'https://a.example/@team?x=a@b, https://business.facebook.com@b.example/x https://a\\@b.example https://u:p@c.example';
  render(
    <NotesContext.Provider value={{ getNote: () => note }}>
      <TeamNote of="meta/cloud/131047" isWriting={false} onDone={() => undefined} />
    </NotesContext.Provider>,
  );
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'https://a.example/@team?x=a@b',
  ]);
  expect(screen.getByRole('note')).toHaveTextContent(note);
});

import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { explain } from '../../lib/answer/explain/explain.ts';
import type { Policy } from '../../lib/settings/apply-policy.ts';
import { MAX_NOTE_CHARACTERS } from '../../lib/settings/settings.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { createSettingsInMemory } from '../../tests/fixtures/settings.ts';
import { EntryView } from '../entry/EntryView.tsx';
import { StoredNotes } from './StoredNotes.tsx';

afterEach(cleanup);

function openEntry(
  code: string,
  notes: Record<string, string> = {},
  policy: Policy = {},
) {
  const { store, changeSettings, settings } = createSettingsInMemory(
    { notes },
    { policy },
  );
  render(
    <StoredNotes
      settingsStore={store}
      changeSettings={changeSettings}
      importMasking={importMasking}
    >
      <EntryView
        explanation={explain({ code, subcode: null }, testCatalogue)}
        catalogue={testCatalogue}
      />
    </StoredNotes>,
  );
  return { user: userEvent.setup(), notes: () => settings().notes };
}
const importMasking = () => Promise.reject(new Error('No masking code.'));
const KEY =
  explain({ code: '131047', subcode: null }, testCatalogue).entry?.key ?? '';
const findNote = () => screen.getByRole('note', { name: 'Your team’s note' });

test('a note is above the verdict, as the team wrote it, and is not attributed to Errata', async () => {
  openEntry('131047', {
    [KEY]:
      'Use <b>template X</b>\nsee https://wiki.example/x?a=1, not http://old.example',
  });
  expect(findNote()).toHaveTextContent(
    'Your team: Use <b>template X</b> see https://wiki.example/x?a=1, not',
  );
  expect(within(findNote()).getAllByRole('link')).toHaveLength(1);
  expect(within(findNote()).getByRole('link')).toHaveAttribute(
    'href',
    'https://wiki.example/x?a=1',
  );
  const verdict = document.querySelector('.er-verdict') as Element;
  expect(
    findNote().compareDocumentPosition(verdict) &
      Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
  await expectNoAxeViolations();
});

test.each(['constructor', '__proto__', 'toString'])(
  'a code that is a property of every object has no note: %s',
  (code) => {
    openEntry(code);
    expect(screen.queryByRole('note')).toBeNull();
  },
);

test('a note of the organisation is above the team’s, and only the team’s can be edited', async () => {
  const { user, notes } = openEntry(
    '131047',
    { [KEY]: 'Mine' },
    { notes: { [KEY]: 'Call billing' } },
  );
  const all = screen.getAllByRole('note').map(({ textContent }) => textContent);
  expect(all).toEqual(['Your organisation: Call billing', 'Your team: Mine']);
  await user.click(screen.getByRole('button', { name: /note/i }));
  expect(screen.getByRole('textbox')).toHaveValue('Mine');
  await user.clear(screen.getByRole('textbox'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(notes()).toEqual({});
  expect(screen.getByRole('note')).toHaveTextContent(
    'Your organisation: Call billing',
  );
  await expectNoAxeViolations();
});

test('a note can be added, changed and deleted', async () => {
  const { user, notes } = openEntry('131047');
  expect(screen.queryByRole('note')).toBeNull();
  const writeNote = async (text: string) => {
    await user.click(screen.getByRole('button', { name: 'Note' }));
    const field = screen.getByRole('textbox', { name: 'Your team’s note' });
    expect(field).toHaveFocus();
    await user.clear(field);
    await user.click(field);
    if (text) await user.paste(text);
    await expectNoAxeViolations();
    await user.click(screen.getByRole('button', { name: 'Save' }));
  };
  await writeNote('  Call billing ');
  expect(notes()).toEqual({ [KEY]: 'Call billing' });
  expect(findNote()).toHaveTextContent('Your team: Call billing');
  await writeNote('x'.repeat(MAX_NOTE_CHARACTERS + 5));
  expect(notes()[KEY]).toHaveLength(MAX_NOTE_CHARACTERS);
  await writeNote('');
  expect(notes()).toEqual({});
});

test('Escape leaves the field without changes', async () => {
  const { user, notes } = openEntry('131047', { [KEY]: 'Call billing' });
  await user.click(screen.getByRole('button', { name: 'Note' }));
  await user.keyboard('no{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(notes()).toEqual({ [KEY]: 'Call billing' });
});

test('an unknown code can have a note', async () => {
  openEntry('987654', { '987654': 'Our own gateway' });
  expect(findNote()).toHaveTextContent('Our own gateway');
});

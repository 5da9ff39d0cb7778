import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { useStore } from 'zustand';
import type { OwnCode } from '../../lib/catalogue/own-codes.ts';
import { NO_POLICY } from '../../lib/settings/apply-policy.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { testOwnCode } from '../../tests/fixtures/own-codes.ts';
import { createSettingsInMemory } from '../../tests/fixtures/settings.ts';
import { OwnCodes } from './OwnCodes.tsx';

type Memory = ReturnType<typeof createSettingsInMemory>;

function Section({
  store,
  changeSettings,
}: Pick<Memory, 'store' | 'changeSettings'>) {
  const { own, policy } = useStore(store);
  return (
    <OwnCodes
      ownCodes={own.ownCodes ?? []}
      policy={policy}
      catalogue={testCatalogue}
      onChange={(change) => void changeSettings(change)}
    />
  );
}

function open(
  ownCodes: readonly OwnCode[] = [],
  managed: readonly OwnCode[] = [],
) {
  const { settings, ...stored } = createSettingsInMemory(
    { ownCodes },
    { ...NO_POLICY, policy: { ownCodes: managed } },
  );
  const { container } = render(<Section {...stored} />);
  return {
    user: userEvent.setup(),
    getCodes: () => settings().ownCodes,
    container,
  };
}
const getField = (name: string) =>
  screen.getByLabelText(new RegExp(`^${name}`));

test('a code that is offered is in the open editor', () => {
  render(
    <OwnCodes
      ownCodes={[]}
      policy={{}}
      catalogue={testCatalogue}
      offered="131099"
      onChange={() => undefined}
    />,
  );
  expect(getField('Code')).toHaveValue('131099');
  expect(getField('Code')).toHaveFocus();
});

test('a code is added with all that it needs, and its provider is one of the catalogue', async () => {
  const { user, getCodes, container } = open();
  await user.click(screen.getByRole('button', { name: 'Add a code…' }));
  expect(getField('Code')).toHaveFocus();
  await user.type(getField('Code'), 'E4711');
  await user.type(getField('Provider or system'), 'gupSHUP');
  await user.type(getField('Title'), 'Quota used up');
  await user.type(getField('Phrases'), 'quota used up\n\nqueue full');
  await user.type(getField('Meaning'), 'All are sent.');
  await user.selectOptions(getField('Whose turn'), 'Your turn');
  await user.selectOptions(getField('Retry'), 'Retry later');
  await user.type(getField('Next step'), 'Send it tomorrow.');
  await expectNoAxeViolations(container);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(getCodes()).toEqual([
    {
      code: 'E4711',
      provider: 'gupshup',
      title: 'Quota used up',
      wordings: ['quota used up', 'queue full'],
      meaning: 'All are sent.',
      turn: 'you',
      retry: 'later',
      next: 'Send it tomorrow.',
    },
  ]);
  expect(screen.getByRole('listitem').textContent).toMatch(
    /E4711.*Quota used up.*Gupshup · Your turn · Wait/,
  );
  expect(screen.getByRole('button', { name: 'Add a code…' })).toHaveFocus();
});

test('bad input is refused next to its field, and nothing is stored', async () => {
  const { user, getCodes } = open([testOwnCode]);
  await user.click(screen.getByRole('button', { name: 'Add a code…' }));
  await user.type(getField('Code'), 'E42');
  await user.type(getField('Link'), 'http://wiki.example.com');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const problems = screen
    .getAllByRole('alert')
    .map(({ textContent }) => textContent);
  expect(problems).toEqual([
    expect.stringContaining('Must be a number of at most 7 digits'),
    'Must not be empty',
    'Must not be empty',
    'Must not be empty',
    'Must not be empty',
    expect.stringContaining('Must be an address such as https://'),
  ]);
  expect(getField('Code')).toBeInvalid();
  expect(getCodes()).toEqual([testOwnCode]);
});

test('a code is edited, cannot take the place of another, and is removed', async () => {
  const other = { ...testOwnCode, code: 'E4712' };
  const { user, getCodes } = open([testOwnCode, other]);
  await user.click(screen.getByRole('button', { name: 'Edit E4711' }));
  await user.clear(getField('Code'));
  await user.type(getField('Code'), 'E4712');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Already in your list');
  await user.clear(getField('Code'));
  await user.type(getField('Code'), 'E4713');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(getCodes().map(({ code }) => code)).toEqual(['E4712', 'E4713']);
  await user.click(screen.getByRole('button', { name: 'Remove E4712' }));
  expect(getCodes().map(({ code }) => code)).toEqual(['E4713']);
});

test('a code of the policy cannot be changed', () => {
  open([{ ...testOwnCode, code: '131047' }], [testOwnCode]);
  const [managed, own] = screen.getAllByRole('listitem');
  expect(managed).toHaveTextContent('Set by your organisation.');
  expect(within(managed as HTMLElement).queryByRole('button')).toBeNull();
  expect(within(own as HTMLElement).getAllByRole('button')).toHaveLength(2);
});

import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { SettingsChange, SiteChoice } from '../../lib/settings/changes.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { ConfirmSiteChoice } from './ConfirmSiteChoice.tsx';

const suppression = {
  host: 'crm.example',
  code: '131047',
  by: 'column',
  words: 'total',
} as const;

function showQuestion(
  choice: SiteChoice,
  changeSettings = vi.fn(async (change: SettingsChange) => ({
    ...DEFAULT_SETTINGS,
    ...change(DEFAULT_SETTINGS),
  })),
) {
  const onDone = vi.fn();
  const { container } = render(
    <ConfirmSiteChoice
      choice={choice}
      changeSettings={changeSettings}
      onDone={onDone}
      catalogue={testCatalogue}
    />,
  );
  // The button is disabled at first; see READY_MS.
  expect(container.querySelector('button:disabled')).not.toBeNull();
  return { changeSettings, onDone };
}

const pressButton = async (name: string) => {
  await waitFor(() =>
    expect(screen.getByRole('button', { name })).toBeEnabled(),
  );
  await userEvent.click(screen.getByRole('button', { name }));
};

test.each<[SiteChoice, says: RegExp, verb: string, stored: object]>([
  [
    { suppression, on: true },
    /131047 will no longer be marked on crm\.example in the column “total”/,
    'Stop marking',
    { suppressions: [suppression] },
  ],
  [
    { suppression, on: false },
    /131047 will be marked again on crm\.example/,
    'Mark again',
    { suppressions: [] },
  ],
  [
    { host: 'crm.example', provider: 'gupshup' },
    /Codes on crm\.example will be treated as Gupshup codes/,
    'Remember',
    { providerByHost: { 'crm.example': 'gupshup' } },
  ],
  [
    { host: 'crm.example', sensitivity: 'more' },
    /Less certain codes on crm\.example will be marked/,
    'Mark them here',
    { bySite: { 'crm.example': { sensitivity: 'more' } } },
  ],
  [
    { host: 'crm.example', timeZone: 'Asia/Kolkata' },
    /Times on crm\.example that name no time zone will be read as Asia\/Kolkata/,
    'Remember',
    { bySite: { 'crm.example': { timeZone: 'Asia/Kolkata' } } },
  ],
])(
  'confirms a choice of a card, and stores it: %o',
  async (choice, says, verb, stored) => {
    const { changeSettings, onDone } = showQuestion(choice);
    expect(screen.getByText(says)).toBeVisible();
    await expectNoAxeViolations();
    await pressButton(verb);
    expect(changeSettings.mock.calls[0]?.[0](DEFAULT_SETTINGS)).toEqual(stored);
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  },
);

test('stores nothing if the user cancels', async () => {
  const { changeSettings, onDone } = showQuestion({ suppression, on: true });
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onDone).toHaveBeenCalledOnce();
  expect(changeSettings).not.toHaveBeenCalled();
});

test('reports an error of storage, and stays open', async () => {
  const { onDone } = showQuestion(
    { suppression, on: true },
    vi.fn(async () => Promise.reject(new Error('quota exceeded'))),
  );
  await pressButton('Stop marking');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'its storage is full',
  );
  expect(onDone).not.toHaveBeenCalled();
});

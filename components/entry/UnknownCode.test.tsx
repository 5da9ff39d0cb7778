import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { explain } from '../../lib/explain/explain.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { EntryView } from './EntryView.tsx';
import { NotesContext } from './TeamNote.tsx';

const explanation = explain(
  { code: '2494067', nearby: '{"code": 131047, "error_subcode": 2494067}' },
  testCatalogue,
);

test('an unlisted subcode names its code, and links to it', async () => {
  const onChoose = vi.fn();
  render(<EntryView explanation={explanation} catalogue={testCatalogue} onChoose={onChoose} />);
  expect(screen.getByRole('heading')).toHaveTextContent('Unknown code');
  expect(screen.getByText(/^Not in the catalogue\./)).toBeVisible();
  expect(screen.getByText(/The code it appears with is in the catalogue/)).toBeVisible();
  expect(screen.queryByText(/Your turn/)).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /131047/ }));
  expect(onChoose).toHaveBeenCalledWith('meta/cloud/131047', 'related');
  await expectNoAxeViolations();
});

test('an unlisted code can be copied, with the known facts only', async () => {
  const user = userEvent.setup();
  render(<EntryView explanation={explanation} catalogue={testCatalogue} />);
  await user.click(screen.getByTitle('Copy as a paragraph'));
  expect(await navigator.clipboard.readText()).toMatch(
    /^2494067: Not in the catalogue\. .*Appears with 131047: Re-engagement message\./,
  );
  await expectNoAxeViolations();
});

describe('an unknown number', () => {
  const unknown = explain({ code: '131048' }, testCatalogue);
  const show = (onWrite?: () => void) =>
    render(
      <NotesContext.Provider value={{ getNote: () => undefined, onWrite }}>
        <EntryView explanation={unknown} catalogue={testCatalogue} place={twilio} onChoose={onChoose} />
      </NotesContext.Provider>,
    );
  const onChoose = vi.fn();
  const twilio = testCatalogue.consoles.find(({ name }) => name === 'Twilio Console');
  afterEach(() => vi.unstubAllEnvs());

  test('offers similar codes as other codes, and the list of the provider', async () => {
    show();
    const near = screen.getByRole('region', { name: 'Similar codes' });
    expect(near).toHaveTextContent(/^Similar codes in the catalogue, each with its own meaning:/);
    await userEvent.click(within(near).getByRole('button', { name: /131047/ }));
    expect(onChoose).toHaveBeenCalledWith('meta/cloud/131047', 'related');
    const list = screen.getByRole('link', { name: 'The provider’s own list: Twilio' });
    expect(list).toHaveAttribute('href', 'https://twilio.example/errors');
    expect(screen.queryByText(/turn/)).toBeNull();
    expect(screen.queryByRole('link', { name: /own code/ })).toBeNull();
    await expectNoAxeViolations();
  });

  test('is defined as an own code where notes are written', () => {
    show(() => undefined);
    expect(screen.getByRole('button', { name: 'Note' })).toBeVisible();
    expect(screen.getByRole('link', { name: /own code/ })).toHaveAttribute(
      'href',
      'options.html?define=131048',
    );
  });

  const REPORT = /^Unknown code: 131048\nProvider: Twilio\nDate: \d{4}-\d\d-\d\d\nCatalogue: \S+$/;

  test('is reported with its number, provider and date alone', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'Copy a report' }));
    expect(await navigator.clipboard.readText()).toMatch(REPORT);
  });

  test('is reported where the project takes reports, if there is such a place', () => {
    vi.stubEnv('WXT_ISSUES', 'https://forge.example/errata/issues');
    show();
    const { href } = screen.getByRole<HTMLAnchorElement>('link', { name: 'Report it to Errata' });
    const { origin, pathname, searchParams } = new URL(href);
    expect(origin + pathname).toBe('https://forge.example/errata/issues/new');
    expect([...searchParams.keys()]).toEqual(['title', 'body']);
    expect(searchParams.get('body')).toMatch(REPORT);
    expect(screen.queryByRole('button', { name: 'Copy a report' })).toBeNull();
  });
});

test('an unlisted range names the codes in it, and links to them', async () => {
  const onChoose = vi.fn();
  const range = explain({ code: '131000-131047' }, testCatalogue);
  render(<EntryView explanation={range} catalogue={testCatalogue} onChoose={onChoose} />);
  expect(screen.getByRole('heading')).toHaveTextContent('Code range');
  expect(screen.getByText(/^Not in the catalogue\. Six digits beginning with 131/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /131047/ }));
  expect(onChoose).toHaveBeenCalledWith('meta/cloud/131047', 'related');
  await expectNoAxeViolations();
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { explain } from '../../lib/answer/explain/explain.ts';
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
  render(
    <EntryView
      explanation={explanation}
      catalogue={testCatalogue}
      onChoose={onChoose}
    />,
  );
  expect(screen.getByRole('heading')).toHaveTextContent('Unknown code');
  expect(screen.getByText(/^Not in the catalogue\./)).toBeVisible();
  expect(
    screen.getByText(/The code it appears with is in the catalogue/),
  ).toBeVisible();
  expect(screen.queryByText(/Your turn/)).not.toBeInTheDocument();
  expect(screen.getByText(/^Do not send it again in bulk/)).toBeVisible();
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
  const unknown = explain({ code: '131057' }, testCatalogue);
  const show = (onWrite?: () => void) =>
    render(
      <NotesContext.Provider value={{ getNote: () => undefined, onWrite }}>
        <EntryView
          explanation={unknown}
          catalogue={testCatalogue}
          vendorConsole={twilio}
          onChoose={onChoose}
        />
      </NotesContext.Provider>,
    );
  const onChoose = vi.fn();
  const twilio = testCatalogue.consoles.find(
    ({ name }) => name === 'Twilio Console',
  );
  afterEach(() => vi.unstubAllEnvs());

  test('is offered as another provider has it, before a slip of a digit', async () => {
    const explanation = explain(
      { code: '63016', host: 'business.facebook.com' },
      testCatalogue,
    );
    expect(explanation.entry).toBeNull();
    render(
      <EntryView
        explanation={explanation}
        onChoose={onChoose}
        catalogue={testCatalogue}
      />,
    );
    const same = screen.getByRole('region', { name: 'Same code elsewhere' });
    expect(same.textContent).toMatch(/^Same code elsewhere 63016/);
    expect(screen.queryByText('Did you mean')).toBeNull();
  });

  test('says first not to retry in bulk, offers what it may be a slip of, and the list of the provider', async () => {
    show();
    expect(
      screen.getByText(
        'Do not send it again in bulk until you know the cause.',
      ),
    ).toBeVisible();
    const near = screen.getByRole('region', { name: 'Did you mean' });
    expect(near.textContent).toMatch(/^Did you mean 131056.*131047/);
    // In the same range, but no slip of a digit.
    expect(near).not.toHaveTextContent('131042');
    await userEvent.click(within(near).getByRole('button', { name: /131047/ }));
    expect(onChoose).toHaveBeenCalledWith('meta/cloud/131047', 'related');
    const list = screen.getByRole('link', {
      name: 'The provider’s own list: Twilio',
    });
    expect(list).toHaveAttribute('href', 'https://twilio.example/errors');
    expect(screen.queryByText(/turn/)).toBeNull();
    expect(
      screen.queryByRole('link', { name: /your team’s codes/ }),
    ).toBeNull();
    await expectNoAxeViolations();
  });

  test('is defined as an own code where notes are written', () => {
    show(() => undefined);
    expect(screen.getByRole('button', { name: 'Note' })).toBeVisible();
    expect(
      screen.getByRole('link', { name: /your team’s codes/ }),
    ).toHaveAttribute('href', 'options.html?define=131057');
  });

  const REPORT =
    /^Unknown code: 131057\nProvider: Twilio\nDate: \d{4}-\d\d-\d\d\nCatalogue: \S+$/;

  test('is reported with its number, provider and date alone', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'Copy a report' }));
    expect(await navigator.clipboard.readText()).toMatch(REPORT);
  });

  test('is reported where the project takes reports, if there is such a place', () => {
    vi.stubEnv('WXT_ISSUES', 'https://forge.example/errata/issues');
    show();
    const { href } = screen.getByRole<HTMLAnchorElement>('link', {
      name: 'Report it to Errata',
    });
    const { origin, pathname, searchParams } = new URL(href);
    expect(origin + pathname).toBe('https://forge.example/errata/issues/new');
    expect([...searchParams.keys()]).toEqual(['title', 'body']);
    expect(searchParams.get('body')).toMatch(REPORT);
    expect(screen.queryByRole('button', { name: 'Copy a report' })).toBeNull();
  });
});

test.each([
  ['TOO_MANY_REQUEST', true],
  ['TooManyCalls', true],
  ['TOO_LATE', false],
  ['LUNCH', false],
])(
  'an unknown symbol offers those with another letter or most of its words: %s',
  (code, isOffered) => {
    render(
      <EntryView
        explanation={explain({ code }, testCatalogue)}
        catalogue={testCatalogue}
      />,
    );
    const near = screen.queryByRole('region', { name: 'Did you mean' });
    expect(near?.textContent.includes('TOO_MANY_REQUESTS') ?? false).toBe(
      isOffered,
    );
  },
);

test('shows an unknown code in a card at first with two codes and a button for the rest', async () => {
  const unknown = explain({ code: '131046' }, testCatalogue);
  render(
    <EntryView
      isBrief
      explanation={unknown}
      catalogue={testCatalogue}
      onChoose={vi.fn()}
    />,
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.queryByText(/doesn’t guess/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(screen.getByText(/doesn’t guess/)).toBeVisible();
  await expectNoAxeViolations();
});

test('an unlisted range names the codes in it, and links to them', async () => {
  const onChoose = vi.fn();
  const range = explain({ code: '131000-131047' }, testCatalogue);
  render(
    <EntryView
      explanation={range}
      catalogue={testCatalogue}
      onChoose={onChoose}
    />,
  );
  expect(screen.getByRole('heading')).toHaveTextContent('Code range');
  expect(
    screen.getByText(
      /^Not in the catalogue\. Six-digit codes beginning with 131/,
    ),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /131047/ }));
  expect(onChoose).toHaveBeenCalledWith('meta/cloud/131047', 'related');
  await expectNoAxeViolations();
});

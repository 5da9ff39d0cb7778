import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Entry } from '../../data/schema.ts';
import { explain } from '../../lib/answer/explain/explain.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { MaskingForTests } from '../../tests/fixtures/masking.tsx';
import { CardView, type CardViewProps } from './CardView.tsx';

function showCardView(more: Partial<CardViewProps> = {}) {
  const props: CardViewProps = {
    subject: explain({ code: '131047' }, testCatalogue),
    catalogue: testCatalogue,
    seen: null,
    position: [2, 7],
    code: '131047',
    navigationStep: null,
    isPinned: false,
    isGone: false,
    confirmsInOwnWindow: false,
    rememberedProvider: null,
    backTo: null,
    onChoose: vi.fn(),
    onChooseZone: null,
    onBack: vi.fn(),
    onNavigate: vi.fn(),
    onPin: vi.fn(),
    onClose: vi.fn(),
    onSearch: vi.fn(),
    onSuppress: vi.fn(),
    suppressed: null,
    pendingSuppression: null,
    onConfirm: vi.fn(),
    onCancel: vi.fn(),
    getSampleOf: async () => '{}',
    onUndo: vi.fn(),
    ...more,
  };
  const { rerender } = render(<CardView {...props} />, {
    wrapper: MaskingForTests,
  });
  return {
    ...props,
    change: (next: Partial<CardViewProps>) =>
      rerender(<CardView {...props} {...next} />),
  };
}

test('is a dialog named by code, title and which of its places it is', async () => {
  showCardView();
  expect(
    screen.getByRole('dialog', {
      name: 'Errata: 131047, Re-engagement message, occurrence 2 of 7',
    }),
  ).toBeVisible();
  await expectNoAxeViolations();
});

test('shows its number among all codes during keyboard navigation', () => {
  showCardView({ navigationStep: [3, 12], position: [1, 1] });
  const name = '131047, Re-engagement message, code 3 of 12';
  expect(screen.getByRole('dialog', { name: `Errata: ${name}` })).toBeVisible();
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(name);
});

test('does not duplicate the full stop of a title', () => {
  const entry = {
    ...(testCatalogue.byKey.get('meta/cloud/131047') as Entry),
    title: 'Meta chose not to deliver.',
  };
  const { change } = showCardView({
    subject: { ...explain({ code: '131047' }, testCatalogue), entry },
    navigationStep: [2, 6],
    position: [1, 1],
  });
  const name = '131047, Meta chose not to deliver, code 2 of 6';
  expect(screen.getByRole('dialog', { name: `Errata: ${name}` })).toBeVisible();
  change({ isGone: true, isPinned: true });
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(
    '131047, Meta chose not to deliver. This code',
  );
});

test('pins and closes', async () => {
  const { onPin, onClose } = showCardView({ isPinned: true });
  expect(screen.getByRole('button', { name: 'Pin' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Pin' }));
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onPin).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
  await expectNoAxeViolations();
});

test('counts the places of its code, and moves through them', async () => {
  const { onNavigate } = showCardView({
    position: [3, 7],
    navigationStep: [4, 12],
    isPinned: true,
  });
  const places = screen.getByRole('group', {
    name: '131047: 3 of 7 on this page',
  });
  expect(places).toHaveTextContent('3/7');
  await userEvent.click(screen.getByRole('button', { name: 'Next 131047' }));
  await userEvent.click(
    screen.getByRole('button', { name: 'Previous 131047' }),
  );
  expect(onNavigate).toHaveBeenNthCalledWith(1, 1, '131047');
  expect(onNavigate).toHaveBeenNthCalledWith(2, -1, '131047');
  await expectNoAxeViolations();
});

test('counts the codes of a selection, and moves through them', async () => {
  const { onNavigate } = showCardView({
    position: null,
    navigationStep: [1, 3],
    isPinned: true,
  });
  expect(screen.getByRole('group', { name: 'code 1 of 3' })).toHaveTextContent(
    '1/3',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Next code' }));
  await userEvent.click(screen.getByRole('button', { name: 'Previous code' }));
  expect(onNavigate).toHaveBeenNthCalledWith(1, 1, expect.anything());
  expect(onNavigate).toHaveBeenNthCalledWith(2, -1, expect.anything());
  await expectNoAxeViolations();
});

test('at first sight says the place without a button for another', () => {
  showCardView({ position: [3, 7] });
  expect(screen.getByText('3 of 7')).toBeVisible();
  expect(screen.queryByRole('button', { name: /next|previous/i })).toBeNull();
});

test('has at first sight one line of parts, and all of them once it is pinned', async () => {
  const { change } = showCardView();
  const getNames = () =>
    screen
      .getAllByRole('button')
      .map(({ title, textContent }) => textContent || title);
  expect(getNames()).toEqual([
    'Why and how',
    'More',
    'Ticket…',
    'Copy',
    'Pin (P)',
    'Close (Esc)',
  ]);
  expect(screen.queryByText(/Wrong mark|Confirmed by|Related/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Why and how' }));
  expect(screen.getByRole('button', { name: 'Why and how' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  expect(screen.getByRole('list', { name: 'Steps' })).toBeVisible();
  await expectNoAxeViolations();
  change({ isPinned: true });
  expect(screen.getByText(/Wrong mark/)).toBeVisible();
  expect(screen.getByText(/^Confirmed by/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
  await expectNoAxeViolations();
});

test('has no counter if the code occurs once, whatever other codes there are', async () => {
  showCardView({ position: [1, 1], navigationStep: [4, 12] });
  expect(screen.queryByText(/^\d+ of \d+$/)).toBeNull();
  expect(screen.queryByRole('button', { name: /next|previous/i })).toBeNull();
  await expectNoAxeViolations();
});

test('says why a selected number is not marked, and marks it where that is possible', async () => {
  const onMark = vi.fn();
  const { change } = showCardView({
    position: null,
    rejection: 'no cue',
    onMark,
  });
  await userEvent.click(screen.getByRole('button', { name: 'Mark it here' }));
  expect(onMark).toHaveBeenCalledOnce();
  await expectNoAxeViolations();
  change({ rejection: 'excluded as row index', onMark: null });
  expect(screen.queryByRole('button', { name: 'Mark it here' })).toBeNull();
  expect(
    screen.getByText('Not marked: it looks like something else (“row index”).'),
  ).toBeVisible();
});

test('says that the code was removed from the page', async () => {
  showCardView({ isGone: true, isPinned: true, position: null });
  expect(screen.getByText('This code is no longer on the page.')).toBeVisible();
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(
    'no longer on the page',
  );
  await expectNoAxeViolations();
});

test('returns from a related code', async () => {
  const { onBack } = showCardView({ backTo: '470' });
  await userEvent.click(screen.getByRole('button', { name: 'Back to 470' }));
  expect(onBack).toHaveBeenCalledOnce();
  await expectNoAxeViolations();
});

test('says for which site an answer is stored', async () => {
  showCardView({ rememberedProvider: { host: 'crm.example', problem: null } });
  expect(screen.getByText('Remembered for crm.example.')).toBeVisible();
  await expectNoAxeViolations();
});

test('says if an answer could not be saved', async () => {
  showCardView({
    rememberedProvider: {
      host: 'crm.example',
      problem: 'The browser couldn’t save the change.',
    },
  });
  expect(
    screen.getByText('The browser couldn’t save the change.'),
  ).toBeVisible();
  expect(screen.queryByText(/^Remembered/)).toBeNull();
  await expectNoAxeViolations();
});

test('a selection without a code has no guess, but a search', async () => {
  const { onSearch } = showCardView({
    subject: '  something\n went wrong ',
    position: null,
  });
  expect(screen.getByRole('heading')).toHaveTextContent(
    'No error code found in “something went wrong”.',
  );
  expect(
    screen.getByText(
      /^No error in the catalogue has this wording either\. Select the code/,
    ),
  ).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Search the catalogue' }),
  );
  expect(onSearch).toHaveBeenCalledWith('something went wrong');
  await expectNoAxeViolations();
});

test('an orphaned page offers no search, which would not work', async () => {
  showCardView({ subject: 'words', onSearch: null });
  expect(
    screen.queryByRole('button', { name: 'Search the catalogue' }),
  ).toBeNull();
  await expectNoAxeViolations();
});

test('lets the user say that this is no error code', async () => {
  const { onSuppress } = showCardView();
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(
    screen.getByRole('button', { name: 'Not an error code' }),
  );
  expect(onSuppress).toHaveBeenCalledOnce();
});

test('asks whether to suppress the whole column, with the focus on the safe answer', async () => {
  const { change, onConfirm, onCancel } = showCardView();
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  screen.getByRole('button', { name: 'Not an error code' }).focus();
  const pendingSuppression = {
    host: 'crm.example',
    code: '131047',
    by: 'column',
    words: 'total',
  } as const;
  change({ pendingSuppression });
  const question = screen.getByRole('group', {
    name: /marked in the column “total” on crm\.example/,
  });
  expect(question).toBeVisible();
  expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expectNoAxeViolations();
  await userEvent.click(screen.getByRole('button', { name: 'Stop marking' }));
  expect(onConfirm).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
  change({ pendingSuppression: null });
  expect(
    screen.getByRole('button', { name: 'Not an error code' }),
  ).toHaveFocus();
});

test('says what is suppressed, and can restore it', async () => {
  const suppression = {
    host: 'crm.example',
    code: '131047',
    by: 'column',
    words: 'total',
  } as const;
  const { onUndo } = showCardView({
    suppressed: { suppression, problem: null },
  });
  expect(screen.getByRole('heading')).toHaveTextContent(
    '131047 is no longer marked here.',
  );
  expect(
    screen.getByText(/on crm\.example in the column “total”/),
  ).toBeVisible();
  expect(
    screen.getByText('131047 is no longer marked here', {
      selector: '[role=status]',
    }),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onUndo).toHaveBeenCalledOnce();
  await expectNoAxeViolations();
});

test('says if the suppression could not be saved', async () => {
  const suppression = {
    host: 'crm.example',
    code: '131047',
    by: 'shape',
    words: '‹›',
  } as const;
  const problem = 'The browser couldn’t save the change: its storage is full.';
  showCardView({ suppressed: { suppression, problem } });
  expect(screen.getByRole('heading')).toHaveTextContent(problem);
  expect(
    screen.getByText(problem, { selector: '[role=status]' }),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await expectNoAxeViolations();
});

test('copies a mark as a sample, and a selection as a missed one', async () => {
  const user = userEvent.setup();
  const { getSampleOf } = showCardView({
    isPinned: true,
    getSampleOf: vi.fn(async () => '{"id":"report-1"}'),
  });
  expect(screen.getByText(/Wrong mark\?/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copy a report' }));
  expect(getSampleOf).toHaveBeenCalledOnce();
  expect(await navigator.clipboard.readText()).toBe('{"id":"report-1"}');
  expect(screen.getByText(/replaced with fake values/)).toBeVisible();
  await expectNoAxeViolations();
});

test.each<
  [next: string, from: Partial<CardViewProps>, to: Partial<CardViewProps>]
>([
  ['place', { position: [2, 7], isPinned: true }, { position: [3, 7] }],
  [
    'selection',
    { subject: 'one', code: 'one', position: null },
    { subject: 'two', code: 'two' },
  ],
])(
  'does not show the confirmation of a copy for the next %s',
  async (_, from, to) => {
    const { change } = showCardView(from);
    await userEvent.click(
      screen.getByRole('button', { name: 'Copy a report' }),
    );
    change({ isPinned: true });
    expect(
      screen.getByText(/^Copied\. Personal data was replaced/),
    ).toBeVisible();
    change(to);
    expect(
      screen.queryByText(/^Copied\. Personal data was replaced/),
    ).toBeNull();
  },
);

test('says if there is nothing left to copy', async () => {
  showCardView({
    subject: 'words',
    position: null,
    getSampleOf: async () => null,
  });
  expect(screen.getByText(/Missing mark\?/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Copy a report' }));
  expect(screen.getByText('Couldn’t copy.')).toBeVisible();
});

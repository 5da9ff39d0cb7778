import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { explain } from '../../lib/explain/explain.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { EntryView } from './EntryView.tsx';

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

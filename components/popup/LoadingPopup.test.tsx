import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { LoadingPopup } from './LoadingPopup.tsx';
import { createPopupStore } from './popup-store.ts';

test('takes the focus and what is typed before the catalogue is read', async () => {
  const store = createPopupStore('');
  const { container } = render(<LoadingPopup store={store} />);
  expect(screen.getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('131047');
  expect(screen.getByRole('combobox')).toHaveValue('131047');
  expect(store.getState().query).toBe('131047');
  await expectNoAxeViolations(container);
});

test('claims neither results nor that there are none', async () => {
  render(<LoadingPopup store={createPopupStore('131047')} />);
  expect(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false');
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
  expect(screen.queryByText(/nothing|not know/i)).not.toBeInTheDocument();
});

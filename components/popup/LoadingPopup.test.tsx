import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { createPopupStore } from './popup-store.ts';
import { LoadingPopup } from './SearchField.tsx';

test('has the focus and accepts text before the catalogue is loaded', async () => {
  const store = createPopupStore('');
  const { container } = render(<LoadingPopup store={store} />);
  expect(screen.getByRole('combobox')).toHaveFocus();
  await userEvent.keyboard('131047');
  expect(screen.getByRole('combobox')).toHaveValue('131047');
  expect(store.getState().query).toBe('131047');
  await expectNoAxeViolations(container);
});

test('shows neither results nor a message before the catalogue is loaded', async () => {
  render(<LoadingPopup store={createPopupStore('131047')} />);
  expect(screen.getByRole('combobox')).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
  expect(screen.queryByText(/nothing|not know/i)).not.toBeInTheDocument();
});

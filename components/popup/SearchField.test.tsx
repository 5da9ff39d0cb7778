import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { expect, test, vi } from 'vitest';
import { SearchField } from './SearchField.tsx';

test('keeps typed text although its query arrives late, and follows the query', async () => {
  const onType = vi.fn();
  const inputRef = createRef<HTMLInputElement>();
  const renderField = (query: string) => (
    <SearchField
      query={query}
      inputRef={inputRef}
      onType={onType}
      placeholder=""
      expanded={false}
      active={-1}
      onPaste={() => false}
      onKey={() => false}
    />
  );
  const { rerender } = render(renderField(''));
  await userEvent.type(screen.getByRole('combobox'), '131');
  expect(screen.getByRole('combobox')).toHaveValue('131');
  expect(onType).toHaveBeenLastCalledWith('131');
  rerender(renderField('131'));
  expect(screen.getByRole('combobox')).toHaveValue('131');
  rerender(renderField(''));
  expect(screen.getByRole('combobox')).toHaveValue('');
});

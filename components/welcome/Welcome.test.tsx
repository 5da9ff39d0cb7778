import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { Welcome } from './Welcome.tsx';

test('shows the shortcuts as set, without removed ones', async () => {
  const keys = [
    { name: 'next-code', keys: 'Alt+Shift+.' },
    { name: 'previous-code', keys: 'Ctrl+1' },
  ] as const;
  const { rerender } = render(<Welcome shortcuts={keys} isBlocked={false} onAllow={vi.fn()} />);
  expect(screen.getByText('Ctrl+1')).toBeVisible();
  await expectNoAxeViolations();
  rerender(<Welcome shortcuts={[{ name: 'next-code', keys: '' }]} isBlocked={false} onAllow={vi.fn()} />);
  expect(screen.queryByText(/from code to code/)).toBeNull();
});

test('requests the consoles with one button if the browser blocks them', async () => {
  const onAllow = vi.fn();
  const { rerender } = render(<Welcome shortcuts={[]} isBlocked={false} onAllow={onAllow} />);
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<Welcome shortcuts={[]} isBlocked={true} onAllow={onAllow} />);
  await userEvent.click(screen.getByRole('button', { name: 'Allow access' }));
  expect(onAllow).toHaveBeenCalledOnce();
  await expectNoAxeViolations();
});

import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { Welcome } from './Welcome.tsx';

test('shows the shortcuts as set, without removed ones', async () => {
  const { rerender } = render(<Welcome keys={['Alt+Shift+.', 'Ctrl+1']} />);
  expect(screen.getByText('Ctrl+1')).toBeVisible();
  await expectNoAxeViolations();
  rerender(<Welcome keys={['Alt+Shift+.', '']} />);
  expect(screen.queryByText(/to go to the next or previous code/)).toBeNull();
});

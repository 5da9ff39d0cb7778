import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { Welcome } from './Welcome.tsx';

test('shows a log to try, and links to the list of consoles', async () => {
  render(<Welcome shortcuts={{ 'open-panel': 'Alt+Shift+E' }} />);
  expect(screen.getAllByRole('row')).toHaveLength(6);
  expect(screen.getByRole('link', { name: 'Settings' })).toHaveAttribute(
    'href',
    'options.html#sites',
  );
  expect(
    within(screen.getByRole('list', { name: 'The five marks' })).getAllByRole(
      'listitem',
    ),
  ).toHaveLength(5);
  expect(screen.getByText('Alt+Shift+E')).toBeVisible();
  expect(screen.getAllByText('Not set').length).toBeGreaterThan(0);
  await expectNoAxeViolations();
});

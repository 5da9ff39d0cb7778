import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { Welcome } from './Welcome.tsx';

test('shows a log to try, and links to the list of consoles', async () => {
  render(<Welcome />);
  expect(screen.getAllByRole('row')).toHaveLength(6);
  expect(screen.getByRole('link', { name: 'Settings' })).toHaveAttribute(
    'href',
    'options.html#sites',
  );
  await expectNoAxeViolations();
});

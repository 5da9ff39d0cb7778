import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Masker, TextPart } from '../../lib/masking/mask-text.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { MaskedText } from './MaskedText.tsx';
import { MaskingContext } from './masking.ts';

async function openPreview(parts: readonly TextPart[]) {
  const masker: Masker = { splitIntoParts: () => parts };

  render(
    <MaskingContext.Provider value={() => Promise.resolve(masker)}>
      <MaskedText text={parts.map(({ text }) => text).join('')} note={false} />
    </MaskingContext.Provider>,
  );

  return screen.findByRole('group', { name: 'Preview' });
}

test('shows a mask that may be harmless as such, and its word after a click', async () => {
  const preview = await openPreview([
    { text: 'to ', masked: null },
    { text: '+15550100277', masked: 'phone' },
    { text: ' by ', masked: null },
    { text: 'Ottokar', masked: 'name', isUnsure: true },
  ]);

  expect(screen.getByText(/A dotted frame/)).toBeInTheDocument();

  const unsure = screen.getByTitle('Show (may be harmless)');
  expect(unsure).toHaveTextContent('[name]');
  expect(screen.getByTitle('Show')).toHaveTextContent('…77');
  await expectNoAxeViolations();

  await userEvent.click(unsure);
  expect(preview).toHaveTextContent('to +1 …77 by Ottokar');
});

test('says nothing about harmless words where the rules were sure', async () => {
  await openPreview([{ text: '+15550100277', masked: 'phone' }]);

  expect(screen.queryByText(/A dotted frame/)).not.toBeInTheDocument();
});

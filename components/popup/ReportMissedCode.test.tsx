import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { renderPopup } from '../../tests/fixtures/popup.tsx';

const readCopiedLine = async () =>
  JSON.parse(await navigator.clipboard.readText()) as {
    codes: { code: string }[];
    text: string;
  };

test('a paste can be copied as a sample with its expected codes', async () => {
  const { user, field } = renderPopup();
  await user.click(field);
  await user.paste(
    '2026-11-20 12:00:01 ERROR send to +55 11 98765-4321 failed (#131047)\nsecond try ended with 131026 again',
  );
  await user.click(screen.getByText('Missing or wrong code?'));
  const codes = await screen.findByLabelText('Codes that should be found');
  expect((codes as HTMLInputElement).value).toContain('131047');
  await user.clear(codes);
  await user.type(codes, '131026');
  await user.click(screen.getByRole('button', { name: 'Copy a report' }));
  const line = await readCopiedLine();
  expect(line.codes.map(({ code }) => code)).toEqual(['131026']);
  expect(line.text).not.toContain('98765');
  await expectNoAxeViolations();
});

test('a selection of the address without results can be copied too', () => {
  renderPopup('no such words at all here');
  expect(screen.getByText('Missing or wrong code?')).toBeVisible();
});

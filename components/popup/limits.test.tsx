import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fixture } from '../../lib/catalogue/fixture.ts';
import { codes, openPopup } from './popup-fixture.tsx';

describe('limits in the field', () => {
  test('narrow what is found', async () => {
    const { user, field } = openPopup();
    await user.type(field, '1003 provider:gupshup');
    expect(codes()).toEqual(['1003']);
    expect(screen.getByRole('option')).toHaveAttribute('data-key', 'gupshup/api/1003');
  });

  test('alone list what fits', async () => {
    const { user, field } = openPopup();
    await user.type(field, 'owner:recipient');
    const fitting = fixture.entries.filter(({ verdict }) => verdict.turn === 'recipient');
    expect(fitting.length).toBeGreaterThan(0);
    expect([...codes()].sort()).toEqual(fitting.map(({ code }) => code).sort());
  });

  test('that do not exist are told from those that do, and the text stays', async () => {
    const { user, field } = openPopup();
    await user.type(field, '1003 retry:sometimes');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(screen.getByText(/There is no retry “sometimes”\. Known: no, after-fix/)).toBeInTheDocument();
    expect(field).toHaveValue('1003 retry:sometimes');
  });

  test('that shut a known code out say so', async () => {
    const { user, field } = openPopup();
    await user.type(field, '132015 provider:twilio');
    expect(screen.getByText('132015 is known, but not within these limits.')).toBeInTheDocument();
  });
});

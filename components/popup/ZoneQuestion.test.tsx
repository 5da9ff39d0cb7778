import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { renderPopup } from '../../tests/fixtures/popup.tsx';
import { settle } from '../../tests/fixtures/settle.ts';
import { testPage } from '../../tests/fixtures/tab-page.ts';

/** Four hours before the popup's time in UTC, and later than that in other zones. */
const sentAt = '2026-11-30 20:00';

test('a zone that decides is asked, stored for the site, and then used', async () => {
  const { store, user, readTexts, settings } = renderPopup('', null);
  readTexts.mockImplementation(async ({ code }) => [
    `Error code: ${code}\nSent at: ${sentAt}\nTo: +55 11 91234 5678`,
  ]);
  const codes = [{ code: '131056', key: 'meta/cloud/131056', count: 1 }];
  await settle(() => store.setState({ page: { ...testPage, codes } }));
  expect(screen.getByText(/name no time zone/)).toBeVisible();
  await expectNoAxeViolations();

  const zone = screen.getByRole('combobox', { name: 'Time zone' });
  await user.selectOptions(zone, 'UTC');
  expect(settings().bySite).toEqual({
    'business.facebook.com': { timeZone: 'UTC' },
  });
  await waitFor(() =>
    expect(screen.queryByText(/name no time zone/)).toBeNull(),
  );
  const group = screen.getByRole('group', { name: 'Send again slowly' });
  expect(group).toHaveTextContent('131056');
});

import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import {
  type CardOnPage,
  createCardOnPage,
  createPageWith,
  createTestRequest,
} from '../../tests/fixtures/card-page.ts';

const HOUR_MS = 3_600_000;
const QUESTION = 'The times on this page name no time zone.';

let on: CardOnPage;
afterEach(() => on.clear());

/** Shows a code with a pause of a day, beside a time as if in UTC. */
function showRow(sentAt: string, isEmbedded = false): void {
  on = createCardOnPage(window, isEmbedded, getBundledCatalogue());

  const range = createPageWith('<p style="margin: 40px">131049</p>', '131049');
  const text = `Sent at: ${sentAt}\nTo: +5511987654321\nError code: 131049`;

  on.card.show({
    ...createTestRequest(range, {
      meanings: [{ key: 'meta/cloud/131049', score: 1 }],
      nearby: '131049',
      labelled: { text, isRow: true },
    }),
    host: 'crm.example',
  });
}

const formatAgo = (hours: number) =>
  new Date(Date.now() - hours * HOUR_MS).toISOString();

const formatWithoutZone = (hours: number) =>
  formatAgo(hours).slice(0, 16).replace('T', ' ');

test('a zone that decides is asked, stored for the site, and decides at once', async () => {
  showRow(formatWithoutZone(26));
  expect(on.text()).toContain('Time zone unknown');
  expect(on.text()).not.toContain(QUESTION);

  await on.click('Time zone');
  expect(on.text()).toContain(QUESTION);

  await on.click('UTC');
  expect(on.keep).toHaveBeenCalledWith({
    host: 'crm.example',
    timeZone: 'UTC',
  });
  expect(on.text()).toContain('Pause over since');
  expect(on.text()).toContain('Remembered for crm.example.');
  expect(on.text()).not.toContain(QUESTION);
});

test('a zone is answered with the keyboard alone', async () => {
  showRow(formatWithoutZone(26));
  on.button('Time zone').focus();
  await userEvent.keyboard('{Enter}');

  const isOnZone = () => on.root()?.activeElement === on.button('UTC');
  for (let tabs = 0; tabs < 5 && !isOnZone(); tabs++)
    await userEvent.keyboard('{Tab}');

  await userEvent.keyboard('{Enter}');
  expect(on.keep).toHaveBeenCalledOnce();
});

test('a card in a frame of another site asks in a window of its own', async () => {
  showRow(formatWithoutZone(26), true);
  await on.click('Time zone');
  await on.click('UTC');
  expect(on.text()).toContain('Errata asks in a separate window');
});

test('a zone that is known or does not decide is not asked', () => {
  for (const sentAt of [formatAgo(26), formatWithoutZone(200)]) {
    showRow(sentAt);
    expect(() => on.button('Time zone')).toThrow(TypeError);
    on.clear();
  }
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { bundledMasking } from '../../lib/masking/bundled-masking.ts';
import {
  type CardOnPage,
  createCardOnPage,
  createPageWith,
  createTestRequest,
  findCardHost,
  isPlaced,
} from '../../tests/fixtures/card-page.ts';

let on: CardOnPage;

beforeEach(async () => {
  await page.viewport(1280, 800);
  on = createCardOnPage(window, false, getBundledCatalogue(), {
    masking: async () => bundledMasking,
  });
});
afterEach(() => on.clear());

/** Waits until the card has grown. */
const hasGrown = () => new Promise((done) => setTimeout(done, 150));

const getTop = (name: string) => on.button(name).getBoundingClientRect().top;

async function openCard(code: string, marginTop: number) {
  const range = createPageWith(
    `<table style="width: 100%; margin-top: ${marginTop}px"><tr><td>+55 11 5550 4821</td><td>${code}</td></tr></table>`,
    code,
  );
  on.card.show(createTestRequest(range));
  await isPlaced();
}

test.each([
  ['below its row', 100],
  ['above its row', 640],
])(
  'a card %s opens a part without moving the button that was pressed',
  async (_, marginTop) => {
    await openCard('131047', marginTop);
    const before = getTop('Why and how');
    await on.click('Why and how');
    await hasGrown();
    expect(on.root()?.querySelector('.er-opened')).not.toBeNull();
    expect(Math.abs(getTop('Why and how') - before)).toBeLessThan(2);
  },
);

test.each([
  ['the ticket', 'Ticket…'],
  ['copying', 'Copy'],
])(
  '%s leaves the buttons of the footer in their order and place',
  async (...[, name]) => {
    await openCard('131026', 640);
    const getLefts = () =>
      ['Ticket…', 'Cop', 'Close'].map((one) =>
        Math.round(on.button(one).getBoundingClientRect().left),
      );
    const before = getLefts();

    // "Copied" may have left again when a slow click ends.
    const isSaid = expect.poll(() => on.text()).toMatch(/Copied|Subject/);
    await Promise.all([on.click(name), isSaid]);
    await hasGrown();
    expect(getLefts()).toEqual(before);
  },
);

test('what "More" adds is seen, also after another part', async () => {
  await page.viewport(1280, 560);
  await openCard('131026', 100);
  await on.click('Why and how');
  await hasGrown();
  on.button('More').focus();
  await userEvent.keyboard('{Enter}');
  await hasGrown();

  const view = on.root()?.querySelector('.er-scroll')?.getBoundingClientRect();
  const added = on.button('Confirmed by').getBoundingClientRect();
  expect(added.top).toBeLessThan((view?.bottom ?? 0) - added.height + 1);
  expect(findCardHost()?.dataset.state).toBe('open');
});

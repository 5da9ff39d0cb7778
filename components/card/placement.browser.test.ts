import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type CardOnPage, cardOnPage, host, isPlaced, order, pageWith, requestFor } from './on-page.ts';

let on: CardOnPage;

beforeEach(async () => {
  await page.viewport(900, 680);
  on = cardOnPage();
});
afterEach(() => on.clear());

describe('the card is placed', () => {
  test('within a small window, beside the code and never over it', async () => {
    await page.viewport(400, 256);
    const range = pageWith('<p style="margin: 110px 150px 600px">131026</p>', '131026');
    on.card.show(requestFor(range));
    const code = range.getBoundingClientRect();
    await isPlaced();
    const box = host()?.getBoundingClientRect();
    if (!box) throw new TypeError('expected a card');
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(400);
    expect(box.bottom).toBeLessThanOrEqual(256);
    expect(box.bottom <= code.top || box.top >= code.bottom).toBe(true);
  });

  test('above a code whose tooltip the browser shows below', async () => {
    const range = pageWith('<p style="margin-top: 400px"><b title="native">131047</b></p>', '131047');
    on.card.show(requestFor(range));
    await isPlaced();
    await expect
      .poll(() => host()?.getBoundingClientRect().bottom)
      .toBeLessThanOrEqual(range.getBoundingClientRect().top);
  });

  test('in a corner of the window for a selection that fills it', async () => {
    const range = pageWith('<p style="height: 2000px">words without a code</p>', 'words');
    range.selectNode(document.body.children[0] ?? document.body);
    on.card.show(requestFor(range, { hit: false, code: 'words' }));
    await isPlaced();
    const box = host()?.getBoundingClientRect();
    expect(box?.top).toBe(8);
    expect(box?.right).toBeGreaterThan(850);
  });

  test('in the document around a frame that is too small', async () => {
    document.body.innerHTML = '<iframe style="width: 300px; height: 80px"></iframe>';
    const inner = document.querySelector('iframe')?.contentDocument;
    if (!inner) throw new TypeError('expected a frame of the same origin');
    const own = cardOnPage(inner.defaultView ?? window).card;
    own.show(requestFor(pageWith('<p>131047</p>', '131047', inner)));
    expect(host(inner)).toBeNull();
    // The page of the test is itself a frame of the test runner's.
    const outer = window.top?.document;
    expect(host(outer)?.matches(':popover-open')).toBe(true);
    own.destroy();
    expect(host(outer)).toBeNull();
  });

  test('as it is, whatever the page orders', async () => {
    order(
      '* { all: unset !important } head { display: none !important } errata-card { display: none !important; width: 9px !important; opacity: 0 !important }',
    );
    on.card.show(requestFor(pageWith('<p>131047</p>', '131047')));
    await isPlaced();
    const shown = host();
    expect(shown?.getBoundingClientRect().width).toBe(392);
    expect(shown && getComputedStyle(shown)).toMatchObject({
      opacity: '1',
      position: 'fixed',
      display: 'block',
    });
  });
});

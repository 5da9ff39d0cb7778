import { afterEach, describe, expect, test, vi } from 'vitest';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { contradictsEntry } from '../../lib/checks/contradicts-entry.ts';
import {
  getSampleAt,
  type TextSample,
} from '../../lib/page/text/text-sample.ts';
import {
  type CardOnPage,
  createCardOnPage,
  createPageWith,
  createTestRequest,
} from '../../tests/fixtures/card-page.ts';

let on: CardOnPage;
afterEach(() => on.clear());

const NOTICE = 'This page explains the code differently.';
const BLOG = `<h2>WhatsApp error codes</h2>
<table><tr><th>Code</th><th>Meaning</th><th>What to do</th></tr>
<tr><td>131026</td><td>The recipient is not on WhatsApp</td><td>Check the number</td></tr>
<tr><td>131047</td><td>Your template was paused for low quality</td><td>Wait</td></tr></table>`;

/** Opens a card on a code, and returns what the background answered, or null if it was not asked. */
async function openCard(html: string, code: string, host = 'blog.example') {
  const catalogue = getBundledCatalogue();
  const contradicts = vi.fn(async ({ text, start }: TextSample, key: string) =>
    contradictsEntry(text, start, key, catalogue),
  );
  on = createCardOnPage(window, false, catalogue, {
    getSample: getSampleAt,
    contradicts,
  });
  const range = createPageWith(html, code);
  on.card.show(createTestRequest(range, { host }));
  expect(on.text()).toContain(code);
  // The card is there before the question.
  expect(contradicts).not.toHaveBeenCalled();
  await new Promise((resolve) => setTimeout(resolve, 400));
  return (await contradicts.mock.results[0]?.value) ?? null;
}

describe('a page that explains a code', () => {
  test.each([
    ['as another one, in a table', BLOG, '131047'],
    [
      'as another one, in a list',
      '<ul><li>131026: template paused</li><li>131047: rate limit</li></ul>',
      '131026',
    ],
    [
      'as another one, in a heading',
      '<h3>131056 – account locked by Meta</h3><p>Ask support.</p>',
      '131056',
    ],
    [
      'as another one, with advice',
      '<p>Error 131047: rate limit exceeded, retry after a few seconds.</p>',
      '131047',
    ],
    [
      'as another one, in a sentence',
      '<p>131056 means that the template is paused by Meta.</p>',
      '131056',
    ],
    [
      'as another one, in a Spanish sentence',
      '<p>131026 significa que la plantilla está pausada.</p>',
      '131026',
    ],
    [
      'as another one, in Portuguese',
      '<p>131047: número não tem WhatsApp</p>',
      '131047',
    ],
  ])('%s', async (_, html, code) => {
    expect(await openCard(html, code)).toBe(true);
    await expect.poll(on.text).toContain(NOTICE);
  });

  test.each([
    ['rightly', BLOG, '131026'],
    [
      'in words that may mean it',
      '<p>131047: the user has not written for a day</p>',
      '131047',
    ],
    [
      'rightly in a sentence',
      '<p>131056 means that too many messages went to one number.</p>',
      '131056',
    ],
    [
      'among others',
      '<p>131047 or 131026 happen if something is wrong.</p>',
      '131047',
    ],
    [
      'in no words',
      '<table><tr><th>Code</th></tr><tr><td>131047</td></tr></table>',
      '131047',
    ],
    [
      'in a log',
      '<pre>2026-11-29 08:12:01 ERROR 131047: template paused\n</pre>',
      '131047',
    ],
    [
      'in a payload',
      '<pre>{"code": 131047, "title": "template paused"}</pre>',
      '131047',
    ],
    [
      'in a list of messages',
      '<table><tr><th>To</th><th>Code</th><th>Text</th></tr><tr><td>+49 151 12345678</td><td>131047</td><td>Your account is locked</td></tr></table>',
      '131047',
    ],
    [
      'in a ticket',
      '<table><tr><td>Ana</td><td>131047</td><td>Template paused</td></tr></table>',
      '131047',
    ],
    ['in a question', '<p>131047 - is the account locked?</p>', '131047'],
    [
      'in a request',
      '<p>131047: please check why the template was paused</p>',
      '131047',
    ],
  ])('%s is not contradicted', async (_, html, code) => {
    expect(await openCard(html, code)).not.toBe(true);
    await new Promise((drawn) => requestAnimationFrame(drawn));
    expect(on.text()).not.toContain(NOTICE);
  });

  test('is not asked about on the screens of a console', async () => {
    expect(await openCard(BLOG, '131047', 'business.facebook.com')).toBeNull();
    expect(on.text()).not.toContain(NOTICE);
  });
});

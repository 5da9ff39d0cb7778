// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
vi.mock('./host-permissions.ts', () => ({}));
const { readFrameCodes } = await import('./tab-frames.ts');

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** Runs the function that the side panel runs in a page. */
function readPage(html: string) {
  document.body.innerHTML = html;
  // jsdom has no layout.
  Element.prototype.checkVisibility = function isShown() {
    return !Element.prototype.hasAttribute.call(this, 'hidden');
  };
  vi.stubGlobal('errataPage', {});
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({
    url: 'https://business.facebook.com/inbox',
  } as never);
  const executeScript = async ({
    func,
    args,
  }: {
    func: (...all: unknown[]) => unknown;
    args: unknown[];
  }) => [{ result: func(...args) }];
  Object.assign(fakeBrowser.scripting, { executeScript });

  return readFrameCodes(3);
}

const FIELDS = ['checkVisibility', 'value', 'textContent'].map(
  (name) => `<input name=${name}>`,
);

test.each([
  ['a text field with a code', '<textarea>error 131047</textarea>', true],
  ['an editor with a code', '<p contenteditable>error 131047</p>', true],
  [
    'a form as an editor, with fields of any name',
    `<form contenteditable>error 131047${FIELDS.join('')}</form>`,
    true,
  ],
  [
    'images with names of methods',
    '<img name=querySelectorAll><textarea>131047</textarea>',
    true,
  ],
  ['a text field without one', '<textarea>Hello</textarea>', false],
  [
    'a hidden text field with a token',
    '<textarea hidden>03AFcWeA131047</textarea>',
    false,
  ],
])('the side panel reads a page with %s', async (_, html, hasEditableText) => {
  expect(await readPage(html)).toEqual([
    { codes: [], isReading: false, hasEditableText },
  ]);
});

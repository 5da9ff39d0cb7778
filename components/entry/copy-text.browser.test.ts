import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { copyText } from './copy-text.ts';

beforeEach(async () => {
  document.body.innerHTML =
    '<button>Copy</button><p>selected</p><textarea></textarea>';
  // `execCommand` works only in the focused document.
  await userEvent.click(document.querySelector('textarea') as Element);
  document.querySelector('textarea')?.blur();
  getSelection()?.selectAllChildren(document.querySelector('p') as Element);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
    new Error('Permissions policy'),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Copies within a click, because the browser requires a user gesture. */
async function copyWithinClick(): Promise<unknown> {
  const button = document.querySelector('button') as HTMLElement;
  const outcome = new Promise((done) =>
    button.addEventListener(
      'click',
      () => done(copyText('131047').catch((error: Error) => error.message)),
      {
        once: true,
      },
    ),
  );
  // A press on the button would clear the selection.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  await userEvent.click(button);
  return outcome;
}

test('copies with `execCommand` if a page forbids the clipboard, and keeps the selection', async () => {
  // Does not read the clipboard, because tests of other files may copy at the same time.
  const put = vi.spyOn(DataTransfer.prototype, 'setData');
  expect(await copyWithinClick()).toBeUndefined();
  expect(put.mock.calls).toEqual([['text/plain', '131047']]);
  expect(String(getSelection())).toBe('selected');
});

test('the page gets no event of that copy', async () => {
  const heard = vi.fn((event: Event) =>
    (event as ClipboardEvent).clipboardData?.setData('text/plain', 'other'),
  );
  document.addEventListener('copy', heard, true);
  await copyWithinClick();
  document.removeEventListener('copy', heard, true);
  expect(heard).not.toHaveBeenCalled();
});

test('says what to do if neither way works', async () => {
  vi.spyOn(document, 'execCommand').mockReturnValue(false);
  expect(await copyWithinClick()).toMatch(/copy it with the keyboard/);
});

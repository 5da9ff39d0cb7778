import { afterEach, expect, test, vi } from 'vitest';
import { answerRequests, testPageState, testPrefilter } from '../../../tests/fixtures/engine.ts';
import type { DetectClient } from '../marking/annotate-queue.ts';
import { startTriage } from './triage.ts';

const client = vi.fn<DetectClient>();
const onCode = vi.fn();
let triage: ReturnType<typeof startTriage>;

function openPage(html: string): void {
  client.mockReset().mockImplementation(answerRequests);
  onCode.mockReset();
  document.body.innerHTML = html;
  triage = startTriage({
    prefilter: testPrefilter,
    client,
    getShadowRoot: () => null,
    settings: testPageState,
    onCode,
  });
}
/** Longer than the throttle delay of changes. */
const waitUntilSettled = async () => {
  await new Promise((later) => setTimeout(later, 600));
  await expect.poll(() => triage.isLooking()).toBe(false);
};
const getSentTexts = () => client.mock.calls.map(([requests]) => requests.map(({ text }) => text));
const writeRow = (text: string) => {
  for (const at of document.querySelectorAll('p')) at.textContent = text;
};

afterEach(() => {
  triage.stop();
  document.body.replaceChildren();
});

test('sends the texts that may be codes in one message, each once', async () => {
  openPage('<p>Room 131</p><ul><li>131047 sold</li><li>No number</li></ul><p>Room 131</p>');
  await waitUntilSettled();
  expect(getSentTexts().map((texts) => texts.toSorted())).toEqual([['131047 sold', 'Room 131', 'Room 131']]);
  expect(onCode).not.toHaveBeenCalled();
});

test('sends a burst of changes in one message, and what was judged before not again', async () => {
  openPage('<p>Room 131</p>');
  await waitUntilSettled();
  for (let room = 200; room < 240; room++) {
    writeRow(`Room ${room}`);
    await Promise.resolve();
  }
  await waitUntilSettled();
  expect(getSentTexts()).toEqual([['Room 131'], ['Room 239']]);
  writeRow('Room 131');
  await waitUntilSettled();
  expect(client).toHaveBeenCalledTimes(2);
});

test('judges a text again if its header changes', async () => {
  openPage(
    '<table><tr><th>To</th><th id="header">Sold</th></tr><tr><td>Ann</td><td>131047</td></tr></table>',
  );
  await waitUntilSettled();
  expect(onCode).not.toHaveBeenCalled();
  (document.querySelector('#header') as Element).textContent = 'Error code';
  await expect.poll(() => onCode.mock.calls.length).toBe(1);
});

test('sends the texts again after a request without an answer', async () => {
  openPage('<p>Room 131</p>');
  client.mockResolvedValueOnce(null);
  await waitUntilSettled();
  writeRow('Room 132');
  writeRow('Room 131');
  await waitUntilSettled();
  expect(getSentTexts()).toEqual([['Room 131'], ['Room 131']]);
});

test('judges a code that is shown later, and nothing after it is stopped', async () => {
  openPage('<p hidden>Error 131047</p>');
  await waitUntilSettled();
  expect(client).not.toHaveBeenCalled();
  document.querySelector('p')?.removeAttribute('hidden');
  await expect.poll(() => onCode.mock.calls.length).toBe(1);
  triage.stop();
  document.body.append('Error 131026');
  await waitUntilSettled();
  expect(client).toHaveBeenCalledTimes(1);
});

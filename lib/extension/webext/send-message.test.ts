import { afterEach, expect, test, vi } from 'vitest';
import {
  notifyCodesChanged,
  requestDetection,
  sendToBackground,
} from './send-message.ts';

const sendMessage = vi.fn();
const runtime: { id?: string; sendMessage: typeof sendMessage } = {
  id: 'errata',
  sendMessage,
};
vi.stubGlobal('chrome', { runtime });

afterEach(() => {
  vi.clearAllMocks();
  runtime.id = 'errata';
});

const request = { text: 'error 131047', context: {} };

test('a message has a type and data, and returns the value of its answer', async () => {
  sendMessage.mockResolvedValue({ value: { codes: [], results: [[]] } });
  expect(await requestDetection([request])).toEqual([[]]);
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith({
    type: 'detect',
    data: expect.objectContaining({ texts: ['error 131047'] }),
  });
  sendMessage.mockResolvedValue({ value: false });
  expect(await sendToBackground('loadAnnotator')).toBe(false);
});

test.each([
  ['fails', { error: 'No such host' }],
  ['fails without a reason', { error: '' }],
  ['does not answer', undefined],
])('a request rejects if the background %s', async (_, answer) => {
  sendMessage.mockResolvedValue(answer);
  await expect(sendToBackground('loadCard')).rejects.toThrow(
    answer?.error ?? 'did not answer',
  );
  await expect(requestDetection([request])).rejects.toThrow();
});

test('an answer without a value is no failure', async () => {
  sendMessage.mockResolvedValue({});
  await expect(sendToBackground('loadCard')).resolves.toBeUndefined();
});

test('an orphaned script sends no request', async () => {
  delete runtime.id;
  await expect(sendToBackground('loadCard')).rejects.toThrow();
  expect(sendMessage).not.toHaveBeenCalled();
});

test('a notification that cannot be sent is ignored', async () => {
  sendMessage.mockRejectedValue(new Error('Extension context invalidated.'));
  expect(notifyCodesChanged).not.toThrow();
  expect(sendMessage).toHaveBeenCalledWith({ type: 'codesChanged' });
  await new Promise((done) => setTimeout(done));
});

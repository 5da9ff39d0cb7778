import { afterEach, expect, test, vi } from 'vitest';
import { requestCard, requestDetection } from './background-requests.ts';

const sendMessage = vi.fn();
const runtime: { id?: string; sendMessage: typeof sendMessage } = { id: 'errata', sendMessage };
vi.stubGlobal('chrome', { runtime });

afterEach(() => {
  vi.clearAllMocks();
  runtime.id = 'errata';
});

const request = { text: 'error 131047', context: {} };

test('a request is sent in the form of the message library, and what was found is given', async () => {
  sendMessage.mockResolvedValue({ res: { codes: [], results: [[]] } });
  expect(await requestDetection([request])).toEqual([[]]);
  expect(sendMessage).toHaveBeenCalledWith(
    expect.objectContaining({
      id: expect.any(Number),
      type: 'detect',
      data: expect.objectContaining({ texts: ['error 131047'] }),
      timestamp: expect.any(Number),
    }),
  );
});

test.each([
  ['fails', { err: { name: 'Error', message: 'No such host' } }],
  ['says nothing', undefined],
])('who asks is told where the background %s', async (_, answer) => {
  sendMessage.mockResolvedValue(answer);
  await expect(requestCard()).rejects.toThrow();
  await expect(requestDetection([request])).rejects.toThrow();
});

test('an answer without a value is one', async () => {
  sendMessage.mockResolvedValue({});
  await expect(requestCard()).resolves.toBeUndefined();
});

test('an orphan sends nothing', async () => {
  delete runtime.id;
  await expect(requestCard()).rejects.toThrow();
  expect(sendMessage).not.toHaveBeenCalled();
});

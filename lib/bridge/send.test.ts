import { afterEach, expect, test, vi } from 'vitest';
import { askDetect, askForCard } from './send.ts';

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
  expect(await askDetect([request])).toEqual([[]]);
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
  await expect(askForCard()).rejects.toThrow();
  await expect(askDetect([request])).rejects.toThrow();
});

test('an answer without a value is one', async () => {
  sendMessage.mockResolvedValue({});
  await expect(askForCard()).resolves.toBeUndefined();
});

test('an orphan sends nothing', async () => {
  delete runtime.id;
  await expect(askForCard()).rejects.toThrow();
  expect(sendMessage).not.toHaveBeenCalled();
});

import { afterEach, expect, test, vi } from 'vitest';
import { notifyCodesChanged, requestAnnotator } from './background-client.ts';

const sendMessage = vi.fn();
vi.stubGlobal('chrome', { runtime: { id: 'errata', sendMessage } });

afterEach(() => vi.clearAllMocks());

test('the reader is asked for in the form of the message library, and its answer is given', async () => {
  sendMessage.mockResolvedValue({ res: false });
  expect(await requestAnnotator()).toBe(false);
  expect(sendMessage).toHaveBeenCalledWith(
    expect.objectContaining({ id: expect.any(Number), type: 'loadAnnotator', timestamp: expect.any(Number) }),
  );
});

test('who asks for the reader is told where there is nobody to bring it', async () => {
  sendMessage.mockRejectedValue(new Error('Extension context invalidated.'));
  await expect(requestAnnotator()).rejects.toThrow();
});

test('a report of codes fails in silence', async () => {
  sendMessage.mockRejectedValue(new Error('Extension context invalidated.'));
  expect(notifyCodesChanged).not.toThrow();
  expect(sendMessage).toHaveBeenCalledWith(expect.objectContaining({ type: 'codesChanged' }));
  await new Promise((done) => setTimeout(done));
});

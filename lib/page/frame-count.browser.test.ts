import { afterEach, expect, test, vi } from 'vitest';
import { followFrames } from './frame-count.ts';

const gone = vi.fn();
const later = () => new Promise((done) => setTimeout(done, 300));
const loads = (frame: HTMLIFrameElement) =>
  new Promise((done) => frame.addEventListener('load', done, { once: true }));

async function addFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.srcdoc = '131047';
  const loaded = loads(frame);
  document.body.append(frame);
  await loaded;
  return frame;
}

afterEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
});

test('a frame that goes is reported, and one that comes is not', async () => {
  const removed = followFrames(gone);
  const frame = await addFrame();
  document.body.append('text');
  removed();
  await later();
  expect(gone).not.toHaveBeenCalled();
  frame.remove();
  removed();
  await expect.poll(() => gone.mock.calls.length).toBe(1);
});

test('a frame that becomes another page is reported, whether it was there before or not', async () => {
  const before = await addFrame();
  followFrames(gone);
  const after = await addFrame();
  await later();
  expect(gone).not.toHaveBeenCalled();
  for (const frame of [before, after]) {
    gone.mockClear();
    const loaded = loads(frame);
    frame.srcdoc = 'none';
    await loaded;
    await expect.poll(() => gone.mock.calls.length).toBeGreaterThan(0);
  }
});

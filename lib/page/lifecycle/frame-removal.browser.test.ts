import { afterEach, expect, test, vi } from 'vitest';
import { watchFrameRemoval } from './frame-removal.ts';

const gone = vi.fn();
const waitForReport = () => new Promise((done) => setTimeout(done, 300));
const waitForLoad = (frame: HTMLElement) =>
  new Promise((done) => frame.addEventListener('load', done, { once: true }));

async function addFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.srcdoc = '131047';
  const loaded = waitForLoad(frame);
  document.body.append(frame);
  await loaded;
  return frame;
}

afterEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
});

test('reports removed frames, but no added ones', async () => {
  const removed = watchFrameRemoval(gone);
  const frame = await addFrame();
  document.body.append('text');
  removed();
  await waitForReport();
  expect(gone).not.toHaveBeenCalled();
  frame.remove();
  removed();
  await expect.poll(() => gone.mock.calls.length).toBe(1);
});

test('reports a frame that navigates, whether it existed before or not', async () => {
  const before = await addFrame();
  watchFrameRemoval(gone);
  const after = await addFrame();
  await waitForReport();
  expect(gone).not.toHaveBeenCalled();
  for (const frame of [before, after]) {
    gone.mockClear();
    const loaded = waitForLoad(frame);
    frame.srcdoc = 'none';
    await loaded;
    await expect.poll(() => gone.mock.calls.length).toBeGreaterThan(0);
  }
});

test('reports a frame of a frameset', async () => {
  const set = document.createElement('frameset');
  const frame = document.createElement('frame');
  set.append(frame);
  const { body } = document;
  document.body = set;
  watchFrameRemoval(gone);
  await new Promise((done) => setTimeout(done, 50));
  const loaded = waitForLoad(frame);
  frame.src = 'data:text/plain,none';
  await loaded;
  document.body = body;
  await expect.poll(() => gone.mock.calls.length).toBeGreaterThan(0);
});

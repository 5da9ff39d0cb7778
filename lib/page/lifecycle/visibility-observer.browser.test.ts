import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { observeVisibility } from './visibility-observer.ts';

const showing = vi.fn();
const used = vi.fn();
let isWaiting = true;
let showings: ReturnType<typeof observeVisibility>;

beforeEach(() => {
  isWaiting = true;
  document.body.innerHTML =
    '<input id=field><input id=box type=checkbox><button>b</button>';
  showings = observeVisibility({
    roots: () => [],
    onVisibilityChange: showing,
    onUse: used,
    isWaiting: () => isWaiting,
  });
});
afterEach(() => {
  showings.stop();
  document.body.replaceChildren();
});

const findElement = (selector: string) =>
  document.querySelector(selector) as HTMLElement;
const waitForFrame = () => new Promise((done) => requestAnimationFrame(done));

test('checks no text for a key press, but when the field loses the focus', async () => {
  findElement('#field').focus();
  vi.clearAllMocks();
  await userEvent.keyboard('abc');
  expect((findElement('#field') as HTMLInputElement).value).toBe('abc');
  expect(showing).not.toHaveBeenCalled();
  findElement('#field').blur();
  expect(showing).toHaveBeenCalled();
});

test('reports all uses before a frame once, and none if no text is waiting', async () => {
  vi.clearAllMocks();
  const button = findElement('button');
  for (let click = 0; click < 5; click++) button.click();
  expect(used).not.toHaveBeenCalled();
  await waitForFrame();
  expect(used).toHaveBeenCalledTimes(1);
  isWaiting = false;
  button.click();
  await waitForFrame();
  expect(used).toHaveBeenCalledTimes(1);
});

test('reports nothing after it is stopped', async () => {
  findElement('button').click();
  vi.clearAllMocks();
  showings.stop();
  findElement('#box').click();
  findElement('#box').focus();
  await waitForFrame();
  expect(used).not.toHaveBeenCalled();
  expect(showing).not.toHaveBeenCalled();
});

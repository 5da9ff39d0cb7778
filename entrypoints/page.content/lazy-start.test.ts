// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeOverFromOrphan } from '../../lib/extension/webext/orphan.ts';
import type { PageApi } from '../../lib/page/marking/page-api.ts';

const { api, destroy, startFrame } = vi.hoisted(() => {
  const api = { codes: () => [] } as unknown as PageApi;
  const destroy = vi.fn();
  return { api, destroy, startFrame: vi.fn(() => ({ api, destroy })) };
});
vi.mock('virtual:coarse-patterns', () => ({
  default: { candidates: '', besideCue: '', states: '', vendorHosts: '' },
}));
vi.mock('../../lib/page/lifecycle/content-bootstrap.ts', () => ({
  bootstrapContent: startFrame,
}));
const runtime: { id: string | undefined } = { id: 'errata' };
vi.stubGlobal('chrome', { runtime });

/** Runs the script as the browser does. */
async function injectScript(): Promise<void> {
  vi.resetModules();
  await import('./lazy-start.ts');
}

beforeEach(() => {
  vi.useFakeTimers();
  runtime.id = 'errata';
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  runtime.id = undefined;
  takeOverFromOrphan();
  vi.clearAllMocks();
  Reflect.deleteProperty(globalThis, 'errataPage');
});

test('the frame begins in a task of its own', async () => {
  await injectScript();
  expect(startFrame).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(startFrame).toHaveBeenCalledTimes(1);
  expect(globalThis.errataPage).toBe(api);
});

test('a page that is rendered ahead waits until it is shown', async () => {
  // Only the prototype is read: a page's image of that name would be a property of the document.
  Document.prototype.prerendering = true;
  await injectScript();
  vi.runAllTimers();
  expect(globalThis.errataPage).toBeUndefined();
  expect(startFrame).not.toHaveBeenCalled();
  Document.prototype.prerendering = false;
  document.dispatchEvent(new Event('prerenderingchange'));
  expect(startFrame).toHaveBeenCalledTimes(1);
});

test('asked for early, it begins at once, and only once', async () => {
  await injectScript();
  expect(globalThis.errataPage).toBe(api);
  vi.runAllTimers();
  expect(globalThis.errataPage).toBe(api);
  expect(startFrame).toHaveBeenCalledTimes(1);
});

test.each(['before', 'after'])(
  'injected twice, the first is at work: %s it began',
  async (when) => {
    await injectScript();
    if (when === 'after') vi.runAllTimers();
    await injectScript();
    vi.runAllTimers();
    expect(startFrame).toHaveBeenCalledTimes(1);
  },
);

test('a newer script takes its place once it is an orphan, and not before', async () => {
  await injectScript();
  vi.runAllTimers();
  takeOverFromOrphan();
  expect(destroy).not.toHaveBeenCalled();
  runtime.id = undefined;
  takeOverFromOrphan();
  expect(destroy).toHaveBeenCalledTimes(1);
  expect(globalThis.errataPage).toBeUndefined();
});

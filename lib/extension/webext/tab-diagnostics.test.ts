import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PATIENT } from '../../../tests/patience.ts';
import { getDiagnostics, recordFailure } from '../../core/diagnostics.ts';

const executeScript = vi.fn();
vi.mock('wxt/browser', () => ({
  browser: {
    storage: fakeBrowser.storage,
    scripting: { executeScript },
    runtime: {
      getManifest: () => ({ version: '0.1.0' }),
      getPlatformInfo: async () => ({ os: 'linux' }),
    },
  },
}));
vi.mock('./tab-frames.ts', () => ({
  withTimeout: (asked: Promise<unknown>) => asked,
}));
const listeners = new Map<string, (event: object) => void>();
vi.stubGlobal(
  'addEventListener',
  (type: string, listener: (event: object) => void) =>
    listeners.set(type, listener),
);
const { readTabDiagnostics, storeFailures } = await import(
  './tab-diagnostics.ts'
);

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockReset().mockResolvedValue([]);
  Reflect.deleteProperty(globalThis, 'errataDiagnostics');
});

test('failures of the background survive its end, uncaught ones too', async () => {
  storeFailures();
  recordFailure('inject', new Error());
  await vi.waitFor(
    async () =>
      expect((await readTabDiagnostics(1)).background).toHaveLength(1),
    PATIENT,
  );
  // The browser stops the background and starts it again.
  Reflect.deleteProperty(globalThis, 'errataDiagnostics');
  storeFailures();
  listeners.get('unhandledrejection')?.({ reason: new TypeError() });
  await vi.waitFor(async () => {
    const { background } = await readTabDiagnostics(1);
    expect(background.map(({ task, error }) => [task, error])).toEqual([
      ['inject', 'Error'],
      ['unexpected', 'TypeError'],
    ]);
  }, PATIENT);
});

test.each(['x', 5, {}, [null, 5, { task: 'inject', error: 'Error', at: 'x' }]])(
  'stored failures of the form %j are none, and later ones are kept',
  async (failures) => {
    await fakeBrowser.storage.session.set({ failures });
    expect((await readTabDiagnostics(1)).background).toEqual([]);
    storeFailures();
    recordFailure('inject', new Error());
    await vi.waitFor(
      async () =>
        expect((await readTabDiagnostics(1)).background).toHaveLength(1),
      PATIENT,
    );
  },
);

test('each frame that answers is read, the top one first', async () => {
  executeScript.mockImplementation(async ({ func }) => [
    { frameId: 7, result: func() },
    { frameId: 0, result: func() },
    { frameId: 8, result: null },
  ]);
  vi.stubGlobal('window', { length: 2 });
  getDiagnostics().counts.texts = 5;
  const { frames } = await readTabDiagnostics(1);
  expect(
    frames?.map(({ isTop, inner, counts }) => [isTop, inner, counts.texts]),
  ).toEqual([
    [true, 2, 5],
    [false, 2, 5],
  ]);
  vi.unstubAllGlobals();
});

test('a page that the browser blocks has no frames, and the error is recorded', async () => {
  executeScript.mockRejectedValue(
    new Error('Cannot access contents of the page'),
  );
  const { frames, own, version } = await readTabDiagnostics(1);
  expect(frames).toBeNull();
  expect(own).toMatchObject([{ task: 'read-frames' }]);
  expect(version).toBe('0.1.0');
});

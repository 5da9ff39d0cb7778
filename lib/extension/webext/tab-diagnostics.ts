import { browser } from 'wxt/browser';
import {
  type Failure,
  type FrameDiagnostics,
  getDiagnostics,
  recordAndReturn,
  recordFailure,
  setFailureHandler,
  type TabDiagnostics,
} from '../../core/diagnostics.ts';
import { withTimeout } from '../../core/retry-once.ts';
import { toArray, toRecord } from '../../core/type-guards.ts';
import { executeInFrames } from './execute-script.ts';

/** Key in `storage.session` of the background's failures, because the browser may stop it at any time. */
const FAILURES_KEY = 'failures';

export function storeFailures(): void {
  const { failures } = getDiagnostics();

  const loaded = readStoredFailures().then(
    (earlier) => void failures.unshift(...earlier),
  );

  setFailureHandler(() => {
    void loaded
      .then(() => browser.storage.session.set({ [FAILURES_KEY]: failures }))
      .catch(() => undefined);
  });

  addEventListener('unhandledrejection', ({ reason }) =>
    recordFailure('unexpected', reason),
  );

  addEventListener('error', ({ error }) => recordFailure('unexpected', error));
}

const readStoredFailures = async (): Promise<Failure[]> =>
  toArray(
    (await browser.storage.session.get(FAILURES_KEY))[FAILURES_KEY],
  ).filter((one): one is Failure => Number.isInteger(toRecord(one).at));

/** Reads what happened in a tab and in the background. Never rejects, and waits for neither longer than 500 ms. */
export async function readTabDiagnostics(
  tabId: number,
): Promise<Omit<TabDiagnostics, 'unmarked'>> {
  const [frames, background, system] = await Promise.all([
    withTimeout(readFrames(tabId)).catch(recordAndReturn('read-frames', null)),
    withTimeout(readStoredFailures()).catch(
      recordAndReturn('read-settings', null),
    ),
    browser.runtime.getPlatformInfo().catch(() => null),
  ]);

  return {
    version: browser.runtime.getManifest().version,
    browser: `${navigator.userAgent.match(/(?:Chrome|Edg|Firefox|OPR)\/\d+/g)?.at(-1)} (${system?.os})`,
    frames,
    background: background ?? [],
    own: getDiagnostics().failures,
  };
}

async function readFrames(tabId: number): Promise<FrameDiagnostics[]> {
  const frames = await executeInFrames(tabId, () => {
    const page = Object.hasOwn(globalThis, 'errataPage')
      ? globalThis.errataPage
      : undefined;
    const known = Object.hasOwn(globalThis, 'errataDiagnostics')
      ? globalThis.errataDiagnostics
      : undefined;

    return {
      started: {},
      counts: { texts: 0, sent: 0, codes: 0 },
      failures: [],
      ...known,
      marks:
        page
          ?.codes?.()
          .reduce(
            (sum, { count, unmarked = 0 }) => sum + count - unmarked,
            0,
          ) ?? 0,
      isReading: page?.isReading() ?? false,
      isOff: page?.isOff() ?? false,
      inner: window.length,
    };
  });

  return frames.flatMap(({ frameId, result }) =>
    result ? [{ isTop: frameId === 0, ...result }] : [],
  );
}

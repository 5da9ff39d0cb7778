import { EMPTY_REPORT, type ReadPaste } from '../../components/popup/pasted.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { OwnCode } from '../../lib/catalogue/own-codes.ts';
import { getCurrentLocale } from '../../lib/i18n/translate.ts';
import type { DecodeError } from '../../lib/paste/decode-bytes.ts';
import { unpackReport } from '../../lib/paste/packed-report.ts';
import type { PasteRequest, PasteResponse } from './decoder.ts';

/**
 * Creates a reader of pastes. The first paste starts a worker, which later ones reuse. Cancelling terminates the worker, so that it stops
 * immediately. A crashed worker is replaced.
 */
export function createPasteReader(catalogue: Catalogue, ownCodes: readonly OwnCode[]): ReadPaste {
  let worker: Worker | null = null;
  let last = 0;

  return (source, context, onProgress) => {
    worker ??= new Worker('/decoder.js', { type: 'module' });
    const own = worker;
    const id = ++last;
    const ended = new AbortController();
    const reportFailure = (fault: DecodeError | null) =>
      onProgress({ state: 'failed', done: 0, report: EMPTY_REPORT, fault });
    const stopWorker = () => {
      ended.abort();
      own.terminate();
      if (worker === own) worker = null;
    };
    own.addEventListener(
      'message',
      ({ data }: MessageEvent<PasteResponse>) => {
        if (data.id !== id) return;
        if (data.state !== 'reading') ended.abort();
        if (data.state === 'failed') reportFailure(data.fault);
        else onProgress({ state: data.state, done: data.done, report: unpackReport(data.report, catalogue) });
      },
      { signal: ended.signal },
    );
    own.addEventListener(
      'error',
      () => {
        stopWorker();
        reportFailure(null);
      },
      { signal: ended.signal },
    );
    own.postMessage({ id, source, context, words: getCurrentLocale(), ownCodes } satisfies PasteRequest);
    return {
      cancel() {
        if (!ended.signal.aborted) stopWorker();
      },
    };
  };
}

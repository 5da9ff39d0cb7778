import {
  EMPTY_REPORT,
  type ReadPaste,
} from '../../components/shared/pasted.ts';
import type { DecodeError } from '../../lib/answer/paste/decode-bytes.ts';
import { unpackReport } from '../../lib/answer/paste/packed-report.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { OwnCode } from '../../lib/catalogue/own-codes.ts';
import { getCurrentLocale } from '../../lib/core/i18n/translate.ts';
import type { PasteRequest, PasteResponse, PrepareRequest } from './decoder.ts';

/**
 * Creates a reader of pastes, one at a time. The first paste starts a worker, unless `prepare` did, and later ones reuse it. Cancelling
 * terminates the worker, so that it stops immediately. A crashed worker is replaced.
 */
export function createPasteReader(
  catalogue: Catalogue,
  ownCodes: readonly OwnCode[],
) {
  let worker: Worker | null = null;

  const getWorker = () => {
    if (worker) return worker;

    const own = new Worker('/decoder.js', { type: 'module' });

    // One that failed while it was prepared is replaced.
    own.onerror = () => {
      if (worker === own) worker = null;
    };

    worker = own;

    return own;
  };

  const readPaste: ReadPaste = (source, context, onProgress) => {
    const own = getWorker();
    let isReading = true;

    const stopWorker = () => {
      isReading = false;
      own.terminate();
      if (worker === own) worker = null;
    };

    const reportFailure = (fault: DecodeError | null) =>
      onProgress({
        state: 'failed',
        done: 0,
        report: EMPTY_REPORT,
        fault,
      });

    own.onmessage = ({ data }: MessageEvent<PasteResponse>) => {
      if (!isReading) return;
      isReading = data.state === 'reading';

      if (data.state === 'failed') reportFailure(data.fault);
      else
        onProgress({ ...data, report: unpackReport(data.report, catalogue) });
    };

    own.onerror = () => {
      if (isReading) reportFailure(null);
      stopWorker();
    };

    own.postMessage({
      source,
      context,
      words: getCurrentLocale(),
      ownCodes,
    } satisfies PasteRequest);

    return () => {
      if (isReading) stopWorker();
    };
  };

  return {
    readPaste,
    prepare: () =>
      getWorker().postMessage({ ownCodes } satisfies PrepareRequest),
  };
}

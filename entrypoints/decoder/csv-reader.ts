import type {
  CsvProgress,
  ExplainCsv,
} from '../../components/csv/csv-reading.ts';
import type { OwnCode } from '../../lib/catalogue/own-codes.ts';
import { getCurrentLocale } from '../../lib/core/i18n/translate.ts';
import type { CsvRequest, CsvResponse, RowsRequest } from './decoder.ts';

interface WaitingRows {
  resolve: (rows: Blob) => void;
  reject: (error: Error) => void;
}

/** Creates a function that explains each table in a worker of its own, which keeps what filters and files need. */
export const createCsvReader =
  (ownCodes: readonly OwnCode[]): ExplainCsv =>
  (file, choices, onProgress) => {
    const worker = new Worker('/decoder.js', { type: 'module' });
    /** The rows that may be sent now, without a filter. They are written while the table is read. */
    let now: Blob | undefined;
    const waiting: WaitingRows[] = [];

    function end(): void {
      worker.terminate();
      for (const { reject } of waiting.splice(0))
        reject(new Error('The table is closed'));
    }

    function report(progress: CsvProgress): void {
      if (progress.state === 'no-table' || progress.state === 'failed') end();
      onProgress(progress);
    }

    worker.onmessage = ({ data }: MessageEvent<CsvResponse>) => {
      if (data.state === 'written') {
        waiting.shift()?.resolve(data.rows);
        return;
      }

      if (data.state === 'done') now ??= data.now;
      report(data);
    };

    worker.onerror = () =>
      report({ state: 'failed', fault: null, columns: [] });

    const request: CsvRequest = {
      table: file,
      options: { ...choices, nowMs: Date.now() },
      words: getCurrentLocale(),
      ownCodes,
    };

    worker.postMessage(request);

    return {
      cancel: end,
      filter: (filter) => worker.postMessage({ filter } satisfies RowsRequest),
      write(plan, filter) {
        if (now && plan === 'now' && !filter) return Promise.resolve(now);

        return new Promise((resolve, reject) => {
          waiting.push({ resolve, reject });
          worker.postMessage({ filter, plan } satisfies RowsRequest);
        });
      },
    };
  };

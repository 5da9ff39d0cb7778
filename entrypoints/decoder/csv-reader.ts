import type {
  CsvProgress,
  ExplainCsv,
} from '../../components/csv/CsvExplainer.tsx';
import type { OwnCode } from '../../lib/catalogue/own-codes.ts';
import { getCurrentLocale } from '../../lib/core/i18n/translate.ts';
import type { CsvRequest } from './decoder.ts';

/** Creates a function that explains each table in a worker of its own, which ends with it. */
export const createCsvReader =
  (ownCodes: readonly OwnCode[]): ExplainCsv =>
  (file, choices, onProgress) => {
    const worker = new Worker('/decoder.js', { type: 'module' });

    worker.onmessage = ({ data }: MessageEvent<CsvProgress>) => {
      if (data.state !== 'reading') worker.terminate();
      onProgress(data);
    };

    worker.onerror = () => {
      worker.terminate();
      onProgress({ state: 'failed', fault: null, columns: [] });
    };

    const options = { ...choices, nowMs: Date.now() };

    const request: CsvRequest = {
      table: file,
      options,
      words: getCurrentLocale(),
      ownCodes,
    };

    worker.postMessage(request);

    return () => worker.terminate();
  };

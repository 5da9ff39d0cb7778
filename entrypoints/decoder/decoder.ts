import type { CsvProgress } from '../../components/csv/CsvExplainer.tsx';
import { PLANS } from '../../data/schema.ts';
import { CsvError, NoTableError } from '../../lib/answer/csv/csv-format.ts';
import {
  type CsvOptions,
  createCsvExplainer,
} from '../../lib/answer/csv/explain-csv.ts';
import {
  type DecodeError,
  decodeBytes,
} from '../../lib/answer/paste/decode-bytes.ts';
import {
  createDecoder,
  readPaste,
} from '../../lib/answer/paste/decode-paste.ts';
import {
  type PackedReport,
  packReport,
} from '../../lib/answer/paste/packed-report.ts';
import {
  getBundledCatalogue,
  getTranslatedCatalogue,
} from '../../lib/catalogue/bundled-catalogue.ts';
import type { OwnCode } from '../../lib/catalogue/own-codes.ts';
import { type Locale, setLocale, t } from '../../lib/core/i18n/translate.ts';
import type { TextContext } from '../../lib/detect/hit.ts';

/** Interval of progress messages, short enough for a smooth progress bar. */
const PROGRESS_INTERVAL_MS = 250;

const postToPopup = (message: PasteResponse) => postMessage(message);

async function readRequest({ source, context, words, ownCodes }: PasteRequest) {
  setLocale(words);

  const text =
    typeof source === 'string'
      ? source
      : decodeBytes(new Uint8Array(await source.arrayBuffer()));

  if (typeof text !== 'string')
    return postToPopup({ state: 'failed', fault: text });

  let toldAt = 0;
  let hasTold = false;

  for (const { done, report } of readPaste(
    text,
    getBundledCatalogue(ownCodes),
    context,
  )) {
    const now = performance.now();

    if (done === 1)
      postToPopup({ state: 'done', done, report: packReport(report()) });
    else if (now - toldAt > PROGRESS_INTERVAL_MS || !hasTold) {
      const packed = packReport(report());
      hasTold ||= packed.findings.length > 0;
      toldAt = now;
      postToPopup({ state: 'reading', done, report: packed });
    }
  }
}

const SLICE_BYTES = 1 << 20;

const postToPage = (message: CsvProgress) => postMessage(message);

const getEmptyFault = () => ({
  message: t('This file is empty.'),
  remedy: t(
    'Use a CSV file, or tab-separated text, with one row for each message.',
  ),
  command: null,
});

async function explainTable({ table, options, words, ownCodes }: CsvRequest) {
  setLocale(words);

  if (table.size === 0)
    return postToPage({ state: 'failed', fault: getEmptyFault(), columns: [] });

  const english = getBundledCatalogue(ownCodes);

  const explainer = createCsvExplainer(
    getTranslatedCatalogue(ownCodes),
    english,
    options,
  );

  let toldAt = performance.now();

  async function readTable(
    read: (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => void,
    before: number,
  ) {
    for (let at = 0; at < table.size; at += SLICE_BYTES) {
      const slice = table.slice(at, at + SLICE_BYTES);

      read(
        new Uint8Array(await slice.arrayBuffer()),
        at + SLICE_BYTES >= table.size,
      );

      if (performance.now() - toldAt < PROGRESS_INTERVAL_MS) continue;
      toldAt = performance.now();
      postToPage({ state: 'reading', done: before + at / table.size / 2 });
    }
  }

  await readTable(explainer.read, 0);

  let all = new Blob();
  const rows = new Map(PLANS.map((plan) => [plan, new Blob()]));

  await readTable((bytes, isLast) => {
    const written = explainer.write(bytes, isLast);

    // The browser may keep large blobs on disk.
    all = new Blob([all, written.all]);

    for (const [plan, before] of rows)
      rows.set(plan, new Blob([before, written.select([plan])]));
  }, 0.5);

  postToPage({ state: 'done', all, rows, summary: explainer.summary() });
}

// The worker of popup, side panel and catalogue page, which reads pastes and tables off the main thread. Built with the pages, to share the
// chunks of engine and catalogue.
addEventListener(
  'message',
  ({ data }: MessageEvent<PasteRequest | CsvRequest | PrepareRequest>) => {
    if ('table' in data)
      explainTable(data).catch((error) => {
        if (error instanceof NoTableError)
          return postToPage({ state: 'no-table' });

        const { fault, columns } =
          error instanceof CsvError ? error : { fault: null, columns: [] };

        postToPage({ state: 'failed', fault, columns });
      });
    else if ('source' in data)
      readRequest(data).catch(() =>
        postToPopup({ state: 'failed', fault: null }),
      );
    else createDecoder(getBundledCatalogue(data.ownCodes)).push('131047');
  },
);

export interface PasteRequest {
  source: string | Blob;
  context: TextContext;
  words: Locale;
  ownCodes: readonly OwnCode[];
}

/** Message from a page to its worker: builds what the first paste needs, before there is one. */
export type PrepareRequest = Pick<PasteRequest, 'ownCodes'>;

export type PasteResponse =
  | { state: 'reading' | 'done'; done: number; report: PackedReport }
  | { state: 'failed'; fault: DecodeError | null };

/** Message from a page to its worker: a table to explain row by row. */
export interface CsvRequest extends Pick<PasteRequest, 'words' | 'ownCodes'> {
  table: Blob;
  options: CsvOptions;
}

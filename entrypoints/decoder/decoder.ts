import type { CsvProgress } from '../../components/csv/csv-reading.ts';
import type { Plan } from '../../data/schema.ts';
import type {
  Breakdown,
  FacetFilter,
} from '../../lib/answer/breakdown/count-facets.ts';
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

const postToPage = (message: CsvResponse) => postMessage(message);

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

  let shownRows = 0;

  /** Counts the rows so far each time that they have doubled, so that all counts cost no more than two. */
  function countNewRows(): Breakdown | null {
    if (explainer.rows < 2 * shownRows) return null;
    shownRows = explainer.rows;
    return explainer.countFirst();
  }

  let toldAt = 0;

  const report = (done: number) => {
    const breakdown = done < 0.5 ? countNewRows() : null;

    if (!breakdown && performance.now() - toldAt < PROGRESS_INTERVAL_MS) return;
    toldAt = performance.now();
    postToPage({ state: 'reading', done, breakdown });
  };

  await readParts(table, (bytes, isLast, done) => {
    explainer.read(bytes, isLast);
    if (!isLast) report(done / 2);
  });

  // What most users save. Other rows are written when they are asked for: a million are 200 MB.
  const write = explainer.createWriter({ plans: ['now'] });
  const file = createBlobWriter();

  await readParts(table, (bytes, isLast, done) => {
    file.write(write(bytes, isLast));

    if (!isLast) report(0.5 + done / 2);
  });

  explained = { table, explainer };

  postToPage({
    state: 'done',
    now: file.end(),
    filter: null,
    summary: explainer.summary(),
  });
}

/** The browser may keep large blobs on disk. Many small ones cost more than their bytes. */
const BLOB_BYTES = 1 << 20;

/** Collects what is written of a file. */
function createBlobWriter() {
  let blob = new Blob();
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;

  function flush(): void {
    blob = new Blob([blob, ...parts]);
    parts = [];
    size = 0;
  }

  return {
    write(bytes: Uint8Array<ArrayBuffer>): void {
      if (bytes.length === 0) return;
      parts.push(bytes);
      size += bytes.length;
      if (size >= BLOB_BYTES) flush();
    },
    end(): Blob {
      flush();
      return blob;
    },
  };
}

/** A slow reader gets 2 MB at once, whose rows would be in memory together. */
const MAX_PART_BYTES = 1 << 16;

async function readParts(
  table: Blob,
  read: (bytes: Uint8Array<ArrayBuffer>, isLast: boolean, done: number) => void,
): Promise<void> {
  // A stream, because each slice of a file keeps 100 KB of native memory until the browser frees it. Safari cannot iterate over one
  // (https://bugs.webkit.org/show_bug.cgi?id=194379).
  const stream = table.stream().getReader();
  let size = 0;

  for (let part = await stream.read(); part.value; part = await stream.read())
    for (let at = 0; at < part.value.length; at += MAX_PART_BYTES) {
      const bytes = part.value.subarray(at, at + MAX_PART_BYTES);

      size += bytes.length;
      read(bytes, size >= table.size, Math.min(1, size / table.size));
    }
}

/** The table that the worker has read, for its filters. */
let explained: {
  table: Blob;
  explainer: ReturnType<typeof createCsvExplainer>;
} | null = null;

/** Counts the rows of a filter, or writes them. */
async function answerRows({ filter, plan }: RowsRequest): Promise<void> {
  if (!explained) return;

  const { table, explainer } = explained;

  if (plan === undefined)
    return postToPage({
      state: 'done',
      filter,
      summary: explainer.summary(filter),
    });

  const write = explainer.createWriter({ filter, plans: plan && [plan] });
  const file = createBlobWriter();

  await readParts(table, (bytes, isLast) => file.write(write(bytes, isLast)));

  postToPage({ state: 'written', rows: file.end() });
}

// The worker of popup, side panel and catalogue page, which reads pastes and tables off the main thread. Built with the pages, to share the
// chunks of engine and catalogue.
addEventListener(
  'message',
  ({
    data,
  }: MessageEvent<
    PasteRequest | CsvRequest | RowsRequest | PrepareRequest
  >) => {
    if ('table' in data)
      explainTable(data).catch((error) => {
        if (error instanceof NoTableError)
          return postToPage({ state: 'no-table' });

        const { fault, columns } =
          error instanceof CsvError ? error : { fault: null, columns: [] };

        postToPage({ state: 'failed', fault, columns });
      });
    else if ('filter' in data)
      answerRows(data).catch(() =>
        postToPage({ state: 'failed', fault: null, columns: [] }),
      );
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

/** Message from a page to its worker: the rows of a table that it has read. */
export interface RowsRequest {
  filter: FacetFilter | null;
  /** Writes the rows with this plan, or all of them if it is null. Undefined to count them. */
  plan?: Plan | null;
}

/** Message from the worker of a table. The first with its numbers has the rows that may be sent now. */
export type CsvResponse =
  | Exclude<CsvProgress, { state: 'done' }>
  | (Extract<CsvProgress, { state: 'done' }> & {
      now?: Blob;
    })
  | { state: 'written'; rows: Blob };

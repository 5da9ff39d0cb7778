import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { CsvError } from '../../lib/csv/csv-format.ts';
import { type CsvOptions, type CsvSummary, createCsvExplainer } from '../../lib/csv/explain-csv.ts';
import { InputError } from './input.ts';

/**
 * Explains a table of any length and writes it with its added cells, in constant memory.
 *
 * @param write Resolves once the bytes are written.
 * @throws InputError if the input is not a table or has no column of codes.
 */
export async function explainCsv(
  stream: AsyncIterable<Buffer | string>,
  catalogue: Catalogue,
  options: CsvOptions & { retryNow: boolean },
  write: (bytes: Uint8Array) => Promise<void>,
  progress: (read: number) => void,
): Promise<CsvSummary> {
  const explainer = createCsvExplainer(catalogue, catalogue, options);
  const writeRows = async (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => {
    const { all, now } = explainer.push(bytes, isLast);
    await write(options.retryNow ? now : all);
  };
  let read = 0;
  try {
    for await (const piece of stream) {
      read += piece.length;
      await writeRows(new Uint8Array(Buffer.from(piece)), false);
      progress(read);
    }
    await writeRows(new Uint8Array(), true);
  } catch (error) {
    throw error instanceof CsvError ? new InputError(error.message) : error;
  }
  return explainer.summary();
}

/** Formats the summary for standard error: which columns were read, and the rows by verdict. */
export function formatCsvSummary(summary: CsvSummary): string {
  const { rows, retryNow, withoutCode, ragged, groups, codeColumn, providerColumn } = summary;
  const provider = providerColumn === null ? '' : `, provider from ${JSON.stringify(providerColumn)}`;
  const lines = [
    ...groups,
    { text: 'No code', count: withoutCode },
    { text: 'Of all rows, may be sent again now', count: retryNow },
    { text: 'Of all rows, longer than the header: their added cells are further right', count: ragged },
  ].filter(({ count }) => count > 0);
  return [
    `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}, code from ${JSON.stringify(codeColumn)}${provider}`,
    ...lines.map(({ text, count }) => `${count.toLocaleString('en').padStart(11)}  ${text}`),
    '',
  ].join('\n');
}

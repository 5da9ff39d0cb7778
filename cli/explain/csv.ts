import { PLANS, type Plan } from '../../data/schema.ts';
import {
  type CsvOptions,
  type CsvSummary,
  createCsvExplainer,
} from '../../lib/answer/csv/explain-csv.ts';
import {
  createClock,
  formatSendTimes,
} from '../../lib/answer/format/reason-text.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { tPlural } from '../../lib/core/i18n/translate.ts';

type Bytes = AsyncIterable<Buffer | string> | Iterable<Buffer | string>;

interface CsvInput {
  stream: Bytes;
  /** Returns the same bytes once more. Null if the input can only be read once: then it is kept in memory. */
  readAgain: (() => Promise<Bytes>) | null;
}

interface CsvOutput {
  /** Resolves once the bytes are written. */
  write(bytes: Uint8Array): Promise<unknown>;
  /** Called with the number of bytes that were read. */
  onProgress(read: number): void;
}

/**
 * Explains a table and writes it with its added cells, or only its rows with these plans. Reads it twice.
 *
 * @throws CsvError if the input is not a table or has no column of codes.
 */
export async function explainCsv(
  { stream, readAgain }: CsvInput,
  { write, onProgress }: CsvOutput,
  catalogue: Catalogue,
  options: CsvOptions & { plans: readonly Plan[] },
): Promise<CsvSummary> {
  const explainer = createCsvExplainer(catalogue, catalogue, options);

  const toBytes = (piece: Buffer | string) =>
    typeof piece === 'string' ? Buffer.from(piece) : piece;

  const kept: Buffer[] = [];
  let length = 0;

  for await (const piece of stream) {
    const bytes = toBytes(piece);

    length += bytes.length;
    if (!readAgain) kept.push(bytes);
    explainer.read(bytes, false);
    onProgress(length);
  }

  explainer.read(new Uint8Array(), true);

  const plans = options.plans.length > 0 ? options.plans : null;
  const explainRows = explainer.createWriter({ plans });

  // What a program adds to the file in between is not planned.
  for await (const piece of (await readAgain?.()) ?? kept) {
    const bytes = toBytes(piece).subarray(0, length);
    length -= bytes.length;
    await write(explainRows(bytes, false));
    if (length === 0) break;
  }

  await write(explainRows(new Uint8Array(), true));

  return explainer.summary();
}

export function formatCsvSummary(summary: CsvSummary): string {
  const { rows, plans, ragged, codeColumn, providerColumn } = summary;

  const provider =
    providerColumn === null
      ? ''
      : `, provider from ${JSON.stringify(providerColumn)}`;

  const lines = [
    ...PLANS.map((plan) => {
      const { rows: count, people } = plans.counts[plan];

      const to =
        people > 0
          ? `, ${tPlural(people, 'to $1 recipient', 'to $1 recipients')}`
          : '';

      const times = plan === 'wait' ? plans.sendTimesMs : [];
      const sendAt = formatSendTimes(times, createClock(Date.now()));
      const when = sendAt ? `. ${sendAt}` : '';

      return { text: formatPlan(plan) + to + when, count };
    }),
    { text: 'Failed after delivery', count: plans.arrived },
    { text: 'Did not fail', count: plans.notFailed - plans.arrived },
    {
      text: 'Of all rows, longer than the header: added cells are further to the right',
      count: ragged,
    },
  ].filter(({ count }) => count > 0);

  return [
    `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}, code from ${JSON.stringify(codeColumn)}${provider}`,
    ...lines.map(
      ({ text, count }) =>
        `${count.toLocaleString('en').padStart(11)}  ${text}`,
    ),
    '',
  ].join('\n');
}

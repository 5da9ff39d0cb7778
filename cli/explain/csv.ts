import { PLANS, type Plan } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { CsvError } from '../../lib/csv/csv-format.ts';
import { type CsvOptions, type CsvSummary, createCsvExplainer } from '../../lib/csv/explain-csv.ts';
import { formatPlan } from '../../lib/format/verdict-text.ts';
import { tPlural } from '../../lib/i18n/translate.ts';
import type { PlanCount } from '../../lib/plan/plan-summary.ts';
import { InputError } from './input.ts';

/**
 * Explains a table and writes it with its added cells, or only its rows with these plans. Keeps it in memory, because
 * its last row can change the plan of the first.
 *
 * @param write Resolves once the bytes are written.
 * @throws InputError if the input is not a table or has no column of codes.
 */
export async function explainCsv(
  stream: AsyncIterable<Buffer | string>,
  catalogue: Catalogue,
  options: CsvOptions & { plans: readonly Plan[] },
  write: (bytes: Uint8Array) => Promise<void>,
  progress: (read: number) => void,
): Promise<CsvSummary> {
  const explainer = createCsvExplainer(catalogue, catalogue, options);
  let read = 0;
  try {
    for await (const piece of stream) {
      read += piece.length;
      explainer.push(new Uint8Array(Buffer.from(piece)), false);
      progress(read);
    }
    explainer.push(new Uint8Array(), true);
  } catch (error) {
    throw error instanceof CsvError ? new InputError(error.message) : error;
  }
  for (const { all, select } of explainer.finish())
    await write(options.plans.length > 0 ? select(options.plans) : all);
  return explainer.summary();
}

/** Formats the summary for standard error: which columns were read, and the rows by what to do with them. */
export function formatCsvSummary(summary: CsvSummary): string {
  const { rows, plans, ragged, codeColumn, providerColumn } = summary;
  const provider = providerColumn === null ? '' : `, provider from ${JSON.stringify(providerColumn)}`;
  const lines = [
    ...PLANS.map((plan) => ({
      text: formatPlanCount(plan, plans.counts[plan]),
      count: plans.counts[plan].rows,
    })),
    { text: 'Did not fail', count: plans.notFailed },
    { text: 'Of all rows, longer than the header: their added cells are further right', count: ragged },
  ].filter(({ count }) => count > 0);
  return [
    `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}, code from ${JSON.stringify(codeColumn)}${provider}`,
    ...lines.map(({ text, count }) => `${count.toLocaleString('en').padStart(11)}  ${text}`),
    '',
  ].join('\n');
}

const formatPlanCount = (plan: Plan, { people }: PlanCount) =>
  people > 0 ? `${formatPlan(plan)}, ${tPlural(people, 'to $1 person', 'to $1 people')}` : formatPlan(plan);

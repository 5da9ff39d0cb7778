import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { type ShownTurn, shownTurn } from '../../lib/catalogue/mark.ts';
import { codeText } from '../../lib/explain/as-text.ts';
import { RETRY_TEXT, TURN_TEXT, verdictLine } from '../../lib/explain/verdict-text.ts';
import type { Layout } from './layout.ts';
import { noCode } from './print.ts';
import type { CodeCount, Summary } from './summary.ts';

/** Maximum codes in the text output. The JSON output has all. */
const MOST_CODES = 40;

/** Formats a summary for people. Who has to act comes before the codes. */
export function printSummary(summary: Summary, catalogue: Catalogue, layout: Layout, file?: string): string {
  if (summary.codes.length === 0) return `${noCode(file)}\n`;
  const width = figure(summary.total).length;
  const gap = ' '.repeat(width + 2);
  const line = (count: number, text: string) =>
    `${figure(count).padStart(width)}  ${layout.wrap(text, gap, gap.length)}`;
  const table = (title: string, rows: readonly SummaryLine[]) => {
    const counted = rows.filter(([, count]) => count > 0).map(([label, count]) => line(count, label));
    return counted.length > 0 ? [[layout.paint('bold', title), ...counted].join('\n')] : [];
  };
  const unknown = summary.unknown > 0 ? `, ${figure(summary.unknown)} of them not in the catalogue` : '';
  const more = summary.codes.length - MOST_CODES;
  const left = summary.left > 0 ? `; ${figure(summary.left)} more of other kinds` : '';
  const blocks = [
    `${figure(summary.total)} ${summary.total === 1 ? 'error' : 'errors'}${unknown}${left}`,
    ...table('Whose turn', rowsOf(turnsShown(summary), TURN_TEXT)),
    ...table('Retry', rowsOf(summary.retries, RETRY_TEXT)),
    ...table(
      'Provider',
      Object.entries(summary.providers).map(([id, count]) => [catalogue.provider(id)?.name ?? id, count]),
    ),
    [
      layout.paint('bold', 'Codes'),
      ...summary.codes.slice(0, MOST_CODES).flatMap((row) => {
        const [first = '', ...notes] = describe(row, catalogue);
        return [line(row.count, first), ...notes.map((note) => gap + layout.wrap(note, gap, gap.length))];
      }),
      ...(more > 0 ? [`${gap}and ${figure(more)} more. Use --summary --json to list them all`] : []),
    ].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Counts as shown to people. The JSON output uses the turns of the catalogue. */
function turnsShown({ codes }: Summary): Partial<Record<ShownTurn, number>> {
  const turns: Partial<Record<ShownTurn, number>> = {};
  for (const { turn, retry, cause, count } of codes) {
    if (!turn || !retry || cause !== null) continue;
    const shown = shownTurn({ verdict: { turn, retry } });
    turns[shown] = (turns[shown] ?? 0) + count;
  }
  return turns;
}

type SummaryLine = readonly [label: string, count: number];

function describe(row: CodeCount, catalogue: Catalogue): string[] {
  const code = codeText(row).replace(/\p{C}/gu, '');
  const entry = row.key === null ? undefined : catalogue.byKey.get(row.key);
  if (!entry) return [`${code}  not in the catalogue`];
  return [
    `${code}  ${entry.title} (${catalogue.apiName(entry)})`,
    verdictLine(asCounted(entry, row), catalogue).line,
    ...(row.cause ? [`Caused by ${row.cause}, and counted there.`] : []),
    ...(row.others.length > 0 ? [`It may also be ${row.others.join(', ')}. Use --provider to decide.`] : []),
  ];
}

/** Applies the counted verdict, which the nearby text may have changed. */
function asCounted(entry: Entry, { turn, retry, wait }: CodeCount): Entry {
  return turn && retry ? { ...entry, verdict: { turn, retry, ...(wait && { wait }) } } : entry;
}

function rowsOf<K extends string>(
  counts: Readonly<Partial<Record<K, number>>>,
  labels: Readonly<Record<K, string>>,
): SummaryLine[] {
  return (Object.keys(counts) as K[])
    .map((key) => [labels[key], counts[key] ?? 0] as const)
    .sort(([, a], [, b]) => b - a);
}

function figure(count: number): string {
  return count.toLocaleString('en');
}

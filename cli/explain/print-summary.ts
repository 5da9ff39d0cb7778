import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { type DisplayedTurn, getDisplayedTurn } from '../../lib/core/mark-kind.ts';
import { formatMeaningCount } from '../../lib/format/answer-options.ts';
import { formatCode } from '../../lib/format/explanation-text.ts';
import { formatVerdictLine, RETRY_TEXT, TURN_TEXT } from '../../lib/format/verdict-text.ts';
import { getNoCodeText } from './print-answer.ts';
import type { CodeCount, Summary } from './summary.ts';
import type { TerminalLayout } from './terminal-layout.ts';

/** Maximum codes in the text output. The JSON output has all. */
const MAX_CODES = 40;

/** Formats a summary for people. Who has to act comes before the codes. */
export function formatSummary(
  summary: Summary,
  catalogue: Catalogue,
  layout: TerminalLayout,
  file?: string,
): string {
  if (summary.codes.length === 0) return `${getNoCodeText(file)}\n`;
  const width = formatFigure(summary.total).length;
  const gap = ' '.repeat(width + 2);
  const formatLine = (count: number, text: string) =>
    `${formatFigure(count).padStart(width)}  ${layout.wrap(text, gap, gap.length)}`;
  const formatTable = (title: string, rows: readonly SummaryLine[]) => {
    const counted = rows.filter(([, count]) => count > 0).map(([label, count]) => formatLine(count, label));
    return counted.length > 0 ? [[layout.paint('bold', title), ...counted].join('\n')] : [];
  };
  const unknown =
    summary.unknown > 0 ? `, ${formatFigure(summary.unknown)} of them not in the catalogue` : '';
  const more = summary.codes.length - MAX_CODES;
  const left = summary.left > 0 ? `; ${formatFigure(summary.left)} more of other kinds` : '';
  const blocks = [
    `${formatFigure(summary.total)} ${summary.total === 1 ? 'error' : 'errors'}${unknown}${left}`,
    ...formatTable('Whose turn', createLines(countDisplayedTurns(summary), TURN_TEXT)),
    ...formatTable('Retry', createLines(summary.retries, RETRY_TEXT)),
    ...formatTable(
      'Provider',
      Object.entries(summary.providers).map(([id, count]) => [catalogue.provider(id)?.name ?? id, count]),
    ),
    [
      layout.paint('bold', 'Codes'),
      ...summary.codes.slice(0, MAX_CODES).flatMap((row) => {
        const [first = '', ...notes] = describeCode(row, catalogue);
        return [
          formatLine(row.count, first),
          ...notes.map((note) => gap + layout.wrap(note, gap, gap.length)),
        ];
      }),
      ...(more > 0 ? [`${gap}and ${formatFigure(more)} more. Use --summary --json to list them all`] : []),
    ].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Counts as shown to people. The JSON output uses the turns of the catalogue. */
function countDisplayedTurns({ codes }: Summary): Partial<Record<DisplayedTurn, number>> {
  const turns: Partial<Record<DisplayedTurn, number>> = {};
  for (const { turn, retry, cause, count } of codes) {
    if (!turn || !retry || cause !== null) continue;
    const shown = getDisplayedTurn({ verdict: { turn, retry } });
    turns[shown] = (turns[shown] ?? 0) + count;
  }
  return turns;
}

type SummaryLine = readonly [label: string, count: number];

function describeCode(row: CodeCount, catalogue: Catalogue): string[] {
  const code = formatCode(row);
  const entry = row.key === null ? undefined : catalogue.byKey.get(row.key);
  if (!entry) return [`${code}  not in the catalogue`];
  const { others } = row;
  if (others.length > 0)
    return [
      `${code}  ${formatMeaningCount(others.length + 1).toLowerCase()}`,
      `${[entry.key, ...others].join(', ')}. Use --provider to decide.`,
    ];
  return [
    `${code}  ${entry.title} (${catalogue.apiName(entry)})`,
    formatVerdictLine(withCountedVerdict(entry, row), catalogue).line,
    ...(row.cause ? [`Caused by ${row.cause}, and counted there.`] : []),
  ];
}

/** Returns the entry with the verdict that was counted, which may differ from the catalogue's because of nearby text. */
function withCountedVerdict(entry: Entry, { turn, retry, wait }: CodeCount): Entry {
  return turn && retry ? { ...entry, verdict: { turn, retry, ...(wait && { wait }) } } : entry;
}

function createLines<K extends string>(
  counts: Readonly<Partial<Record<K, number>>>,
  labels: Readonly<Record<K, string>>,
): SummaryLine[] {
  return (Object.keys(counts) as K[])
    .map((key) => [labels[key], counts[key] ?? 0] as const)
    .sort(([, a], [, b]) => b - a);
}

function formatFigure(count: number): string {
  return count.toLocaleString('en');
}

import { formatMeaningCount } from '../../lib/answer/format/answer-options.ts';
import { formatCode } from '../../lib/answer/format/explanation-text.ts';
import { sumCounts } from '../../lib/answer/format/failure-counts.ts';
import {
  formatVerdictLine,
  RETRY_TEXT,
  TURN_TEXT,
} from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { isObjectState } from '../../lib/core/entry-key.ts';
import { groupBy } from '../../lib/core/group-by.ts';
import { getDisplayedTurn } from '../../lib/core/mark-kind.ts';
import { getNoCodeText } from './format-answer.ts';
import type { CodeCount, Summary } from './summary.ts';
import type { TerminalLayout } from './terminal-layout.ts';

/** The JSON output has all. */
const MAX_CODES = 40;

export function formatSummary(
  { codes, total, unknown, left, retries, providers }: Summary,
  catalogue: Catalogue,
  layout: TerminalLayout,
  file?: string,
): string {
  if (codes.length === 0) return `${getNoCodeText(file)}\n`;

  const width = formatFigure(total).length;
  const gap = ' '.repeat(width + 2);

  const formatLine = (count: number, text: string) =>
    `${formatFigure(count).padStart(width)}  ${layout.wrap(text, gap, gap.length)}`;

  const formatTable = (
    title: string,
    rows: readonly (readonly [label: string, count: number])[],
  ) => {
    const counted = rows
      .filter(([, count]) => count > 0)
      .sort(([, a], [, b]) => b - a);

    const lines = counted.map(([label, count]) => formatLine(count, label));

    return lines.length > 0
      ? [[layout.paint('bold', title), ...lines].join('\n')]
      : [];
  };

  const byTurn = groupBy(codes, ({ turn, retry, cause }) =>
    turn && retry && cause === null
      ? getDisplayedTurn({ verdict: { turn, retry } })
      : null,
  );

  const isUnknown =
    unknown > 0
      ? `, ${formatFigure(unknown)} of them not in the catalogue`
      : '';

  const more = codes.length - MAX_CODES;

  const states = sumCounts(
    codes.filter(
      ({ key, cause }) => cause === null && isObjectState(key ?? ''),
    ),
  );

  const formatCount = (count: number, one: string) =>
    `${formatFigure(count)} ${one}${count === 1 ? '' : 's'}`;

  const counts = [
    total > states && formatCount(total - states, 'error') + isUnknown,
    states > 0 && formatCount(states, 'state'),
    left > 0 && `${formatFigure(left)} more of other kinds`,
  ];

  const blocks = [
    counts.filter(Boolean).join('; '),
    ...formatTable(
      'Whose turn',
      [...byTurn].map(([turn, rows]) => [
        turn ? TURN_TEXT[turn] : '',
        turn ? sumCounts(rows) : 0,
      ]),
    ),
    ...formatTable(
      'Retry',
      Object.entries(retries).map(([retry, count]) => [
        RETRY_TEXT[retry as keyof typeof retries],
        count,
      ]),
    ),
    ...formatTable(
      'Provider',
      Object.entries(providers).map(([id, count]) => [
        catalogue.provider(id)?.name ?? id,
        count,
      ]),
    ),
    [
      layout.paint('bold', 'Codes'),
      ...codes.slice(0, MAX_CODES).flatMap((row) => {
        const [first = '', ...notes] = describeCode(row, catalogue);

        const lines = notes.map(
          (note) => gap + layout.wrap(note, gap, gap.length),
        );

        return [formatLine(row.count, first), ...lines];
      }),
      ...(more > 0
        ? [
            `${gap}and ${formatFigure(more)} more. Use --summary --json to list them all`,
          ]
        : []),
    ].join('\n'),
  ];

  return `${blocks.join('\n\n')}\n`;
}

function describeCode(row: CodeCount, catalogue: Catalogue): string[] {
  const { others, cause, turn, retry, wait, key } = row;
  const entry = key === null ? undefined : catalogue.byKey.get(key);

  if (!entry || !turn || !retry)
    return [`${formatCode(row)}  not in the catalogue`];

  if (others.length > 0)
    return [
      `${formatCode(row)}  ${formatMeaningCount(others.length + 1).toLowerCase()}`,
      `${[entry.key, ...others].join(', ')}. Use --provider to choose one.`,
    ];

  // The verdict that was counted may differ from the catalogue's because of nearby text.
  const verdict = { turn, retry, ...(wait && { wait }) };

  return [
    `${formatCode(row)}  ${entry.title} (${catalogue.apiName(entry)})`,
    formatVerdictLine({ ...entry, verdict }, catalogue).line,
    ...(cause ? [`Caused by ${cause}, and counted there.`] : []),
  ];
}

const formatFigure = (count: number) => count.toLocaleString('en');

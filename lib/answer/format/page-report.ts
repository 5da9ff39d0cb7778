import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { formatNumber, t } from '../../core/i18n/translate.ts';
import { joinPatterns } from '../../core/pattern-parts.ts';
import { showControls } from '../../masking/mask-text.ts';
import { quoteCsvCell } from '../../structure/split-rows.ts';
import type { MessageContext } from '../explain/message-context.ts';
import {
  endSentence,
  escapeMarkdown,
  stripFullStop,
} from './explanation-text.ts';
import {
  formatBulkNotice,
  formatCodeCount,
  formatFailureCount,
} from './failure-counts.ts';
import {
  type CodeNode,
  countCodes,
  formatMeanings,
  type GroupNode,
} from './page-tree.ts';
import { formatCell, formatMessages, MESSAGE_COLUMNS } from './ticket.ts';
import { formatVerdictLine } from './verdict-text.ts';

export const REPORT_FORMATS = ['markdown', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface PageReport {
  /** Host and path of the page. Null if the browser does not provide them. */
  page: string | null;
  partial: boolean;
  groups: readonly GroupNode[];
  /** The messages with a code, by its id: `said` is the text around it. Empty if they were not requested. */
  messages: ReadonlyMap<string, readonly MessageContext[]>;
}

/** Exports a page’s codes and messages with the totals of the side panel. `mask` is applied to every text from the page. */
export const formatPageReport = (
  report: PageReport,
  form: ReportFormat,
  catalogue: Catalogue,
  mask: Mask,
) => (form === 'csv' ? toCsv : toMarkdown)(report, catalogue, mask);

type Mask = (text: string) => string;

function toMarkdown(
  { page, partial, groups, messages }: PageReport,
  catalogue: Catalogue,
  mask: Mask,
) {
  const codes = groups.flatMap((group) => group.codes);

  const bulk = formatBulkNotice(
    codes.map((node) => ({ ...node, code: node.name.code })),
  );

  const sum = `${formatFailureCount(groups)}, ${formatCodeCount(countCodes(codes))}${partial ? ` ${t('so far')}` : ''}`;

  const blocks = [
    `**${page ? `${escapeMarkdown(mask(page))}: ` : ''}${sum}**`,
    ...(bulk ? [escapeMarkdown(bulk)] : []),
    ...groups.map((group) =>
      [
        `**${escapeMarkdown(group.heading)}** (${formatNumber(group.count)})\n`,
        ...group.codes.flatMap((node) => [
          formatLine(node, catalogue),
          // A table is a part of the item only if it is indented, after an empty line.
          ...formatMessages(
            messages.get(node.id) ?? [],
            node.count,
            true,
            mask,
          ).map((line, at) => `${at === 0 ? '\n' : ''}  ${line}`),
        ]),
      ].join('\n'),
    ),
  ];

  return `${blocks.join('\n\n')}\n`;
}

/** Returns the meanings of an undecided code instead of the title of one. Null for a code that the catalogue does not know. */
const getTitle = (node: CodeNode): string | null =>
  node.entry?.title ?? (node.options.length > 0 ? formatMeanings(node) : null);

/** Returns the verdict of the rows of a code, and its reason. */
function formatNodeVerdict(
  { planned, reason, sendAt = null }: CodeNode,
  entry: Entry,
  catalogue: Catalogue,
): string {
  const row = planned && { plan: planned.plan, sendAt };
  const { line } = formatVerdictLine(entry, catalogue, row);
  return reason ? `${line} (${reason})` : line;
}

function formatLine(node: CodeNode, catalogue: Catalogue): string {
  const { name, count } = node;
  const what = escapeMarkdown(describeNode(node, catalogue));

  return `- ${formatNumber(count)} × **${escapeMarkdown(name.code)}** ${what}`;
}

function describeNode(node: CodeNode, catalogue: Catalogue): string {
  const { entry } = node;
  if (!entry) return `${getTitle(node) ?? t('Not in the catalogue')}.`;

  const title = `${stripFullStop(entry.title)} (${catalogue.apiName(entry)})`;
  const verdict = formatNodeVerdict(node, entry, catalogue);

  return `${title}. ${verdict}: ${endSentence(entry.next)}`;
}

const CODE_COLUMNS = [
  'what_to_do',
  'plan',
  'code',
  'title',
  'api',
  'verdict',
  'next',
  'failures',
];
const COLUMNS = [
  ...CODE_COLUMNS,
  'time',
  'message',
  'recipient',
  'template',
  'fbtrace_id',
  'text',
];

/** Writes a row for each message that was read, and one with the count of the others of a code. */
function toCsv(
  { groups, messages }: PageReport,
  catalogue: Catalogue,
  mask: Mask,
): string {
  const rows = groups.flatMap((group) =>
    group.codes.flatMap((node) => {
      const { id, name, entry, count } = node;

      const said = [
        group.heading,
        group.plan ?? '',
        name.code,
        getTitle(node) ?? '',
        entry ? catalogue.apiName(entry) : '',
        entry ? formatNodeVerdict(node, entry, catalogue) : '',
        entry?.next ?? '',
      ];

      const own = (messages.get(id) ?? []).map((message) => {
        const cells = MESSAGE_COLUMNS.map(
          ([key]) => formatCell(message, key, mask) ?? '',
        );
        return [...said, '1', ...cells];
      });

      const rest = count - own.length;

      return rest > 0
        ? [...own, [...said, String(rest), ...MESSAGE_COLUMNS.map(() => '')]]
        : own;
    }),
  );

  return `${[COLUMNS, ...rows].map((row) => row.map(toCsvCell).join(',')).join('\n')}\n`;
}

/** What a spreadsheet may read as a formula: at the start, or after what ends a cell in some locales. */
const FORMULA = joinPatterns(
  [
    /(^|[;\t\r\n])/u,
    /(?=[\s\p{Cf}\p{Cc}"]{0,8}(?:[=+@\uff1d\uff0b\uff20\uff0d\u2212]|-(?!\d+(?:$|[;\t\r\n]))))/u,
  ],
  'gu',
);

export function toCsvCell(text: string): string {
  const plain = showControls(text)
    .replace(/^[\t\r]/, "'$&")
    .replace(FORMULA, "$1'");
  return quoteCsvCell(plain);
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import { formatNumber, t } from '../i18n/translate.ts';
import { showControls } from '../masking/masked.ts';
import { quoteCsvCell } from '../structure/table-rows.ts';
import { endSentence, escapeMarkdown, stripFullStop } from './explanation-text.ts';
import {
  formatBulkNotice,
  formatCodeCount,
  formatFailureCount,
  formatMoreCount,
  sumCounts,
} from './failure-counts.ts';
import { type CodeNode, formatMeanings, type GroupNode } from './page-tree.ts';
import { formatCodeSpan as codeSpan } from './ticket.ts';
import { formatVerdictLine } from './verdict-text.ts';

export const REPORT_FORMATS = ['markdown', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface PageReport {
  /** Host and path of the page. Null if the browser does not provide them. */
  page: string | null;
  partial: boolean;
  groups: readonly GroupNode[];
  /** Texts around the occurrences of a code, by its id. Empty if they were not requested. */
  texts: ReadonlyMap<string, readonly string[]>;
}

const MAX_TEXTS = 5;

/** Exports a page’s codes with the totals of the side panel. `mask` is applied to every text from the page. */
export function formatPageReport(
  report: PageReport,
  form: ReportFormat,
  catalogue: Catalogue,
  mask: (text: string) => string,
): string {
  const masked = {
    ...report,
    page: report.page && mask(report.page),
    texts: new Map([...report.texts].map(([id, texts]) => [id, texts.map(mask)])),
  };
  return form === 'csv' ? toCsv(masked, catalogue) : toMarkdown(masked, catalogue);
}

function toMarkdown({ page, partial, groups, texts }: PageReport, catalogue: Catalogue): string {
  const codes = groups.flatMap((group) => group.codes);
  const failures = codes.filter(({ entry }) => !entry?.success);
  const bulk = formatBulkNotice(codes.map((node) => ({ ...node, code: node.name.code })));
  const sum = `${formatFailureCount(sumCounts(failures))}, ${formatCodeCount(codes.length)}${partial ? ` ${t('so far')}` : ''}`;
  const blocks = [
    `**${page ? `${escapeMarkdown(page)}: ` : ''}${sum}**`,
    ...(bulk ? [escapeMarkdown(bulk)] : []),
    ...groups.map((group) =>
      [
        `**${escapeMarkdown(group.heading)}** (${formatNumber(group.count)})\n`,
        ...group.codes.flatMap((node) => formatLines(node, texts.get(node.id) ?? [], catalogue)),
      ].join('\n'),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Returns the meanings of an undecided code instead of the title of one. Null for a code that the catalogue does not know. */
const getTitle = (node: CodeNode): string | null =>
  node.entry?.title ?? (node.options.length > 0 ? formatMeanings(node) : null);

function formatLines(node: CodeNode, texts: readonly string[], catalogue: Catalogue): string[] {
  const { name, entry, count } = node;
  const what = entry
    ? `${escapeMarkdown(stripFullStop(entry.title))} (${escapeMarkdown(catalogue.apiName(entry))}). ${escapeMarkdown(formatVerdictLine(entry, catalogue).line)}: ${escapeMarkdown(endSentence(entry.next))}`
    : `${escapeMarkdown(getTitle(node) ?? t('Not in the catalogue'))}.`;
  const more = texts.length - MAX_TEXTS;
  return [
    `- ${formatNumber(count)} × **${escapeMarkdown(name.code)}** ${what}`,
    ...texts.slice(0, MAX_TEXTS).map((text) => `  - ${codeSpan(text)}`),
    ...(more > 0 ? [`  - ${formatMoreCount(more)}`] : []),
  ];
}

const COLUMNS = ['what_to_do', 'plan', 'code', 'title', 'api', 'verdict', 'next', 'failures', 'text'];

/** Writes a row for each occurrence with a known text, and one with the count of the others of a code. */
function toCsv({ groups, texts }: PageReport, catalogue: Catalogue): string {
  const rows = groups.flatMap((group) =>
    group.codes.flatMap((node) => {
      const { id, name, entry, count } = node;
      const said = [
        group.heading,
        group.plan ?? '',
        name.code,
        getTitle(node) ?? '',
        entry ? catalogue.apiName(entry) : '',
        entry ? formatVerdictLine(entry, catalogue).line : '',
        entry?.next ?? '',
      ];
      const own = texts.get(id) ?? [];
      const rest = count - own.length;
      return [...own.map((text) => [...said, '1', text]), ...(rest > 0 ? [[...said, String(rest), '']] : [])];
    }),
  );
  return `${[COLUMNS, ...rows].map((row) => row.map(toCsvCell).join(',')).join('\n')}\n`;
}

/** What a spreadsheet may read as a formula: at the start, or after what ends a cell in some locales. */
const FORMULA =
  /(^|[;\t\r\n])(?=[\s\p{Cf}\p{Cc}"]{0,8}(?:[=+@\uff1d\uff0b\uff20\uff0d\u2212]|-(?!\d+(?:$|[;\t\r\n]))))/gu;

export function toCsvCell(text: string): string {
  const plain = showControls(text)
    .replace(/^[\t\r]/, "'$&")
    .replace(FORMULA, "$1'");
  return quoteCsvCell(plain);
}

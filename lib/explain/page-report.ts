import type { Catalogue } from '../catalogue/catalogue.ts';
import { numberText, t } from '../language/translate.ts';
import { showControls } from '../masking/masked.ts';
import { clause, safe, sentence } from './as-text.ts';
import { bulkText, codeCount, failureCount, moreText, sumOf } from './counted.ts';
import type { CodeNode, GroupNode } from './page-tree.ts';
import { code as codeSpan } from './ticket.ts';
import { outcomeText, verdictLine } from './verdict-text.ts';

export const REPORT_FORMS = ['markdown', 'csv', 'json'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** Data for exporting the codes of a page. */
export interface PageReport {
  /** Host and path of the page. Null if the browser does not provide them. */
  page: string | null;
  /** True if the page has not been read completely. */
  partial: boolean;
  groups: readonly GroupNode[];
  /** Texts around the occurrences of a code, by its id. Empty if they were not requested. */
  texts: ReadonlyMap<string, readonly string[]>;
}

/** Maximum texts for each code in Markdown. The other formats contain all. */
const MOST_TEXTS = 5;

/**
 * Exports a page's codes as a message, a table or data. Totals equal those of the side panel.
 *
 * @param mask Applied to every text from the page. Masks personal data unless the user turns that off.
 */
export function pageReport(
  report: PageReport,
  form: ReportForm,
  catalogue: Catalogue,
  mask: (text: string) => string,
): string {
  const masked = {
    ...report,
    page: report.page && mask(report.page),
    texts: new Map([...report.texts].map(([id, texts]) => [id, texts.map(mask)])),
  };
  if (form === 'json') return `${JSON.stringify(asObject(masked, catalogue), null, 2)}\n`;
  return form === 'csv' ? asCsv(masked, catalogue) : asMarkdown(masked, catalogue);
}

const headingOf = ({ heading, turn }: GroupNode) => (turn ? `${heading} · ${turn}` : heading);

function asMarkdown({ page, partial, groups, texts }: PageReport, catalogue: Catalogue): string {
  const codes = groups.flatMap((group) => group.codes);
  const failures = codes.filter(({ entry }) => !entry?.success);
  const bulk = bulkText(codes.map((node) => ({ ...node, code: node.name.code })));
  const sum = `${failureCount(sumOf(failures))}, ${codeCount(codes.length)}${partial ? ` ${t('so far')}` : ''}`;
  const blocks = [
    `**${page ? `${safe(page)}: ` : ''}${sum}**`,
    ...(bulk ? [safe(bulk)] : []),
    ...groups.map((group) =>
      [
        `**${safe(headingOf(group))}** (${numberText(group.count)})\n`,
        ...group.codes.flatMap((node) => linesOf(node, texts.get(node.id) ?? [], catalogue)),
      ].join('\n'),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function linesOf({ name, entry, count }: CodeNode, texts: readonly string[], catalogue: Catalogue): string[] {
  const what = entry
    ? `${safe(clause(entry.title))} (${safe(catalogue.apiName(entry))}). ${safe(verdictLine(entry, catalogue).line)}: ${safe(sentence(entry.next))}`
    : `${t('Not in the catalogue')}.`;
  const more = texts.length - MOST_TEXTS;
  return [
    `- ${numberText(count)} × **${safe(name.code)}** ${what}`,
    ...texts.slice(0, MOST_TEXTS).map((text) => `  - ${codeSpan(text)}`),
    ...(more > 0 ? [`  - ${moreText(more)}`] : []),
  ];
}

const COLUMNS = ['what_to_do', 'turn', 'code', 'title', 'api', 'verdict', 'next', 'failures', 'text'];

/**
 * Writes a row for each occurrence with a known text, and one for the occurrences of a code that are only counted. The
 * `failures` column adds up to the total.
 */
function asCsv({ groups, texts }: PageReport, catalogue: Catalogue): string {
  const rows = groups.flatMap((group) =>
    group.codes.flatMap(({ id, name, entry, count }) => {
      const said = [
        group.heading,
        group.turn ?? '',
        name.code,
        entry?.title ?? '',
        entry ? catalogue.apiName(entry) : '',
        entry ? verdictLine(entry, catalogue).line : '',
        entry?.next ?? '',
      ];
      const own = texts.get(id) ?? [];
      const rest = count - own.length;
      return [...own.map((text) => [...said, '1', text]), ...(rest > 0 ? [[...said, String(rest), '']] : [])];
    }),
  );
  return `${[COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/**
 * What a spreadsheet reads as a formula: `=`, `+`, `-` and `@`, also full-width, at the start, or behind a character that some
 * locales take for the end of a cell.
 */
const FORMULA =
  /(^|[;\t\r\n])(?=[\s\p{Cf}\p{Cc}"]{0,8}(?:[=+@\uff1d\uff0b\uff20\uff0d\u2212]|-(?!\d+(?:$|[;\t\r\n]))))/gu;

/** Quotes a cell according to RFC 4180. Prefixes whatever a spreadsheet would read as a formula with an apostrophe. */
export function cell(text: string): string {
  const plain = showControls(text)
    .replace(/^[\t\r]/, "'$&")
    .replace(FORMULA, "$1'");
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function asObject({ page, partial, groups, texts }: PageReport, catalogue: Catalogue) {
  return {
    page,
    partial,
    groups: groups.map((group) => ({
      what_to_do: outcomeText(group.outcome),
      turn: group.turn,
      failures: group.count,
      codes: group.codes.map(({ id, name, entry, count }) => ({
        ...name,
        title: entry?.title ?? null,
        api: entry ? catalogue.apiName(entry) : null,
        verdict: entry ? verdictLine(entry, catalogue).line : null,
        next: entry?.next ?? null,
        failures: count,
        texts: texts.get(id) ?? [],
      })),
    })),
  };
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import { numberText, t } from '../language/translate.ts';
import { clause, safe, sentence } from './as-text.ts';
import { bulkText, codeCount, failureCount, moreText, sumOf } from './counted.ts';
import type { CodeNode, GroupNode } from './page-tree.ts';
import { code as codeSpan } from './ticket.ts';
import { outcomeText, verdictLine } from './verdict-text.ts';

export const REPORT_FORMS = ['markdown', 'csv', 'json'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** The codes of a page, for others. */
export interface PageReport {
  /** Host and path of the page; null where the browser does not tell. */
  page: string | null;
  /** The page is not read to its end. */
  partial: boolean;
  groups: readonly GroupNode[];
  /** What stands around the places of a code, by its id; nothing where that was not asked for. */
  texts: ReadonlyMap<string, readonly string[]>;
}

/** Texts of each code in Markdown, which people read; the other forms have all. */
const MOST_TEXTS = 5;

/**
 * A page's codes as a message, a table or data: the sums are those of the panel.
 *
 * @param mask What is done to every text that comes from the page: they are masked, unless a person wants it as it is.
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

/** A line for each place whose text is known, and one for those of a code that are only counted: `failures` adds up. */
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

/** Quoted as in RFC 4180. A text of a page that a spreadsheet would take for a formula is led by an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+@\t]|^-(?!\d+$)/.test(text) ? `'${text}` : text;
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

import type { Entry, EntryKey, Plan } from '../../data/schema.ts';
import type { Answer, AnswerSetting } from '../../lib/answer/answer.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { describeCodeRange } from '../../lib/catalogue/code-ranges.ts';
import { findCurrentEntry } from '../../lib/catalogue/relations.ts';
import { findSoleNumber } from '../../lib/catalogue/search-query.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import { explainUndecided, type ListedCode } from '../../lib/explain/explain.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { formatMeaningCount, getAnswerOptions } from '../../lib/format/answer-options.ts';
import { endSentence } from '../../lib/format/explanation-text.ts';
import { describeMessageId } from '../../lib/format/message-id.ts';
import { formatVerdictLine } from '../../lib/format/verdict-text.ts';
import { formatNumber, t, tPlural } from '../../lib/i18n/translate.ts';
import { maskMessageIds } from '../../lib/masking/display-masking.ts';
import type { Finding } from '../../lib/paste/finding.ts';
import type { TabLowConfidenceHit } from '../../lib/webext/tab-low-confidence-hits.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { NO_PAGE_FILTERS, writeFilters } from '../catalogue/page-filters.ts';
import { QUESTION_TEXTS } from '../entry/wording.ts';
import { createResultGroups, type ResultGroup } from '../shared/result-groups.ts';

/** What the page in front implies for a code that is looked up. */
export type LookupContext = Pick<TextContext, 'host' | 'path' | 'provider'>;

/** The data source of lookups. */
export type Reference = Required<Pick<AnswerSetting, 'catalogue' | 'find'>>;

/** One row of a list, which opens an entry. */
export interface ListRow {
  code: string;
  key: EntryKey | null;
  entry: Entry | null;
  /** The explanation with the text around the code; otherwise the entry is explained without context. */
  finding?: Finding;
  /** The question that a code of the page leaves open. */
  undecided?: Explanation;
  /** Text at the end of the row: the count, if it is above 1. */
  side?: string | undefined;
  /** The code is underlined on the page in front, so the page can scroll to it. */
  onPage?: true;
  /** For a code that is not underlined: the text around it and its place. */
  lowConfidenceHit?: Pick<TabLowConfidenceHit, 'around' | 'frameId' | 'place'>;
}

export interface ListGroup {
  id:
    | ResultGroup['id']
    | 'neighbours'
    | `decoded-${Plan | 'fine' | 'all'}`
    | 'guessed'
    | `page-${Plan | 'fine'}`
    | 'unseen'
    | 'perhaps'
    | 'recent';
  heading: string | null;
  aside?: string;
  rows: readonly ListRow[];
}

/** What the popup shows of an answer, below the search field. */
export interface AnswerView {
  groups: readonly ListGroup[];
  /** A message instead of a list, if there are no results. */
  message: { title: string; text: string | null } | null;
  /** The code that the catalogue does not know. */
  unknown?: string | null;
  /** Results that are not shown, and the address of a page with all of them. */
  more?: { shown: number; total: number; href: string };
  /** Announced in the live region. */
  spoken: string;
}

const MAX_ROWS_SHOWN = 8;
export const NO_VIEW: AnswerView = { groups: [], message: null, spoken: '' };

/** Derives the context of lookups from the page in front and the user's settings. */
export function getLookupContext(
  page: TabPage | null | undefined,
  providerByHost: Readonly<Record<string, string>>,
): LookupContext {
  const url = page?.url;
  // On Errata's own pages codes are looked up, so the page says nothing about their origin.
  if (!url || page.isOwn) return {};
  const provider = providerByHost[url.hostname];
  return { host: url.hostname, path: url.pathname, ...(provider && { provider }) };
}

/** Shows the answer to a query. Neighbouring codes get their own group, because they do not match the query. */
export function showAnswer(answer: Answer, query: string, catalogue: Catalogue): AnswerView {
  const { results: found, filters, messageId } = answer;
  const findings = [...answer.findings, ...answer.statuses];
  const text = query.trim();
  if (text === '') return NO_VIEW;
  if (messageId) return { ...NO_VIEW, message: describeMessageId(messageId), spoken: t('No code found') };
  if (found.length === 0 && findings.length > 0) {
    const rows = findings.map(createFindingRow);
    return {
      ...NO_VIEW,
      groups: [{ id: 'results', heading: null, rows }],
      spoken: tPlural(rows.length, '$1 result', '$1 results'),
    };
  }
  const rest = filters?.rest ?? text;
  const fitting = found.filter(({ kind }) => kind !== 'neighbour');
  const results = fitting.slice(0, MAX_ROWS_SHOWN);
  const total = fitting.length;
  const isCut = filters?.hasFilters && total > MAX_ROWS_SHOWN;
  if (results.length > 0) {
    return {
      groups: createResultGroups(rest, results).map(({ id, heading, entries }) => ({
        id,
        heading,
        rows: entries.map(createEntryRow),
      })),
      message: null,
      ...(isCut && {
        more: {
          shown: MAX_ROWS_SHOWN,
          total,
          href: `catalogue.html${writeFilters({ ...NO_PAGE_FILTERS, query: text })}`,
        },
      }),
      spoken: isCut
        ? t('Showing $1 of $2 results. The catalogue lists them all', MAX_ROWS_SHOWN, total)
        : tPlural(results.length, '$1 result', '$1 results'),
    };
  }
  const near = found.slice(0, MAX_ROWS_SHOWN).map(({ entry }) => createEntryRow(entry));
  return {
    groups: near.length > 0 ? [{ id: 'neighbours', heading: t('Did you mean'), rows: near }] : [],
    message: describeUnknown(answer, text, catalogue),
    ...(!filters?.hasFilters && { unknown: answer.unknown[0] ?? null }),
    spoken:
      near.length > 0
        ? tPlural(
            near.length,
            'Not in the catalogue. $1 similar code',
            'Not in the catalogue. $1 similar codes',
          )
        : t('No results'),
  };
}

function describeUnknown(answer: Answer, query: string, catalogue: Catalogue): AnswerView['message'] {
  const { filters, unknown, suggestions } = answer;
  const text = maskMessageIds(query);
  const problems = filters?.problems ?? [];
  if (problems.length > 0) return { title: t('No results for “$1”.', text), text: problems.join(' ') };
  const code = filters?.hasFilters ? findSoleNumber(filters.rest) : (unknown[0] ?? null);
  if (filters?.hasFilters && code && catalogue.meaningsOf(code).length > 0)
    return {
      title: t('No results for “$1”.', text),
      text: t('$1 is in the catalogue, but doesn’t match these filters.', code),
    };
  const advice =
    'Try a code or a word from its title, or paste the whole message or payload. Use provider:, owner:, retry: and class: to narrow a search.';
  if (!code && suggestions.length === 0) return { title: t('No results for “$1”.', text), text: t(advice) };
  return { title: t('$1 isn’t in the catalogue.', code ?? text), text: code && describeCodeRange(code) };
}

/** Returns the announcement when an entry opens, because the focus stays in the search field. */
export function formatSpokenEntry(explanation: Explanation, catalogue: Catalogue): string {
  const { code, entry, undecided } = explanation;
  if (!entry) return t('$1: not in the catalogue', code);
  if (undecided)
    return `${code}: ${formatMeaningCount(getAnswerOptions(explanation, catalogue).length)}. ${t(QUESTION_TEXTS[undecided])}`;
  const { line, next } = formatVerdictLine(entry, catalogue);
  return `${code}, ${endSentence(entry.title)} ${line}. ${next}`;
}

/** Returns recent lookups as a group; null if there are none. Leaves out keys that the current catalogue no longer has. */
export function createRecentGroup({ catalogue }: Reference, keys: readonly EntryKey[]): ListGroup | null {
  const entries = keys.flatMap((key) => catalogue.byKey.get(key) ?? []);
  if (entries.length === 0) return null;
  return { id: 'recent', heading: t('Recent lookups'), rows: entries.map(createEntryRow) };
}

export function createEntryRow(entry: Entry): ListRow {
  return { code: entry.code, key: entry.key, entry };
}

export function createFindingRow(finding: Finding): ListRow {
  const { code, entry, count } = finding;
  return { code, entry, key: entry?.key ?? null, finding, side: formatTimes(count) };
}

export function createCountedRow(found: CountedCode, catalogue: Catalogue, context: LookupContext): ListRow {
  const { code, key, count } = found;
  const undecided = explainUndecided(found, catalogue, context);
  const entry = findCurrentEntry(key, catalogue);
  return { code, key: entry?.key ?? key, entry, side: formatTimes(count), ...(undecided && { undecided }) };
}

type CountedCode = ListedCode & { count: number };

/** Returns `1,200 ×`; undefined for a count of 1. */
export function formatTimes(count: number): string | undefined {
  return count > 1 ? `${formatNumber(count)} ×` : undefined;
}

import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { describeCodeRange } from '../../lib/catalogue/code-ranges.ts';
import type { SearchContext, SearchResult } from '../../lib/catalogue/search.ts';
import { parseFilters } from '../../lib/catalogue/search-filters.ts';
import { findSoleNumber } from '../../lib/catalogue/search-query.ts';
import { isBirdCode } from '../../lib/detect/code-form.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import { explain, explainUndecided, type ListedCode } from '../../lib/explain/explain.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { formatMeaningCount, getAnswerOptions } from '../../lib/format/answer-options.ts';
import { endSentence } from '../../lib/format/explanation-text.ts';
import { describeMessageId } from '../../lib/format/message-id.ts';
import type { Outcome } from '../../lib/format/verdict-text.ts';
import { formatVerdictLine } from '../../lib/format/verdict-text.ts';
import { formatNumber, t, tPlural } from '../../lib/i18n/translate.ts';
import { maskMessageIds } from '../../lib/masking/display-masking.ts';
import type { Finding } from '../../lib/paste/finding.ts';
import type { TabLowConfidenceHit } from '../../lib/webext/tab-low-confidence-hits.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { QUESTION_TEXTS } from '../entry/wording.ts';
import { createResultGroups, type ResultGroup } from '../shared/result-groups.ts';
import { createCatalogueLink } from './catalogue-link.ts';

/** What the page in front implies for a code that is looked up. */
export type LookupContext = Pick<TextContext, 'host' | 'path' | 'provider'>;

/** The data source of lookups. */
export interface Reference {
  catalogue: Catalogue;
  find(query: string, context: SearchContext, limit?: number): readonly SearchResult[];
}

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
  isLowConfidence?: Pick<TabLowConfidenceHit, 'around' | 'frameId' | 'place'>;
}

export interface ListGroup {
  id:
    | ResultGroup['id']
    | 'neighbours'
    | `decoded-${Outcome | 'all'}`
    | 'guessed'
    | `page-${Outcome}`
    | 'unseen'
    | 'perhaps'
    | 'recent';
  heading: string | null;
  aside?: string;
  rows: readonly ListRow[];
}

/** The answer below the search field. */
export interface Answer {
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

/** Returns the explanation to open at once for a query that is exactly one code; null if the user has to choose from a list. */
export function findDirectAnswer(
  reference: Reference,
  query: string,
  context: LookupContext,
): Explanation | null {
  const [best] = reference.find(query.trim(), context);
  if (best?.kind !== 'exact') return null;
  const { code, subcode } = best.entry;
  const { provider } = parseFilters(query, reference.catalogue);
  return explain({ ...context, ...(provider && { provider }), code, subcode }, reference.catalogue);
}

/** Answers a lookup. Neighbouring codes get their own group, because they do not match the query. */
export function answerQuery(reference: Reference, query: string, context: SearchContext): Answer {
  const text = query.trim();
  if (text === '') return { groups: [], message: null, spoken: '' };
  const message = describeMessageId(text);
  if (message) return { groups: [], message, spoken: t('No code found') };
  const limited = parseFilters(text, reference.catalogue);
  // Filter matches can be counted exactly; word matches are limited to the best.
  const found = reference.find(
    text,
    context,
    limited.hasFilters ? reference.catalogue.entries.length : undefined,
  );
  const fitting = found.filter(({ kind }) => kind !== 'neighbour');
  const results = fitting.slice(0, MAX_ROWS_SHOWN);
  const total = fitting.length;
  const isCut = limited.hasFilters && total > MAX_ROWS_SHOWN;
  if (results.length > 0) {
    return {
      groups: createResultGroups(limited.rest, results).map(({ id, heading, entries }) => ({
        id,
        heading,
        rows: entries.map(createEntryRow),
      })),
      message: null,
      ...(isCut && { more: { shown: MAX_ROWS_SHOWN, total, href: createCatalogueLink(text, limited) } }),
      spoken: isCut
        ? t('Showing $1 of $2 results. The catalogue lists them all', MAX_ROWS_SHOWN, total)
        : tPlural(results.length, '$1 result', '$1 results'),
    };
  }
  const near = found.slice(0, MAX_ROWS_SHOWN).map(({ entry }) => createEntryRow(entry));
  return {
    groups: near.length > 0 ? [{ id: 'neighbours', heading: t('Did you mean'), rows: near }] : [],
    message: getUnknownAnswer(reference, text, near.length > 0),
    ...(!limited.hasFilters && { unknown: findSoleNumber(limited.rest) }),
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

function getUnknownAnswer(reference: Reference, query: string, near: boolean): Answer['message'] {
  const { rest, problems, hasFilters } = parseFilters(query, reference.catalogue);
  const text = maskMessageIds(query);
  if (problems.length > 0) return { title: t('No results for “$1”.', text), text: problems.join(' ') };
  const code = findSoleNumber(rest) ?? (isBirdCode(rest) ? rest : null);
  if (hasFilters && code && reference.catalogue.meaningsOf(code).length > 0)
    return {
      title: t('No results for “$1”.', text),
      text: t('$1 is in the catalogue, but doesn’t match these filters.', code),
    };
  const advice =
    'Try a code or a word from its title, or paste the whole message or payload. Use provider:, owner:, retry: and class: to narrow a search.';
  if (!code && !near) return { title: t('No results for “$1”.', text), text: t(advice) };
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

export function createCountedRow(found: CountedCode, catalogue: Catalogue, place: LookupContext): ListRow {
  const { code, key, count } = found;
  const undecided = explainUndecided(found, catalogue, place);
  const entry = (key && catalogue.byKey.get(key)) || null;
  return { code, key, entry, side: formatTimes(count), ...(undecided && { undecided }) };
}

type CountedCode = ListedCode & { count: number };

/** Returns `1,200 ×`; undefined for a count of 1. */
export function formatTimes(count: number): string | undefined {
  return count > 1 ? `${formatNumber(count)} ×` : undefined;
}

import words from '../../data/popup-words.json' with { type: 'json' };
import type { Entry, EntryKey, Plan } from '../../data/schema.ts';
import {
  type Answer,
  type AnswerSetting,
  answerQuestion,
  answerReading,
  NO_ANSWER,
} from '../../lib/answer/answer.ts';
import { decideRow } from '../../lib/answer/explain/decide-row.ts';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import {
  formatGuess,
  formatMeaningCount,
  getAnswerOptions,
  QUESTION_TEXTS,
} from '../../lib/answer/format/answer-options.ts';
import {
  describeMessageId,
  describeResponseHint,
  endSentence,
} from '../../lib/answer/format/explanation-text.ts';
import {
  formatFailureCount,
  sumCounts,
} from '../../lib/answer/format/failure-counts.ts';
import {
  type CodeNode,
  createCodeNode,
  type FailureGroup,
  groupFailures,
} from '../../lib/answer/format/page-tree.ts';
import { formatVerdictLine } from '../../lib/answer/format/verdict-text.ts';
import type { Finding } from '../../lib/answer/paste/finding.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { describeCodeRange } from '../../lib/catalogue/code-ranges.ts';
import { findSoleNumber } from '../../lib/catalogue/search/search-query.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import type {
  TabLowConfidenceHit,
  TabLowConfidenceHits,
} from '../../lib/extension/webext/tab-low-confidence-hits.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import { maskMessageIds } from '../../lib/masking/display-masking.ts';
import { NO_PAGE_FILTERS, writeFilters } from '../shared/FilterBar.tsx';
import {
  MAX_PASTE_BYTES,
  type Pasted,
  type PasteProgress,
} from '../shared/pasted.ts';
import { createResultGroups } from '../shared/result-groups.ts';
import type { LookupContext } from './SiteLine.tsx';

export type Reference = Required<Pick<AnswerSetting, 'catalogue' | 'find'>>;

export interface AnswerView {
  groups: readonly ListGroup[];
  message: { title: string; text: string | null } | null;
  failures?: readonly FailureGroup<Finding>[];
  unknown?: string | undefined;
  /** Number of all results, and the address of a page with them, if some are not shown. */
  more?: { total: number; href: string } | undefined;
}

export const MAX_ROWS_SHOWN = 8;
/** Up to this many failures are taken for a payload, which keeps its order. More are a log, where the most frequent code matters. */
const MAX_FAILURES_IN_ORDER = 20;

/**
 * Shows the answer to the text of the field, or to a paste.
 *
 * @param reading Null for a text that is not read; see `isText`.
 * @param plan Lists only these failures of a paste.
 */
export function createAnswerView(
  query: string,
  pasted: Pasted | null,
  reading: PasteProgress | null,
  setting: AnswerSetting,
  plan: Plan | null = null,
  isTable = false,
): AnswerView {
  const asked = pasted ? null : answerQuestion(query, setting);

  const answer =
    asked ??
    (reading
      ? answerReading(pasted?.head ?? query, reading.report.findings, setting)
      : NO_ANSWER);

  return pasted && reading
    ? showReading(reading, answer, setting.catalogue, plan, isTable)
    : showAnswer(answer, query.trim(), setting.catalogue);
}

/** Lists the codes of a paste: those of a payload in its order, those of a log by plan, most frequent first. */
function showReading(
  reading: PasteProgress,
  answer: Answer,
  catalogue: Catalogue,
  plan: Plan | null,
  isTable: boolean,
): AnswerView {
  const { entries, messageId, hint, findings, statuses } = answer;
  const clock = { nowMs: Date.now() };
  // As the answer says it once it is opened.
  const all = [...findings, ...statuses].map((finding) => ({
    ...finding,
    planned: decideRow(finding, catalogue, clock).planned,
  }));

  if (all.length === 0) {
    const known = messageId && describeMessageId(messageId);
    const lacking = hint && describeResponseHint(hint);
    const message = known || lacking || describeNothingFound(reading);

    if (reading.state !== 'done' || entries.length === 0)
      return { groups: [], message };

    const rows = entries.map(createEntryRow);

    return {
      groups: [{ id: 'guessed', heading: formatGuess(answer), rows }],
      message: null,
    };
  }

  const sorted = all.toSorted((a, b) => b.count - a.count);

  // The plans of a table are those of its rows, which `ExplainedTable` reads: one code can have several.
  const failures = isTable
    ? [
        {
          plan: null,
          heading: t('In the pasted text'),
          count: 0,
          states: 0,
          codes: sorted,
        },
      ]
    : groupFailures(all);

  const groups =
    !plan && sumCounts(all) <= MAX_FAILURES_IN_ORDER
      ? [
          {
            id: 'decoded',
            heading: t('In the pasted text'),
            rows: all.map(createFindingRow),
          },
        ]
      : createFailureGroups('decoded', failures, plan, createFindingRow);

  return { groups, message: null, failures };
}

function describeNothingFound({
  state,
  fault,
  report,
}: PasteProgress): AnswerView['message'] {
  if (state === 'reading' || report.preflight) return null;

  if (state === 'failed' && fault)
    return { title: fault.message, text: fault.remedy };

  const pasteWords = words.paste[state];

  return {
    title: t(pasteWords.title, MAX_PASTE_BYTES / 1024 / 1024),
    text: t(pasteWords.text, 'npm run explain -- - --summary < your.log'),
  };
}

/** Shows the answer to a query. Neighbouring codes get their own group, because they do not match the query. */
function showAnswer(
  answer: Answer,
  text: string,
  catalogue: Catalogue,
): AnswerView {
  const { results, filters, messageId, hint, findings, statuses, unknown } =
    answer;

  if (text === '') return { groups: [], message: null };
  if (messageId) return { groups: [], message: describeMessageId(messageId) };
  if (hint) return { groups: [], message: describeResponseHint(hint) };

  const read = [...findings, ...statuses];
  if (results.length === 0 && read.length > 0)
    return {
      groups: [
        { id: 'results', heading: null, rows: read.map(createFindingRow) },
      ],
      message: null,
    };

  const fitting = results.filter(({ kind }) => kind !== 'neighbour');
  if (fitting.length > 0) {
    const shown = createResultGroups(
      filters?.rest ?? text,
      fitting.slice(0, MAX_ROWS_SHOWN),
    );

    const href = `catalogue.html${writeFilters({ ...NO_PAGE_FILTERS, query: text })}`;

    return {
      groups: shown.map(({ entries, ...group }) => ({
        ...group,
        rows: entries.map(createEntryRow),
      })),
      message: null,
      more:
        fitting.length > MAX_ROWS_SHOWN
          ? { total: fitting.length, href }
          : undefined,
    };
  }

  const near = results
    .slice(0, MAX_ROWS_SHOWN)
    .map(({ entry }) => createEntryRow(entry));

  return {
    groups:
      near.length > 0
        ? [{ id: 'neighbours', heading: t('Did you mean'), rows: near }]
        : [],
    message: describeUnknown(answer, text, catalogue),
    unknown: filters?.hasFilters ? undefined : unknown[0],
  };
}

function describeUnknown(
  answer: Answer,
  query: string,
  catalogue: Catalogue,
): AnswerView['message'] {
  const { filters, unknown, suggestions } = answer;
  const text = maskMessageIds(query);
  const title = t('No results for “$1”.', text);
  const problems = filters?.problems ?? [];
  if (problems.length > 0) return { title, text: problems.join(' ') };

  const code = filters?.hasFilters
    ? findSoleNumber(filters.rest)
    : (unknown[0] ?? null);

  if (filters?.hasFilters && code && catalogue.meaningsOf(code).length > 0)
    return {
      title,
      text: t('$1 is in the catalogue, but doesn’t match these filters.', code),
    };

  const advice =
    'Try a code or a word from its title, or paste the whole message or payload. Use provider:, owner:, retry: and class: to narrow a search.';

  if (!code && suggestions.length === 0) return { title, text: t(advice) };

  return {
    title: t('$1 isn’t in the catalogue.', code ?? text),
    text: code && describeCodeRange(code),
  };
}

/** Returns the announcement when an entry opens, because the focus stays in the search field. */
export function formatEntryAnnouncement(
  explanation: Explanation,
  catalogue: Catalogue,
): string {
  const { code, entry, undecided } = explanation;
  if (!entry) return t('$1: not in the catalogue', code);

  if (undecided)
    return `${code}: ${formatMeaningCount(getAnswerOptions(explanation, catalogue).length)}. ${t(QUESTION_TEXTS[undecided])}`;

  const { line, next } = formatVerdictLine(entry, catalogue);

  return `${code}, ${endSentence(entry.title)} ${line}. ${next}`;
}

export interface ListRow {
  code: string;
  key: EntryKey | null;
  entry: Entry | null;
  /** Opened instead of the entry: with the text around the code, or with the question that the page leaves open. */
  explanation?: Explanation | Finding | null;
  count?: number;
  /** The code's name on the page in front, which can scroll to it. */
  onPage?: CodeNode['name'];
  /** For a code that is not underlined: the text around it and its place. */
  lowConfidenceHit?: Pick<
    TabLowConfidenceHit,
    'around' | 'frameId' | 'place' | 'rejection'
  >;
}

export interface ListGroup {
  id: string;
  heading: string | null;
  aside?: string;
  rows: readonly ListRow[];
}

const createEntryRow = (entry: Entry): ListRow => ({
  code: entry.code,
  key: entry.key,
  entry,
});

function createFindingRow(explanation: Finding): ListRow {
  const { code, entry, count } = explanation;
  return {
    code,
    entry,
    key: entry?.key ?? null,
    explanation,
    count,
  };
}

function createNodeRow({ name, entry, undecided, count }: CodeNode): ListRow {
  return {
    ...name,
    key: entry?.key ?? name.key,
    entry,
    explanation: undecided,
    count,
  };
}

export const createPageRow = (node: CodeNode): ListRow => ({
  ...createNodeRow(node),
  onPage: node.name,
});

/** Lists failures under what can be done about them; only those of the chosen plan, if there is one. Pages and pastes share the order and the headings. */
export const createFailureGroups = <T>(
  from: 'page' | 'decoded',
  groups: readonly FailureGroup<T>[],
  chosen: Plan | null,
  createRow: (failure: T) => ListRow,
): ListGroup[] =>
  groups
    .filter(({ plan }) => !chosen || plan === chosen)
    .map((group) => ({
      id: `${from} ${group.heading}`,
      heading: group.heading,
      ...(group.plan && { aside: formatFailureCount([group]) }),
      rows: group.codes.map(createRow),
    }));

/** Leaves out keys that the current catalogue no longer has. */
export function createRecentGroups(
  { byKey }: Catalogue,
  keys: readonly EntryKey[],
): ListGroup[] {
  const rows = keys.flatMap((key) => byKey.get(key) ?? []).map(createEntryRow);
  return rows.length > 0
    ? [{ id: 'recent', heading: t('Recent lookups'), rows }]
    : [];
}

/** Returns the page's codes that are not underlined, in two groups: those only in tooltips and labels, and uncertain ones. */
export function createLowConfidenceGroups(
  catalogue: Catalogue,
  page: TabPage | null | undefined,
  hits: TabLowConfidenceHits | null | undefined,
  context: LookupContext = {},
): ListGroup[] {
  if (!page || !hits) return [];

  const underlined = new Set(page.codes.map(({ code }) => code));

  const unseen = hits.codes.filter(
    ({ why, code }) => why === 'attribute' && !underlined.has(code),
  );

  const perhaps = hits.codes.filter(({ why }) => why === 'perhaps');

  const createRow = ({
    around,
    frameId,
    place,
    rejection,
    ...found
  }: TabLowConfidenceHit): ListRow => ({
    ...createNodeRow(createCodeNode(found, catalogue, context)),
    lowConfidenceHit: {
      around,
      frameId,
      place,
      ...(rejection && { rejection }),
    },
  });

  const aside = hits.partial && { aside: t('part of the page') };

  return [
    {
      id: 'unseen',
      heading: t('Only in tooltips and labels'),
      codes: mergeCodes(unseen),
    },
    {
      id: 'perhaps',
      heading: t('Less certain, not underlined'),
      codes: perhaps,
    },
  ]
    .filter(({ codes }) => codes.length > 0)
    .map(({ codes, ...group }) => ({
      ...group,
      ...aside,
      rows: codes.map(createRow),
    }));
}

function mergeCodes(
  codes: readonly TabLowConfidenceHit[],
): TabLowConfidenceHit[] {
  return [...Map.groupBy(codes, ({ code, key }) => `${code} ${key}`).values()]
    .flatMap(([first, ...more]) =>
      first ? { ...first, count: sumCounts([first, ...more]) } : [],
    )
    .sort((a, b) => b.count - a.count);
}

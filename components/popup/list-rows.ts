import type { Entry, EntryKey, Plan } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { formatFailureCount, sumCounts } from '../../lib/format/failure-counts.ts';
import { type CodeNode, createCodeNode, type FailureGroup } from '../../lib/format/page-tree.ts';
import { t } from '../../lib/i18n/translate.ts';
import type { Finding } from '../../lib/paste/finding.ts';
import type { TabLowConfidenceHit, TabLowConfidenceHits } from '../../lib/webext/tab-low-confidence-hits.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import type { LookupContext } from './use-lookup-context.ts';

/** One row of a list, which opens an entry. */
export interface ListRow {
  code: string;
  key: EntryKey | null;
  entry: Entry | null;
  /** Opened instead of the entry: with what stands around the code, or with the question that the page leaves open. */
  explanation?: Explanation | Finding | null;
  count?: number;
  /** The code's name on the page in front, which can scroll to it. */
  onPage?: CodeNode['name'];
  /** For a code that is not underlined: the text around it and its place. */
  lowConfidenceHit?: Pick<TabLowConfidenceHit, 'around' | 'frameId' | 'place'>;
}

export interface ListGroup {
  id: string;
  heading: string | null;
  aside?: string;
  rows: readonly ListRow[];
}

export const createEntryRow = (entry: Entry): ListRow => ({ code: entry.code, key: entry.key, entry });

export function createFindingRow(explanation: Finding): ListRow {
  const { code, entry, count } = explanation;
  return { code, entry, key: entry?.key ?? null, explanation, count };
}

function createNodeRow({ name, entry, undecided, count }: CodeNode): ListRow {
  return { ...name, key: entry?.key ?? name.key, entry, explanation: undecided, count };
}

export const createPageRow = (node: CodeNode): ListRow => ({ ...createNodeRow(node), onPage: node.name });

/** Lists failures under what can be done about them; only those of the chosen plan, if there is one. Pages and pastes share the order and the headings. */
export const createFailureGroups = <T>(
  from: 'page' | 'decoded',
  groups: readonly FailureGroup<T>[],
  chosen: Plan | null,
  createRow: (failure: T) => ListRow,
): ListGroup[] =>
  groups
    .filter(({ plan }) => !chosen || plan === chosen)
    .map(({ plan, heading, count, codes }) => ({
      id: `${from} ${heading}`,
      heading,
      ...(plan && { aside: formatFailureCount(count) }),
      rows: codes.map(createRow),
    }));

/** Returns recent lookups. Leaves out keys that the current catalogue no longer has. */
export function createRecentGroups({ byKey }: Catalogue, keys: readonly EntryKey[]): ListGroup[] {
  const rows = keys.flatMap((key) => byKey.get(key) ?? []).map(createEntryRow);
  return rows.length > 0 ? [{ id: 'recent', heading: t('Recent lookups'), rows }] : [];
}

/** Returns the page's codes that are not underlined, in two groups: those only in tooltips and labels, and uncertain ones. */
export function createLowConfidenceGroups(
  catalogue: Catalogue,
  page: TabPage | null | undefined,
  hits: TabLowConfidenceHits | null,
  context: LookupContext = {},
): ListGroup[] {
  if (!page || !hits) return [];
  const underlined = new Set(page.codes.map(({ code }) => code));
  const unseen = hits.codes.filter(({ why, code }) => why === 'attribute' && !underlined.has(code));
  const perhaps = hits.codes.filter(({ why }) => why === 'perhaps');
  const createRow = ({ around, frameId, place, ...found }: TabLowConfidenceHit): ListRow => ({
    ...createNodeRow(createCodeNode(found, catalogue, context)),
    lowConfidenceHit: { around, frameId, place },
  });
  const aside = hits.partial && { aside: t('part of the page') };
  return [
    { id: 'unseen', heading: t('Only in tooltips and labels'), codes: mergeCodes(unseen) },
    { id: 'perhaps', heading: t('Less certain, not underlined'), codes: perhaps },
  ]
    .filter(({ codes }) => codes.length > 0)
    .map(({ codes, ...group }) => ({ ...group, ...aside, rows: codes.map(createRow) }));
}

/** Merges equal codes of several frames, most frequent first. */
function mergeCodes(codes: readonly TabLowConfidenceHit[]): TabLowConfidenceHit[] {
  return [...Map.groupBy(codes, ({ code, key }) => `${code} ${key}`).values()]
    .flatMap(([first, ...more]) => (first ? { ...first, count: sumCounts([first, ...more]) } : []))
    .sort((a, b) => b.count - a.count);
}

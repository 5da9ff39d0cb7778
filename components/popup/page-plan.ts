import { useMemo } from 'react';
import type { FacetFilter } from '../../lib/answer/breakdown/count-facets.ts';
import { countFailures } from '../../lib/answer/breakdown/count-failures.ts';
import {
  type RowClock,
  readRowFailures,
  saysSomething,
} from '../../lib/answer/explain/row-failure.ts';
import type { Clock } from '../../lib/answer/explain/time-bound.ts';
import {
  type CodeNode,
  createCodeNode,
  groupFailures,
} from '../../lib/answer/format/page-tree.ts';
import {
  createClock,
  formatReason,
  formatSendTimes,
} from '../../lib/answer/format/reason-text.ts';
import { withPlan } from '../../lib/answer/plan/apply-plan.ts';
import {
  type PlannedFailure,
  planFailures,
} from '../../lib/answer/plan/plan-failures.ts';
import { summarizePlans } from '../../lib/answer/plan/plan-summary.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { withTimeout } from '../../lib/core/retry-once.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import type { CodeName } from '../../lib/page/marking/code-counts.ts';
import { useLoaded } from '../entry/masking.ts';
import type { LookupContext } from './SiteLine.tsx';

/** Reads the texts around occurrences of a code on the page; with `isLabelled`, with headers. */
export type ReadTexts = (
  name: CodeName,
  from: number,
  to: number,
  isLabelled?: boolean,
) => Promise<readonly string[]>;

const NO_CODES: TabPage['codes'] = [];
/** Places of a code that are read. Reading costs the page time. */
const MAX_READ_PLACES = 2_000;
/** What is read later is planned by its code alone. */
const READ_TIMEOUT_MS = 10_000;
/**
 * Plans the failures of the page in front once their rows are read: by their codes alone, many would be listed elsewhere,
 * and move below the pointer. `isPlanned` is false until then.
 */
export function usePagePlan(
  page: TabPage | null | undefined,
  catalogue: Catalogue,
  context: LookupContext,
  readTexts: ReadTexts,
  { nowMs, timeZone, filter = null }: RowClock & PageFilter,
) {
  const codes = page?.codes ?? NO_CODES;
  const place = `${page?.tabId} ${page?.url}`;

  async function readRows() {
    const rows = codes.map(async (code) => {
      const { id, name, places } = createCodeNode(code, catalogue, context);
      const texts = readTexts(name, 0, Math.min(places, MAX_READ_PLACES), true);
      return [id, (await withTimeout(texts, READ_TIMEOUT_MS)) ?? []] as const;
    });

    return { place, codes, rows: new Map(await Promise.all(rows)) };
  }

  // The same codes are not read again, and a page that is being read only once.
  const changes =
    codes.length > 0 && JSON.stringify([place, !page?.isReading && codes]);

  const read = useLoaded(() => (changes ? readRows() : null), [changes]);
  const known = changes && read?.place === place ? read : null;

  const plan = useMemo(() => {
    const nodes =
      known?.codes.map((code) => createCodeNode(code, catalogue, context)) ??
      [];
    return planPage(nodes, known?.rows, catalogue, {
      nowMs,
      timeZone,
      filter,
    });
  }, [known, catalogue, context, nowMs, timeZone, filter]);

  return {
    ...plan,
    isPlanned: page !== undefined && (known !== null || codes.length === 0),
  };
}

interface PageFilter {
  /** Lists only the rows with this value. */
  filter?: FacetFilter | null;
}

interface PlannedRow {
  node: CodeNode;
  /** Which occurrence of the code it is. */
  place: number;
  planned: PlannedFailure | undefined;
}

/**
 * Plans the failures of a page row by row, as those of a table: by time, recipient, status and template, and by the other
 * rows of the recipient. A code has one node for each plan and reason. What says nothing of these counts by its code alone.
 *
 * @param texts The rows by the id of their code: a line for each cell, with its header.
 */
export function planPage(
  nodes: readonly CodeNode[],
  texts: ReadonlyMap<string, readonly string[]> | undefined,
  catalogue: Catalogue,
  { filter = null, ...clock }: RowClock & PageFilter,
) {
  const rows = nodes.flatMap((node) =>
    (texts?.get(node.id) ?? []).map((text, place) => ({ node, place, text })),
  );

  const read = readRowFailures(
    rows.map(({ node, text }) => ({
      code: node.name.code,
      key: node.name.key,
      entry: node.entry,
      ambiguous: node.ambiguous,
      text,
    })),
    clock,
  );

  const failing = rows.flatMap((row, at) => {
    const failure = read[at];
    return failure && saysSomething(failure) ? [{ ...row, failure }] : [];
  });

  const failures = failing.map(({ failure }) => failure);
  const planned = planFailures(failures, catalogue, clock.nowMs);

  const { breakdown, createFilter } = countFailures(
    failing.map(({ failure, node }) => ({ ...failure, code: node.name.code })),
    planned,
  );

  const isListed = createFilter(filter);

  const listed = failing
    .map(({ node, place }, at) => ({ node, place, planned: planned[at] }))
    .filter((_, at) => isListed(at));

  const byNode = Map.groupBy(listed, ({ node }) => node);

  const parts = nodes.flatMap((node) => {
    const own = byNode.get(node) ?? [];
    if (filter && own.length === 0) return [];

    // What says nothing of its message is in no filter.
    const shown = filter ? { ...node, count: own.length } : node;

    return splitNode(shown, own, catalogue, createClock(clock.nowMs));
  });

  const { counts, openZones } = summarizePlans(failures, planned);
  return {
    groups: groupFailures(parts),
    counts,
    openZones,
    breakdown,
  };
}

/** Returns a node for each plan, reason and step of the rows of a code. */
function splitNode(
  node: CodeNode,
  rows: readonly PlannedRow[],
  catalogue: Catalogue,
  clock: Clock,
): CodeNode[] {
  const alike = Map.groupBy(rows, ({ planned }) =>
    getLineKey(node, planned, catalogue),
  );

  // What says nothing of its message has the plan of its code alone, perhaps with rows of the same plan.
  const [byCodeAlone] = planFailures([node], catalogue, clock.nowMs);
  const byCode = getLineKey(node, byCodeAlone, catalogue);
  const more = node.count - rows.length;
  if (more > 0) alike.set(byCode, alike.get(byCode) ?? []);

  const known = new Set(rows.map(({ place }) => place));
  const others = [...Array(node.places).keys()].filter(
    (place) => !known.has(place),
  );

  return [...alike].map(([key, own], at) => {
    const isByCode = key === byCode && more > 0;
    const [first] = own;
    const planned =
      joinPlanned(own.flatMap((row) => row.planned ?? [])) ?? byCodeAlone;
    // Rows of several countries have one line only if the same rule holds in all.
    const entry = withPlan(
      node.entry,
      first?.planned ?? byCodeAlone,
      catalogue,
    );
    const places = [
      ...own.map(({ place }) => place),
      ...(isByCode ? others : []),
    ].sort((a, b) => a - b);

    return {
      ...node,
      // What the user has opened stays open once the rows are read.
      id: at === 0 ? node.id : `${node.id} ${key}`,
      count: own.length + (isByCode ? more : 0),
      planned,
      reason: formatReason(planned, entry, catalogue, clock),
      sendAt: formatSendTimes(
        own.map((row) => row.planned?.sendAfterMs ?? null),
        clock,
      ),
      shown: places,
      places: places.length,
      entry,
    };
  });
}

/** Rows with the same key are one line of a list. */
function getLineKey(
  { entry }: CodeNode,
  planned: PlannedFailure | undefined,
  catalogue: Catalogue,
): string {
  const { plan, reason, country, stoppedBy } = planned ?? {};
  const next = withPlan(entry, planned, catalogue)?.next;
  const isOfCountry = reason === 'country';

  return [plan, reason, isOfCountry ? country : null, stoppedBy, next].join();
}

/** Returns what rows of one line have in common: a time or a number only if it is that of all. */
function joinPlanned(
  all: readonly PlannedFailure[],
): PlannedFailure | undefined {
  const [first] = all;
  if (!first) return undefined;

  const isShared = (field: 'sinceMs' | 'attempts' | 'country') =>
    all.every((one) => one[field] === first[field]);

  return {
    ...first,
    country: isShared('country') ? first.country : null,
    sinceMs: isShared('sinceMs') ? first.sinceMs : undefined,
    attempts: isShared('attempts') ? first.attempts : undefined,
  };
}

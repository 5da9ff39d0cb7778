import { useMemo } from 'react';
import { findMessageContext } from '../../lib/answer/explain/message-context.ts';
import {
  type CodeNode,
  createCodeNode,
  getCodePlan,
  groupFailures,
} from '../../lib/answer/format/page-tree.ts';
import { withPlan } from '../../lib/answer/plan/entry-plan.ts';
import { createFailureTable } from '../../lib/answer/plan/failure-table.ts';
import {
  hasArrived,
  type MessageFailure,
  planFailures,
} from '../../lib/answer/plan/plan.ts';
import { summarizePlans } from '../../lib/answer/plan/plan-summary.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { isObjectState } from '../../lib/core/entry-key.ts';
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
/** The value may follow the exact time that it stands for. */
const CELL = /^([^:]{1,80}):\s{0,8}(?:\S{1,80}\t)?(.*)$/;

/**
 * Plans the failures of the page in front once their rows are read: by their codes alone, many would be listed elsewhere,
 * and move below the pointer. `isPlanned` is false until then.
 */
export function usePagePlan(
  page: TabPage | null | undefined,
  catalogue: Catalogue,
  context: LookupContext,
  readTexts: ReadTexts,
  nowMs: number,
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
    return planPage(nodes, known?.rows, catalogue, nowMs);
  }, [known, catalogue, context, nowMs]);

  return {
    ...plan,
    isPlanned: page !== undefined && (known !== null || codes.length === 0),
  };
}

const createRow = (node: CodeNode, place: number, text: string) => {
  const cells = text
    .split('\n')
    .map((line) => CELL.exec(line)?.slice(1) ?? ['', line]);
  return { node, place, text, cells };
};

/**
 * Plans the failures of a page row by row, as those of a table: by time, recipient, status and template, and by the other
 * rows of the recipient. A code has one node for each plan and step. What says nothing of these counts by its code alone.
 *
 * @param texts The rows by the id of their code: a line for each cell, with its header.
 */
export function planPage(
  nodes: readonly CodeNode[],
  texts: ReadonlyMap<string, readonly string[]> | undefined,
  catalogue: Catalogue,
  nowMs: number,
) {
  const rows = nodes.flatMap((node) =>
    (texts?.get(node.id) ?? []).map((text, place) =>
      createRow(node, place, text),
    ),
  );

  const tables = Map.groupBy(rows, ({ cells }) =>
    cells.map(([header]) => header).join('\n'),
  );

  const told = [...tables.values()].flatMap((table) => readTable(table, nowMs));
  const failures = told.map(({ failure }) => failure);
  const planned = planFailures(failures, catalogue, nowMs);

  const byNode = Map.groupBy(
    told.map((row, at) => ({ ...row, planned: planned[at] })),
    ({ node }) => node,
  );

  const parts = nodes.flatMap((node) => {
    const own = byNode.get(node) ?? [];
    const known = new Set(own.map(({ place }) => place));

    const others = [...Array(node.places).keys()].filter(
      (place) => !known.has(place),
    );

    const alike = Map.groupBy(own, ({ planned }) => {
      const step = withPlan(node.entry, planned, catalogue)?.next;
      return `${planned?.plan} ${hasArrived(planned, node.entry?.success)} ${step}`;
    });

    // What says nothing of its message counts by its code alone, perhaps with rows of the same plan.
    const byCode = `${getCodePlan(node)} false ${node.entry?.next}`;

    if (node.count > own.length) alike.set(byCode, alike.get(byCode) ?? []);

    const shown = [...alike].map(([key, rows]) => {
      const [{ planned } = {}] = rows;

      const [more, places] =
        key === byCode ? [node.count - own.length, others] : [0, []];

      return {
        ...node,
        id: `${node.id} ${key}`,
        count: rows.length + more,
        planned,
        shown: [...rows.map(({ place }) => place), ...places].sort(
          (a, b) => a - b,
        ),
        entry: withPlan(node.entry, planned, catalogue),
      };
    });

    // What the user has opened stays open once the rows are read.
    return shown.map((part, at) => ({
      ...part,
      id: (at === 0 ? node : part).id,
      places: part.shown.length,
    }));
  });

  const groups = groupFailures(parts, catalogue);

  return { groups, counts: summarizePlans(failures, planned).counts };
}

/** Reads what rows with the same headers say of their messages. Leaves out those that say nothing that decides a plan. */
function readTable(
  rows: readonly ReturnType<typeof createRow>[],
  nowMs: number,
) {
  const headers = rows[0]?.cells.map(([header = '']) => header) ?? [];
  const cells = rows.map((row) => row.cells.map(([, value = '']) => value));
  const table = createFailureTable(headers, cells, [], nowMs, rows.length);

  for (const [at, { node }] of rows.entries())
    table.push((column) => cells[at]?.[column ?? -1] || undefined, node);

  return rows.flatMap(({ node, place, text }, at) => {
    // The times of a table of numbers or templates are those of edits.
    if (isObjectState(node.name.key ?? '')) return [];

    const found = findMessageContext(node.name.code, text);
    const row = table.at(at);

    const failure: MessageFailure = {
      entry: node.entry,
      ...row,
      recipient: row?.recipient ?? found.recipient ?? undefined,
      failedAtMs: row?.failedAtMs ?? found.time?.at ?? null,
      message: row?.message ?? found.message ?? undefined,
      template: row?.template ?? found.template ?? undefined,
    };

    const { recipient, country, failedAtMs, status } = failure;

    return recipient || country || failedAtMs || status
      ? [{ node, place, failure }]
      : [];
  });
}

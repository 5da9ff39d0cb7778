import { useMemo } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findMessageContext } from '../../lib/explain/message-context.ts';
import { type CodeNode, createCodeNode, groupFailures } from '../../lib/format/page-tree.ts';
import type { CodeName } from '../../lib/page/marking/code-counts.ts';
import { withPlan } from '../../lib/plan/entry-plan.ts';
import { createFailureTable } from '../../lib/plan/failure-table.ts';
import { hasArrived, type MessageFailure, planFailures } from '../../lib/plan/plan.ts';
import { summarizePlans } from '../../lib/plan/plan-summary.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import { useLoaded } from '../entry/masking.ts';
import type { LookupContext } from './SiteLine.tsx';

/** Reads the texts around occurrences of a code on the page; with `isLabelled`, with headers. */
export type ReadTexts = (
  name: CodeName,
  from: number,
  to: number,
  isLabelled?: boolean,
) => Promise<readonly string[]>;

/** The rows of a page by the id of their code: a line for each cell, with its header. */
type PageRows = ReadonlyMap<string, readonly string[]>;

const NO_CODES: TabPage['codes'] = [];
/** Places of a code that are read. Reading costs the page time. */
const MAX_READ_PLACES = 2_000;
/** The value may follow the exact time that it stands for. */
const CELL = /^([^:]{1,80}):\s{0,8}(?:\S{1,80}\t)?(.*)$/;

/** Plans the failures of the page in front, and again once its rows are read. */
export function usePagePlan(
  page: TabPage | null | undefined,
  catalogue: Catalogue,
  context: LookupContext,
  readTexts: ReadTexts,
  nowMs: number,
) {
  const codes = page?.codes ?? NO_CODES;
  const place = `${page?.tabId} ${page?.url}`;
  const nodes = useMemo(
    () => codes.map((code) => createCodeNode(code, catalogue, context)),
    [codes, catalogue, context],
  );
  const isReady = codes.length > 0 && !page?.isReading;
  async function readRows() {
    const rows = new Map<string, readonly string[]>();
    for (const { id, name, places } of nodes)
      rows.set(id, await readTexts(name, 0, Math.min(places, MAX_READ_PLACES), true));
    return { place, rows };
  }
  // The same codes are not read again.
  const read = useLoaded(() => (isReady ? readRows() : null), [isReady && JSON.stringify([place, codes])]);
  const rows = read?.place === place ? read.rows : undefined;
  return useMemo(() => planPage(nodes, rows, catalogue, nowMs), [nodes, rows, catalogue, nowMs]);
}

const createRow = (node: CodeNode, place: number, text: string) => {
  const cells = text.split('\n').map((line) => CELL.exec(line)?.slice(1) ?? ['', line]);
  return { node, place, text, cells };
};

/**
 * Plans the failures of a page row by row, as those of a table: by time, recipient, status and template, and by the other
 * rows of the recipient. A code has one node for each plan and step. What says nothing of these counts by its code alone.
 */
export function planPage(
  nodes: readonly CodeNode[],
  texts: PageRows | undefined,
  catalogue: Catalogue,
  nowMs: number,
) {
  const rows = nodes.flatMap((node) =>
    (texts?.get(node.id) ?? []).map((text, place) => createRow(node, place, text)),
  );
  const tables = Map.groupBy(rows, ({ cells }) => cells.map(([header]) => header).join('\n'));
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
    const others = [...Array(node.places).keys()].filter((place) => !known.has(place));
    const alike = Map.groupBy(own, ({ planned }) => {
      const step = withPlan(node.entry, planned, catalogue)?.next;
      return `${planned?.plan} ${hasArrived(planned, node.entry?.success)} ${step}`;
    });
    const planless = { ...node, count: node.count - own.length, shown: others, planned: undefined };
    const byPlan = [...alike].map(([key, rows]) => ({
      ...{ ...node, id: `${node.id} ${key}`, count: rows.length },
      ...{ shown: rows.map(({ place }) => place), planned: rows[0]?.planned },
      entry: withPlan(node.entry, rows[0]?.planned, catalogue),
    }));
    const shown = [planless, ...byPlan].filter(({ count }) => count > 0);
    // What the user has opened stays open once the rows are read.
    return shown.map((part, at) => {
      return { ...part, id: at === 0 ? node.id : part.id, places: part.shown.length };
    });
  });
  const groups = groupFailures(parts, catalogue);
  return { groups, counts: summarizePlans(failures, planned).counts };
}

/** Reads what rows with the same headers say of their messages. Leaves out those that say nothing that decides a plan. */
function readTable(rows: readonly ReturnType<typeof createRow>[], nowMs: number) {
  const headers = rows[0]?.cells.map(([header = '']) => header) ?? [];
  const cells = rows.map((row) => row.cells.map(([, value = '']) => value));
  const table = createFailureTable(headers, cells, [], nowMs, rows.length);
  for (const [at, { node }] of rows.entries())
    table.push((column) => cells[at]?.[column ?? -1] || undefined, node);
  return rows.flatMap(({ node, place, text }, at) => {
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
    return recipient || country || failedAtMs || status ? [{ node, place, failure }] : [];
  });
}

import { useMemo } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findMessageContext } from '../../lib/explain/message-context.ts';
import { type CodeNode, createCodeNode, groupFailures } from '../../lib/format/page-tree.ts';
import type { CodeName } from '../../lib/page/marking/code-counts.ts';
import { readMessageStatus } from '../../lib/plan/message-status.ts';
import { hasArrived, type MessageFailure, planFailures } from '../../lib/plan/plan.ts';
import { findPlanColumns, joinTimes } from '../../lib/plan/plan-columns.ts';
import { summarizePlans } from '../../lib/plan/plan-summary.ts';
import { createTimeColumn } from '../../lib/plan/read-time.ts';
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
 * rows of the recipient. A code has one node for each plan of its rows. What says nothing of these counts by its code alone.
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
  const parts = nodes.flatMap((node) => {
    const own = [...told.entries()].filter(([, row]) => row.node === node);
    const known = new Set(own.map(([, { place }]) => place));
    const others = [...Array(node.places).keys()].filter((place) => !known.has(place));
    const alike = Map.groupBy(
      own,
      ([at]) => `${planned[at]?.plan} ${hasArrived(planned[at], node.entry?.success)}`,
    );
    return (
      [
        { ...node, count: node.count - own.length, shown: others, planned: undefined },
        ...[...alike].map(([key, part]) => {
          const shown = part.map(([, { place }]) => place);
          return {
            ...node,
            id: `${node.id} ${key}`,
            count: part.length,
            shown,
            planned: planned[part[0]?.[0] ?? -1],
          };
        }),
      ]
        .filter(({ count }) => count > 0)
        // What the user has opened stays open once the rows are read.
        .map((part, at) => ({ ...part, id: at === 0 ? node.id : part.id }))
    );
  });
  const groups = groupFailures(
    parts.map((part) => ({ ...part, places: part.shown.length })),
    catalogue,
  );
  return { groups, counts: summarizePlans(failures, planned).counts };
}

/** Reads what rows with the same headers say of their messages. Leaves out those that say nothing that decides a plan. */
function readTable(rows: readonly ReturnType<typeof createRow>[], nowMs: number) {
  const headers = rows[0]?.cells.map(([header = '']) => header) ?? [];
  const table = rows.map(({ cells }) => cells.map(([, value = '']) => value));
  const columns = findPlanColumns(headers, table, []);
  const timeColumns = columns.times.map((at) => createTimeColumn(headers[at] ?? '', nowMs));
  const times = table.map((row) => joinTimes(columns.times.map((at) => row[at] ?? '')));
  const read = times.map((own) => own.map((time, at) => timeColumns[at]?.read(time) ?? ([0, 0] as const)));
  return rows.flatMap(({ node, place, text }, index) => {
    const found = findMessageContext(node.name.code, text);
    const readCell = (column: number | undefined) => table[index]?.[column ?? -1] || undefined;
    const status = readCell(columns.status);
    const failure: MessageFailure = {
      entry: node.entry,
      ambiguous: node.ambiguous,
      recipient: readCell(columns.recipient) ?? found.recipient ?? undefined,
      country: readCell(columns.country),
      // A message fails after it was sent: the latest time counts.
      failedAtMs:
        Math.max(0, ...(read[index] ?? []).map((time, at) => timeColumns[at]?.resolve(time) || 0)) ||
        (found.time?.at ?? null),
      status: status ? (readMessageStatus(status) ?? 'other') : undefined,
      message: readCell(columns.message) ?? found.message ?? undefined,
      template: readCell(columns.template) ?? found.template ?? undefined,
    };
    const { recipient, country, failedAtMs } = failure;
    return recipient || country || failedAtMs || status ? [{ node, place, failure }] : [];
  });
}

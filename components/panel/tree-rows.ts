import type { CodeNode, GroupNode } from '../../lib/format/page-tree.ts';
import { getRowAfterKey } from '../popup/list-keys.ts';

export type TreeRow = { id: string; position: number; siblings: number; open: boolean | null } & (
  | { level: 1; group: GroupNode }
  | { level: 2; code: CodeNode }
  | { level: 3; code: CodeNode; place: number }
);

/**
 * Returns the visible rows of the tree in order.
 *
 * @param toggled Ids of collapsed groups and of expanded codes: by default groups are expanded and codes are not.
 */
export const createTreeRows = (groups: readonly GroupNode[], toggled: ReadonlySet<string>): TreeRow[] =>
  groups.flatMap((group, at): TreeRow[] => {
    const id = group.heading;
    const open = !toggled.has(id);
    const head: TreeRow = { id, position: at + 1, siblings: groups.length, open, level: 1, group };
    return open
      ? [head, ...group.codes.flatMap((code, place) => createCodeRows(code, place, group, toggled))]
      : [head];
  });

function createCodeRows(
  code: CodeNode,
  at: number,
  group: GroupNode,
  toggled: ReadonlySet<string>,
): TreeRow[] {
  const open = code.places > 0 ? toggled.has(code.id) : null;
  const row: TreeRow = { id: code.id, position: at + 1, siblings: group.codes.length, open, level: 2, code };
  if (!open) return [row];
  const siblings = code.places;
  const places = Array.from({ length: siblings }, (_, place): TreeRow => {
    const id = `${code.id} ${place}`;
    return { id, position: place + 1, siblings, open: null, level: 3, code, place };
  });
  return [row, ...places];
}

/** Returns what a key does in the tree view (ARIA practices): moves to a row, or expands or collapses one. Null for any other key. */
export function getTargetOfKey(
  key: string,
  rows: readonly TreeRow[],
  at: number,
): { to: number } | { toggle: TreeRow } | null {
  const to = getRowAfterKey(key, at, rows.length);
  if (to !== null) return { to: Math.min(Math.max(to, 0), rows.length - 1) };
  const row = rows[at];
  if (!row) return null;
  if (key === 'ArrowRight') return row.open === false ? { toggle: row } : { to: row.open ? at + 1 : at };
  if (key !== 'ArrowLeft') return null;
  if (row.open) return { toggle: row };
  const outer = rows.findLastIndex(({ level }, before) => before < at && level < row.level);
  return { to: Math.max(outer, 0) };
}

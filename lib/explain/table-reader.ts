import type { Catalogue } from '../catalogue/catalogue.ts';
import { indexOf } from '../catalogue/index-of.ts';
import { detect, isStrong } from '../detect/detect.ts';
import type { TextContext } from '../detect/hit.ts';
import { saysFailed } from '../detect/words.ts';
import { explain } from './explain.ts';
import { failuresOf } from './failures.ts';
import type { Found } from './finding.ts';
import type { Sighting } from './sighting.ts';
import type { Table, TableRow } from './table.ts';
import { readTime } from './time-text.ts';

/** In a column of codes a 0 mostly says that there was no error, but in the row of a failure. */
const NO_CODE = /^0+$/;

/** Rows of an export repeat: so many different ones are remembered. */
const REMEMBERED = 2_000;

/** Finds the failures of a table a cell at a time: the heading tells what a bare number below it is. */
export function openTableReader(
  { header, roles, isOfMessages }: Table,
  catalogue: Catalogue,
  context: TextContext,
): (row: TableRow) => readonly Found[] {
  const index = indexOf(catalogue);
  const known = new Map<string, readonly Found[]>();
  const told = [...roles].filter(([, role]) => role === 'code' || role === 'reason').map(([at]) => at);

  function read(row: TableRow): Found[] {
    const found = new Map<string, Found>();
    for (const at of told) {
      const cell = row.cells[at]?.trim();
      if (!cell || (NO_CODE.test(cell) && !isFailure(row))) continue;
      const nearby = row.line.slice(0, 1_000);
      const place = { ...context, header: header[at] ?? '', nearby, ...(isOfMessages && { asked: true }) };
      for (const { hit, cause } of failuresOf(detect(cell, index, place).filter(isStrong), cell, catalogue)) {
        if (found.has(hit.code)) continue;
        const { code, subcode, meanings } = hit;
        const explained = explain({ ...context, code, subcode, meanings, nearby }, catalogue);
        found.set(code, { ...explained, cause: cause?.code ?? null, wording: null });
      }
    }
    return [...found.values()];
  }

  return (row) => {
    const key = told.map((at) => row.cells[at]).join('\0');
    const before = known.get(key);
    if (before) return before;
    const found = read(row);
    if (known.size < REMEMBERED && key.length < 500) known.set(key, found);
    return found;
  };
}

const isFailure = ({ cells }: TableRow) =>
  cells.some((cell) => saysFailed(cell) || /exception/i.test(cell));

/** What the columns beside tell of the message. */
export function sightingOf({ cells }: TableRow, roles: Table['roles']): Sighting {
  const cell = (wanted: string) => {
    for (const [at, role] of roles) if (role === wanted && cells[at]?.trim()) return cells[at].trim();
    return null;
  };
  const time = cell('time');
  return {
    message: cell('message'),
    recipient: cell('recipient'),
    time: time ? readTime(time) : null,
    trace: null,
  };
}

import { registryOf } from '../catalogue/key.ts';
import { FACTS } from './facts.ts';
import type { Judged } from './judged.ts';

const LEAST = 3;
const MAX_CELL = 120;
/** Around and between the numbers of a cell. */
const MARKS = /^[\s,;/`"*]*$/;

/**
 * Tables that give the codes of one provider in those of another, `63019 | 400`, `63025 | 1004`: each row begins with a rare code and ends
 * with a small one or several, and all the small ones are of one registry. A column of counts is not.
 */
export function mappedOf(judged: readonly Judged[], accepted: (one: Judged) => boolean): Judged[] {
  const mapped: Judged[] = [];
  let shared: Set<string> | null = null;
  let rows = 0;
  let told = 0;
  for (let at = 0; at < judged.length; at++) {
    const first = judged[at];
    if (
      !first ||
      first.scene.code.length < 5 ||
      (first.scene.plainFacts & FACTS.head) === 0 ||
      !accepted(first)
    )
      continue;
    rows++;
    const { text } = first.scene.reading;
    const end = text.indexOf('\n', first.scene.end);
    while (judged[at + 1] && (end < 0 || (judged[at + 1]?.scene.start ?? 0) < end)) at++;
    const cell = lastCell(judged, at, text, end < 0 ? text.length : end);
    if (cell.length === 0 || cell[0] === first) continue;
    told++;
    for (const one of cell) {
      const registries = new Set(one.scene.meanings.map(registryOf));
      shared = shared === null ? registries : intersection(shared, registries);
      mapped.push(one);
    }
  }
  return told > 1 && mapped.length >= LEAST && told === rows && shared && shared.size > 0 ? mapped : [];
}

/** The numbers of the cell that holds the last of a row, where it holds nothing else. */
function lastCell(judged: readonly Judged[], last: number, text: string, end: number): Judged[] {
  const start = judged[last]?.scene.start ?? 0;
  const near = Math.max(0, start - MAX_CELL);
  const row = text.slice(near, start);
  const sign = Math.max(row.lastIndexOf('|'), row.lastIndexOf('\t'));
  if (sign < 0) return [];
  const from = near + sign + 1;
  const cell: Judged[] = [];
  let rest = text.slice(judged[last]?.scene.end, end).replace(/\|\s*$/, '');
  for (let at = last; at >= 0 && (judged[at]?.scene.start ?? 0) >= from; at--) {
    const one = judged[at];
    if (!one || !MARKS.test(rest) || one.scene.code.length < 3 || one.scene.code.length > 4) return [];
    cell.unshift(one);
    rest = text.slice(Math.max(from, judged[at - 1]?.scene.end ?? 0), one.scene.start);
  }
  return MARKS.test(rest) ? cell : [];
}

function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((entry) => other.has(entry)));
}

import type { Judged, Vouching } from './judged.ts';
import { haveProvider, haveRegistry } from './kin.ts';
import { vouchForNames } from './name-columns.ts';
import { areOfGraph, areOfOneRegistry } from './registry.ts';
import { mayBeCut, type Row, tablesOf } from './rows.ts';
import { toldIn } from './told-in.ts';

/** What a cell holds: codes and nothing else, one in front of words, a number that is no candidate, or none of these. */
interface Entry {
  holds: 'codes' | 'led' | 'figure' | 'other';
  members: readonly Judged[];
}

/** Around and between the codes of a cell: `190/102`, `**190**`, `100 / 33`. */
const MARKS = /^[\s"'`*_()[\]#,;/&·•–—-]*$/;
const TAG = /<[^<>]{0,40}>/g;
/** `1,310`, `47 %`, `-` is none. */
const FIGURE = /^[^\p{L}\d]{0,4}\d[\d.,\s]*%?[^\p{L}\d]{0,4}$/u;

const isLong = ({ scene: { code, kind } }: Judged) => code.length >= 5 && kind === 'number';

/** Below a heading for codes. */
const isUnderCodes = ({ verdict }: Judged) =>
  verdict.found.some(({ evidence }) => /header$/.test(evidence.rule) && evidence.weight > 0);

/** A number that no list has, below such a heading. */
const isHeaded = (one: Judged) => one.scene.meanings.length === 0 && isUnderCodes(one);

/** `200`, unless its row tells what Graph means by it: `| 200 | No permission |`. */
const isStatus = ({ scene: { form, code, lineRight } }: Judged) =>
  form === 'http-status' && toldIn(code, lineRight) === null;

/** In a column that holds rare codes small numbers are codes as well, wherever in the row it stands. */
export function vouchInTables(vouching: Vouching): void {
  const { judged } = vouching;
  const text = judged[0]?.scene.reading.text ?? '';
  if (!mayBeCut(text)) return;
  for (const rows of tablesOf(judged)) {
    const width = Math.max(...rows.map(({ cells }) => cells.length));
    for (let column = 0; column < width; column++) {
      vouchInColumn(rows, column, vouching);
      vouchForNames(rows, column, vouching);
    }
  }
}

function vouchInColumn(
  rows: readonly Row[],
  column: number,
  { judged, accepted, add, tie, drop }: Vouching,
): void {
  const text = judged[0]?.scene.reading.text ?? '';
  const entries = rows.map((row) => entryOf(row, column, text));
  if (entries.some(({ holds }) => holds === 'figure')) return;
  const proofs = entries.flatMap(({ holds, members }) =>
    members
      .filter((one) => one.scene.code.length >= 3 && accepted(one))
      .map((one) => ({ one, holds, long: isLong(one) })),
  );
  if (!proofs.some(({ long }) => long)) {
    const all = entries.flatMap(({ members }) => members);
    const mixed = areOfGraph(all);
    if (mixed || areOfOneRegistry(all))
      for (const one of all) {
        add(one, 'same-column', 9.4, all[0]?.scene.code ?? '');
        if (!mixed) continue;
        drop(one, 'figure-header');
        drop(one, 'unplaced');
      }
  }
  // A provider's own table: what no title tells stands among those that theirs tell.
  const titled = entries.flatMap(({ holds, members }) => (holds === 'codes' ? members.filter(accepted) : []));
  for (const { holds, members } of entries) {
    for (const one of members) {
      if (accepted(one) || (isStatus(one) && members.length < 2)) continue;
      // A small code vouches for rare ones, not for other small numbers.
      const like = proofs.filter(
        (proof) =>
          (isLong(one) || (proof.long && (proof.holds === holds || isUnderCodes(one)))) &&
          (haveProvider(proof.one, one) || isHeaded(one)),
      );
      const [sure] = like;
      if (!sure) {
        if (holds === 'codes' && titled.length >= 3 && titled.every((proof) => haveRegistry(proof, one))) {
          add(one, 'same-column', 4.4, titled[0]?.scene.code ?? '');
          drop(one, 'unplaced');
        }
        continue;
      }
      add(one, 'same-column', isLong(one) ? 4.4 : like.length > 1 ? 7.6 : 5.9, sure.one.scene.code);
      tie(sure.one, one);
    }
  }
}

function entryOf({ start, cells, members }: Row, column: number, text: string): Entry {
  const cell = cells[column];
  if (!cell) return { holds: 'other', members: [] };
  const [from, to] = [start + cell.start, start + cell.end];
  const own = members.filter(
    ({ scene }) => scene.start >= from && scene.end <= to && scene.kind !== 'symbol',
  );
  const [first] = own;
  if (!first) {
    const bare = text.slice(from, to).replace(/[|\n]/g, ' ');
    return { holds: FIGURE.test(bare) ? 'figure' : 'other', members: [] };
  }
  const parts: string[] = [];
  let at = from;
  for (const { scene } of own) {
    parts.push(text.slice(at, scene.start));
    at = scene.end;
  }
  parts.push(text.slice(at, to).replace(/[|\n]/g, ' '));
  const plain = parts.map((part) => MARKS.test(part.replace(TAG, ' ')));
  if (plain.every(Boolean)) return { holds: 'codes', members: own };
  return plain[0] ? { holds: 'led', members: [first] } : { holds: 'other', members: [] };
}

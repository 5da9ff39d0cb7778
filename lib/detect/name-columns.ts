import { isConstant } from './constant.ts';
import type { Vouching } from './judged.ts';
import type { Row } from './rows.ts';
import { cue } from './words/pattern.ts';
import { FAILED } from './words/reason.ts';

/** Before the word and behind it in its cell. */
const MARKS = /^[|\s"'`*]*$/;
const FAILS = cue(FAILED);

/** `Failed | VALIDATION` below `Failed | INVALID_ACCESS_TOKEN`, on the console whose words they are. */
export function vouchForNames(
  rows: readonly Row[],
  column: number,
  { judged, accepted, add }: Vouching,
): void {
  const own = judged[0]?.scene.reading.console?.provider;
  if (own === undefined) return;
  const text = judged[0]?.scene.reading.text ?? '';
  const names = rows.flatMap(({ start, cells, members }) => {
    const cell = cells[column];
    return members.filter(
      ({ scene }) =>
        cell !== undefined &&
        FAILS.in(text.slice(start, scene.start)) !== null &&
        scene.kind === 'symbol' &&
        MARKS.test(text.slice(start + cell.start, scene.start)) &&
        MARKS.test(text.slice(scene.end, start + cell.end)) &&
        scene.meanings.some(({ provider, success }) => provider === own && !success),
    );
  });
  const sure = names.find((one) => isConstant(one.scene) && accepted(one));
  if (sure) for (const one of names) if (!accepted(one)) add(one, 'same-column', 5, sure.scene.code);
}

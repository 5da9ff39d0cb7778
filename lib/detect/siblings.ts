import { isConstant } from './constant.ts';
import type { Judged, Vouching } from './judged.ts';
import { areOf, haveRegistry } from './kin.ts';

/** Farther from each other, they need not be told in one breath. */
const REACH = 240;

/** `MISSING_TOKEN … then came TOKEN`: a name that is an ordinary word, beside a constant of the provider whose console it is. */
export function vouchForSiblings({ judged, open, accepted, add }: Vouching): void {
  const sure = judged.filter((one) => isConstant(one.scene) && accepted(one));
  for (const one of sure.length > 0 ? open : []) {
    const { kind, form, code, meanings, reading } = one.scene;
    const own = reading.console?.provider;
    if (kind !== 'symbol' || form !== 'word' || !/^[A-Z]{4,}$/.test(code) || own === 'meta') continue;
    if (!areOf(meanings, own) || meanings.every(({ success }) => success)) continue;
    const beside = sure.find((other) => isNear(one, other) && haveRegistry(other, one));
    if (beside) add(one, 'together', 5, beside.scene.code);
  }
}

/** `MISSING_TO = 51` beside `REJECTED_DUPLICATE_MESSAGE_ID = 23`: two numbers that bear their own names, of one provider. */
export function vouchForNamesakes({ judged, accepted, add, drop }: Vouching): void {
  const named = judged.filter(isNamesake);
  const sure = named.length > 1 ? named.filter(accepted) : [];
  for (const one of sure.length > 0 ? named : []) {
    if (accepted(one)) continue;
    const { start } = one.scene;
    const beside = sure.find(
      (other) => Math.abs(other.scene.start - start) <= REACH && haveRegistry(other, one),
    );
    if (!beside) continue;
    add(one, 'together', 3.2, beside.scene.code);
    drop(one, 'unplaced');
  }
}

const isNamesake = ({ verdict: { found } }: Judged) =>
  found.some(({ evidence }) => evidence.rule === 'namesake');

const isNear = ({ scene }: Judged, { scene: other }: Judged) =>
  Math.abs(other.start - scene.start) <= REACH && other.code.includes(scene.code);

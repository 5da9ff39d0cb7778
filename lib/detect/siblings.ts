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

const isNear = ({ scene }: Judged, { scene: other }: Judged) =>
  Math.abs(other.start - scene.start) <= REACH && other.code.includes(scene.code);

import type { Judged, Vouching } from './judged.ts';
import { isThing } from './kin.ts';

/** Codes of the on-premises client and what became of them in the Cloud API, where the number does not tell. */
const SUCCESSORS: ReadonlyMap<string, readonly string[]> = new Map([
  ['470', ['131047']],
  ['471', ['131048']],
  ['472', ['130472']],
  ['498', ['131050']],
  ['501', ['131051']],
  ['1013', ['131026']],
  ['1026', ['131026', '131049']],
]);
/** A sentence that goes on: no row, no list of values. */
const WORDS = /^[^\p{L}|\t\n=<>{}[\]:]{0,4}\p{L}(?:[^|\t\n=<>{}[\].:!?]|[.:!?](?!\s)){0,56}$/u;
/** Farther from each other, two numbers need not be told of in one breath. */
const REACH = 60;

/** `470 and 131047 land in two rows`: an old number and the one that took its place do not meet by chance. */
export function vouchForSuccessors({ judged, accepted, add, drop }: Vouching): void {
  for (let at = 1; at < judged.length; at++) {
    const [one, other] = [judged[at - 1], judged[at]];
    if (!one || !other || other.scene.start - one.scene.end > REACH) continue;
    const [old, rare] = one.scene.code.length < other.scene.code.length ? [one, other] : [other, one];
    // Most neighbours are none, which their digits tell.
    if (!areSuccessive(old, rare)) continue;
    if (!WORDS.test(one.scene.reading.text.slice(one.scene.end, other.scene.start))) continue;
    if ([old, rare].some((each) => isThing(each) || isCounted(each))) continue;
    if (!accepted(rare)) add(rare, 'successor', 4, old.scene.code);
    if (accepted(old)) continue;
    add(old, 'successor', 8.4, rare.scene.code);
    drop(old, 'unplaced');
  }
}

/** Most kept their digits: 2012 is 132012 now. */
function areSuccessive({ scene: old }: Judged, { scene: rare }: Judged): boolean {
  if (old.kind !== 'number' || rare.form !== 'six-digits' || old.code.length < 3) return false;
  if (!old.meanings.some(({ api }) => api === 'onprem')) return false;
  if (old.form === 'round') return false;
  return SUCCESSORS.get(old.code)?.includes(rare.code) ?? rare.code === `13${old.code}`;
}

const isCounted = ({ verdict: { found } }: Judged) =>
  found.some(({ family, evidence }) => family === 'against' && evidence.rule !== 'unplaced');
